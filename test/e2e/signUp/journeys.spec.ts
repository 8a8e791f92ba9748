import { expect, test } from '@playwright/test';
import { documents, openSignUpDesk, vouching, type SignUpDesk } from '../../support/applications';
import { finish } from '../../support/patient';
import { address, applyForMe, everything, type Applicant } from '../../support/signUp';

/*
 * From the first tap to the decision: the patient at the real kiosk, staff by the desk's contract over the network, each in one role. After each the
 * store, the trail, the screens, and what must not be stored. The desk's own page is in test/e2e/desk/applications.spec.ts.
 */

const adult: Applicant = {
  firstName: 'Perdita',
  lastName: "Quillfeather-O'Neil",
  dateOfBirth: '1971-03-27',
  nhsNumber: '999 000 0018',
  email: 'perdita@example.com',
  mobile: '07700 900123',
  services: everything,
};

test.describe('an application', () => {
  test.describe.configure({ mode: 'serial' });
  let desk: SignUpDesk;
  let people = 0;

  /** Somebody else each time. */
  const someone = (change: Partial<Applicant> = {}): Applicant => {
    people += 1;
    const { nhsNumber: _known, ...rest } = adult;
    return {
      ...rest,
      lastName: `Quillfeather${'abcdefghijklmnop'.charAt(people)}`,
      dateOfBirth: `1971-04-${String(people + 9)}`,
      ...change,
    };
  };
  const apply = async (who: Applicant): Promise<string> => {
    const given = await applyForMe(desk.kiosk.page, who);
    await expect(desk.kiosk.page.getByText('You are not checked in')).toHaveCount(0);
    await finish(desk.kiosk.page);
    return given;
  };
  const makeAndHandOver = async (given: string): Promise<void> => {
    await desk.act('accountCreator', 'createAccount', given);
    await desk.act('receptionist', 'handOver', given, { isInPerson: true });
  };
  const grant = (given: string, ...services: string[]): Promise<void> =>
    services.reduce(
      (before, service) =>
        before.then(() =>
          desk.act('authoriser', 'decide', given, { service, decision: 'granted', isCodeChecked: true }),
        ),
      Promise.resolve(),
    );

  test.beforeAll(async () => {
    test.setTimeout(180_000);
    desk = await openSignUpDesk();
  });
  test.afterAll(() => desk.close());

  test('of an adult with documents goes to the slip, and the number of no document is anywhere', async () => {
    const given = await apply(adult);
    const detail = await desk.open(given);
    expect(detail).toMatchObject({
      kind: 'self',
      firstName: 'Perdita',
      lastName: "Quillfeather-O'Neil",
      nhsNumber: '9990000018',
      address: { line1: address.line1, town: address.town },
      contact: { email: 'perdita@example.com', mobile: '07700900123', isSafe: true },
      identity: 'submitted',
      next: 'verify',
      slipRefusal: 'notVerified',
    });
    expect(detail.agreed?.statements).toHaveLength(6);

    // What a document says beyond its kind is not taken, however it is sent.
    const numbered = { ...documents, photoDocument: 'Passport 533401372' };
    expect((await desk.refused('verifier', 'verify', given, numbered)).json).toMatchObject({ code: 'NOT_COMPLETE' });
    const extra = { ...documents, documentNumber: '533401372', answer: 'Dr Marmaduke' };
    expect((await desk.refused('verifier', 'verify', given, extra)).status).toBe(400);
    await desk.act('verifier', 'verify', given, documents);
    await grant(given, 'appointments', 'prescriptions', 'record');
    const key = { isInPerson: true, linkageKey: 'kX7plantedQ9' };
    expect((await desk.refused('receptionist', 'handOver', given, key)).status).toBe(400);
    await makeAndHandOver(given);

    expect(await desk.stored(given)).toMatchObject({ ended: 'closed', work: { identity: 'verified' } });
    expect(await desk.trail(given)).toEqual([
      'application.sent kiosk',
      'application.verify verifier',
      'application.grant authoriser',
      'application.grant authoriser',
      'application.grant authoriser',
      'application.createAccount accountCreator',
      'application.handOver receptionist',
    ]);
    const text = await desk.text();
    expect(text).toContain('Council tax bill');
    for (const planted of ['533401372', 'Marmaduke', 'kX7plantedQ9']) expect(text).not.toContain(planted);
  });

  test('of somebody whom staff know is vouched for', async () => {
    const given = await apply(someone({ services: ['Order repeat prescriptions'] }));
    await desk.act('verifier', 'verify', given, vouching);
    await grant(given, 'prescriptions');
    await desk.act('accountCreator', 'createAccount', given);
    // Record access was not asked for, and the NHS App shows it unless it is off.
    expect((await desk.refused('receptionist', 'handOver', given, { isInPerson: true })).json).toMatchObject({
      data: { why: 'recordMustBeOff' },
    });
    await desk.act('authoriser', 'confirmRecordOff', given, { isOff: true, isCodeSet: true });
    await desk.act('receptionist', 'handOver', given, { isInPerson: true });
    expect(await desk.stored(given)).toMatchObject({
      ended: 'closed',
      work: { verification: { method: 'vouching', photoDocument: null, addressDocument: null } },
    });
    expect(await desk.trail(given)).toEqual([
      'application.sent kiosk',
      'application.verify verifier',
      'application.grant authoriser',
      'application.createAccount accountCreator',
      'application.confirmRecordOff authoriser',
      'application.handOver receptionist',
    ]);
  });

  test('of somebody vouched for from the record keeps no question and no answer, and never by a relative', async () => {
    const given = await apply(someone());
    const method = { ...vouching, method: 'vouchingWithRecord' };
    const byRelative = { ...method, interpreter: 'relative', wasAskedAlone: true };
    expect((await desk.refused('verifier', 'verify', given, byRelative)).json).toMatchObject({ code: 'NOT_COMPLETE' });
    const told = { ...method, questions: ['Where were you last seen?'], answers: ['At the Marmaduke clinic'] };
    expect((await desk.refused('verifier', 'verify', given, told)).status).toBe(400);
    await desk.act('verifier', 'verify', given, method);
    expect((await desk.stored(given)).work.verification).toMatchObject({ method: 'vouchingWithRecord' });
    await grant(given, 'appointments', 'prescriptions', 'record');
    expect(await desk.stored(given)).toMatchObject({
      ended: null,
      work: { decisions: { record: { decision: 'granted' } } },
    });
    expect(await desk.trail(given)).toEqual([
      'application.sent kiosk',
      'application.verify verifier',
      'application.grant authoriser',
      'application.grant authoriser',
      'application.grant authoriser',
    ]);
    expect(await desk.text()).not.toContain('Marmaduke');
  });

  test('whose record goes to a clinician waits with record access off, and is granted later', async () => {
    const given = await apply(someone());
    await desk.act('verifier', 'verify', given, documents);
    await grant(given, 'appointments', 'prescriptions');
    await desk.act('authoriser', 'refer', given, { dueOn: null });
    expect(await desk.open(given)).toMatchObject({ decisions: { record: 'referred' }, dueOn: '2026-12-07' });
    await desk.act('accountCreator', 'createAccount', given);
    expect((await desk.refused('receptionist', 'handOver', given, { isInPerson: true })).json).toMatchObject({
      data: { why: 'recordMustBeOff' },
    });
    await desk.act('authoriser', 'confirmRecordOff', given, { isOff: true, isCodeSet: true });
    await desk.act('receptionist', 'handOver', given, { isInPerson: true });
    expect(await desk.open(given)).toMatchObject({ next: 'review', ended: null });
    expect((await desk.as.authoriser('applications/review', {})).status).toBe(403);
    await desk.act('clinicalReviewer', 'review', given, { decision: 'granted' });
    expect(await desk.stored(given)).toMatchObject({ ended: 'closed' });
    expect((await desk.trail(given)).slice(4)).toEqual([
      'application.refer authoriser',
      'application.createAccount accountCreator',
      'application.confirmRecordOff authoriser',
      'application.handOver receptionist',
      'application.reviewGrant clinicalReviewer',
    ]);
  });

  test('that is refused keeps the kind of reason and no other word', async () => {
    const given = await apply(someone());
    const told = { reason: 'doesNotMatch', words: 'Looked like Marmaduke instead' };
    expect((await desk.refused('verifier', 'refuse', given, told)).status).toBe(400);
    await desk.act('verifier', 'refuse', given, { reason: 'doesNotMatch' });
    expect(await desk.stored(given)).toMatchObject({ ended: 'refused', work: { refusedFor: 'doesNotMatch' } });
    expect((await desk.refused('verifier', 'verify', given, documents)).json).toMatchObject({ data: { why: 'ended' } });
    expect(await desk.trail(given)).toEqual(['application.sent kiosk', 'application.refuse verifier']);
    expect(await desk.text()).not.toContain('Marmaduke');
  });

  test('that is withdrawn is over', async () => {
    const given = await apply(someone());
    await desk.act('receptionist', 'withdraw', given);
    expect(await desk.stored(given)).toMatchObject({ ended: 'withdrawn' });
    expect(await desk.trail(given)).toEqual(['application.sent kiosk', 'application.withdraw receptionist']);
  });

  test('leaves nothing of anybody in the program’s log', () => {
    expect(desk.kiosk.kiosk.log()).not.toMatch(/Quillfeather|Perdita|9990000018/);
  });
});
