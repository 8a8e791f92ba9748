import { setImmediate } from 'node:timers/promises';
import {
  chainHash,
  chainStart,
  verifyChain,
  type AuditContent,
  type ChainHead,
  type ChainVerdict,
  type Hmac,
} from '../domain/audit';
import { canonicalJson } from '../domain/canonicalJson';
import type { AuditTable, Reader, Writer } from './schema';
import { sealOf } from './seal';

/** Something that was done, for the audit trail. */
export interface AuditEntry {
  /** UTC instant, ISO 8601 with milliseconds. */
  at: string;
  /** Who did it: `kiosk`, `system`, `commandLine`, or a member of staff. */
  actor: string;
  action: string;
  /** Random id of the visit it was about, never a patient's own identifier. */
  subjectId: string | null;
  /** Plain data; never a name, a date of birth or a number of a patient. */
  detail: Readonly<Record<string, unknown>>;
}

/** An entry in its place, as read back. */
export interface AuditRow extends AuditEntry {
  sequence: number;
}

/** Rows verified at a time, in a millisecond or two: who checks in meanwhile goes in between. */
const page = 50;

/**
 * Appends an entry to the chain, in the transaction of what it tells of: neither is ever there without the other.
 * @throws TypeError if `detail` is not plain data.
 */
export async function appendAudit(db: Writer, entry: AuditEntry): Promise<void> {
  const head = await auditHead(db);
  const content = { ...entry, detail: canonicalJson(entry.detail) };
  await db
    .insertInto('audit')
    .values({
      sequence: head.sequence + 1,
      at: content.at,
      actor: content.actor,
      action: content.action,
      subjectId: content.subjectId,
      detail: content.detail,
      previousHash: head.hash,
      hash: chainHash(head, contentOf(content), sealOf(db)),
    })
    .execute();
}

/** The end of the chain; its start if nothing was audited yet. */
export async function auditHead(db: Reader): Promise<ChainHead> {
  const last = await db
    .selectFrom('audit')
    .select(['sequence', 'hash'])
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last ?? chainStart;
}

/** Entries after `sequence` in the order they were made, at most `limit`. */
export async function readAudit(db: Reader, sequence: number, limit: number): Promise<AuditRow[]> {
  const rows = await rowsAfter(db, sequence, limit);
  return rows.map((row) => ({
    sequence: row.sequence,
    at: row.at,
    actor: row.actor,
    action: row.action,
    subjectId: row.subjectId,
    detail: detailOf(row.detail),
  }));
}

/** The detail of an entry. One that somebody has bent out of shape is shown as the text it is: the others must stay readable. */
export function detailOf(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  } catch {
    // Falls through to the text.
  }
  return { unreadable: text };
}

/**
 * Looks the whole chain through in pages. `anchors` are heads kept outside the database (`readAnchors`): without them rows cut off at the end are not
 * noticed. In a broken verdict `index` is the number of sound rows before the break.
 */
export async function verifyAudit(db: Reader, hmac: Hmac, anchors: readonly ChainHead[]): Promise<ChainVerdict> {
  let head = chainStart;
  let before = 0;
  for (;;) {
    const rows = await rowsAfter(db, head.sequence, page);
    const isEnd = rows.length < page;
    const reached = head.sequence + rows.length;
    const entries = rows.map((row) => ({ sequence: row.sequence, content: contentOf(row), hash: row.hash }));
    const verdict = verifyChain(
      entries,
      hmac,
      isEnd ? anchors : anchors.filter(({ sequence }) => sequence <= reached),
      head,
    );
    // What a row says of the one before it is not sealed itself: it must be the same.
    const bent = bentLink(rows, head);
    if (bent !== -1 && (verdict.isSound || bent < verdict.index)) {
      return { isSound: false, index: before + bent, why: 'altered' };
    }
    if (!verdict.isSound) {
      return { ...verdict, index: before + verdict.index };
    }
    if (isEnd) {
      return verdict;
    }
    head = verdict.head;
    before += rows.length;
    await setImmediate();
  }
}

/** Place of the first row that names another hash than that of the row before it, -1 if there is none. */
function bentLink(rows: readonly AuditTable[], head: ChainHead): number {
  return rows.findIndex(({ previousHash }, index) => previousHash !== (rows[index - 1]?.hash ?? head.hash));
}

function rowsAfter(db: Reader, sequence: number, limit: number): Promise<AuditTable[]> {
  return db.selectFrom('audit').where('sequence', '>', sequence).selectAll().orderBy('sequence').limit(limit).execute();
}

/** What is sealed: everything a row says. The detail is sealed as the text that is stored. */
function contentOf(row: Pick<AuditTable, 'at' | 'actor' | 'action' | 'subjectId' | 'detail'>): AuditContent {
  return { at: row.at, actor: row.actor, action: row.action, subjectId: row.subjectId, detail: row.detail };
}
