import { dateSchema } from '../../../preload/contract/rules/dates';
import { checkEach, checkText, checkTexts, checkWhole, checkYesOrNo, longest, shorten } from './checks';
import { checkWeek } from './hours';
import { checkLink } from './links';

const mostDocuments = 20;
const mostStatements = 10;
const mostTopics = 12;
const mostEndings = 8;
const mostDaysKept = 365;

/** What is wrong with the rules of sign-up for online services. */
export function checkSignUp(rules: Record<string, unknown>): string[] {
  return [
    ...checkYesOrNo('Whether sign-up is offered', rules['isSignUpOffered']),
    ...checkWeek('The hours without sign-up', rules['signUpClosed']),
    ...checkPausedOn(rules['signUpPausedOn']),
    ...checkYesOrNo('Whether patients are invited to sign up', rules['isSignUpInvited']),
    ...checkText('The hours in which ID is checked', rules['identityCheckHours'], longest.text),
    ...checkLink('The link to the NHS App', rules['nhsAppLink']),
    ...checkSome('Documents with a photograph', rules['photoDocuments'], mostDocuments, longest.label),
    ...checkSome('Documents with the address', rules['addressDocuments'], mostDocuments, longest.label),
    ...checkWhole('Months within which a document with the address is dated', rules['addressWithinMonths'], 1, 12),
    ...checkEndings(rules['emailEndings']),
    ...checkTexts('What to think of before the record', rules['recordTopics'], mostTopics, longest.text),
    ...checkSome('Statements before the record', rules['recordStatements'], mostStatements, longest.text),
    ...checkWhole('Days that a clinician has for a referral', rules['referralDays'], 1, 90),
    // At 13 a child may use the NHS App; at 11 they may have an account of their own (domain facts, "Levels, review, proxy").
    ...checkWhole("The age at which access to a child's account is reviewed", rules['proxyReviewAge'], 11, 13),
    ...checkWhole('Days before a review at which staff are told', rules['proxyReviewNoticeDays'], 0, 365),
    ...checkWhole('Days for which applications are kept', rules['applicationsKeptDays'], 1, mostDaysKept),
    ...checkWhole('Days for which reviews of access are kept', rules['proxyReviewsKeptDays'], 1, mostDaysKept),
  ];
}

function checkPausedOn(day: unknown): string[] {
  if (day === null || dateSchema.safeParse(day).success) return [];
  return ['The day on which sign-up is paused must be null or written as 2026-12-24.'];
}

/** As `checkTexts`, and at least one: without it nobody could be told what to bring, or agree to anything. */
function checkSome(what: string, value: unknown, most: number, mostCharacters: number): string[] {
  const isEmpty = Array.isArray(value) && value.length === 0;
  return isEmpty ? [`${what} must be a list of at least one.`] : checkTexts(what, value, most, mostCharacters);
}

function checkEndings(value: unknown): string[] {
  const what = 'Endings of email addresses';
  const problems = checkTexts(what, value, mostEndings, longest.language);
  if (problems.length > 0) return problems;
  return checkEach(what, value, mostEndings, (ending) =>
    typeof ending === 'string' && /^[@.][A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*$/.test(ending)
      ? []
      : [`${what}: "${shorten(ending)}" must begin with @ or with a full stop, and be part of an address.`],
  );
}
