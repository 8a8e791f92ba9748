import type { PassphraseProblem } from '../../../preload/contract/desk/session';
import { failureWords } from '../../text/desk/frame';
import { fieldProblems, passphraseProblems, refusals, type SignInField } from '../../text/desk/signIn';
import type { AskFailure } from '../parts/failure';
import type { FieldProblems } from './useProblems';

/** Says at the right field why the machine refused. `notRecognised`: what that means in this form, and where it is said. */
export function refusalOf(
  { code, data }: AskFailure,
  notRecognised: { field: SignInField; message: string },
): FieldProblems {
  switch (code) {
    case 'NOT_RECOGNISED':
      return { [notRecognised.field]: notRecognised.message };
    case 'WAIT':
      return { '': refusals.wait((data as { seconds: number }).seconds) };
    case 'WEAK':
      return { passphrase: passphraseProblems[(data as { problem: PassphraseProblem }).problem] };
    case 'WEAK_PIN':
      return { pin: refusals.weakPin };
    case 'NAME_NEEDED':
      return { displayName: fieldProblems.noName };
    default:
      return { '': failureWords(code) };
  }
}
