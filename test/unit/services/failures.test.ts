import { describe, expect, test } from 'vitest';
import { settle } from '../../support/practice';
import { byBarcode, byLetter, byPostcode, day, failingAtCommit, nobody, openCheckIn, row } from './support';

const present = row(1, '10:10');
const hidden = row(2, '10:10', { marking: 'private' });
const flagged = row(3, '10:10', { marking: 'seeReception' });
const cancelled = row(4, '10:10', { status: 'cancelled' });
const twin = (firstName: string) =>
  row(7, '10:20', { patient: { sourcePatientId: firstName, firstName, lastName: 'Twinned' } });
const twins = [twin('Bea'), twin('Ada')];
const [bea] = twins;
if (bea === undefined) throw new Error('There are two');
const rows = [present, hidden, flagged, cancelled, ...twins];

describe('failures in a row', () => {
  test('alert at the third, once, and go on being answered', async () => {
    const { claim, alerts, counts, published } = await openCheckIn({ rows });
    for (let time = 0; time < 2; time += 1) await claim(nobody);
    expect(await alerts()).toEqual([]);
    expect(published).not.toContain('alerts');
    await claim(nobody);
    expect(await alerts()).toMatchObject([{ kind: 'threeFailures', visitId: null, detail: null }]);
    expect(published).toContain('alerts');
    for (let time = 0; time < 4; time += 1) expect(await claim(nobody)).toEqual({ kind: 'reception' });
    expect(await alerts()).toHaveLength(1);
    expect(await counts()).toEqual({ 'claims.nobody': 7 });
  });

  test('alert although the write of the third fails: the next one that can be written is the third', async () => {
    let isFull = false;
    const { claim, checkIn, alerts, counts } = await openCheckIn({
      rows,
      store: (real) => failingAtCommit(real, () => isFull),
    });
    for (let time = 0; time < 2; time += 1) await claim(nobody);
    isFull = true;
    await expect(checkIn.claim(nobody)).rejects.toThrow('disk full');
    isFull = false;
    expect(await alerts()).toEqual([]);
    for (let time = 0; time < 3; time += 1) await claim(nobody);
    expect(await alerts()).toMatchObject([{ kind: 'threeFailures' }]);
    expect(await counts()).toEqual({ 'claims.nobody': 5 });
  });

  test('of one visitor are not those of the next; each may alert', async () => {
    const { claim, session, alerts } = await openCheckIn({ rows });
    await claim(nobody);
    await claim(nobody);
    session.end(true);
    await claim(nobody);
    await claim(nobody);
    expect(await alerts()).toEqual([]);
    await claim(nobody);
    session.end(true);
    for (let time = 0; time < 3; time += 1) await claim(nobody);
    expect((await alerts()).map(({ kind }) => kind)).toEqual(['threeFailures', 'threeFailures']);
  });

  test('go on counting for somebody else, and begin again after a success', async () => {
    const { claim, session, alerts } = await openCheckIn({ rows });
    await claim(nobody);
    await claim(nobody);
    session.end(false);
    await claim(byLetter(present));
    await claim(nobody);
    await claim(nobody);
    expect(await alerts()).toEqual([]);
    session.end(false);
    await claim(nobody);
    expect(await alerts()).toMatchObject([{ kind: 'threeFailures' }]);
  });

  test('are none of somebody identified, who has a desk row instead', async () => {
    const { claim, alerts, counts } = await openCheckIn({ rows });
    for (const one of [hidden, flagged, cancelled]) expect(await claim(byLetter(one))).toEqual({ kind: 'reception' });
    expect(await alerts()).toEqual([]);
    expect(await counts()).toEqual({ 'claims.found': 3 });
  });

  test('are none of a question for the postcode', async () => {
    const { claim, alerts, counts } = await openCheckIn({ rows });
    for (let time = 0; time < 4; time += 1) expect(await claim(byLetter(bea))).toEqual({ kind: 'askPostcode' });
    expect(await alerts()).toEqual([]);
    expect(await counts()).toEqual({});
  });
});

describe('twins whom nothing tells apart', () => {
  test('are reception, with one alert that names both, whichever way they are asked', async () => {
    const { claim, alerts, counts, visits } = await openCheckIn({ rows });
    expect(await claim(byPostcode(bea))).toEqual({ kind: 'reception' });
    expect(await claim(byLetter(bea, 'LS65RT'))).toEqual({ kind: 'reception' });
    expect(await alerts()).toMatchObject([
      {
        kind: 'cannotTell',
        visitId: null,
        detail: {
          patients: [
            { lastName: 'Twinned', firstName: 'Ada', starts: [`${day}T10:20`] },
            { lastName: 'Twinned', firstName: 'Bea', starts: [`${day}T10:20`] },
          ],
        },
      },
    ]);
    expect(await visits()).toEqual([]);
    expect(await counts()).toEqual({ 'claims.several': 2 });
  });

  test('are named too where a barcode stands for two appointments', async () => {
    const [one, other] = [row(1, '10:10'), row(1, '10:30', { sourceAppointmentId: 'A1-1010' })].map(
      (listed, index) => ({
        ...listed,
        patient: { ...listed.patient, sourcePatientId: `P${index}`, lastName: `Name${index}` },
      }),
    );
    if (one === undefined || other === undefined) throw new Error('There are two');
    const { claim, alerts } = await openCheckIn({ rows: [one, other] });
    expect(await claim(byBarcode(one))).toEqual({ kind: 'reception' });
    expect(await alerts()).toMatchObject([{ kind: 'cannotTell', detail: { patients: [{}, {}] } }]);
  });

  test('are one when only one of them is on the list', async () => {
    const { claim } = await openCheckIn({ rows: [bea] });
    expect(await claim(byLetter(bea))).toMatchObject({ kind: 'checkedIn' });
  });
});

describe('an attempt limit', () => {
  const limits = { claimsInBurst: 2, claimsPerMinute: 60 };

  test('holds a claim before it is looked at, never for more than 10 seconds, and says no more than for how long', async () => {
    const { checkIn, claim, timers, log, counts } = await openCheckIn({ rows, rules: limits });
    await claim(nobody);
    await claim(nobody);
    let isAnswered = false;
    void checkIn.claim(byLetter(present)).then(() => (isAnswered = true));
    await settle();
    const held = log.entries.filter(({ event }) => event === 'checkIn.held');
    const milliseconds = held[0]?.fields.milliseconds ?? 0;
    expect(held).toEqual([{ event: 'checkIn.held', fields: { milliseconds } }]);
    expect(milliseconds).toBeGreaterThan(500);
    expect(milliseconds).toBeLessThanOrEqual(10_000);
    timers.advance(milliseconds - 1);
    await settle();
    expect(await counts()).toEqual({ 'claims.nobody': 2 });
    timers.advance(1);
    await settle();
    expect(await counts()).toEqual({ 'claims.nobody': 2, 'claims.found': 1 });
    timers.advance(49);
    await settle();
    expect(isAnswered).toBe(false);
    timers.advance(1);
    await settle();
    expect(isAnswered).toBe(true);
    expect(log.entries.at(-1)).toEqual({
      event: 'checkIn.answered',
      fields: { kind: 'checkedIn', milliseconds: 50 },
    });
  });

  test('lets nobody stand behind a flood: what waits is dropped unlooked at when a newer claim comes', async () => {
    const { checkIn, timers, counts } = await openCheckIn({ rows });
    const flood = Array.from({ length: 50 }, () => checkIn.claim(nobody));
    const own = checkIn.claim(byLetter(present));
    await settle();
    timers.advance(50);
    await settle();
    timers.advance(50);
    expect(await own).toMatchObject({ kind: 'checkedIn' });
    expect(await Promise.all(flood)).toEqual(flood.map(() => ({ kind: 'reception' })));
    expect(await counts()).toEqual({ 'claims.found': 1 });
  });
});
