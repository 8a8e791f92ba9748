import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { ChainHead } from '../domain/audit';

/** The end of the audit chain on some day. */
export interface Anchor extends ChainHead {
  /** UTC instant, ISO 8601 with milliseconds. */
  at: string;
}

/**
 * Writes the end of the audit chain down outside the database, one line a day in `anchors.jsonl`: whoever rewrites the database, even with
 * both keys, cannot make it fit. Best on another disk or share. An anchor says nothing about anybody.
 * @throws the errors of the file system.
 */
export function appendAnchor(folder: string, { at, sequence, hash }: Anchor): void {
  mkdirSync(folder, { recursive: true });
  const handle = openSync(anchorsFile(folder), 'a', 0o600);
  try {
    // On a line of its own even after one that a power cut left half written.
    writeSync(handle, `\n${JSON.stringify({ at, sequence, hash })}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** The anchors written so far, oldest first; none where there is no file. A half-written line is passed over. */
export function readAnchors(folder: string): Anchor[] {
  const file = anchorsFile(folder);
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').flatMap(anchorsIn) : [];
}

function anchorsIn(line: string): Anchor[] {
  try {
    const value = JSON.parse(line) as Partial<Record<keyof Anchor, unknown>> | null;
    const { at, sequence, hash } = value ?? {};
    return typeof at === 'string' && typeof sequence === 'number' && typeof hash === 'string'
      ? [{ at, sequence, hash }]
      : [];
  } catch {
    return [];
  }
}

function anchorsFile(folder: string): string {
  return join(folder, 'anchors.jsonl');
}
