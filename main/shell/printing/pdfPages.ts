/*
 * What Chromium writes is plain: every object in clear, one table of where they are. It rounds the size of a page up to what its
 * layout can count in, up to a millimetre; a printer that is told another size than the page has may scale it or refuse it.
 */

/** Points of PDF in a millimetre. */
const points = 72 / 25.4;

/** A PDF that is not as Chromium writes them. */
export class UnreadablePdf extends Error {
  override readonly name = 'UnreadablePdf';
}

interface PageObject {
  number: number;
  /** Its dictionary as written, without its size. */
  before: string;
  after: string;
  height: number;
}

/**
 * Gives every page of `pdf` the exact size, measured from its top left corner, as an update at the end of the file (ISO 32000-1, 7.5.6).
 * @returns a new PDF and how many pages it has. @throws UnreadablePdf.
 */
export function sizePages(
  pdf: Buffer,
  size: { widthMillimetres: number; heightMillimetres: number },
): { pdf: Buffer; pages: number } {
  const pages = findPages(pdf);
  const tableAt = lastNumberAfter(pdf, 'startxref');
  const trailerAt = pdf.lastIndexOf('trailer');
  if (pages.length === 0 || trailerAt === -1) throw new UnreadablePdf();
  const trailer = pdf.toString('latin1', trailerAt, pdf.indexOf('startxref', trailerAt));
  const [, entries] = /trailer\s*<<([\s\S]*)>>/.exec(trailer) ?? [];
  if (entries === undefined || /\/(Prev|Encrypt)\b/.test(entries)) throw new UnreadablePdf();
  let length = pdf.length + 1;
  const written: string[] = ['\n'];
  const table = ['xref\n'];
  const write = (text: string): void => {
    written.push(text);
    length += text.length;
  };
  for (const { number, before, after, height } of pages) {
    const box = [0, height - size.heightMillimetres * points, size.widthMillimetres * points, height];
    table.push(`${String(number)} 1\n${String(length).padStart(10, '0')} 00000 n \n`);
    write(
      `${String(number)} 0 obj\n${before}/MediaBox [${box.map((edge) => edge.toFixed(4)).join(' ')}]${after}\nendobj\n`,
    );
  }
  const start = length;
  written.push(...table, `trailer\n<<${entries}/Prev ${String(tableAt)}>>\nstartxref\n${String(start)}\n%%EOF\n`);
  return { pdf: Buffer.concat([pdf, Buffer.from(written.join(''), 'latin1')]), pages: pages.length };
}

/** Only the dictionaries of pages become texts here: they hold no word of what stands on them. */
function findPages(pdf: Buffer): PageObject[] {
  const found: PageObject[] = [];
  for (let at = pdf.indexOf('/Type /Page\n'); at !== -1; at = pdf.indexOf('/Type /Page\n', at + 1)) {
    const start = pdf.lastIndexOf(' 0 obj', at);
    const end = pdf.indexOf('endobj', at);
    const [, number] = /(\d+)$/.exec(pdf.toString('latin1', Math.max(0, start - 10), start)) ?? [];
    const dictionary = pdf.toString('latin1', start + ' 0 obj'.length, end).trim();
    const box = /\/MediaBox \[0 0 [\d.]+ (?<height>[\d.]+)\]/.exec(dictionary);
    if (start === -1 || end === -1 || number === undefined || box === null) throw new UnreadablePdf();
    found.push({
      number: Number(number),
      before: dictionary.slice(0, box.index),
      after: dictionary.slice(box.index + box[0].length),
      height: Number(box.groups?.['height']),
    });
  }
  return found;
}

function lastNumberAfter(pdf: Buffer, word: string): number {
  const at = pdf.lastIndexOf(word);
  const [, number] = /^\s*(\d+)/.exec(pdf.toString('latin1', at + word.length, at + word.length + 24)) ?? [];
  if (at === -1 || number === undefined) throw new UnreadablePdf();
  return Number(number);
}
