import { describe, expect, test } from 'vitest';
import { uploadPartBytes, type Preview } from '../../../preload/contract/desk/lists';
import { inGroups, samplesOf, withHeading } from '../../../renderer/desk/lists/mappingFields';
import { sendFile, UnreadableFile, type SendableFile } from '../../../renderer/desk/lists/sendFile';
import { afterWord, canBeUsed, chosen, toDescribe, withFile } from '../../../renderer/desk/lists/uploadState';

const bytes = Uint8Array.from({ length: uploadPartBytes * 2 + 77 }, (_, index) => index % 251);
const fileOf = (content: Uint8Array<ArrayBuffer>): SendableFile =>
  new File([content], 'today.csv', { lastModified: 1_000 });

/** A machine that puts parts together; `lose` says which calls of `part` answer as if nothing had been received. */
function machine(lose: (call: number) => boolean = () => false) {
  const parts: Buffer[] = [];
  const begun: unknown[] = [];
  const discarded: string[] = [];
  let calls = 0;
  const received = (): number => Buffer.concat(parts).length;
  const client = {
    begin: (file: unknown) => {
      begun.push(file);
      return Promise.resolve({ uploadId: 'u' });
    },
    part: ({ offset, base64 }: { offset: number; base64: string }) => {
      calls += 1;
      if (!lose(calls) && offset === received()) parts.push(Buffer.from(base64, 'base64'));
      return Promise.resolve({ received: received() });
    },
    discard: ({ uploadId }: { uploadId: string }) => {
      discarded.push(uploadId);
      return Promise.resolve({});
    },
  };
  // The page's client has more to each call; sending needs no more than this.
  return {
    client: client as unknown as Parameters<typeof sendFile>[0],
    begun,
    discarded,
    whole: () => Buffer.concat(parts),
  };
}

const never = new AbortController().signal;

describe('sending a file', () => {
  test('gives the machine every byte, and how old it is', async () => {
    const { client, begun, whole } = machine();
    const told: number[] = [];
    expect(await sendFile(client, fileOf(bytes), (sent) => told.push(sent), never)).toBe('u');
    expect(whole().equals(Buffer.from(bytes))).toBe(true);
    expect(begun).toEqual([{ name: 'today.csv', size: bytes.length, changedAt: '1970-01-01T00:00:01.000Z' }]);
    expect(told).toHaveLength(3);
    expect(told.at(-1)).toBe(1);
  });

  test('ends, and leaves nothing behind, when the machine takes nothing more', async () => {
    const { client, discarded } = machine((call) => call === 2);
    await expect(sendFile(client, fileOf(bytes), () => undefined, never)).rejects.toThrow(UnreadableFile);
    expect(discarded).toEqual(['u']);
  });

  test('ends when it is no longer wanted, and when the file is gone from the PC or empty', async () => {
    const { client, discarded } = machine();
    const gone = AbortSignal.abort();
    await expect(sendFile(client, fileOf(bytes), () => undefined, gone)).rejects.toThrow();
    const lost: SendableFile = {
      ...fileOf(bytes),
      name: 'x',
      size: 9,
      lastModified: 0,
      slice: () => ({ arrayBuffer: () => Promise.reject(new Error('gone')) }),
    };
    await expect(sendFile(client, lost, () => undefined, never)).rejects.toThrow(UnreadableFile);
    expect(discarded).toEqual(['u', 'u']);
    await expect(sendFile(client, fileOf(new Uint8Array()), () => undefined, never)).rejects.toThrow(UnreadableFile);
  });
});

describe('what was looked at', () => {
  const ready = { kind: 'ready', tooManyBad: false } as Preview;
  const unknown = { kind: 'unknownHeadings' } as Preview;
  const files = chosen(['a.csv', 'b.csv']);

  test('can be used only when every file can', () => {
    expect(canBeUsed([])).toBe(false);
    expect(canBeUsed(withFile(files, 0, { preview: ready }))).toBe(false);
    const both = withFile(withFile(files, 0, { preview: ready }), 1, { preview: ready });
    expect(canBeUsed(both)).toBe(true);
    expect(canBeUsed(withFile(both, 1, { preview: { ...ready, tooManyBad: true } as Preview }))).toBe(false);
  });

  test('is described file by file', () => {
    expect(toDescribe(files)).toBeNull();
    expect(toDescribe(withFile(files, 1, { preview: unknown }))?.name).toBe('b.csv');
  });

  test('says what an import says, and nothing that comes late', () => {
    const using = afterWord({ phase: 'using', files, said: null }, { kind: 'progress', text: 'a.csv: 50 %' });
    expect(using).toMatchObject({ phase: 'using', said: 'a.csv: 50 %' });
    const done = afterWord(using, { kind: 'done', files: [] });
    expect(afterWord(done, { kind: 'progress', text: 'late' })).toBe(done);
    expect(afterWord(using, { kind: 'refused', reason: 'No.', problems: [] })).toMatchObject({ phase: 'refused' });
  });
});

describe('describing columns', () => {
  test('a column belongs to one field', () => {
    expect(withHeading({ date: 'When', time: 'At' }, 'start', 'When')).toEqual({ time: 'At', start: 'When' });
    expect(withHeading({ date: 'When' }, 'date', '')).toEqual({});
  });

  test('shows what its first rows hold', () => {
    const seen = {
      headings: ['Who', 'When'],
      samples: [
        ['KHAN', '9:00'],
        ['KHAN', ''],
        ['LI', '9:10'],
      ],
    };
    expect(samplesOf(seen, 'Who')).toEqual(['KHAN', 'LI']);
    expect(samplesOf(seen, 'None')).toEqual([]);
  });

  test('asks for what most files have first, and loses no field', () => {
    const fields = ['location', 'time', 'date', 'new'].map((field) => ({ field, isNeeded: false }));
    const { first, more } = inGroups(fields);
    expect(first.map(({ field }) => field)).toEqual(['date', 'time']);
    expect(more.map(({ field }) => field)).toEqual(['location', 'new']);
  });
});
