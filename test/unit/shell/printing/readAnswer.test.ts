import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { told } from '../../../../main/shell/printing/cups/ipp';
import { readAnswer, UnreadableAnswer } from '../../../../main/shell/printing/cups/readAnswer';
import { answerOf, attribute, integer, text } from './fakeScheduler';

const head = [1, 1, 0, 0, 0, 0, 0, 7];
const whole = answerOf(7, 0x0001, [
  { tag: 1, attributes: [attribute(0x47, 'attributes-charset', 'utf-8')] },
  {
    tag: 4,
    attributes: [
      text('printer-name', 'Reception'),
      attribute(0x36, 'printer-info', '\u0000\u0002cy\u0000\u0008Derbynfa'),
      attribute(0x13, 'printer-location', ''),
      attribute(0x44, 'printer-state-reasons', ['media-jam-error', 'cover-open-error']),
      integer('printer-state', 5),
      attribute(0x22, 'printer-is-accepting-jobs', '\u0001'),
    ],
  },
]);

describe('an answer of the printing system', () => {
  it('is read as it was written', () => {
    const { statusCode, requestId, groups } = readAnswer(whole);
    expect({ statusCode, requestId, tags: groups.map(({ tag }) => tag) }).toEqual({
      statusCode: 1,
      requestId: 7,
      tags: [1, 4],
    });
    const [, printer] = groups;
    if (printer === undefined) throw new Error('No printer');
    const facts = told(printer);
    expect(facts.text('printer-name')).toBe('Reception');
    expect(facts.text('printer-info')).toBe('Derbynfa');
    expect(facts.text('printer-location')).toBe('');
    expect(facts.texts('printer-state-reasons')).toEqual(['media-jam-error', 'cover-open-error']);
    expect(facts.number('printer-state')).toBe(5);
    expect(facts.isTrue('printer-is-accepting-jobs')).toBe(true);
  });

  it('is refused where it is cut short, wherever that is', () => {
    for (let length = 0; length < whole.length; length += 1)
      expect(() => readAnswer(whole.subarray(0, length)), String(length)).toThrow(UnreadableAnswer);
  });

  it.each<[string, number[]]>([
    // Read as a number with a sign, either goes back in the bytes and never comes to an end.
    ['a name of a length below nothing', [...head, 0x04, 0x44, 0xff, 0xfc, 0, 0, 3]],
    ['a value of a length below nothing', [...head, 0x04, 0x44, 0, 1, 0x61, 0xff, 0xf9, 3]],
    ['a value before any group', [...head, 0x44, 0, 1, 0x61, 0, 0, 3]],
    ['one more value of no attribute', [...head, 0x04, 0x44, 0, 0, 0, 1, 0x61, 3]],
    ['a text of a language that is longer than its value', [...head, 0x04, 0x35, 0, 1, 0x61, 0, 3, 0, 9, 0x61, 3]],
    ['groups without end', [...head, ...Array.from({ length: 200_000 }, () => 4)]],
  ])('is refused with %s', (_what, bytes) => {
    expect(() => readAnswer(Buffer.from(bytes))).toThrow(UnreadableAnswer);
  });

  it('says nothing where a value is not as long as its kind is', () => {
    const { groups } = readAnswer(
      answerOf(7, 0, [
        { tag: 2, attributes: [attribute(0x21, 'job-id', 'abc'), attribute(0x22, 'job-preserved', 'no')] },
      ]),
    );
    const [job] = groups;
    if (job === undefined) throw new Error('No job');
    expect(told(job).number('job-id')).toBeNull();
    expect(told(job).isTrue('job-preserved')).toBeNull();
  });

  it('ends whatever the bytes are, refused or read', () => {
    const spoilt = fc
      .array(fc.record({ at: fc.nat({ max: whole.length - 1 }), byte: fc.nat({ max: 255 }) }))
      .map((changes) => {
        const bytes = Buffer.from(whole);
        for (const { at, byte } of changes) bytes.writeUInt8(byte, at);
        return bytes;
      });
    const any = fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from([...head, ...bytes]));
    fc.assert(
      fc.property(fc.oneof(spoilt, any), (bytes) => {
        try {
          expect(readAnswer(bytes).groups.length).toBeLessThan(bytes.length);
        } catch (error) {
          expect(error).toBeInstanceOf(UnreadableAnswer);
        }
      }),
      { numRuns: 500 },
    );
  });
});
