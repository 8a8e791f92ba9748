import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allTickets, pickTicket } from '../../../main/domain/ticket';
import { ticketSchema } from '../../../preload/contract/kiosk';

const characters = new Set(allTickets.flatMap((ticket) => [...ticket]));

describe('every ticket', () => {
  test('is one of more than fifteen hundred, each different', () => {
    expect(allTickets.length).toBe(1690);
    expect(new Set(allTickets).size).toBe(allTickets.length);
  });

  test('fits the contract, begins with a letter and holds a digit', () => {
    for (const ticket of allTickets) {
      expect(() => ticketSchema.parse(ticket)).not.toThrow();
      expect(ticket).toMatch(/^[A-Z].*\d/);
    }
  });

  test('holds no vowel and nothing that reads as a word', () => {
    for (const ticket of allTickets) expect(ticket).not.toMatch(/[AEIOU]|[A-Z][34][A-Z]/);
  });

  test.each(['0', 'O', '1', 'I', 'L'])('never holds %s', (character) => {
    expect(characters.has(character)).toBe(false);
  });

  test.each([
    'B8',
    'S5',
    'Z2',
    'UV',
    'VY',
    'MN',
    'HN',
    'MH',
    'CG',
    'G6',
    'PR',
    'EF',
    'T7',
    'UW',
    'VW',
    '0D',
    '0Q',
    '17',
  ])('never holds both of %s, which look alike', (pair) => {
    expect([...pair].filter((character) => characters.has(character)).length).toBeLessThan(2);
  });

  test.each(['BD', 'DP', 'DT', 'DV', 'CD', 'T3', 'C3', 'MN', 'FS', 'SX', 'H8', 'A8', '59', 'IY', 'UQ', 'AH'])(
    'never holds both of %s, which sound alike',
    (pair) => {
      expect([...pair].filter((character) => characters.has(character)).length).toBeLessThan(2);
    },
  );
});

describe('picking', () => {
  const anyRandom = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

  test('never gives a taken ticket, and asks for one random number only', () => {
    fc.assert(
      fc.property(fc.subarray([...allTickets]), anyRandom, (taken, value) => {
        fc.pre(taken.length < allTickets.length);
        let asked = 0;
        const ticket = pickTicket(new Set(taken), () => {
          asked += 1;
          return value;
        });
        expect(taken).not.toContain(ticket);
        expect(allTickets).toContain(ticket);
        expect(asked).toBe(1);
      }),
      { numRuns: 50 },
    );
  });

  test('gives out every ticket once and then none, whatever the random numbers', () => {
    for (const value of [0, 0.5, 0.999_999_999_999]) {
      const taken = new Set<string>();
      for (const _ticket of allTickets) taken.add(pickTicket(taken, () => value) ?? 'none');
      expect([...taken].sort()).toEqual([...allTickets].sort());
      expect(pickTicket(taken, () => value)).toBeNull();
    }
  });

  test('is not confused by taken tickets of another kind, nor by a random number of one', () => {
    expect(pickTicket(new Set(['ZZZ', '']), () => 0)).toBe(allTickets[0]);
    expect(pickTicket(new Set(), () => 1)).toBe(allTickets.at(-1));
  });

  test('each free ticket is as likely as any other', () => {
    const taken = new Set(allTickets.filter((_ticket, index) => index % 2 === 0));
    const free = allTickets.length - taken.size;
    const picked = Array.from({ length: free * 4 }, (_one, index) =>
      pickTicket(taken, () => (index + 0.5) / (free * 4)),
    );
    const times = new Map<string | null, number>();
    for (const ticket of picked) times.set(ticket, (times.get(ticket) ?? 0) + 1);
    expect(new Set(times.values())).toEqual(new Set([4]));
    expect(times.size).toBe(free);
  });
});
