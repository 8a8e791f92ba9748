import {
  longestPublicLink,
  publicLinkProblems,
  type PublicLinkProblem,
} from '../../../preload/contract/rules/publicLink';
import { checkText, shorten } from './checks';

/** A link that everybody is shown as a QR code: the same for all, and nothing about anybody (design §8). */
export function checkLink(what: string, value: unknown): string[] {
  const problems = checkText(what, value, longestPublicLink);
  if (problems.length > 0 || typeof value !== 'string') return problems;
  return publicLinkProblems(value).map((problem) => `${what} ${linkSentence(problem)}`);
}

function linkSentence(problem: PublicLinkProblem): string {
  switch (problem.kind) {
    case 'notHttps':
      return 'must be an address that begins with https://.';
    case 'tooLong':
      return 'is too long for a QR code that everybody can scan.';
    case 'signIn':
      return 'must not hold a user name or a password.';
    case 'nhsNumber':
      return 'must not hold an NHS number.';
    case 'tells':
      return `must not hold "${shorten(problem.field)}": it is the same for everybody.`;
  }
}
