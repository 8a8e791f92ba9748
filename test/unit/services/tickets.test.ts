import { describe, expect, test, vi } from 'vitest';
import { readAudit } from '../../../main/store/audit';
import { countsOfDay } from '../../../main/store/counts';
import type { PrinterFacts } from '../../../main/services/ports';
import { day, handleOf, nobody } from './support';
import { applicant, openTickets, patient, wellPrinter } from './ticketsSupport';

const refusal = { event: 'ticket.printed', fields: { kind: 'refused' } };

describe('a paper of an ending', () => {
  test.each([
    ['checkIn', 'ticket'],
    ['choose', 'ticket'],
    ['join', 'ticket'],
    ['signUp', 'reference'],
  ] as const)('holds what %s gave, which is a %s', async (way, kind) => {
    const { asks, printing, log } = await openTickets();
    const answer = await asks[way]();
    const given = typeof answer === 'string' ? {} : (answer as { ticket?: string; reference?: string });
    const { job, printed } = await printing();
    expect(given[kind]).toMatch(/^[A-Z0-9]{3}(-[A-Z0-9]{3})?$/);
    expect(job.html).toContain(given[kind]);
    expect(job).toMatchObject({ printer: 'Kiosk-80', title: 'Ticket' });
    job.end();
    expect(await printed).toBe('printed');
    expect(log.entries.at(-1)).toEqual({ event: 'ticket.printed', fields: { kind: `${kind}.printed` } });
  });

  test('tells nothing of anybody: no name, no birth, no time and no clinician', async () => {
    for (const way of ['checkIn', 'signUp'] as const) {
      const { asks, printing } = await openTickets();
      await asks[way]();
      const { html } = (await printing()).job;
      const { firstName, lastName, dateOfBirth } = patient.patient;
      const secrets = [firstName, lastName, dateOfBirth, patient.clinician, '14:05', ...Object.values(applicant)];
      for (const secret of [...secrets, '2018-03-04', '4 March', 'Flu clinic']) expect(html).not.toContain(secret);
    }
  });

  test.each(['roll80', 'roll58'] as const)('comes on the paper that is set: %s', async (kioskPaper) => {
    const { asks, printing } = await openTickets({ machine: { kioskPaper } });
    await asks.join();
    const { sheet } = (await printing()).job;
    const widthMillimetres = kioskPaper === 'roll80' ? 80 : 58;
    expect(sheet).toMatchObject({ widthMillimetres, heightMillimetres: null, mayHavePages: false });
  });

  test('is refused where the ending holds nothing, and where no printer is set', async () => {
    const elsewhere = await openTickets({ rules: { calling: 'clinicalSystem' } });
    expect(await elsewhere.tickets.print()).toBe('refused');
    await elsewhere.asks.checkIn();
    expect(await elsewhere.tickets.print()).toBe('refused');
    const without = await openTickets({ machine: { kioskPrinter: null } });
    await without.asks.join();
    expect(await without.tickets.print()).toBe('refused');
    for (const { jobs, log } of [elsewhere, without]) {
      expect(jobs).toEqual([]);
      expect(log.entries).toContainEqual(refusal);
    }
  });

  test('is of the last ending only: a "no" after it holds nothing', async () => {
    const { asks, tickets, claim } = await openTickets();
    await asks.join();
    await tickets.remember(() => claim(nobody));
    expect(await tickets.print()).toBe('refused');
  });

  test('is nobody’s once the visit is over, from either side, and once they said that it was not theirs', async () => {
    const { asks, tickets, session, checkIn, jobs } = await openTickets();
    for (const end of [() => session.end(true), () => session.end(false), () => session.endByMain()]) {
      await asks.join();
      end();
      expect(await tickets.print()).toBe('refused');
    }
    const answer = await asks.checkIn();
    await checkIn.dispute(handleOf(answer));
    expect(await tickets.print()).toBe('refused');
    expect(jobs).toEqual([]);
  });

  test('is not the next person’s where its answer comes after the visit', async () => {
    const { asks, tickets, session } = await openTickets();
    const joining = asks.join();
    const joined = asks.signUp();
    session.end(true);
    await Promise.all([joining, joined]);
    expect(await tickets.print()).toBe('refused');
  });

  test('is printed twice at most, however often it is given or asked for at once', async () => {
    const { asks, tickets, jobs } = await openTickets();
    await asks.choose();
    const [first, second, third] = [tickets.print(), tickets.print(), tickets.print()];
    expect(await third).toBe('refused');
    await vi.waitUntil(() => jobs.length === 2);
    for (const job of jobs) job.end();
    expect(await Promise.all([first, second])).toEqual(['printed', 'printed']);
    await asks.signUp();
    await asks.choose('register');
    expect(await tickets.print()).toBe('refused');
    expect(jobs).toHaveLength(2);
  });

  test('is refused to whoever plays with it: a burst, and then a few a minute', async () => {
    const { asks, tickets, session, fake, timers } = await openTickets();
    fake.becomes = () => ({});
    const print = async (): Promise<string> => {
      session.end(true);
      await asks.signUp();
      return tickets.print();
    };
    for (let number = 0; number < 10; number += 1) expect(await print()).toBe('printed');
    expect(await print()).toBe('refused');
    timers.advance(15_001);
    expect(await print()).toBe('printed');
    expect(await print()).toBe('refused');
  });

  test('leaves nothing in the store: what was committed stands, and nothing waits for the printer', async () => {
    const { asks, printing, store, session, pass } = await openTickets();
    await asks.join();
    const before = [await countsOfDay(store.db, day), await readAudit(store.db, 0, 100)];
    const { printed } = await printing();
    session.end(true);
    expect(await asks.checkIn()).toMatchObject({ kind: 'checkedIn' });
    await pass(20_000);
    expect(await printed).toBe('failed');
    const after = await countsOfDay(store.db, day);
    expect(after).toMatchObject({ ...(before[0] as object) });
    expect(JSON.stringify(await readAudit(store.db, 0, 100))).not.toContain('printed');
  });
});

describe('how a paper ends', () => {
  test.each([
    ['printed', 'printed'],
    ['unknown', 'sent'],
    ['failed', 'failed'],
  ] as const)('%s at the printer is %s on the screen', async (end, state) => {
    const { asks, printing } = await openTickets();
    await asks.join();
    const { job, printed } = await printing();
    job.end({ state: end });
    expect(await printed).toBe(state);
  });

  test('what has not come out after 18 seconds is called back', async () => {
    const { asks, printing, pass } = await openTickets();
    await asks.join();
    const { job, printed } = await printing();
    job.tell({ state: 'waiting', reason: 'outOfPaper' });
    await pass(17_000);
    expect(job.signal?.aborted).toBe(false);
    await pass(1_000);
    expect(job.signal?.aborted).toBe(true);
    expect(await printed).toBe('failed');
  });

  test('nobody waits longer than 20 seconds for a printer that does not answer', async () => {
    const { asks, printing, pass } = await openTickets({ isDeaf: true });
    await asks.join();
    const ends: string[] = [];
    const making = await printing();
    void making.printed.then((end) => ends.push(end));
    making.job.tell({ state: 'making', reason: null });
    await pass(19_000);
    expect(ends).toEqual([]);
    await pass(1_000);
    expect(ends).toEqual(['failed']);
    const sent = await printing();
    sent.job.tell({ state: 'sent', reason: null });
    await pass(20_000);
    expect(await sent.printed).toBe('sent');
  });

  test('what has ended is not called back', async () => {
    const { asks, printing, pass } = await openTickets();
    await asks.join();
    const { job, printed } = await printing();
    job.end();
    await printed;
    await pass(20_000);
    expect(job.signal?.aborted).toBe(false);
  });
});

describe('whether the kiosk can print', () => {
  const stopped: PrinterFacts = { ...wellPrinter, state: 'stopped', reasons: ['paused'] };

  /** A kiosk whose printer is looked at every time, as while somebody is there. */
  async function openWatched() {
    const opened = await openTickets();
    const { session, pass, fake } = opened;
    /** The next look, which finds `printers`. */
    const find = async (printers: PrinterFacts[] | null): Promise<boolean> => {
      fake.printers = printers;
      session.touch();
      await pass(5_000);
      return opened.tickets.canPrint();
    };
    return { ...opened, find };
  }

  test('is no until its printer was seen to be well, and again once it is not', async () => {
    const { find, tickets } = await openWatched();
    expect(tickets.canPrint()).toBe(false);
    expect(await find([{ ...wellPrinter, name: 'Other' }])).toBe(false);
    for (const bad of [null, [], [stopped], [{ ...wellPrinter, state: 'notAccepting' as const }]]) {
      expect(await find([{ ...wellPrinter, state: 'busy' }])).toBe(true);
      expect(await find(bad)).toBe(false);
    }
    for (const reason of ['outOfPaper', 'coverOpen', 'jammed', 'offline'] as const) {
      expect(await find([wellPrinter])).toBe(true);
      expect(await find([{ ...wellPrinter, reasons: ['attention', reason] }])).toBe(false);
    }
    expect(await find([{ ...wellPrinter, reasons: ['attention'] }])).toBe(true);
  });

  test('is no while the printing system takes long to say how it is, and holds nobody up', async () => {
    const { find, tickets, pass, session, fake } = await openWatched();
    expect(await find([wellPrinter])).toBe(true);
    const { list } = fake;
    let answer: () => void = () => undefined;
    fake.list = () =>
      new Promise((resolve) => {
        answer = () => resolve([wellPrinter]);
      });
    session.touch();
    await pass(5_000);
    expect(tickets.canPrint()).toBe(true);
    await pass(5_000);
    expect(tickets.canPrint()).toBe(false);
    fake.list = list;
    answer();
    expect(await find([wellPrinter])).toBe(true);
  });

  test('is looked at every five seconds while somebody is there, else once a minute, and not at all without a printer', async () => {
    const { fake, session, pass, find, change } = await openWatched();
    await find([wellPrinter]);
    await find([wellPrinter]);
    expect(fake.looks).toBe(2);
    session.end(true);
    await pass(60_000);
    expect(fake.looks).toBe(3);
    change({ kioskPrinter: null });
    await pass(120_000);
    expect(fake.looks).toBe(3);
  });

  test('is no for a printer that has been chosen since, until it was looked at', async () => {
    const { find, change, tickets, changes } = await openWatched();
    expect(await find([wellPrinter])).toBe(true);
    change({ kioskPrinter: 'Kiosk-58' });
    expect(tickets.canPrint()).toBe(false);
    let news = 0;
    changes.subscribe(['printing'], () => (news += 1));
    expect(await find([{ ...wellPrinter, name: 'Kiosk-58' }])).toBe(true);
    expect(await find([{ ...wellPrinter, name: 'Kiosk-58' }])).toBe(true);
    expect(news).toBe(1);
  });

  test('is no for a minute after a paper failed, whatever the printer says of itself', async () => {
    const { find, asks, printing, tickets } = await openWatched();
    expect(await find([wellPrinter])).toBe(true);
    await asks.join();
    const { job, printed } = await printing();
    job.end({ state: 'failed' });
    await printed;
    expect(tickets.canPrint()).toBe(false);
    for (let look = 0; look < 11; look += 1) expect(await find([wellPrinter])).toBe(false);
    expect(await find([wellPrinter])).toBe(true);
  });
});
