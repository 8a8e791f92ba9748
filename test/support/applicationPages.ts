import { expect, type Page } from '@playwright/test';
import { documents, openSignUpDesk, vouching, type SignUpDesk } from './applications';
import { finish, heading, press } from './patient';
import { patient } from './situations';
import {
  address,
  agreeToAll,
  answerUpToServices,
  applyForMe,
  choose,
  chooseServices,
  everything,
  fillBirth,
  fillContact,
  fillName,
  forMe,
  record,
  reference,
  send,
  startSignUp,
  type Applicant,
} from './signUp';
import { longest } from './signUpPages';
import { addPerson, type Person } from './staff';

/* The desk's pages of sign-up, one after the other, for whoever looks at them: a program or people. */

/** Somebody at a small practice, where one person does everything. */
export const allRounder: Person = {
  username: 'olive',
  displayName: 'Olive Tregear',
  passphrase: 'lantern harbour twelve',
};

/** A desk in a browser where `allRounder` has signed in, on the Applications tab. */
export async function openApplications(
  desk: SignUpDesk,
  size: { width?: number; height?: number } = {},
): Promise<Page> {
  const page = await desk.signedIn(allRounder, size);
  await goToTab(page, 'Applications');
  return page;
}

export async function addAllRounder(desk: SignUpDesk): Promise<void> {
  await addPerson(desk, allRounder, ['receptionist', 'verifier', 'authoriser', 'accountCreator', 'clinicalReviewer']);
}

export async function goToTab(page: Page, name: string): Promise<void> {
  await page.getByRole('tab', { name, exact: true }).click();
  await expect(page.getByRole('tabpanel', { name, exact: true })).toBeVisible();
}

/** Opens an application by its reference, from the queue or from another application. */
export async function openByReference(page: Page, given: string): Promise<void> {
  await backToQueue(page);
  await page.getByLabel('Reference', { exact: true }).fill(given);
  await press(page, 'Open');
  await expect(page.locator('.desk-application__reference')).toHaveText(given);
}

export async function backToQueue(page: Page): Promise<void> {
  const back = page.getByRole('button', { name: 'Back to the queue', exact: true });
  if (await back.isVisible()) await back.click();
  await expect(page.getByLabel('Reference', { exact: true })).toBeVisible();
}

/** Everybody whose application the desk's pages are looked at with; one screen sends ten in a burst at most. */
export interface Guests {
  /** An adult with a name as long as they come and an appointment today, who sent it twice. */
  adult: string;
  again: string;
  /** Needs an interpreter, and comes back with a document. */
  comesBack: string;
  /** Would rather talk to someone first. */
  talk: string;
  stopAccess: string;
  underEleven: string;
  /** 12 years old, alone. */
  young: string;
  /** A parent for a child of 12. */
  parent: string;
}

const quiet: Omit<Applicant, 'lastName'> = {
  firstName: 'Perdita',
  dateOfBirth: '1971-03-27',
  email: 'perdita@example.com',
  mobile: '07700 900123',
  services: everything,
};

/** A desk with `allRounder`, where somebody of `Guests` has an appointment today. */
export async function openPagesDesk(): Promise<SignUpDesk> {
  const { firstName, lastName, dateOfBirth, nhsNumber = '' } = longest;
  const { postcode } = address;
  const desk = await openSignUpDesk({
    more: [patient('11:40', { firstName, lastName, dateOfBirth, nhsNumber, postcode })],
  });
  await addAllRounder(desk);
  return desk;
}

/** Everybody applies at the kiosk. */
export async function sendEverybody(page: Page): Promise<Guests> {
  const left = async (given: string): Promise<string> => {
    await finish(page);
    return given;
  };
  const underEleven = async (): Promise<string> => {
    await forMe(page);
    await fillName(page, 'What is your name?', { firstName: 'Zebedee', lastName: 'Littlewood' });
    await fillBirth(page, 'What is your date of birth?', '2018-02-03');
    await press(page, 'Ask reception to help me');
    return left(await reference(page));
  };
  const comesBack = async (): Promise<string> => {
    await forMe(page);
    await answerUpToServices(page, { ...quiet, lastName: 'Łuczak', dateOfBirth: '1980-05-06' });
    await agreeToAll(page);
    await press(page, 'An interpreter');
    await press(page, 'Polski');
    await press(page, 'Continue');
    return left(await send(page));
  };
  const talk = async (): Promise<string> => {
    await forMe(page);
    await answerUpToServices(page, { ...quiet, lastName: 'Quillfeather', services: [record] });
    await press(page, 'I would rather talk to someone first');
    return left(await reference(page));
  };
  const stopAccess = async (): Promise<string> => {
    await startSignUp(page);
    await press(page, 'I have an account');
    await choose(page, 'What can we help with?', 'Change or stop access');
    await choose(page, 'Whose account is it?', 'Mine');
    await fillName(page, 'What is your name?', { firstName: 'Wilhelmina', lastName: 'Dunwoodie' });
    await fillBirth(page, 'What is your date of birth?', '1985-06-07');
    return left(await send(page));
  };
  const parent = async (): Promise<string> => {
    await startSignUp(page);
    await press(page, 'Continue');
    await choose(page, 'Who is this for?', 'Someone else');
    await choose(page, 'Who are you to this person?', 'Their parent or guardian');
    await fillName(page, 'What is your name?', { firstName: 'Ottoline', lastName: 'Bracegirdle' });
    await fillBirth(page, 'What is your date of birth?', '1982-01-02');
    await fillContact(page, { email: 'ottoline@example.org' });
    await fillName(page, 'What is their name?', { firstName: 'Peregrine', lastName: 'Bracegirdle' });
    await fillBirth(page, 'What is their date of birth?', '2014-08-30');
    await chooseServices(page, ['Book and cancel appointments', 'Order repeat prescriptions']);
    await expect(heading(page, 'Do you need help with communication or information?')).toBeVisible();
    await press(page, 'Continue');
    return left(await send(page));
  };
  const young = { firstName: 'Araminta', lastName: 'Entwhistle', dateOfBirth: '2014-05-06' } as const;
  return {
    adult: await left(await applyForMe(page, longest)),
    comesBack: await comesBack(),
    talk: await talk(),
    stopAccess: await stopAccess(),
    underEleven: await underEleven(),
    young: await left(await applyForMe(page, { ...young, services: ['Book and cancel appointments'] })),
    parent: await parent(),
    again: await left(await applyForMe(page, longest)),
  };
}

/** Called with each page as it stands; `within`: the part of it that is new. */
type Look = (name: string, within?: string) => Promise<void>;

const work = '.desk-application';
const openDialog = 'dialog[open]';

/** Visits the queue, the reviews and the figures before anybody has applied. */
export async function lookAtNothing(page: Page, look: Look): Promise<void> {
  await expect(page.getByText('No open applications')).toBeVisible();
  await look('queue-empty');
  await press(page, 'Proxy reviews');
  await expect(page.getByText(/^No review is planned/)).toBeVisible();
  await look('reviews-empty');
  await press(page, 'Proxy reviews');
  await goToTab(page, 'Figures');
  await expect(page.getByText('No figures yet')).toBeVisible();
  await look('figures-empty');
  await goToTab(page, 'Applications');
}

/** Visits the queue with everybody in it. */
export async function lookAtQueue(page: Page, guests: Guests, look: Look): Promise<void> {
  await expect(page.getByRole('button', { name: new RegExp(`^${guests.again}, open `) })).toBeVisible();
  await look('queue');
  await page.getByLabel('Reference', { exact: true }).fill('KMR');
  await press(page, 'Open');
  await expect(page.getByText('A reference has 3 and 3 characters')).toBeVisible();
  await look('queue-reference-wrong');
  await page.getByLabel('Reference', { exact: true }).fill('');
  await page.getByRole('searchbox').fill('nobody of this name');
  await expect(page.getByText('No open application fits.')).toBeVisible();
  await look('queue-nothing-fits');
  await press(page, 'Show all');
  await press(page, 'Pause sign-up for today');
  await expect(page.getByText('Sign-up paused for today')).toBeVisible();
  await look('queue-paused');
  await press(page, 'Resume');
  await expect(page.getByText('Sign-up open')).toBeVisible();
}

/** Visits every panel and dialog of an adult's application, from identity to its end. */
export async function lookAtAdult(desk: SignUpDesk, page: Page, { adult, again }: Guests, look: Look): Promise<void> {
  const title = (name: string) => expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
  await openByReference(page, adult);
  await title('Check identity');
  await look('identity');
  await press(page, 'Verified');
  await expect(page.getByText('Still missing')).toBeVisible();
  await look('identity-missing', work);
  for (const [name, method] of [
    ['vouching', /^Vouching You know/],
    ['record', /^Vouching with the record/],
  ] as const) {
    await page.getByRole('radio', { name: method }).check();
    await look(`identity-${name}`, work);
  }
  await page.getByRole('radio', { name: 'Relative or friend' }).check();
  await look('identity-relative', work);
  await page.getByRole('radio', { name: 'Nobody' }).check();
  for (const [name, opens] of [
    ['come-back', 'Come back with …'],
    ['refuse', 'Refuse'],
    ['withdraw', 'Withdraw'],
  ] as const) {
    await lookAtDialog(page, opens, `dialog-${name}`, look);
  }
  await desk.act('verifier', 'verify', adult, documents);
  await title('Decide');
  await look('decision');
  await press(page, 'Grant all that were asked');
  await expect(page.getByText('Look for the safeguarding codes first, then tick the box.')).toBeVisible();
  await look('decision-codes-missed', work);
  await page.getByRole('checkbox', { name: 'I have looked for the safeguarding codes' }).check();
  await lookAtDialog(page, 'Decline: View the health record', 'dialog-decline', look);
  await lookAtDialog(page, 'Refer to a clinician', 'dialog-refer', look);
  for (const service of ['appointments', 'prescriptions']) {
    await desk.act('authoriser', 'decide', adult, { service, decision: 'granted', isCodeChecked: true });
  }
  await desk.act('authoriser', 'refer', adult, { dueOn: null });
  await title('Create the account');
  await look('account', work);
  await press(page, 'Clinician’s review of record access');
  await look('review', work);
  await desk.act('accountCreator', 'createAccount', adult);
  await title('Record access must be off');
  await look('record-off', work);
  await desk.act('authoriser', 'confirmRecordOff', adult, { isOff: true, isCodeSet: true });
  await title('Hand over the details');
  await look('hand-over', work);
  await desk.act('receptionist', 'handOver', adult, { isInPerson: true });
  await desk.act('clinicalReviewer', 'review', adult, { decision: 'granted' });
  await expect(page.getByText(/Nothing more can be done with it\.$/)).toBeVisible();
  await look('ended', work);
  await desk.act('receptionist', 'withdraw', again);
}

/** Visits what comes only for somebody who talks first, comes back, is young, or wants access stopped. */
export async function lookAtOthers(desk: SignUpDesk, page: Page, guests: Guests, look: Look): Promise<void> {
  const title = (name: string) => expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
  await openByReference(page, guests.talk);
  await title('Talk to them first');
  await look('talk', work);
  await desk.act('receptionist', 'talk', guests.talk);
  await desk.act('verifier', 'verify', guests.talk, vouching);
  await title('Agree the statements');
  await look('agree', work);
  await desk.act('verifier', 'comeBack', guests.comesBack, { missing: ['photo', 'address', 'alone'] });
  await openByReference(page, guests.comesBack);
  await expect(page.getByText('What to bring', { exact: true })).toBeVisible();
  await look('come-back', work);
  await openByReference(page, guests.stopAccess);
  await title('Wants their own access changed or switched off');
  await look('task', work);
  await lookAtDialog(page, 'Access is switched off', 'dialog-task', look);
  await openByReference(page, guests.underEleven);
  await title('A child under 11 asked at the kiosk');
  // Nothing was asked for but help.
  await expect(page.getByRole('heading', { name: 'What they asked for' })).toHaveCount(0);
  await look('child', work);
  await openByReference(page, guests.young);
  await desk.act('verifier', 'verify', guests.young, documents);
  await title('Understanding');
  await look('understanding', work);
}

/** Visits the parts of a parent's request for a child of 12, and the reviews it brings. */
export async function lookAtParent(desk: SignUpDesk, page: Page, { parent }: Guests, look: Look): Promise<void> {
  const alone = { ...documents, wasAskedAlone: true };
  const shows = (name: string) => expect(page.getByRole('heading', { name }).first()).toBeVisible();
  await openByReference(page, parent);
  await shows('Check identity');
  await look('proxy-identity', work);
  await desk.act('verifier', 'verify', parent, alone);
  await shows('Verify who asks');
  await look('proxy-asker', work);
  await desk.act('verifier', 'verifyAsker', parent, alone);
  await expect(page.getByRole('button', { name: 'Record it', exact: true })).toBeVisible();
  await look('proxy-basis', work);
  const scope = ['appointments', 'prescriptions'];
  await desk.act('authoriser', 'recordProxy', parent, { relationship: 'parent', basis: 'parent', scope });
  await shows('Understanding');
  await desk.act('clinicalReviewer', 'confirmCompetence', parent);
  await expect(page.getByRole('button', { name: 'Record their consent', exact: true })).toBeVisible();
  await look('proxy-consent', work);
  await desk.act('verifier', 'confirmConsent', parent);
  for (const service of scope) {
    await desk.act('authoriser', 'decide', parent, { service, decision: 'granted', isCodeChecked: false });
  }
  await desk.act('accountCreator', 'createAccount', parent);
  await desk.act('authoriser', 'confirmRecordOff', parent, { isOff: true, isCodeSet: true });
  await desk.act('receptionist', 'handOver', parent, { isInPerson: true });
  await backToQueue(page);
  await page.getByRole('button', { name: /proxy reviews?/i }).click();
  await expect(page.getByRole('heading', { name: /^Peregrine Bracegirdle/ })).toHaveCount(2);
  await look('reviews', '.desk-applications');
  const safe = page.getByRole('button', { name: /^Safe to write to both/ }).first();
  await safe.click();
  await look('dialog-safe', openDialog);
  await press(page, 'Yes, it is safe to write');
  await expect(page.getByRole('button', { name: /^Save letters as PDF/ })).toBeVisible();
  await look('reviews-letters', '.desk-applications');
  await page
    .getByRole('button', { name: /^Continues/ })
    .first()
    .click();
  await look('dialog-finish', openDialog);
  await press(page, 'Finish the review');
  await page.locator('summary', { hasText: /^Finished \(1\)/ }).click();
  await look('reviews-finished', '.desk-applications');
  await page.getByRole('button', { name: /proxy reviews?/i }).click();
}

/** Visits the queue with those that ended, and the figures of all that. */
export async function lookAtEnd(page: Page, look: Look): Promise<void> {
  await page.locator('summary', { hasText: /^Ended in the last days/ }).click();
  await look('queue-ended');
  await goToTab(page, 'Figures');
  await expect(page.getByRole('button', { name: 'Save as CSV', exact: true })).toBeVisible();
  await look('figures');
  const panel = page.getByRole('tabpanel', { name: 'Figures', exact: true });
  await panel.evaluate((element) => (element as unknown as { scrollTo(x: number, y: number): void }).scrollTo(0, 1e6));
  await look('figures-end');
}

async function lookAtDialog(page: Page, opens: string, name: string, look: Look): Promise<void> {
  await press(page, opens);
  await expect(page.getByRole('dialog')).toBeVisible();
  await look(name, openDialog);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}
