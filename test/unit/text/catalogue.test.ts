import { describe, expect, test } from 'vitest';
import { defaultRules } from '../../../main/domain/rules';
import { needKindSchema, receptionKindSchema } from '../../../preload/contract/kiosk';
import { needKinds } from '../../../renderer/kiosk/screens/needKinds';
import { catalogue } from '../../../renderer/text/catalogue';
import { en } from '../../../renderer/text/en';
import { spokenLanguage } from '../../../renderer/text/languages';

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
      askedToCome: 'I was asked to come in',
      walkIn: 'Join the walk-in session',
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
    expect(en.reception.heading).toBe('What do you need?');
    expect(en.walkIn.heading).toBe('You are in the queue for the walk-in session');
    expect(en.ending.tooLate.lead).toBe(
      'You are later than we can check in here. Reception will ask whether you can still be seen.',
    );
    expect(en.ending.isLate).toBe('You are later than your appointment time. You may have to wait.');
  });

  test('head every ending', () => {
    const { checkedIn, alreadyCheckedIn, reception, tooLate, tooEarly, byPhone, byVideo, homeVisit, otherSite } =
      en.ending;
    expect(
      [checkedIn, alreadyCheckedIn, reception, tooLate, tooEarly, byPhone, byVideo, homeVisit, otherSite].map(
        ({ heading }) => heading,
      ),
    ).toEqual([
      'You are checked in',
      'You are already checked in',
      'Please speak to reception',
      'Please speak to reception',
      'You are too early to check in',
      'Your appointment today is by phone',
      'Your appointment today is by video',
      'Your appointment today is a home visit',
      'Your appointment is at {{site}}',
    ]);
  });
});

/** All that patients can read: everything but what is for staff. */
function patientWords(): string[] {
  const { fault: _forStaff, ...rest } = en;
  return words(rest);
}

function words(part: unknown): string[] {
  if (typeof part === 'string') return [part];
  return typeof part === 'object' && part !== null ? Object.values(part).flatMap(words) : [];
}

describe('what patients read', () => {
  test('never tells anybody to come back another day, or that they have missed it', () => {
    // Whoever is here for care gets an answer today. Signing up is no care: they may return for it.
    const aboutSignUp = new Set(words([en.signUp, en.signUpEnds]));
    const aboutCare = patientWords().filter((text) => !aboutSignUp.has(text));
    expect(aboutCare.length).toBeGreaterThan(100);
    for (const text of aboutCare) {
      expect(text).not.toMatch(/come back|another day|tomorrow|next week|missed|too late|rebook|book again/i);
    }
  });

  test('blames nobody and uses no word of computers', () => {
    for (const text of patientWords()) {
      expect(text).not.toMatch(/\b(error|invalid|failed|unsuccessful|denied|system|database|server|submit)\b/i);
    }
  });

  test('says "You are checked in" only on the good endings', () => {
    const { checkedIn, alreadyCheckedIn } = en.ending;
    // The dialog says it only where a good ending stands behind it.
    const onGoodEndings = [en.afterwards.reception, en.idle.checkedIn];
    const good = new Set<string>([checkedIn.heading, alreadyCheckedIn.heading, ...onGoodEndings]);
    const conditional = en.outOfService.lead;
    const claims = patientWords().filter((text) => /you are (already )?checked in/i.test(text));
    expect(claims.filter((text) => !good.has(text))).toEqual([conditional]);
    expect(conditional).toContain('Unless it told you that you are checked in');
  });

  test('has words for every choice of "What do you need?" and every kind of help', () => {
    for (const kind of receptionKindSchema.options) {
      expect(en.reception[kind].label).not.toBe('');
      expect(en.reception[kind].words).toMatch(/reception desk/);
    }
    expect(needKinds).toEqual(needKindSchema.options);
    const labels = needKinds.map((kind) => en.needs[kind]);
    expect(new Set(labels).size).toBe(labels.length);
  });

  test('names every language that is offered at first in English too', () => {
    const unknown = defaultRules.interpreterLanguages.filter((name) => spokenLanguage(name) === null);
    expect(unknown).toEqual([]);
    expect(spokenLanguage('Cymraeg y practis')).toBeNull();
    expect(spokenLanguage('constructor')).toBeNull();
  });

  test('counts the people in front of a patient in whole sentences', () => {
    const ahead = [1, 2].map((count) => catalogue.t('ending.wait.ahead', { count }));
    expect(ahead).toEqual(['1 person is in front of you.', '2 people are in front of you.']);
  });
});
