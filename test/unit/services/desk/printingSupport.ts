import type { Kysely } from 'kysely';
import { createInvitations } from '../../../../main/services/desk/invitations';
import { createPrinting } from '../../../../main/services/desk/printing';
import { createPrintMemory } from '../../../../main/services/desk/printingMemory';
import { createProxyReviews } from '../../../../main/services/desk/proxyReviews';
import { defaultMachineSettings } from '../../../../main/services/machineDefaults';
import type { MachineSettings } from '../../../../main/services/ports';
import type { PracticeRules } from '../../../../main/domain/types';
import { createFakePrinter } from '../../../support/fakePrinter';
import { openSignUpDesk } from './applicationsSupport';
import { createFakePapers } from './papersSupport';

/** A practice with a printer and everything that prints but the setup slip. Time stands still until a test moves it. */
export async function openPrinting({ rules }: { rules?: Partial<PracticeRules> } = {}) {
  const desk = await openSignUpDesk(rules === undefined ? {} : { rules });
  const { changes, store } = desk;
  const printer = createFakePrinter();
  const machine: MachineSettings = { ...defaultMachineSettings };
  const settings = { ...desk.settings, machine: () => ({ ...machine }) };
  const printMemory = createPrintMemory({ changes });
  let revision = 0;
  const shared = { ...desk, settings, printer, printMemory, nextRevision: () => (revision += 1) };
  const proxyReviews = createProxyReviews({ ...shared, papers: createFakePapers() });
  const invitations = createInvitations(shared);
  const printing = createPrinting({ ...shared, proxyReviews, invitations });
  /** What the trail holds of printing, the oldest first. */
  const trail = async () =>
    (await desk.trail())
      .filter(({ action }) => /^(print|invitations)\./.test(action))
      .map(({ actor, action, subjectId, detail }) => ({ actor, action, subjectId, detail }));
  /** Every row of every table, as text. */
  const stored = async (): Promise<string> => {
    const any = store.db as unknown as Kysely<Record<string, Record<string, unknown>>>;
    const tables = await any.selectFrom('sqlite_master').where('type', '=', 'table').select('name').execute();
    const rows = [];
    for (const { name } of tables) rows.push(await any.selectFrom(String(name)).selectAll().execute());
    return JSON.stringify(rows);
  };
  return { ...shared, machine, proxyReviews, invitations, printing, trail, stored };
}

/** A list of people as a desk sends it. */
export function listOf(...lines: string[]): string {
  return Buffer.from(`${lines.join('\r\n')}\r\n`).toString('base64');
}
