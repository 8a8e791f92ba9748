import { foldWords } from './words';

const withAccount = folded([
  'yes',
  'y',
  'true',
  't',
  '1',
  'registered',
  'active',
  'activated',
  'enabled',
  'linked',
  'on',
  'online',
  'has account',
  'has online account',
  'online account',
  'full',
  'full access',
]);

const withoutAccount = folded([
  'no',
  'n',
  'false',
  'f',
  '0',
  'none',
  'nil',
  'not registered',
  'unregistered',
  'not active',
  'not activated',
  'not enabled',
  'not linked',
  'unlinked',
  'never registered',
  'no account',
  'no online account',
  'no access',
  'no online access',
]);

/**
 * Does a cell say whether the patient has an account for online services? Null for any other word: `suspended`, `inactive` or `declined` may be
 * somebody who wanted access stopped, and they are not to be invited.
 */
export function readOnlineAccount(text: string): boolean | null {
  const word = foldWords(text);
  // A tick says yes; dashes and question marks say nothing.
  if (word === '') return /[✓✔☑]/u.test(text) ? true : null;
  if (withAccount.has(word)) return true;
  return withoutAccount.has(word) ? false : null;
}

function folded(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.map(foldWords));
}
