// Found by whichever project compiles this file.
// oxlint-disable-next-line typescript/triple-slash-reference -- the package has no types, so there is nothing to import
/// <reference path="./ippEncoder.d.ts" />
import type { IppResponse, IppValue } from 'ipp-encoder';

/*
 * Answers are read here and not by `ipp-encoder`: that takes lengths as numbers with a sign, goes back in the bytes where one is negative, and
 * so never ends on some of what is broken.
 */

/** Delimiters and values that are read by how they are written (RFC 8010, 3.5). */
const tags = { end: 0x03, firstValue: 0x10, firstWithValue: 0x20, integer: 0x21, boolean: 0x22, enumeration: 0x23 };
const withLanguage: readonly number[] = [0x35, 0x36];
/** One is a printer or a job; ten times as many as anybody has. */
const mostGroups = 100_000;

/** Bytes that are no whole answer in IPP. */
export class UnreadableAnswer extends Error {
  override readonly name = 'UnreadableAnswer';
}

type Group = IppResponse['groups'][number];

/** Reads a whole answer, from its version to the delimiter of its end (RFC 8010, 3.1). @throws UnreadableAnswer. */
export function readAnswer(bytes: Buffer): IppResponse {
  try {
    return read(bytes);
  } catch {
    // The engine's own words for reading past the end tell nobody anything.
    throw new UnreadableAnswer();
  }
}

/** @throws Error on what is cut short or is no IPP. */
function read(bytes: Buffer): IppResponse {
  const statusCode = bytes.readUInt16BE(2);
  const requestId = bytes.readInt32BE(4);
  const groups: Group[] = [];
  let at = 8;
  for (;;) {
    const tag = bytes.readUInt8(at);
    at += 1;
    if (tag === tags.end) return { statusCode, requestId, groups };
    const group = groups.at(-1);
    if (tag < tags.firstValue) {
      if (tag === 0 || groups.length === mostGroups) throw new UnreadableAnswer();
      groups.push({ tag, attributes: [] });
      continue;
    }
    const name = lengthAndBytes(bytes, at);
    const value = lengthAndBytes(bytes, at + 2 + name.length);
    at += 4 + name.length + value.length;
    if (group === undefined) throw new UnreadableAnswer();
    // Without a name it is one more value of the attribute before it.
    if (name.length > 0) group.attributes.push({ tag, name: name.toString('utf8'), value: [] });
    const attribute = group.attributes.at(-1);
    if (attribute === undefined) throw new UnreadableAnswer();
    attribute.value.push(...valueOf(tag, value));
  }
}

/** @throws Error where there are fewer bytes than it says. */
function lengthAndBytes(bytes: Buffer, at: number): Buffer {
  const length = bytes.readUInt16BE(at);
  if (at + 2 + length > bytes.length) throw new UnreadableAnswer();
  return bytes.subarray(at + 2, at + 2 + length);
}

/** Empty: it says that there is none. Numbers and truths are written in a length of their own; what is not is no value either. */
function valueOf(tag: number, value: Buffer): IppValue[] {
  if (tag < tags.firstWithValue) return [];
  if (tag === tags.integer || tag === tags.enumeration) return value.length === 4 ? [value.readInt32BE(0)] : [];
  if (tag === tags.boolean) return value.length === 1 ? [value.readUInt8(0) === 1] : [];
  if (!withLanguage.includes(tag)) return [value.toString('utf8')];
  const language = lengthAndBytes(value, 0);
  const text = lengthAndBytes(value, 2 + language.length);
  return [{ lang: language.toString('utf8'), value: text.toString('utf8') }];
}
