import { StringDecoder } from 'node:string_decoder';

/** The encodings exports come in. `utf8` with a byte-order mark is `utf8` too: the mark is dropped while decoding. */
export type Encoding = 'utf8' | 'utf16le' | 'utf16be' | 'windows1252';

/** Turns bytes into text chunk by chunk. `end` gives what a cut-off character leaves. */
export interface Decoder {
  write(bytes: Buffer): string;
  end(): string;
}

/**
 * The encoding that the first bytes alone tell: a byte-order mark, or the NULs that UTF-16 puts beside every plain letter.
 * `binary` when there are NULs that no text has; null when the whole file must be looked at (`Utf8Check`).
 */
export function encodingOfHead(head: Buffer): Encoding | 'binary' | null {
  if (head.length >= 2 && head.readUInt16BE(0) === 0xfffe) return 'utf16le';
  if (head.length >= 2 && head.readUInt16BE(0) === 0xfeff) return 'utf16be';
  if (head.length >= 3 && head.readUIntBE(0, 3) === 0xefbbbf) return 'utf8';
  let even = 0;
  let odd = 0;
  for (let index = 0; index < head.length; index += 1) {
    if (head[index] !== 0) continue;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  }
  if (even + odd === 0) return null;
  const half = head.length / 2;
  if (odd > half * 0.7 && even < half * 0.05) return 'utf16le';
  if (even > half * 0.7 && odd < half * 0.05) return 'utf16be';
  return 'binary';
}

/** Watches a whole file go by and says whether it is UTF-8. One wrong byte anywhere and it is Windows-1252: no other text looks like UTF-8 by chance. */
export class Utf8Check {
  private readonly decoder = new TextDecoder('utf-8', { fatal: true });
  private isValid = true;
  private hasNul = false;

  add(bytes: Buffer): void {
    if (!this.hasNul) this.hasNul = bytes.includes(0);
    if (!this.isValid) return;
    try {
      this.decoder.decode(bytes, { stream: true });
    } catch {
      this.isValid = false;
    }
  }

  /** A character cut off by the end of the file does not make it another encoding: such a file is half-written. */
  result(): Encoding | 'binary' {
    if (this.hasNul) return 'binary';
    return this.isValid ? 'utf8' : 'windows1252';
  }
}

/** A decoder for `encoding` that drops a byte-order mark. Never throws: what cannot be decoded becomes U+FFFD. */
export async function createDecoder(encoding: Encoding): Promise<Decoder> {
  if (encoding === 'utf8' || encoding === 'utf16le') return withoutMark(new StringDecoder(encoding));
  // Loaded only for the files that need it: its tables are most of what the worker would load.
  const { default: iconv } = await import('iconv-lite');
  const decoder = iconv.getDecoder(encoding === 'utf16be' ? 'utf16-be' : encoding, { stripBOM: false });
  return withoutMark({ write: (bytes) => decoder.write(bytes), end: () => decoder.end() ?? '' });
}

function withoutMark(decoder: Decoder): Decoder {
  let isStart = true;
  const drop = (text: string): string => {
    if (!isStart || text === '') return text;
    isStart = false;
    return text.startsWith('\uFEFF') ? text.slice(1) : text;
  };
  return { write: (bytes) => drop(decoder.write(bytes)), end: () => drop(decoder.end()) };
}
