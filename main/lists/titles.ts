/** Titles as they are shown; the key is how an export may write one, without its full stop. */
const titles = new Map<string, string>([
  ['dr', 'Dr'],
  ['doctor', 'Dr'],
  ['prof', 'Prof'],
  ['professor', 'Prof'],
  ['mr', 'Mr'],
  ['mrs', 'Mrs'],
  ['ms', 'Ms'],
  ['miss', 'Miss'],
  ['mx', 'Mx'],
  ['master', 'Master'],
  ['sir', 'Sir'],
  ['dame', 'Dame'],
  ['lady', 'Lady'],
  ['lord', 'Lord'],
  ['rev', 'Rev'],
  ['revd', 'Rev'],
  ['reverend', 'Rev'],
  ['nurse', 'Nurse'],
  ['sister', 'Sister'],
]);

/** The title a word is (`dr.` → `Dr`), or null. */
export function readTitle(word: string): string | null {
  return titles.get(word.toLowerCase().replace(/\.$/, '')) ?? null;
}
