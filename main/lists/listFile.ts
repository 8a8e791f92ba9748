import { open, stat, type FileHandle } from 'node:fs/promises';
import type { Stats } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { UnusableFile } from '../domain/list';
import { encodingOfHead, Utf8Check, type Encoding } from './encoding';
import { refuseOtherKind } from './fileKind';
import { refusals } from './refusals';

/** A day list of 30,000 rows, the most SystmOne writes, is about 6 MB. */
export const largestFile = 60 * 1024 * 1024;
const chunkBytes = 64 * 1024;
const headBytes = 64 * 1024;

/** A day list on disk, open for reading, that notices when somebody writes to it meanwhile. */
export class ListFile {
  private constructor(
    readonly name: string,
    private readonly handle: FileHandle,
    private readonly before: Stats,
  ) {}

  /** @throws UnusableFile when there is no such file, it is none of ours, or it is too big. */
  static async open(path: string, name: string): Promise<ListFile> {
    try {
      // Asked before opening: opening a pipe would wait for ever.
      const found = await stat(path);
      if (found.isDirectory()) throw refusals.folder(name);
      if (!found.isFile()) throw refusals.notAFile(name);
      const handle = await open(path, 'r');
      const file = new ListFile(name, handle, await handle.stat());
      const refusal = file.refusalBySize();
      if (refusal !== null) {
        await handle.close();
        throw refusal;
      }
      return file;
    } catch (error) {
      throw refusalFor(error, name);
    }
  }

  get bytes(): number {
    return this.before.size;
  }

  close(): Promise<void> {
    return this.handle.close();
  }

  /** The first 64 KB. @throws UnusableFile when they show another kind of file. */
  async head(): Promise<Buffer> {
    const head = Buffer.alloc(Math.min(headBytes, this.before.size));
    const length = await this.readAt(head, 0);
    const bytes = head.subarray(0, length);
    const refusal = refuseOtherKind(this.name, bytes);
    if (refusal !== null) throw refusal;
    return bytes;
  }

  /** The encoding, looking through the whole file if its start does not tell. @throws UnusableFile when it is no text. */
  async encoding(head: Buffer): Promise<Encoding> {
    let encoding = encodingOfHead(head);
    if (encoding === null) {
      const check = new Utf8Check();
      for await (const chunk of this.chunks()) check.add(chunk);
      encoding = check.result();
    }
    if (encoding === 'binary') throw refusals.binary(this.name);
    return encoding;
  }

  /** The file from its start to the size it had when opened. @throws UnusableFile when it has become shorter. */
  async *chunks(): AsyncGenerator<Buffer> {
    const chunk = Buffer.allocUnsafe(chunkBytes);
    let position = 0;
    while (position < this.before.size) {
      const length = await this.readAt(chunk.subarray(0, Math.min(chunkBytes, this.before.size - position)), position);
      if (length === 0) throw refusals.changedWhileRead(this.name);
      position += length;
      // A copy: whoever gets it may still hold it when the next one is read.
      yield Buffer.from(chunk.subarray(0, length));
    }
  }

  /**
   * Makes sure that nobody wrote to the file while it was read, and that it has been quiet for `quietMilliseconds`: an export or a copy over
   * the network that is still going on comes in bursts. Waits at most that long, and only for a file this fresh.
   * @throws UnusableFile when it changed.
   */
  async assertUnchanged(quietMilliseconds: number): Promise<void> {
    const age = Date.now() - this.before.mtimeMs;
    if (age < quietMilliseconds) await pause(Math.min(quietMilliseconds, quietMilliseconds - age));
    const after = await this.handle.stat().catch((error: unknown) => {
      throw refusalFor(error, this.name);
    });
    if (after.size !== this.before.size || after.mtimeMs !== this.before.mtimeMs)
      throw refusals.changedWhileRead(this.name);
  }

  private refusalBySize(): UnusableFile | null {
    if (this.before.size === 0) return refusals.empty(this.name);
    return this.before.size > largestFile ? refusals.tooBig(this.name, this.before.size, largestFile) : null;
  }

  private async readAt(into: Buffer, position: number): Promise<number> {
    try {
      return (await this.handle.read(into, 0, into.length, position)).bytesRead;
    } catch (error) {
      throw refusalFor(error, this.name);
    }
  }
}

function refusalFor(error: unknown, name: string): UnusableFile {
  if (error instanceof UnusableFile) return error;
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG' || code === 'ERR_INVALID_ARG_VALUE')
    return refusals.notFound(name);
  if (code === 'EACCES' || code === 'EPERM') return refusals.notReadable(name);
  return refusals.readFailed(name);
}
