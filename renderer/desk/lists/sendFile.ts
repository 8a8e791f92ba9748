import { uploadPartBytes } from '../../../preload/contract/desk/lists';
import type { DeskClient } from '../deskClient';

type Sender = Pick<DeskClient['lists'], 'begin' | 'part' | 'discard'>;

/** What we need of a file of the browser. */
export interface SendableFile {
  name: string;
  size: number;
  /** Milliseconds since the epoch. */
  lastModified: number;
  slice(from: number, to: number): { arrayBuffer(): Promise<ArrayBuffer> };
}

/** The file cannot be read on this PC any more, or is empty. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
}

/**
 * Sends a file in parts, each from where the machine says it stands.
 * @param progress from 0 to 1.
 * @returns the id of the upload.
 * @throws UnreadableFile, or what the contract's calls throw; nothing is left at the machine then.
 */
export async function sendFile(
  client: Sender,
  file: SendableFile,
  progress: (sent: number) => void,
  signal: AbortSignal,
): Promise<string> {
  if (file.size === 0) throw new UnreadableFile();
  const changedAt = new Date(file.lastModified).toISOString();
  const { uploadId } = await client.begin({ name: file.name.slice(-200), size: file.size, changedAt });
  try {
    for (let offset = 0; offset < file.size;) {
      const base64 = await partOf(file, offset);
      signal.throwIfAborted();
      const { received } = await client.part({ uploadId, offset, base64 });
      // Without a step forward it would go on for ever.
      if (received <= offset) throw new UnreadableFile();
      offset = received;
      progress(offset / file.size);
    }
    return uploadId;
  } catch (error) {
    await client.discard({ uploadId }).catch(() => undefined);
    throw error;
  }
}

async function partOf(file: SendableFile, offset: number): Promise<string> {
  const bytes = await file
    .slice(offset, Math.min(file.size, offset + uploadPartBytes))
    .arrayBuffer()
    .catch(() => {
      throw new UnreadableFile();
    });
  return toBase64(new Uint8Array(bytes));
}

/** `bytes` in base64. In pieces: a call with a quarter of a million arguments is refused. */
export function toBase64(bytes: Uint8Array): string {
  const piece = 8192;
  let binary = '';
  for (let from = 0; from < bytes.length; from += piece) {
    binary += String.fromCharCode(...bytes.subarray(from, from + piece));
  }
  return btoa(binary);
}
