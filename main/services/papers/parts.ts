import type { Day } from '../../../preload/contract/rules/dates';
import type { PaperSize } from '../../../preload/contract/rules/paper';
import type { PaperHead } from '../../domain/slip/types';
import { safe } from '../desk/downtimePage';
import { demonstrationMark, given } from '../desk/paperPage';
import { qrCode } from './qrCode';
import type { PaperWords } from './words/words';

/** What a paper is drawn with: its size, and the languages it says everything in, English first. */
export interface Drawing {
  size: PaperSize;
  say: Say;
}

/** Something in every language of the paper, each in a line of its own, as HTML. */
export type Say = (pick: (words: PaperWords) => string) => string;

export function sayIn(catalogues: readonly PaperWords[]): Say {
  return (pick) =>
    catalogues
      .map(
        (words, index) =>
          `<span class="${index === 0 ? 'said' : 'said also'}" lang="${safe(words.language)}" dir="${words.direction}">${safe(pick(words))}</span>`,
      )
      .join('');
}

/** Widths of a code without its quiet zone, at least, in millimetres. */
const codeMillimetres: Record<PaperSize, number> = { a4: 36, a5: 30, roll80: 32, roll58: 25 };

/** Links in words that somebody would still type; of longer ones the place alone is named. */
const longestTyped = 48;

/** The code, what it does, and its link in words. */
export function codeOf({ size, say }: Drawing, link: string): string {
  const words = link.replace(/^https:\/\//, '').replace(/\/$/, '');
  const shown = words.length <= longestTyped ? words : new URL(link).hostname;
  return [
    '<aside class="scan">',
    qrCode(link, codeMillimetres[size]),
    `<p>${say((text) => text.scan)}</p>`,
    `<p class="link">${say((text) => text.opens)}<b>${given(shown)}</b></p>`,
    '</aside>',
  ].join('');
}

/** A code that our own desk reads: nothing to be opened. */
export function ownCodeOf({ size }: Drawing, text: string): string {
  return `<aside class="scan">${qrCode(text, codeMillimetres[size])}</aside>`;
}

/** Marks, the practice, what the paper is, and for whom. @param more HTML of a further mark, and of whom it is for; or empty. */
export function headOf(
  { practice, isDemonstration }: PaperHead,
  heading: string,
  more: { mark?: string; whose?: string } = {},
): string {
  const marks = [demonstrationMark(isDemonstration), more.mark ?? ''].filter((one) => one !== '');
  return [
    '<header>',
    `<div class="top"><p class="practice">${given(practice)}</p>${marks.length === 0 ? '' : `<p class="marks">${marks.join('')}</p>`}</div>`,
    `<div class="title"><h1>${heading}</h1>${more.whose ?? ''}</div>`,
    '</header>',
  ].join('');
}

/** A label and what stands beside it; `value` is HTML. */
export function fact(label: string, value: string): string {
  return `<div class="fact"><dt>${label}</dt><dd>${value}</dd></div>`;
}

/** Whom to ask, when it was given out, and what else is to be known, at the foot. @param more HTML of further facts. */
export function footOf({ say }: Drawing, { helpPhone, issuedOn }: PaperHead, more: readonly string[] = []): string {
  const help =
    helpPhone === null
      ? say((words) => words.askReception)
      : `<span class="inline">${say((words) => words.ring)}</span> <b>${given(helpPhone)}</b>`;
  const facts = [
    fact(
      say((words) => words.needHelp),
      help,
    ),
    fact(
      say((words) => words.issued),
      dayIn(say, issuedOn),
    ),
    ...more,
  ];
  return `<footer><dl>${facts.join('')}</dl></footer>`;
}

export function dayIn(say: Say, day: Day): string {
  return say((words) => words.day(day));
}

/** Steps one after the other, each in every language. */
export function stepsOf(
  say: Say,
  heading: string,
  steps: (words: PaperWords) => readonly [string, string, string],
): string {
  const items = ([0, 1, 2] as const).map(
    (index) =>
      `<li><span class="number">${String(index + 1)}</span><div>${say((words) => steps(words)[index])}</div></li>`,
  );
  return `<section class="steps"><h2>${heading}</h2><ol>${items.join('')}</ol></section>`;
}
