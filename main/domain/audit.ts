import { canonicalJson, type Json } from './canonicalJson';

/** What one audit row says; names of fields and what is in them are the store's. */
export type AuditContent = { readonly [name: string]: Json };

/** An audit row with its place in the chain. */
export interface ChainedEntry {
  /** Counts from 1 without a gap. */
  sequence: number;
  content: AuditContent;
  hash: string;
}

/** The end of a chain at some moment, as kept outside the database. */
export interface ChainHead {
  sequence: number;
  hash: string;
}

/** Keyed hash of bytes as text. An argument, so that the key stays where it is kept, apart from the store's (design §5). */
export type Hmac = (bytes: Uint8Array) => string;

/**
 * Why a chain cannot be trusted.
 * - `gap`: a row is missing, doubled or out of order; `altered`: a row, or one before it, is not what was written
 * - `cutOff`: rows that an anchor has seen are gone from the end; `replaced`: the chain is sound but is not the anchored one
 */
export type ChainBreak = 'gap' | 'altered' | 'cutOff' | 'replaced';

/** `index`: place in the list given of the first row that is wrong; its length when what is wrong is the end. */
export type ChainVerdict = { isSound: true; head: ChainHead } | { isSound: false; index: number; why: ChainBreak };

/** What a chain begins from. After old rows are purged, the head that stood before the first one kept takes its place. */
export const chainStart: ChainHead = { sequence: 0, hash: '' };

/**
 * The hash of the row after `previous`: over the hash before it, its number and everything it says.
 * @throws TypeError if `content` is not plain data (see `canonicalJson`).
 */
export function chainHash(previous: ChainHead, content: AuditContent, hmac: Hmac): string {
  return hmac(new TextEncoder().encode(canonicalJson([previous.hash, previous.sequence + 1, content])));
}

/**
 * Looks a chain through from `start`.
 * @param entries in order of their numbers.
 * @param anchors heads kept outside the database, in any order; those before `start` are not looked at. Without them a chain cut off at its end looks sound.
 */
export function verifyChain(
  entries: readonly ChainedEntry[],
  hmac: Hmac,
  anchors: readonly ChainHead[] = [],
  start: ChainHead = chainStart,
): ChainVerdict {
  // Two anchors of one number that differ cannot both be of this chain.
  const anchored = new Map<number, Set<string>>();
  for (const { sequence, hash } of anchors) anchored.set(sequence, (anchored.get(sequence) ?? new Set()).add(hash));
  let head = start;
  for (const [index, { sequence, content, hash }] of entries.entries()) {
    if (sequence !== head.sequence + 1) return { isSound: false, index, why: 'gap' };
    if (hash !== chainHash(head, content, hmac)) return { isSound: false, index, why: 'altered' };
    if ([...(anchored.get(sequence) ?? [])].some((known) => known !== hash))
      return { isSound: false, index, why: 'replaced' };
    head = { sequence, hash };
  }
  const isCutOff = anchors.some(({ sequence }) => sequence > head.sequence);
  return isCutOff ? { isSound: false, index: entries.length, why: 'cutOff' } : { isSound: true, head };
}
