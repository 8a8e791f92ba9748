import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { AuditEntryShown, AuditFilter } from '../../../preload/contract/desk/audit';
import { instantSchema } from '../../../preload/contract/desk/roles';
import type { ChainVerdict } from '../../domain/audit';
import { readAnchors, type Anchor } from '../../store/anchors';
import { appendAudit, verifyAudit, type AuditRow } from '../../store/audit';
import { auditKinds, auditPage, staffNames } from '../../store/auditRead';
import type { Store } from '../../store/store';
import type { Clock } from '../ports';
import { auditHeadings, auditLines } from './auditCsv';
import { filterToKeep, namedActor, queryOf, type NamedActor } from './auditNames';
import { actorOf, type Caller } from './caller';

const rowsShown = 100;
/** Entries in one part of an export, turned into text a few at a time. */
const rowsExported = 1000;
const rowsAtOnce = 100;

export interface AuditParts {
  store: Store;
  clock: Clock;
  /** The data folder: the ends of the chain are written down in its `anchors`. */
  folder: string;
}

export interface AuditView {
  rows: AuditEntryShown[];
  next: number | null;
  actors: NamedActor[];
  actions: string[];
}

export type AuditFinding =
  | { isSound: true; rows: number; anchors: number; lastAnchorAt: string | null }
  | { isSound: false; soundRows: number; why: (ChainVerdict & { isSound: false })['why'] };

export interface AuditExport {
  fileName: string;
  text: string;
  rows: number;
  next: number | null;
}

/** The audit trail as managers read it; whatever they do with it is in the trail itself. */
export interface AuditReading {
  read(filter: AuditFilter, before: number | null, caller: Caller): Promise<AuditView>;
  verify(caller: Caller): Promise<AuditFinding>;
  export(filter: AuditFilter, before: number | null, caller: Caller): Promise<AuditExport>;
}

export function createAuditReading({ store, clock, folder }: AuditParts): AuditReading {
  const kinds = createKinds(store);
  let verifying: Promise<AuditFinding> | null = null;

  const note = (action: string, detail: Record<string, unknown>, caller: Caller): Promise<void> =>
    store.write((db) => {
      const { role } = caller;
      const at = clock.instant();
      return appendAudit(db, { at, actor: actorOf(caller), action, subjectId: null, detail: { ...detail, role } });
    });

  const verify = async (): Promise<AuditFinding> => {
    const anchors = readAnchors(join(folder, 'anchors'));
    const verdict = await verifyAudit(store.db, store.auditSeal, anchors);
    return verdict.isSound
      ? { isSound: true, rows: verdict.head.sequence, anchors: anchors.length, lastAnchorAt: lastOf(anchors) }
      : { isSound: false, soundRows: verdict.index, why: verdict.why };
  };

  return {
    async read(filter, before, caller) {
      await kinds.refresh();
      if (before === null) {
        await note('audit.opened', { filter: filterToKeep(filter, kinds) }, caller);
        await kinds.refresh();
      }
      const names = await staffNames(store.db);
      const page = await auditPage(store.db, queryOf(filter), before, rowsShown);
      return {
        rows: page.rows.map((row) => ({ ...row, actor: namedActor(row.actor, names).name })),
        next: page.next,
        actors: [...kinds.actors]
          .map((actor) => namedActor(actor, names))
          .toSorted((one, other) => one.name.localeCompare(other.name)),
        actions: [...kinds.actions].toSorted(),
      };
    },
    async verify(caller) {
      // Two managers who ask at once get one answer: the chain is looked through once.
      verifying ??= verify().finally(() => {
        verifying = null;
      });
      const finding = await verifying;
      await note('audit.verified', finding, caller);
      return finding;
    },
    async export(filter, before, caller) {
      await kinds.refresh();
      if (before === null) await note('audit.exported', { filter: filterToKeep(filter, kinds) }, caller);
      const names = await staffNames(store.db);
      const query = queryOf(filter);
      const part: AuditExport = {
        fileName: `audit-trail-${clock.now().day}.csv`,
        text: before === null ? auditHeadings() : '',
        rows: 0,
        next: before,
      };
      do {
        const page: { rows: AuditRow[]; next: number | null } = await auditPage(store.db, query, part.next, rowsAtOnce);
        part.text += auditLines(page.rows, names);
        part.rows += page.rows.length;
        part.next = page.next;
        // Queries alone let nothing but other queries in: the desks, and the kiosk's page, must be heard as well.
        await setImmediate();
      } while (part.next !== null && part.rows < rowsExported);
      return part;
    },
  };
}

/** Who and what stands in the chain, kept from one reading to the next: only what was added since is looked at. */
function createKinds(store: Store) {
  const actors = new Set<string>();
  const actions = new Set<string>();
  let reached = 0;
  return {
    actors,
    actions,
    async refresh(): Promise<void> {
      for (;;) {
        const step = await auditKinds(store.db, reached);
        if (step === null) return;
        for (const { actor, action } of step.kinds) {
          actors.add(actor);
          actions.add(action);
        }
        reached = Math.max(reached, step.reached);
        await setImmediate();
      }
    },
  };
}

/** The latest; an anchor whose time nobody can read still holds the chain. */
function lastOf(anchors: readonly Anchor[]): string | null {
  const times = anchors.map(({ at }) => at).filter((at) => instantSchema.safeParse(at).success);
  return times.toSorted().at(-1) ?? null;
}
