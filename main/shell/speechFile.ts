/** Bytes of a RIFF header, and of the name and length of a chunk in it. */
const headerBytes = 12;
const chunkBytes = 8;

/**
 * A WAV file whose lengths are right. A program that writes into a pipe does not know them yet and writes the greatest there are, which not
 * every player takes.
 * @returns a copy of `file` with its real lengths, or null if it is no WAV file or holds no sound.
 */
export function withLengths(file: Uint8Array): Uint8Array | null {
  const bytes = Buffer.from(file);
  const nameAt = (at: number): string => bytes.subarray(at, at + 4).toString('latin1');
  if (bytes.length < headerBytes || nameAt(0) !== 'RIFF' || nameAt(8) !== 'WAVE') return null;
  bytes.writeUInt32LE(bytes.length - chunkBytes, 4);
  for (let at = headerBytes; at + chunkBytes < bytes.length;) {
    if (nameAt(at) === 'data') {
      bytes.writeUInt32LE(bytes.length - at - chunkBytes, at + 4);
      return bytes;
    }
    // Chunks begin on even bytes.
    const length = bytes.readUInt32LE(at + 4);
    at += chunkBytes + length + (length % 2);
  }
  return null;
}
