import type { SignUpScreen } from '../../flow/signUp/state';

/**
 * Does the next letter of the on-screen keyboard begin a word that is written with a capital? In a name also after a hyphen or an
 * apostrophe (Smith-Jones, O'Neil); in an address only after a space (St John's).
 */
export function isCapitalNext(field: SignUpScreen['activeField'], text: string): boolean {
  switch (field) {
    case 'firstName':
    case 'lastName':
    case 'theirFirstName':
    case 'theirLastName':
      return /(?:^|[\s'\u2019-])$/.test(text);
    case 'line1':
    case 'line2':
    case 'town':
      return /(?:^|\s)$/.test(text);
    default:
      return false;
  }
}
