import { parse, type CsvError, type Options } from 'csv-parse';
import { parse as parseNow } from 'csv-parse/sync';

export type Delimiter = ',' | ';' | '\t';
export const delimiters: readonly Delimiter[] = [',', ';', '\t'];

/** One record of a CSV file. */
export interface CsvRecord {
  /** Line it starts on, counted as a text editor does, from 1. */
  line: number;
  /** Line breaks inside its cells. */
  lineBreaks: number;
  cells: string[];
}

/** The file ends inside a quoted cell, or a cell grows beyond all measure because its quotation mark is never closed. */
export class QuoteNeverClosed extends Error {
  override readonly name = 'QuoteNeverClosed';
  constructor(readonly line: number) {
    super('A quotation mark is never closed.');
  }
}

/** No row of a day list is longer, in characters; a cell whose quotation mark is never closed soon is. */
const longestRecord = 1_000_000;

function options(delimiter: Delimiter, onRecord: (cells: string[], parserLines: number) => void): Options<string[]> {
  return {
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_quotes: true,
    relax_column_count: true,
    ltrim: true,
    max_record_size: longestRecord,
    on_record: (cells, { lines }) => {
      onRecord(cells, lines);
      return null;
    },
  };
}

/**
 * Counts lines as an editor does. The parser's own count tells which records are plain lines, but counts a Windows line break inside quotes
 * twice; so where it moved by more than one line, the breaks are counted in the cells.
 */
class LineCounter {
  private next = 1;
  private parserLines = 0;

  take(cells: string[], parserLines: number): CsvRecord {
    const line = this.next;
    let lineBreaks = 0;
    if (parserLines !== this.parserLines + 1)
      for (const cell of cells) lineBreaks += cell.match(/\r\n|\n|\r/g)?.length ?? 0;
    this.parserLines = parserLines;
    this.next += 1 + lineBreaks;
    return { line, lineBreaks, cells };
  }

  get line(): number {
    return this.next;
  }
}

/** Parses a file piece by piece; after each piece the records it completed are there at once, so nothing piles up. */
export class RecordStream {
  private readonly lines = new LineCounter();
  private ready: CsvRecord[] = [];
  private failure: Error | null = null;
  private readonly parser;

  constructor(delimiter: Delimiter) {
    this.parser = parse(options(delimiter, (cells, lines) => this.ready.push(this.lines.take(cells, lines))));
    this.parser.on('error', (error: CsvError) => (this.failure = error));
    // Records are taken in on_record; the stream's own output is always empty.
    this.parser.resume();
  }

  /** @throws QuoteNeverClosed */
  async write(text: string | Buffer): Promise<CsvRecord[]> {
    if (text.length > 0) await new Promise<void>((done) => this.parser.write(text, () => done()));
    return this.take();
  }

  /** The records that were still open at the end of the file. @throws QuoteNeverClosed */
  async end(): Promise<CsvRecord[]> {
    await new Promise<void>((done) => this.parser.end(() => done()));
    return this.take();
  }

  private take(): CsvRecord[] {
    if (this.failure !== null) throw new QuoteNeverClosed(this.lines.line);
    const records = this.ready;
    this.ready = [];
    return records;
  }
}

/** The records of the start of a file, at most `limit`; a record cut off by the end of `text` may be missing or short. */
export function headRecords(text: string, delimiter: Delimiter, limit: number): CsvRecord[] {
  const lines = new LineCounter();
  const records: CsvRecord[] = [];
  try {
    parseNow(text, {
      ...options(delimiter, (cells, parserLines) => records.push(lines.take(cells, parserLines))),
      to: limit,
    });
  } catch {
    // The start of a file may end inside a quoted cell: what was whole before it is enough here.
  }
  return records;
}
