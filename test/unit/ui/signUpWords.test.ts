import { describe, expect, test } from 'vitest';
import { referenceSchema } from '../../../preload/contract/rules/reference';
import { dateSchema } from '../../../preload/contract/rules/dates';
import { spokenReference } from '../../../renderer/kiosk/screens/signUp/spokenReference';
import { whichDay } from '../../../renderer/kiosk/screens/whichDay';
import { signUpEnds } from '../../../renderer/text/signUpEnds';

describe('the words at the ends of sign-up', () => {
  test('a reference is read out letter by letter', () => {
    expect(spokenReference(referenceSchema.parse('DFJ-KM2'))).toBe('D F J, K M 2');
  });

  test.each([
    ['2026-11-23', 'today'],
    ['2026-11-24', 'tomorrow'],
    ['2026-11-25', 'later'],
  ])('%s is %s on 23 November', (day, words) => {
    expect(whichDay(dateSchema.parse(day), dateSchema.parse('2026-11-23'))).toBe(words);
  });

  test.each([
    ['2026-03-29', '2026-03-28'],
    ['2026-10-26', '2026-10-25'],
    ['2027-01-01', '2026-12-31'],
  ])('%s is the day after %s although the clocks change or the year ends', (day, today) => {
    expect(whichDay(dateSchema.parse(day), dateSchema.parse(today))).toBe('tomorrow');
  });

  test('no ending of sign-up says that somebody is not checked in, and each says that signing up is no check-in', () => {
    const words = Object.values(signUpEnds.stopped).flatMap((stopped) => Object.values(stopped));
    for (const sentence of [...words, ...Object.values(signUpEnds.ending)]) expect(sentence).not.toMatch(/checked in/i);
    expect(signUpEnds.noCheckIn).toBe('Signing up does not check you in for an appointment.');
  });

  test('nobody reads that care hangs on ID', () => {
    const said = [
      ...Object.values(signUpEnds.bring),
      ...Object.values(signUpEnds.start.here),
      ...Object.values(signUpEnds.ending),
    ];
    for (const sentence of said) expect(sentence).not.toMatch(/\b(?:need|must|require|have to)\b/i);
    expect(signUpEnds.bring.alwaysSeen).toBe('You can be seen here with or without ID.');
  });
});
