import { isValidNhsNumber } from './nhsNumber';

export const longestPublicLink = 200;

/** Names under which a link hands over who somebody is. */
const namesOfPeople =
  /nhs|dob|birth|name|patient|person|user|account|email|mail|mobile|phone|postcode|token|key|secret|pass|code|auth|session|linkage|^(?:u|p)?id$|_id$|-id$|^n$/i;

/**
 * `https://`, a name of the network as everybody reads it, and what may follow: no backslash (programs read it as a slash or not, and come to
 * different places), and nothing but signs of a keyboard, for letters of other scripts look like Latin ones and lead elsewhere.
 */
const plainAddress =
  /^https:\/\/((?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z](?:[a-z0-9-]*[a-z0-9]))(?::\d{1,5})?(?:[/?#]|$)/i;
const keyboardSigns = /^[!-[\]-~]*$/;

/** What is wrong with a link; `tells` names the field of it that could identify somebody or let them in. */
export type PublicLinkProblem =
  { kind: 'notHttps' | 'tooLong' | 'signIn' | 'nhsNumber' } | { kind: 'tells'; field: string };

/**
 * A link that everybody is shown as a QR code is the same for all and says nothing of anybody (design §8): plain https, no sign-in in it, and
 * nothing that could identify a person or let them in, however it is written. Empty: it may be shown.
 */
export function publicLinkProblems(value: string): PublicLinkProblem[] {
  if (value.length > longestPublicLink) return [{ kind: 'tooLong' }];
  if (/^https:\/\/[^/?#]*@/i.test(value)) return [{ kind: 'signIn' }];
  const isPlain = keyboardSigns.test(value) && plainAddress.test(value) && URL.canParse(value);
  if (!isPlain) return [{ kind: 'notHttps' }];
  const plain = unwrapped(value);
  // The practice's own code in the NHS is nobody's.
  const telling = fieldsOf(plain).filter((name) => namesOfPeople.test(name) && !/^ods_?code$/i.test(name));
  // As people write it, too: 999 000 0018.
  const joined = plain.replace(/(?<=\d)[ +._/-]{1,2}(?=\d)/g, '');
  const numbers = [plain, joined].flatMap((text) => text.match(/\d{10,}/g) ?? []);
  return [
    ...[...new Set(telling)].map((field) => ({ kind: 'tells' as const, field })),
    ...(numbers.some(holdsNhsNumber) ? [{ kind: 'nhsNumber' as const }] : []),
  ];
}

/** Without percent signs before codes, however often they were put there. */
function unwrapped(link: string): string {
  const bare = link.replace(/%([0-9a-f]{2})/gi, (_code, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return bare === link ? link : unwrapped(bare);
}

/** The names of what is handed over: in the query, behind the hash, and between semicolons wherever they stand. */
function fieldsOf(link: string): string[] {
  const [beforeHash = '', ...hashes] = link.split('#');
  const [, ...queries] = beforeHash.split('?');
  const named = [...queries, ...hashes].flatMap((part) => part.split(/[?&;]/)).map(nameOf);
  const beside = link.split(/[/?&;#]/).filter((part) => part.includes('='));
  return [...named, ...beside.map(nameOf)].filter((name) => name !== '');
}

function nameOf(part: string): string {
  return (part.split('=')[0] ?? '').replace(/^.*\//, '').trim();
}

function holdsNhsNumber(digits: string): boolean {
  return digits.length === 10 && isValidNhsNumber(digits);
}
