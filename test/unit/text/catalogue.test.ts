import { describe, expect, test } from 'vitest';
import { en } from '../../../renderer/text/en';

describe('the fixed English words', () => {
  test('are those that tests and people find things by', () => {
    expect(en.welcome.heading).toBe('Welcome to {{practice}}');
    expect(en.action).toEqual({
      checkIn: 'Check in for an appointment',
      reception: 'Speak to reception',
      help: 'I need help now',
      continue: 'Continue',
      back: 'Back',
      startAgain: 'Start again',
      unknown: 'I do not know',
      finish: 'Finish',
      tryAgain: 'Try again',
      someoneElse: 'Check in someone else',
      notMine: 'This is not my appointment',
      moreTime: 'I need more time',
    });
    expect(en.danger).toEqual({
      signs:
        'Chest pain, trouble breathing, heavy bleeding, signs of a stroke, a fit, or a child who is floppy or hard to wake: tell reception now',
      feelWorse: 'If you feel worse, tell reception',
    });
    expect(en.header.trial).toBe('Trial: also tell reception you are here');
    expect(en.header.demonstration).toBe('DEMONSTRATION');
    expect([en.dateOfBirth.heading, en.letter.heading, en.postcode.heading]).toEqual([
      'What is your date of birth?',
      'What is the first letter of your last name?',
      'What is your postcode?',
    ]);
    expect([en.dateOfBirth.day, en.dateOfBirth.month, en.dateOfBirth.year]).toEqual(['Day', 'Month', 'Year']);
    expect(en.ending.notCheckedIn).toBe('You are not checked in');
    expect(en.idle.heading).toBe('Do you need more time?');
    expect(en.help.heading).toBe('Call out to staff');
  });

  test('head every ending', () => {
    const { checkedIn, alreadyCheckedIn, reception, tooEarly, byPhone, byVideo, homeVisit, otherSite } = en.ending;
    expect(
      [checkedIn, alreadyCheckedIn, reception, tooEarly, byPhone, byVideo, homeVisit, otherSite].map(
        ({ heading }) => heading,
      ),
    ).toEqual([
      'You are checked in',
      'You are already checked in',
      'Please speak to reception',
      'You are too early to check in',
      'Your appointment today is by phone',
      'Your appointment today is by video',
      'Your appointment today is a home visit',
      'Your appointment is at {{site}}',
    ]);
  });
});
