import type { SlipField } from '../../../preload/contract/rules/slipValues';
import { tidySlipValue } from '../../../preload/contract/rules/slipValues';

/** What clinical systems and their letters call each detail. */
const names: Readonly<Record<SlipField, string>> = {
  odsCode: 'ODS code|practice code|practice ID|organi[sz]ation code',
  accountId: 'account ID|user ?name|user ID',
  secret: 'linkage key|pass ?phrase',
};

/** Characters of a copied block at most: a whole letter is more than anybody means to paste. */
const longestBlock = 2_000;

/** A name, another name for it in brackets if there is one, and what stands between it and the detail. */
const label = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:${Object.entries(names)
    .map(([field, words]) => `(?<${field}>${words})`)
    .join('|')})(?: *\([^()\n]*\))? *(?:[:=\t][^\S\n]*(?:\r?\n)?|\r?\n)[^\S\n]*`,
  'giu',
);

/**
 * The details in a block that was copied with their names (`Account ID: 123 Linkage key: abc`), each as it stands between its name and the next
 * one, or the end of its line. Null: there is no name in it, one stands there twice with different details, or a detail may not end where it
 * seems to; nobody is to guess.
 */
export function pastedDetails(text: string): Partial<Record<SlipField, string>> | null {
  if (text.length > longestBlock) return null;
  const found: Partial<Record<SlipField, string>> = {};
  const labels = [...text.matchAll(label)];
  for (const [place, match] of labels.entries()) {
    const field = fieldOf(match.groups);
    const next = labels[place + 1];
    const [line = '', ...others] = text.slice(match.index + match[0].length, next?.index).split(/[\r\n]/);
    const value = field === null ? '' : tidySlipValue(field, line);
    if (field === null || value === '') continue;
    if (isUnsure(line, next !== undefined && others.length === 0)) return null;
    if ((found[field] ?? value) !== value) return null;
    found[field] = value;
  }
  return Object.keys(found).length === 0 ? null : found;
}

/** A row of a table, or a sign that may end the detail or the sentence before the next name: nobody is to guess which. */
function isUnsure(line: string, isFollowed: boolean): boolean {
  return line.trim().includes('\t') || (isFollowed && /[,;.]\s*$/.test(line));
}

function fieldOf(groups: Record<string, string | undefined> | undefined): SlipField | null {
  for (const field of ['odsCode', 'accountId', 'secret'] as const) if (groups?.[field] !== undefined) return field;
  return null;
}
