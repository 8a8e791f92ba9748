import { expect, test } from '@playwright/test';
import { documents, openSignUpDesk, type SignUpDesk } from '../../support/applications';
import { finish, heading, press } from '../../support/patient';
import {
  answerUpToServices,
  choose,
  fillBirth,
  fillName,
  forMe,
  record,
  reference,
  send,
  startSignUp,
  type Applicant,
} from '../../support/signUp';

/* As journeys.spec.ts, for whoever is not an adult with nothing to hide. A kiosk of its own: one screen sends ten applications in a burst at most. */

const adult: Applicant = {
  firstName: 'Perdita',
  lastName: 'Quillfeather',
  dateOfBirth: '1971-03-27',
  email: 'perdita@example.com',
  services: [record],
};

test.describe('an application', () => {
  test.describe.configure({ mode: 'serial' });
  let desk: SignUpDesk;

  test.beforeAll(async () => {
    test.setTimeout(180_000);
    desk = await openSignUpDesk();
  });
  test.afterAll(() => desk.close());

  test('of a child of 10 is a request that staff settle', async () => {
    const { page } = desk.kiosk;
    await forMe(page);
    await fillName(page, 'What is your name?', { firstName: 'Zebedee', lastName: 'Littlewood' });
    await fillBirth(page, 'What is your date of birth?', '2016-11-24');
    await expect(heading(page, 'Someone at reception will help you')).toBeVisible();
    await press(page, 'Ask reception to help me');
    const given = await reference(page);
    await finish(page);
    expect(await desk.open(given)).toMatchObject({ kind: 'underEleven', age: 9, next: 'doTask', address: null });
    expect((await desk.refused('verifier', 'verify', given, documents)).json).toMatchObject({
      data: { why: 'isTask' },
    });
    await desk.act('receptionist', 'finishTask', given, { outcome: 'talkedTo' });
    expect(await desk.stored(given)).toMatchObject({ ended: 'closed' });
    expect(await desk.trail(given)).toEqual(['application.sent kiosk', 'application.finishTask receptionist']);
  });

  for (const [age, dateOfBirth] of [
    [12, '2014-05-06'],
    [15, '2010-11-24'],
  ] as const) {
    test(`of a child of ${String(age)} alone is theirs: no parent is asked, and a clinician’s word comes before a decision`, async () => {
      const { page } = desk.kiosk;
      const { email: _none, ...rest } = adult;
      const who: Applicant = { ...rest, dateOfBirth, services: ['Book and cancel appointments'] };
      await forMe(page);
      await answerUpToServices(page, who);
      expect(await page.content()).not.toMatch(/parent/i);
      await expect(heading(page, 'Do you need help with communication or information?')).toBeVisible();
      await press(page, 'Continue');
      const given = await send(page);
      await finish(page);
      expect(await desk.open(given)).toMatchObject({ age, contact: { email: null, mobile: null } });
      await desk.act('verifier', 'verify', given, documents);
      const decide = { service: 'appointments', decision: 'granted', isCodeChecked: false };
      expect((await desk.refused('authoriser', 'decide', given, decide)).json).toMatchObject({
        data: { why: 'competenceNotConfirmed' },
      });
      await desk.act('clinicalReviewer', 'confirmCompetence', given);
      await desk.act('authoriser', 'decide', given, decide);
      expect(await desk.open(given)).toMatchObject({ decisions: { appointments: 'granted' }, next: 'createAccount' });
      expect(await desk.stored(given)).toMatchObject({ form: { contact: { email: null, mobile: null } } });
      expect(await desk.trail(given)).toEqual([
        'application.sent kiosk',
        'application.verify verifier',
        'application.confirmCompetence clinicalReviewer',
        'application.grant authoriser',
      ]);
    });
  }

  test('of a carer with power of attorney needs both people and what it rests on', async () => {
    const { page } = desk.kiosk;
    await startSignUp(page);
    await press(page, 'Continue');
    await choose(page, 'Who is this for?', 'Someone else');
    await choose(page, 'Who are you to this person?', 'I have power of attorney, or am their deputy');
    await fillName(page, 'What is your name?', { firstName: 'Ottoline', lastName: 'Bracegirdle' });
    await fillBirth(page, 'What is your date of birth?', '1968-01-02');
    await expect(heading(page, 'How can we contact you?')).toBeVisible();
    await press(page, 'Continue');
    await fillName(page, 'What is their name?', { firstName: 'Peregrine', lastName: 'Bracegirdle' });
    await fillBirth(page, 'What is their date of birth?', '1939-08-30');
    await press(page, 'Order repeat prescriptions');
    await press(page, 'Continue');
    await expect(heading(page, 'Do you need help with communication or information?')).toBeVisible();
    await press(page, 'Continue');
    const given = await send(page);
    await finish(page);
    expect(await desk.open(given)).toMatchObject({
      kind: 'someoneElse',
      firstName: 'Peregrine',
      asker: { firstName: 'Ottoline', relationship: 'attorney' },
    });
    const alone = { ...documents, wasAskedAlone: true };
    await desk.act('verifier', 'verify', given, alone);
    const decide = { service: 'prescriptions', decision: 'granted', isCodeChecked: false };
    expect((await desk.refused('authoriser', 'decide', given, decide)).json).toMatchObject({
      data: { why: 'askerNotVerified' },
    });
    await desk.act('verifier', 'verifyAsker', given, alone);
    const proxy = { relationship: 'attorney', basis: 'attorney', scope: ['prescriptions'] };
    await desk.act('authoriser', 'recordProxy', given, proxy);
    await desk.act('authoriser', 'decide', given, decide);
    await desk.act('accountCreator', 'createAccount', given);
    await desk.act('authoriser', 'confirmRecordOff', given, { isOff: true, isCodeSet: true });
    await desk.act('receptionist', 'handOver', given, { isInPerson: true });
    expect(await desk.stored(given)).toMatchObject({ ended: 'closed', work: { proxy: { basis: 'attorney' } } });
    expect(await desk.trail(given)).toEqual([
      'application.sent kiosk',
      'application.verify verifier',
      'application.verifyAsker verifier',
      'application.recordProxy authoriser',
      'application.grant authoriser',
      'application.createAccount accountCreator',
      'application.confirmRecordOff authoriser',
      'application.handOver receptionist',
    ]);
  });

  test('that ends in the quiet exit looks like any other, and nothing is decided before somebody has talked with them', async () => {
    const { page } = desk.kiosk;
    await forMe(page);
    await answerUpToServices(page, adult);
    await expect(heading(page, 'Before you see your record')).toBeVisible();
    await press(page, 'I would rather talk to someone first');
    const given = await reference(page);
    expect(await page.locator('main').textContent()).not.toMatch(/talk to someone/i);
    await finish(page);
    expect(await desk.open(given)).toMatchObject({ wantsToTalk: true, next: 'talk', agreed: null });
    await desk.act('verifier', 'verify', given, documents);
    const decide = { service: 'record', decision: 'granted', isCodeChecked: true };
    expect((await desk.refused('authoriser', 'decide', given, decide)).json).toMatchObject({
      data: { why: 'talkFirst' },
    });
    await desk.act('receptionist', 'talk', given);
    expect((await desk.refused('authoriser', 'decide', given, decide)).json).toMatchObject({
      data: { why: 'notAgreed' },
    });
    await desk.act('receptionist', 'withdraw', given);
    expect(await desk.stored(given)).toMatchObject({ ended: 'withdrawn', form: { agreed: null } });
    expect(await desk.trail(given)).toEqual([
      'application.sent kiosk',
      'application.verify verifier',
      'application.talk receptionist',
      'application.withdraw receptionist',
    ]);
  });

  test('to stop access is a quiet task of the same day', async () => {
    const { page } = desk.kiosk;
    await startSignUp(page);
    await press(page, 'I have an account');
    await choose(page, 'What can we help with?', 'Change or stop access');
    await choose(page, 'Whose account is it?', 'Mine');
    await fillName(page, 'What is your name?', { firstName: 'Wilhelmina', lastName: 'Dunwoodie' });
    await fillBirth(page, 'What is your date of birth?', '1985-06-07');
    const given = await send(page);
    expect(await page.locator('main').textContent()).not.toMatch(/stop|access|account/i);
    await finish(page);
    expect(await desk.open(given)).toMatchObject({
      kind: 'account',
      wish: 'changeOrStop',
      whose: 'mine',
      contact: null,
      dueOn: '2026-11-23',
      next: 'doTask',
    });
    await desk.act('receptionist', 'finishTask', given, { outcome: 'accessStopped' });
    expect(await desk.stored(given)).toMatchObject({ ended: 'closed', work: { task: { outcome: 'accessStopped' } } });
    expect(await desk.trail(given)).toEqual(['application.sent kiosk', 'application.finishTask receptionist']);
  });

  test('leaves nothing of anybody in the program’s log', () => {
    expect(desk.kiosk.kiosk.log()).not.toMatch(/Quillfeather|Perdita|Bracegirdle|Dunwoodie|Littlewood|9990000018/);
  });
});
