import type { SheetRow } from '../../domain/desk/downtime';
import type { DowntimeSheet } from '../../../preload/contract/desk/today';
import { letOthersGo, sliceOfRows } from './downtimeSheet';
import { asOfOn, birthIn, downtimeWords as words, timeIn, writtenAt } from './downtimeWords';

/** Of the locked file and of the sheet in it, on screen and on paper (A4, page numbers where the browser knows them). */
export const downtimeStyle = `
:root { color-scheme: light; font: 16px/1.4 Arial, Helvetica, sans-serif; color: #212b32; background: #fff; }
body { margin: 0 auto; max-width: 72rem; padding: 1.5rem; }
h1 { margin: 0 0 .5rem; font-size: 1.5rem; }
#print { margin-bottom: 1rem; }
p { margin: 0 0 1rem; }
label { display: block; font-weight: bold; }
input { font: inherit; width: 22rem; max-width: 100%; padding: .4rem; margin: .25rem 0 1rem; border: 2px solid #4c6272; }
button { font: inherit; font-weight: bold; padding: .5rem 1.25rem; border: 0; border-radius: 4px; background: #005eb8; color: #fff; }
:focus-visible { outline: 3px solid #ffeb3b; box-shadow: 0 0 0 5px #212b32; }
h1:focus { outline: none; box-shadow: none; }
#said { min-height: 1.4em; margin-top: 1rem; font-weight: bold; color: #b3261e; }
.demonstration { font-weight: bold; letter-spacing: .08em; }
table { width: 100%; border-collapse: collapse; font-size: .875rem; }
th, td { border: 1px solid #4c6272; padding: .35rem .4rem; text-align: left; vertical-align: top; }
thead .about { border: 0; padding: 0 0 .4rem; font-weight: normal; }
tbody tr { break-inside: avoid; height: 7.5mm; }
td.name, td.toMark { font-weight: bold; }
td.off { text-decoration: line-through; }
.time, .born, .arrived, .marked, .toMark { white-space: nowrap; }
th.name { width: 20%; }
th.notes { width: 20%; }
@page { size: A4 landscape; margin: 11mm 10mm 15mm; @bottom-right { content: "Page " counter(page) " of " counter(pages); font: 10pt Arial, sans-serif; } }
@media print { body { max-width: none; padding: 0; } button { display: none; } table { font-size: 9.5pt; } }
`;

/** The sheet as a page of its own: what the file holds encrypted. Everything that comes from a list is text in it and nothing else. */
export async function sheetPage(sheet: DowntimeSheet): Promise<string> {
  const { practice, day, at, listAsOf, isDemonstration, rows } = sheet;
  const about = [
    ...(isDemonstration ? [`<span class="demonstration">${words.demonstration}</span>`] : []),
    safe(practice),
    safe(words.asOf(listAsOf === null ? null : asOfOn(day, listAsOf), writtenAt(at))),
  ].join(' · ');
  const parts: string[] = [];
  for (let from = 0; from < rows.length; from += sliceOfRows) {
    parts.push(...rows.slice(from, from + sliceOfRows).map(rowOf));
    await letOthersGo();
  }
  const table =
    rows.length === 0
      ? `<p>${about}</p><p>${safe(words.empty)}</p>`
      : `<table><thead><tr><th class="about" colspan="${String(columns.length)}">${about}</th></tr>${headings}</thead><tbody>${parts.join('')}</tbody></table>`;
  return pageOf({ title: words.title, head: '', body: `<main><h1 tabindex="-1">${words.title}</h1>${table}</main>` });
}

/** A whole page. @param parts.head what else stands in its head; `body` is HTML. */
export function pageOf({ title, head, body }: { title: string; head: string; body: string }): string {
  return `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">${head}<title>${safe(title)}</title><style>${downtimeStyle}</style></head><body>${body}</body></html>\n`;
}

/** Text for HTML, in an element or in an attribute. */
export function safe(text: string): string {
  const signs: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (sign) => signs[sign] ?? '');
}

const columns = ['start', 'name', 'born', 'clinician', 'how', 'arrived', 'ticket', 'marked', 'notes'] as const;
const headings = `<tr>${columns.map((name) => `<th scope="col" class="${name}">${words.columns[name]}</th>`).join('')}</tr>`;

function rowOf(row: SheetRow): string {
  const isToMark = row.arrivedAt !== null && !row.isMarked;
  const isOff = row.listed === 'cancelled' && row.arrivedAt === null;
  const cells: readonly [string, string][] = [
    ['time', timeIn(row.start)],
    [isOff ? 'name off' : 'name', `${row.lastName}, ${row.firstName}`],
    ['born', birthIn(row.dateOfBirth)],
    ['clinician', row.clinician],
    ['how', howOf(row)],
    ['arrived', arrivedOf(row)],
    ['ticket', row.ticket ?? ''],
    [isToMark ? 'toMark' : 'marked', isToMark ? words.toMark : row.isMarked ? words.isMarked : ''],
    ['notes', ''],
  ];
  return `<tr>${cells.map(([name, text]) => `<td class="${name}">${safe(text)}</td>`).join('')}</tr>`;
}

function arrivedOf({ arrivedAt, listed, isMarked }: SheetRow): string {
  if (arrivedAt !== null) return timeIn(arrivedAt);
  return listed !== null && isMarked ? words.arrivedByList : '';
}

/** By phone, cancelled, seen: whatever keeps somebody from being waited for. */
function howOf({ mode, listed }: SheetRow): string {
  const status = listed === null ? words.notOnList : words.statuses[listed];
  return [words.modes[mode], status].filter((text) => text !== '').join(', ');
}
