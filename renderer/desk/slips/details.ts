import {
  lookAlikes,
  slipFields,
  slipFieldsOf,
  slipGroups,
  slipProblem,
  slipProblemSchema,
  spelled,
  tidySlipValue,
} from '../../../preload/contract/rules/slipValues';
import type { SlipField, SlipProblem, SlipSystem, SlipValues } from '../../../preload/contract/rules/slipValues';
import type { PrinterRow, PrintingSnapshot } from '../../../preload/contract/desk/printing';
import { paperSizes } from '../../../preload/contract/rules/paper';
import type { PaperSize } from '../../../preload/contract/rules/paper';
import { characterName, lookAlikeSentence } from '../../text/desk/slips';

/** What is wrong with which detail: kinds, never the detail itself. */
export type DetailProblems = Partial<Record<SlipField, SlipProblem>>;

export const noDetails: SlipValues = { odsCode: '', accountId: '', secret: '' };

/** Each detail that `system` has as `read` gives it, tidied; the others empty. */
export function tidyDetails(system: SlipSystem, read: (field: SlipField) => string): SlipValues {
  const values = { ...noDetails };
  for (const field of slipFieldsOf(system)) values[field] = tidySlipValue(field, read(field));
  return values;
}

/** What can be told of the details without the clinical system. */
export function detailProblems(system: SlipSystem, values: SlipValues): DetailProblems {
  const problems: DetailProblems = {};
  for (const field of slipFieldsOf(system)) {
    const problem = slipProblem(field, values[field]);
    if (problem !== null) problems[field] = problem;
  }
  return problems;
}

/** The problems that the machine has found: what `INVALID` says. */
export function problemsOfRefusal(data: unknown): DetailProblems {
  const problems: DetailProblems = {};
  const list = typeof data === 'object' && data !== null && 'problems' in data ? data.problems : null;
  for (const one of Array.isArray(list) ? (list as unknown[]) : []) {
    if (typeof one !== 'object' || one === null || !('field' in one) || !('problem' in one)) continue;
    const field = slipFields.find((name) => name === one.field);
    const problem = slipProblemSchema.safeParse(one.problem);
    if (field !== undefined && problem.success) problems[field] ??= problem.data;
  }
  return problems;
}

/**
 * What is easily mistaken in a detail, a sentence for each character that occurs, in the order they occur. Nothing where the
 * form of it leaves nothing open: the ODS code, and digits alone, where a letter among them would be told.
 */
export function lookAlikeSentences(field: SlipField, value: string): string[] {
  if (field === 'odsCode' || /^\d*$/.test(value)) return [];
  const told = new Map<string, string>();
  for (const { character, others } of lookAlikes(value)) {
    if (!told.has(character)) {
      told.set(character, lookAlikeSentence(character, nameOf(character), [...others].map(nameOf)));
    }
  }
  return [...told.values()];
}

/** A detail in the groups that are printed, each with what it is in words: for whoever does not see the page, and for reading aloud. */
export function spelledGroups(value: string): { group: string; words: string }[] {
  return slipGroups(value).map((group) => ({
    group,
    words: spelled(group)
      .map(({ character, kind }) => characterName(character, kind))
      .join(', '),
  }));
}

/** The paper to begin with: the first that has a printer, else A4. */
export function firstPaper(chosen: PrintingSnapshot['chosen']): PaperSize {
  return paperSizes.find((size) => chosen[size] !== null) ?? 'a4';
}

/** The printers that a slip may come out of: never the one at the kiosk (design §8). Null: no printing system answers. */
export function slipPrinters({
  printers,
  kioskPrinter,
}: Pick<PrintingSnapshot, 'printers' | 'kioskPrinter'>): PrinterRow[] | null {
  return printers?.filter(({ name }) => name !== kioskPrinter?.printer) ?? null;
}

function nameOf(character: string): string {
  return spelled(character)
    .map((one) => characterName(one.character, one.kind))
    .join('');
}
