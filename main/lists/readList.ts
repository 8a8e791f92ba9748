import type { Day } from '../../preload/contract/rules/dates';
import type { ListEvent, SavedMapping, StatusWords } from '../domain/list';
import type { ListedAppointment } from '../domain/types';
import { createDecoder, type Encoding } from './encoding';
import { findLayout, type Layout } from './layout';
import { ListFile } from './listFile';
import { profileOf } from './mapping';
import { builtInProfiles, type Profile } from './profiles';
import { QuoteNeverClosed, RecordStream, type CsvRecord } from './records';
import { refusals } from './refusals';
import { RowReader } from './rowReader';

export interface ReadListOptions {
  /** Profiles to try; the built-in ones unless told otherwise. */
  profiles?: readonly Profile[];
  /** Headings named by staff, which go before the profiles; none unless told otherwise. */
  mappings?: readonly SavedMapping[];
  /** The practice's own status words; none unless told otherwise. */
  statusWords?: StatusWords;
  /** How long a freshly written file must have been left alone, in milliseconds. */
  quietMilliseconds?: number;
}

const batchRows = 200;
const progressBytes = 512 * 1024;
const usualQuiet = 1000;

/**
 * Reads a day list in this thread, piece by piece: it goes on only as its reader asks for more, so a slow reader never makes it pile up rows.
 * @throws UnusableFile (see `List.read`)
 */
export async function* readList(
  path: string,
  name: string,
  day: Day,
  options: ReadListOptions = {},
): AsyncGenerator<ListEvent> {
  const file = await ListFile.open(path, name);
  try {
    const head = await file.head();
    const encoding = await file.encoding(head);
    const profiles = [...(options.mappings ?? []).map(profileOf), ...(options.profiles ?? builtInProfiles)];
    const layout = findLayout((await createDecoder(encoding)).write(head), name, profiles);
    yield { kind: 'opened', file: name, profile: layout.profile.id, source: layout.profile.source };

    const rows = new RowReader(layout, day, options.statusWords ?? {});
    const text = new TextReader(file, encoding, layout);
    let pending: ListedAppointment[] = [];
    let reported = 0;
    for await (const records of text.records()) {
      for (const record of records) {
        const appointment = rows.read(record);
        if (appointment === null) continue;
        pending.push(appointment);
        if (pending.length < batchRows) continue;
        yield { kind: 'rows', rows: pending };
        pending = [];
      }
      if (text.bytesRead - reported >= progressBytes) {
        reported = text.bytesRead;
        yield { kind: 'progress', bytesRead: reported, bytesTotal: file.bytes };
      }
    }
    if (pending.length > 0) yield { kind: 'rows', rows: pending };
    await file.assertUnchanged(options.quietMilliseconds ?? usualQuiet);

    const tally = rows.tally();
    if (tally.isLastRowShort && !text.endsWithLineBreak) throw refusals.cutOff(name);
    if (tally.ofTheDay === 0 && tally.otherDays > 0) throw refusals.otherDay(name, day, [...tally.daysHeld]);
    if (tally.rows === 0) throw refusals.noAppointments(name);
    yield { kind: 'progress', bytesRead: file.bytes, bytesTotal: file.bytes };
    const { rows: count, bad, otherDays, problems } = tally;
    yield { kind: 'finished', rows: count, bad, otherDays, problems };
  } finally {
    await file.close();
  }
}

/** The records of a file with where its reading stands. */
class TextReader {
  bytesRead = 0;
  endsWithLineBreak = true;

  constructor(
    private readonly file: ListFile,
    private readonly encoding: Encoding,
    private readonly layout: Layout,
  ) {}

  async *records(): AsyncGenerator<CsvRecord[]> {
    const decoder = await createDecoder(this.encoding);
    const stream = new RecordStream(this.layout.delimiter);
    try {
      for await (const chunk of this.file.chunks()) {
        this.bytesRead += chunk.length;
        yield await stream.write(this.watch(decoder.write(chunk)));
      }
      yield await stream.write(this.watch(decoder.end()));
      yield await stream.end();
    } catch (error) {
      if (!(error instanceof QuoteNeverClosed)) throw error;
      // A file that is still growing ends inside a quoted cell too, and then that is the better answer.
      await this.file.assertUnchanged(0);
      throw refusals.quoteNeverClosed(this.file.name, error.line);
    }
  }

  private watch(text: string): string {
    if (text !== '') this.endsWithLineBreak = /[\r\n]\s*$/.test(text.slice(-100));
    return text;
  }
}
