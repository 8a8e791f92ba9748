import { isValidNhsNumber } from './nhsNumber';

export const longestPublicLink = 200;

/** Names under which a link hands over who somebody is. */
const namesOfPeople =
  /nhs|dob|birth|name|patient|person|user|account|email|mail|mobile|phone|postcode|token|key|secret|pass|code|auth|session|linkage|^(?:u|p)?id$|_id$|-id$|^n$/i;

/** What is wrong with a link; `tells` names the field of it that could identify somebody or let them in. */
export type PublicLinkProblem =
  { kind: 'notHttps' | 'tooLong' | 'signIn' | 'nhsNumber' } | { kind: 'tells'; field: string };

/**
 * A link that everybody is shown as a QR code is the same for all and says nothing of anybody (design §8): plain https, no sign-in in it, and
 * nothing that could identify a person or let them in. Empty: it may be shown.
 */
export function publicLinkProblems(value: string): PublicLinkProblem[] {
  if (value.length > longestPublicLink) return [{ kind: 'tooLong' }];
  const link = URL.canParse(value) ? new URL(value) : null;
  if (link === null || link.protocol !== 'https:' || !link.hostname.includes('.') || /[\s\p{Cc}]/u.test(value))
    return [{ kind: 'notHttps' }];
  if (link.username !== '' || link.password !== '') return [{ kind: 'signIn' }];
  const fields = [...link.searchParams.keys(), ...new URLSearchParams(link.hash.slice(1)).keys()];
  // The practice's own code in the NHS is nobody's.
  const telling = fields.filter((name) => namesOfPeople.test(name) && !/^ods_?code$/i.test(name));
  const numbers = link.href.match(/\d{10,}/g) ?? [];
  return [
    ...telling.map((field) => ({ kind: 'tells' as const, field })),
    ...(numbers.some(isValidNhsNumber) ? [{ kind: 'nhsNumber' as const }] : []),
  ];
}
