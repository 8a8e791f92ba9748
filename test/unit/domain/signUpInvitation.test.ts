import { describe, expect, test } from 'vitest';
import { defaultRules } from '../../../main/domain/rules';
import { mayBeInvited } from '../../../main/domain/signUpInvitation';
import { appointment, at, patient, today } from './support/samples';

const afternoon = at('14:00');
const row = (hasOnlineAccount: boolean | null, dateOfBirth = '1977-05-14') =>
  appointment({ hasOnlineAccount, patient: patient({ dateOfBirth }) });
const invited = (rows: ReturnType<typeof row>[], change: Partial<typeof defaultRules> = {}, now = afternoon) =>
  mayBeInvited({ appointments: rows }, { ...defaultRules, ...change }, now);

describe('an invitation to sign up', () => {
  test.each([
    ['no account', [false], true],
    ['no account in one list, and nothing in another', [null, false], true],
    ['nothing', [null], false],
    ['an account', [true], false],
    ['an account in one list, and none in another', [false, true], false],
    ['nothing, without an appointment', [], false],
  ])('goes to somebody of whom the lists say %j: %j, %j', (_what, said, isInvited) => {
    expect(invited(said.map((one) => row(one)))).toBe(isInvited);
  });

  test.each([
    ['2010-11-23', true],
    ['2010-11-24', false],
    ['2018-01-01', false],
  ])('goes to somebody of 16 or more: born on %s, %j', (dateOfBirth, isInvited) => {
    expect(invited([row(false, dateOfBirth)])).toBe(isInvited);
  });

  test('follows the hours, the pause and the choice of the practice', () => {
    const rows = [row(false)];
    expect(invited(rows, {}, at('09:00'))).toBe(false);
    expect(invited(rows, { signUpPausedOn: today })).toBe(false);
    expect(invited(rows, { isSignUpOffered: false })).toBe(false);
    expect(invited(rows, { isSignUpInvited: false })).toBe(false);
    expect(invited(rows)).toBe(true);
  });
});
