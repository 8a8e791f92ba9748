import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldPostcode, postcodeSchema, readPostcode } from '../../../preload/contract/rules/postcode';

describe('a typed postcode', () => {
  test.each([
    ['LS6 5RT', 'LS65RT'],
    ['ls65rt', 'LS65RT'],
    [' L S 6 5 R T ', 'LS65RT'],
    ['LS6-5RT', 'LS65RT'],
    ['(LS6 5RT.)', 'LS65RT'],
    ['ＬＳ６ ５ＲＴ', 'LS65RT'],
    ['\u200fLS6 5RT', 'LS65RT'],
    ['M1 1AB', 'M11AB'],
    ['SE15 6WX', 'SE156WX'],
    ['SW1A 2AA', 'SW1A2AA'],
    ['W1A 0AX', 'W1A0AX'],
    ['GIR 0AA', 'GIR0AA'],
    ['gir oaa', 'GIR0AA'],
    ['BFPO 57', 'BFPO57'],
    ['BF1 4AB', 'BF14AB'],
    // Shapes of a postcode that nobody was given yet still count.
    ['QV1 9CM', 'QV19CM'],
  ])('%j is read as %s', (text, postcode) => {
    expect(readPostcode(text)).toEqual({ ok: true, postcode });
  });

  test.each([
    ['0X1 2JD', 'OX12JD'],
    ['OXI 2JD', 'OX12JD'],
    ['OX1 2JD', 'OX12JD'],
    ['S1O 2AB', 'S102AB'],
    ['N1O IAA', 'N101AA'],
    ['BNI IAA', 'BN11AA'],
    ['SWIA 2AA', 'SW1A2AA'],
    ['LSO 5RT', 'LS05RT'],
    ['1P1 1AB', 'IP11AB'],
    ['E1 OAA', 'E10AA'],
  ])('%j with look-alikes is read as %s', (text, postcode) => {
    expect(readPostcode(text)).toEqual({ ok: true, postcode });
  });

  test.each([
    ['', 'empty'],
    [' \u200f ', 'empty'],
    ['LS6', 'notAPostcode'],
    ['LS6 5R', 'notAPostcode'],
    ['LS6 5RTT', 'notAPostcode'],
    ['LS6 5R%', 'notAPostcode'],
    ["LS6'5RT", 'notAPostcode'],
    ['LS6*5RT', 'notAPostcode'],
    ['12345', 'notAPostcode'],
    ['75008', 'notAPostcode'],
    ['-------', 'notAPostcode'],
    ['🏠🏠🏠', 'notAPostcode'],
    ['רחוב 12345', 'notAPostcode'],
    ['A'.repeat(10_000), 'notAPostcode'],
    // Stand-ins for "no fixed abode" and "not known" are shared by many.
    ['ZZ99 3VZ', 'notAPostcode'],
  ])('%.12j is refused as %s', (text, problem) => {
    expect(readPostcode(text)).toEqual({ ok: false, problem });
  });

  test('is always read or refused, and what is read satisfies the contract', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[A-Z0-9 ]{4,9}$/)), (text) => {
        const reading = readPostcode(text);
        if (reading.ok) expect(postcodeSchema.safeParse(reading.postcode).success).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

const postcode = fc
  .stringMatching(/^([A-Z]{1,2}[0-9]{1,2}|[A-Z]{1,2}[0-9][A-Z])[0-9][A-Z]{2}$/)
  .filter((text) => !text.startsWith('ZZ99'));

test('every full postcode is read, and reading it again changes nothing', () => {
  fc.assert(
    fc.property(postcode, (text) => {
      const once = foldPostcode(text);
      expect(once).not.toBeNull();
      expect(foldPostcode(once ?? '')).toBe(once);
    }),
    { numRuns: 1000 },
  );
});

test('spaces and case never matter', () => {
  fc.assert(
    fc.property(postcode, fc.nat(), (text, place) => {
      const at = place % text.length;
      expect(foldPostcode(`${text.slice(0, at)} ${text.slice(at).toLowerCase()}`)).toBe(foldPostcode(text));
    }),
  );
});
