import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printReasonSchema, printStateSchema } from '../../../preload/contract/desk/printing';
import type { PrinterRow, PrintingSnapshot } from '../../../preload/contract/desk/printing';
import { paperSizes } from '../../../preload/contract/rules/paper';
import { changesIn, papersToPrint, planOf, printerLines } from '../../../renderer/desk/slips/printers/printerRows';
import { outcomeWords, printerSentences, printerStandings, usedForWords } from '../../../renderer/text/desk/printing';

const none = { a4: null, a5: null, roll80: null, roll58: null };
const office: PrinterRow = {
  name: 'Office',
  description: 'Brother',
  location: 'Back office',
  state: 'ready',
  reasons: [],
};
const tickets: PrinterRow = { ...office, name: 'Tickets', description: '', location: 'Kiosk' };

function snapshotOf(change: Partial<PrintingSnapshot>): PrintingSnapshot {
  return {
    revision: 1,
    printers: [office, tickets],
    chosen: none,
    kioskPrinter: null,
    isKeeping: null,
    links: { emis: '', systmOne: '', nhsApp: '', start: '' },
    odsCode: null,
    helpPhone: null,
    batch: null,
    ...change,
  };
}

describe('the table of printers', () => {
  test('says what each is set for', () => {
    const lines = printerLines(
      snapshotOf({
        chosen: { ...none, a4: 'Office', a5: 'Office' },
        kioskPrinter: { printer: 'Tickets', size: 'roll58' },
      }),
    );
    expect(lines.map(({ name, sizes, isForTickets }) => [name, usedForWords(sizes, isForTickets)])).toEqual([
      ['Office', 'A4; A5'],
      ['Tickets', 'Tickets at the kiosk'],
    ]);
    expect(usedForWords([], false)).toBe('Nothing');
  });

  test('holds a printer that is set and has gone, once, with what to do', () => {
    const lines = printerLines(snapshotOf({ chosen: { ...none, a4: 'Old', roll80: 'Old' } }));
    expect(lines.map(({ name, state }) => [name, state])).toEqual([
      ['Office', 'ready'],
      ['Tickets', 'ready'],
      ['Old', 'gone'],
    ]);
    expect(lines[2]?.sizes).toEqual(['a4', 'roll80']);
    expect(printerSentences({ state: 'gone', reasons: [] })).toEqual([
      'The kiosk machine has no printer of this name any more. Choose another printer.',
    ]);
  });

  test('has only what is set where no printing system answers', () => {
    expect(printerLines(snapshotOf({ printers: null }))).toEqual([]);
    expect(printerLines(snapshotOf({ printers: null, chosen: { ...none, a5: 'Office' } }))).toHaveLength(1);
  });
});

describe('a printer', () => {
  test('that is well needs nothing', () => {
    expect(printerSentences({ state: 'ready', reasons: [] })).toEqual([]);
    expect(printerSentences({ state: 'busy', reasons: [] })).toEqual([]);
  });

  test('that stands still always says why and what to do, whether or not its printing system does', () => {
    expect(printerSentences({ state: 'stopped', reasons: [] })).toHaveLength(1);
    expect(printerSentences({ state: 'notAccepting', reasons: [] })).toHaveLength(1);
    expect(printerSentences({ state: 'stopped', reasons: ['outOfPaper', 'coverOpen'] })).toEqual([
      'There is no paper in the printer. Put paper in.',
      'A cover of the printer is open. Close it.',
    ]);
  });

  test('has a word for every state', () => {
    for (const word of Object.values(printerStandings)) expect(word).toMatch(/^[A-Z]/);
  });
});

describe('how a page went', () => {
  test('is said as a success only when the printing system says that it was printed', () => {
    for (const state of printStateSchema.options) {
      for (const reason of [null, ...printReasonSchema.options]) {
        const { kind, title, sentences } = outcomeWords({ state, reason }, 'Office');
        expect(kind === 'success', state).toBe(state === 'printed');
        expect(title).not.toBe('');
        // What failed for no known reason has nothing to add to its title.
        if (state !== 'failed' || reason !== null) expect(sentences.length, state).toBeGreaterThan(0);
      }
    }
  });

  test('says what to do at the printer where it waits, and to look before it is printed again where nobody can tell', () => {
    expect(outcomeWords({ state: 'waiting', reason: 'outOfPaper' }, 'Office').sentences.join(' ')).toContain(
      'Put paper in.',
    );
    const lost = outcomeWords({ state: 'unknown', reason: 'offline' }, 'Office').sentences.join(' ');
    expect(lost).toContain('Go and look at Office before you print it again.');
  });
});

describe('a plan of printers', () => {
  const printer = fc.constantFrom(null, 'Office', 'Tickets', 'Old');
  const snapshot = fc
    .record({
      chosen: fc.record({ a4: printer, a5: printer, roll80: printer, roll58: printer }),
      kioskPrinter: fc.option(
        fc.record({
          printer: fc.constantFrom('Office', 'Tickets'),
          size: fc.constantFrom('roll80' as const, 'roll58' as const),
        }),
      ),
    })
    .map(snapshotOf);

  test('that nobody has touched has no changes', () => {
    fc.assert(
      fc.property(snapshot, (saved) => {
        expect(changesIn(planOf(saved), planOf(saved))).toBeNull();
      }),
    );
  });

  test('saved is the plan: its changes over what was saved, and nothing that was not changed', () => {
    fc.assert(
      fc.property(snapshot, snapshot, (saved, wanted) => {
        const before = planOf(saved);
        const plan = planOf(wanted);
        const changes = changesIn(before, plan) ?? {};
        expect({ ...before, ...changes }).toEqual(plan);
        if ('slipPrinters' in changes) expect(before.slipPrinters).not.toEqual(plan.slipPrinters);
        if ('kioskPrinter' in changes) expect(before.kioskPrinter).not.toBe(plan.kioskPrinter);
      }),
    );
  });

  test('sends the paper with a ticket printer that is newly chosen: the one of the printer before is not known here', () => {
    const before = planOf(snapshotOf({}));
    expect(changesIn(before, { ...before, kioskPrinter: 'Tickets' })).toEqual({
      kioskPrinter: 'Tickets',
      kioskPaper: 'roll80',
    });
    const set = { ...before, kioskPrinter: 'Tickets' };
    expect(changesIn(set, { ...set, kioskPrinter: null })).toEqual({ kioskPrinter: null });
  });
});

test('only papers with a printer can be printed on, in the order asked for', () => {
  const printing = snapshotOf({ chosen: { ...none, a5: 'Office', roll80: 'Tickets' } });
  expect(papersToPrint(printing, ['roll80', 'a4', 'a5'])).toEqual([
    { size: 'roll80', printer: 'Tickets' },
    { size: 'a5', printer: 'Office' },
  ]);
  expect(papersToPrint(snapshotOf({}), paperSizes)).toEqual([]);
});
