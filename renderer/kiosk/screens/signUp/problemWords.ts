import type { TFunction } from 'i18next';
import type { FieldProblem, SignUpPage, SignUpScreen } from '../../flow/signUp/state';

/** What to say of a problem that was found on `page`. */
export function problemWords(t: TFunction<'kiosk'>, found: FieldProblem, page: SignUpPage): string {
  switch (found.field) {
    case 'firstName':
    case 'lastName':
    case 'theirFirstName':
    case 'theirLastName':
      return t(`signUp.problem.${found.field}.${found.problem}`);
    case 'day':
    case 'month':
    case 'year':
      return page === 'theirDateOfBirth'
        ? t(`signUp.problem.theirDateOfBirth.${found.problem}`)
        : t(`dateOfBirth.problem.${found.problem}`);
    case 'line1':
    case 'line2':
    case 'town':
      return t(`signUp.problem.${found.field}.${found.problem}`);
    case 'nhsNumber':
      return t(`signUp.problem.nhsNumber.${found.problem}`);
    case 'postcode':
      return t(`signUp.problem.postcode.${found.problem}`);
    case 'email':
      return t(`signUp.problem.email.${found.problem}`);
    case 'mobile':
      return t(`signUp.problem.mobile.${found.problem}`);
    case 'choice':
      return page === 'services' ? t('signUp.problem.choice.service') : t('signUp.problem.choice.one');
  }
}

/** A message for each thing that is wrong, by the first field it is about: three boxes of one date have one. */
export function messagesOf(
  t: TFunction<'kiosk'>,
  { problems, page }: Pick<SignUpScreen, 'problems' | 'page'>,
): { field: FieldProblem['field']; message: string }[] {
  const all = problems.map((found) => ({ field: found.field, message: problemWords(t, found, page) }));
  return all.filter(({ message }, place) => all.findIndex((other) => other.message === message) === place);
}
