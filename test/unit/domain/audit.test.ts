import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  chainHash,
  chainStart,
  verifyChain,
  type AuditContent,
  type ChainedEntry,
  type ChainHead,
  type Hmac,
} from '../../../main/domain/audit';
import { canonicalJson } from '../../../main/domain/canonicalJson';

const hmacWith =
  (key: string): Hmac =>
  (bytes) =>
    createHmac('sha256', key).update(bytes).digest('hex');
const hmac = hmacWith('key');

function chain(contents: AuditContent[], start: ChainHead = chainStart): ChainedEntry[] {
  let head = start;
  return contents.map((content) => {
    head = { sequence: head.sequence + 1, hash: chainHash(head, content, hmac) };
    return { ...head, content };
  });
}

const contents = fc.array(
  fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null))),
  {
    minLength: 1,
    maxLength: 8,
  },
);

describe('an audit chain', () => {
  test('as it was written is sound, and tells its head', () => {
    fc.assert(
      fc.property(contents, (list) => {
        const entries = chain(list);
        const last = entries.at(-1);
        const head = { sequence: last?.sequence, hash: last?.hash };
        expect(verifyChain(entries, hmac, last === undefined ? [] : [last])).toEqual({ isSound: true, head });
      }),
    );
  });

  test('that is empty is sound until an anchor says otherwise', () => {
    expect(verifyChain([], hmac)).toEqual({ isSound: true, head: chainStart });
    expect(verifyChain([], hmac, [{ sequence: 1, hash: 'x' }])).toEqual({ isSound: false, index: 0, why: 'cutOff' });
  });

  test('shows the first row whose words were changed', () => {
    fc.assert(
      fc.property(contents, fc.nat(), (list, place) => {
        const entries = chain(list);
        const index = place % entries.length;
        const altered = entries.map((entry, at) =>
          at === index ? { ...entry, content: { ...entry.content, 'added later': true } } : entry,
        );
        expect(verifyChain(altered, hmac)).toEqual({ isSound: false, index, why: 'altered' });
      }),
    );
  });

  test('shows where a row was taken out, doubled or put elsewhere', () => {
    const [one, two, three] = chain([{ a: 1 }, { a: 2 }, { a: 3 }]) as [ChainedEntry, ChainedEntry, ChainedEntry];
    expect(verifyChain([two, three], hmac)).toEqual({ isSound: false, index: 0, why: 'gap' });
    expect(verifyChain([one, three], hmac)).toEqual({ isSound: false, index: 1, why: 'gap' });
    expect(verifyChain([one, one, two], hmac)).toEqual({ isSound: false, index: 1, why: 'gap' });
    expect(verifyChain([one, { ...three, sequence: 2 }], hmac)).toEqual({ isSound: false, index: 1, why: 'altered' });
  });

  test('cannot be written without the key', () => {
    expect(verifyChain(chain([{ a: 1 }]), hmacWith('another key'))).toEqual({
      isSound: false,
      index: 0,
      why: 'altered',
    });
  });

  test('that was cut off at its end is found by an anchor', () => {
    const entries = chain([{ a: 1 }, { a: 2 }, { a: 3 }]);
    expect(verifyChain(entries.slice(0, 2), hmac, entries)).toEqual({ isSound: false, index: 2, why: 'cutOff' });
  });

  test('that was written anew from some row on is found by an anchor', () => {
    const [kept, ...anchored] = chain([{ a: 1 }, { a: 2 }, { a: 3 }]) as [ChainedEntry, ...ChainedEntry[]];
    const anew = [kept, ...chain([{ a: 2, b: 0 }, { a: 3 }], kept)];
    expect(verifyChain(anew, hmac).isSound).toBe(true);
    expect(verifyChain(anew, hmac, anchored)).toEqual({ isSound: false, index: 1, why: 'replaced' });
  });

  test('whose old rows were purged goes on from the head before', () => {
    const entries = chain([{ a: 1 }, { a: 2 }, { a: 3 }]);
    const [purged, ...kept] = entries;
    expect(verifyChain(kept, hmac, entries, purged).isSound).toBe(true);
    expect(verifyChain(kept, hmac, entries).isSound).toBe(false);
  });
});

describe('canonical JSON', () => {
  test('is the same text for the same data in any order of names', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'é"\n' }], a: true })).toBe(
      '{"a":true,"b":[1,{"c":"é\\"\\n","d":null}]}',
    );
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const backwards = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalText(backwards)).toBe(canonicalText(value));
      }),
    );
  });

  test('gives the data back', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.boolean())), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test.each([
    [undefined],
    [{ a: undefined }],
    [[undefined]],
    [Number.NaN],
    [Infinity],
    [2 ** 53],
    [10n],
    [() => 1],
    [new Date(0)],
    ['\ud800'],
  ])('refuses %s, which JSON would lose or bend', (value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  });

  /** Arbitrary JSON has numbers that are not exact; those are refused alike. */
  function canonicalText(value: unknown): string {
    try {
      return canonicalJson(value);
    } catch (error) {
      return String(error);
    }
  }
});
