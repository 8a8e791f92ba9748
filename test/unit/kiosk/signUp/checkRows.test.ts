import { describe, expect, test } from 'vitest';
import { dateSchema } from '../../../../preload/contract/rules/dates';
import { emptyDraft } from '../../../../renderer/kiosk/flow/signUp/draft';
import { isChangeable } from '../../../../renderer/kiosk/flow/signUp/pages';
import type { Draft } from '../../../../renderer/kiosk/flow/signUp/state';
import { checkRows } from '../../../../renderer/kiosk/screens/signUp/checkRows';
import { catalogue } from '../../../../renderer/text/catalogue';

const today = dateSchema.parse('2026-11-23');
const { t } = catalogue;

function draft(change: Partial<Omit<Draft, 'texts'>> & { texts?: Partial<Draft['texts']> }): Draft {
  const empty = emptyDraft('0b6f0a4e-2f0c-4d0e-9f63-2f4f8f7f1a11');
  return { ...empty, ...change, texts: { ...empty.texts, ...change.texts } };
}

const self = draft({
  who: 'me',
  born: { day: '27', month: '3', year: '1984' },
  texts: {
    firstName: '  Anna  Maria',
    lastName: 'Example',
    nhsNumber: '9990000018',
    line1: '12 High Street',
    line2: '',
    town: 'Leeds',
    postcode: 'LS65RT',
    email: 'anna@example.org',
  },
  knowsNhsNumber: true,
  isContactSafe: true,
  services: ['appointments', 'record'],
  agreed: [1, 2],
  needs: ['interpreter', 'largePrint'],
  language: 'Polski',
});

function shown(of: Draft): Record<string, string> {
  return Object.fromEntries(
    checkRows(t, of, today).map(({ page, answers }) => [page, answers.join(' | ').replaceAll('\u00a0', ' ')]),
  );
}

describe('"Check your answers"', () => {
  test('shows everything that somebody sends for themselves, as they will read it best', () => {
    expect(shown(self)).toEqual({
      name: 'Anna Maria Example',
      dateOfBirth: '27 March 1984',
      knowsNhsNumber: '999 000 0018',
      address: '12 High Street, Leeds, LS6 5RT',
      contact: 'anna@example.org',
      contactSafe: 'Yes',
      services: 'Book and cancel appointments | View my health record',
      needs: 'An interpreter: Polski, Large print',
    });
  });

  test('shows a name and an address as they are sent, without marks that turn them around', () => {
    const turned = draft({ ...self, texts: { ...self.texts, firstName: '\u202eAnna', line1: '12\u200f High Street' } });
    expect(shown(turned)).toMatchObject({ name: 'Anna Example', address: '12 High Street, Leeds, LS6 5RT' });
  });

  test('says plainly what was left out, and shows no number that is not sent', () => {
    const without = draft({ ...self, knowsNhsNumber: false, needs: [], texts: { ...self.texts, email: ' ' } });
    const rows = shown(without);
    expect(rows).toMatchObject({ knowsNhsNumber: 'Not known', contact: 'None given', needs: 'None' });
    expect(rows).not.toHaveProperty('contactSafe');
    expect(JSON.stringify(rows)).not.toContain('999');
  });

  test('tells the two people of a request for somebody else apart', () => {
    const request = draft({
      ...self,
      who: 'someoneElse',
      relationship: 'partner',
      isContactSafe: false,
      theirBorn: { day: '3', month: '4', year: '1948' },
      texts: { ...self.texts, theirFirstName: 'Bert', theirLastName: 'Example' },
    });
    expect(shown(request)).toEqual({
      relationship: 'Their husband, wife or partner',
      name: 'Anna Maria Example',
      dateOfBirth: '27 March 1984',
      contact: 'anna@example.org',
      contactSafe: 'No',
      theirName: 'Bert Example',
      theirDateOfBirth: '3 April 1948',
      services: 'Book and cancel appointments | View my health record',
      needs: 'An interpreter: Polski, Large print',
    });
  });

  test('shows of "I have an account" only what that sends', () => {
    const account = draft({ ...self, who: 'account', wish: 'changeOrStop', whose: 'mine' });
    expect(shown(account)).toEqual({
      accountWish: 'Change or stop access',
      accountWhose: 'Mine',
      name: 'Anna Maria Example',
      dateOfBirth: '27 March 1984',
    });
  });

  test.each(['me', 'someoneElse', 'account'] as const)(
    'leads with every change link to a page that opens: %s',
    (who) => {
      const complete = draft({ ...self, who, relationship: 'child', wish: 'cannotGetIn', whose: 'someoneElse' });
      const facts = { today, hasGiven: false, statements: 6, statementsVersion: '1' };
      const rows = checkRows(t, complete, today);
      expect(rows.length).toBeGreaterThan(3);
      expect(rows.filter(({ page }) => !isChangeable(complete, page, facts))).toEqual([]);
      expect(new Set(rows.map(({ label }) => label)).size).toBe(rows.length);
    },
  );
});
