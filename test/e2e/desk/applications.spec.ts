import { readFileSync } from 'node:fs';
import { expect, test, type Download, type Page } from '@playwright/test';
import {
  addAllRounder,
  allRounder,
  backToQueue,
  goToTab,
  openApplications,
  openByReference,
} from '../../support/applicationPages';
import { documents, openSignUpDesk, type SignUpDesk } from '../../support/applications';
import { finish, heading, press } from '../../support/patient';
import { readPdf } from '../../support/pdf';
import {
  answerUpToServices,
  applyForMe,
  choose,
  chooseServices,
  everything,
  fillBirth,
  fillName,
  forMe,
  record,
  reference,
  send,
  startSignUp,
  type Applicant,
} from '../../support/signUp';

/*
 * What staff do with applications on the page of the desk, in a real browser. What stands in the store afterwards is in test/e2e/signUp. One screen sends
 * ten applications in a burst, so that everybody applies before the first test.
 */

/** From the queue to the last of three services granted, typing not counted. */
const mostClicks = 12;

const adult = (lastName: string, more: Partial<Applicant> = {}): Applicant => ({
  firstName: 'Perdita',
  lastName,
  dateOfBirth: '1971-03-27',
  email: 'perdita@example.com',
  services: everything,
  ...more,
});

test.describe('sign-up on the page of the desk', () => {
  test.describe.configure({ mode: 'serial' });
  let desk: SignUpDesk;
  let page: Page;
  let given: Record<'clicked' | 'typed' | 'scanned' | 'comesBack' | 'talks' | 'child', string>;

  const done = (words: string) => page.locator('.desk-application__done').getByText(words);
  const title = (name: string) =>
    page
      .getByRole('heading', { level: 3, name, exact: true })
      .or(page.getByRole('heading', { level: 2, name, exact: true }));
  const row = (reference_: string) => page.getByRole('row').filter({ hasText: reference_ });

  test.beforeAll(async () => {
    test.setTimeout(240_000);
    desk = await openSignUpDesk();
    await addAllRounder(desk);
    const kiosk = desk.kiosk.page;
    const left = async (one: string): Promise<string> => {
      await finish(kiosk);
      return one;
    };
    const talks = async (): Promise<string> => {
      await forMe(kiosk);
      await answerUpToServices(kiosk, adult('Quillwort', { services: [record] }));
      await press(kiosk, 'I would rather talk to someone first');
      return left(await reference(kiosk));
    };
    given = {
      clicked: await left(await applyForMe(kiosk, adult('Quillfeather', { nhsNumber: '999 000 0018' }))),
      typed: await left(await applyForMe(kiosk, adult('Quillback', { dateOfBirth: '1972-04-01' }))),
      scanned: await left(
        await applyForMe(kiosk, adult('Quillon', { dateOfBirth: '1973-05-02', nhsNumber: '999 000 0026' })),
      ),
      comesBack: await left(await applyForMe(kiosk, adult('Quillaja', { dateOfBirth: '1974-06-03' }))),
      talks: await talks(),
      child: await left(await askForChild(kiosk)),
    };
    page = await openApplications(desk);
  });
  test.afterAll(() => desk.close());

  test('takes documents from the queue to three services granted in few clicks, and on to the hand-over', async () => {
    const counted = await countClicks(page);
    await row(given.clicked).getByRole('rowheader').click();
    await expect(title('Check identity')).toBeVisible();
    await page.getByRole('radio', { name: 'Passport', exact: true }).click();
    await page.getByRole('radio', { name: 'Council tax bill', exact: true }).click();
    await page.getByRole('checkbox', { name: 'This is the person' }).click();
    await page.getByRole('checkbox', { name: 'This is the right record' }).click();
    await press(page, 'Verified');
    await expect(title('Decide')).toBeVisible();
    await page.getByRole('checkbox', { name: 'I have looked for the safeguarding codes' }).click();
    await press(page, 'Grant all that were asked');
    for (const service of ['Appointments', 'Repeat prescriptions', 'Health record']) {
      await expect(done(`${service}: Granted`)).toBeVisible();
    }
    const clicks = await counted();
    await press(page, 'Account created');
    await press(page, 'Handed over to the patient in person');
    await expect(page.getByText(/^Done, .* Nothing more can be done with it\.$/)).toBeVisible();
    await expect(page.getByText(/^File the form in the clinical record/)).toBeVisible();
    process.stdout.write(
      `Clicks of documents: ${String(clicks)} from the queue to three services granted, ${String(await counted())} to the hand-over\n`,
    );
    expect(clicks).toBeGreaterThan(0);
    expect(clicks).toBeLessThanOrEqual(mostClicks);
    expect(await desk.stored(given.clicked)).toMatchObject({ ended: 'closed' });
  });

  test('saves the form under a name that says nothing of anybody', async () => {
    const [download] = await Promise.all([page.waitForEvent('download'), press(page, 'Form for the clinical record')]);
    expect(download.suggestedFilename()).toBe(`online-services-form-${given.clicked}.pdf`);
    expect(await textOf(download)).toContain('Quillfeather');
    await expect(page.getByText(/^Your browser has saved the form\./)).toBeVisible();
  });

  test('shows what comes next on a small screen, however far down the page it is', async () => {
    await openByReference(page, given.scanned);
    await expect(page.getByRole('button', { name: 'Verified', exact: true })).toBeInViewport({ ratio: 1 });
    await page.getByRole('radio', { name: 'Relative or friend' }).focus();
    const isCovered = await page.getByRole('radio', { name: 'Relative or friend' }).evaluate((radio) => {
      const { x, y, width, height } = radio.getBoundingClientRect();
      return document.elementFromPoint(x + width / 2, y + height / 2) !== radio;
    });
    expect(isCovered).toBe(false);
    await backToQueue(page);
  });

  test('opens what a scanner types, wherever the focus is, and presses nothing with its Enter', async () => {
    const pause = page.getByRole('button', { name: 'Pause sign-up for today', exact: true });
    await pause.focus();
    await scan(page, given.scanned);
    await expect(page.locator('.desk-application__reference')).toHaveText(given.scanned);
    await scan(page, given.talks);
    await expect(page.locator('.desk-application__reference')).toHaveText(given.talks);
    await backToQueue(page);
    await expect(pause).toBeVisible();
    await expect(page.getByText('Sign-up open')).toBeVisible();
  });

  test('copies digits alone, and a postcode as it is written', async () => {
    await openByReference(page, given.scanned);
    await expect(page.getByText('999 000 0026', { exact: true })).toBeVisible();
    const copied = async (field: string): Promise<string> => {
      await press(page, `Copy ${field}`);
      await expect(page.getByText(`${field} copied`)).toBeVisible();
      return pasted(page);
    };
    expect(await copied('NHS number')).toBe('9990000026');
    // Not the one beside it: two clicks so near and so soon are a double click.
    expect(await copied('Postcode')).toBe('YO21 3PU');
    expect(await copied('Date of birth')).toBe('02/05/1973');
  });

  test('tells the second of two desks who was quicker, and does nothing of theirs', async () => {
    const other = await desk.signedIn({
      username: 'verifier',
      displayName: 'Staff verifier',
      passphrase: 'made-up verifier lantern',
    });
    await goToTab(other, 'Applications');
    await openByReference(other, given.scanned);
    await fillDocuments(page);
    // What this desk sends arrives after the other's.
    let isHeld = (): void => undefined;
    const held = new Promise<void>((resolve) => (isHeld = resolve));
    let letGo = (): void => undefined;
    const free = new Promise<void>((resolve) => (letGo = resolve));
    await page.route('**/applications/verify', async (route) => {
      isHeld();
      await free;
      await route.continue();
    });
    await press(page, 'Verified');
    await held;
    await fillDocuments(other, 'Benefit letter');
    await press(other, 'Verified');
    await expect(other.getByText('Identity verified: Passport and Benefit letter')).toBeVisible();
    letGo();
    await expect(
      page.getByText(/^Staff verifier was quicker and changed this at \d.* Nothing of yours was done\./),
    ).toBeVisible();
    await expect(done('Identity verified: Passport and Benefit letter')).toBeVisible();
    await expect(page.getByText('Council tax bill')).toHaveCount(0);
    await page.unroute('**/applications/verify');
    await other.context().close();
    expect(await desk.trail(given.scanned)).toEqual(['application.sent kiosk', 'application.verify verifier']);
  });

  test('warns that the NHS App goes past the slip when the record is declined', async () => {
    await page.getByRole('checkbox', { name: 'I have looked for the safeguarding codes' }).click();
    await press(page, 'Decline: View the health record');
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByText(/registers in the NHS App with photo ID goes past our slip/)).toBeVisible();
    await dialog.getByRole('button', { name: 'Decline', exact: true }).click();
    await expect(done('Health record: Declined')).toBeVisible();
    await press(page, 'Grant the others');
    await expect(title('Create the account')).toBeVisible();
    await expect(page.getByText(/^Record access is on by default for new accounts\./)).toBeVisible();
    await press(page, 'Account created');
    await expect(title('Record access must be off')).toBeVisible();
    await expect(page.getByRole('button', { name: /^Handed over/ })).toHaveCount(0);
  });

  test('keeps somebody’s place who comes back, with a sheet that names nobody', async () => {
    await openByReference(page, given.comesBack);
    await press(page, 'Come back with …');
    await page.getByRole('checkbox', { name: 'A document with a photo' }).click();
    await press(page, 'Keep open');
    const sheet = page.locator('.desk-bring__paper');
    await expect(sheet).toContainText('One of these, with your photo: Passport');
    await expect(sheet).toContainText(given.comesBack);
    await page.emulateMedia({ media: 'print' });
    await expect(sheet).toBeVisible();
    for (const shown of await page.getByText('Quillaja').all()) await expect(shown).toBeHidden();
    await expect(page.getByText('Harbour View Surgery')).toBeVisible();
    await page.emulateMedia({ media: null });
    await backToQueue(page);
    await expect(row(given.comesBack)).toContainText('Check identity: comes back');
  });

  test('shows discreetly who wants to talk first', async () => {
    await expect(row(given.talks)).toContainText('A word first');
    expect(await page.getByRole('table', { name: 'Open applications' }).innerText()).not.toMatch(
      /pressed|pressure|safe/i,
    );
    await openByReference(page, given.talks);
    await expect(title('Talk to them first')).toBeVisible();
    await press(page, 'I talked with them, alone');
    await expect(title('Check identity')).toBeVisible();
    await expect(done('Talked with them')).toBeVisible();
  });

  test('holds nobody’s name while it is locked, and comes back where it was', async () => {
    await expect(page.getByRole('heading', { name: /Quillwort/ })).toBeVisible();
    await press(page, 'Lock');
    await expect(page.getByText('This desk is locked')).toBeVisible();
    expect(await page.content()).not.toMatch(/Quill|perdita/i);
    await page.getByLabel('Passphrase', { exact: true }).fill(allRounder.passphrase);
    await press(page, 'Unlock');
    await expect(page.getByRole('heading', { name: /Quillwort/ })).toBeVisible();
    await backToQueue(page);
  });

  test('is walked through by keyboard alone', async () => {
    const key = (name: string) => page.keyboard.press(name);
    const tabTo = async (role: 'button' | 'radio' | 'checkbox', name: string): Promise<void> => {
      const target = page.getByRole(role, { name, exact: true });
      await expect(target).toBeVisible();
      for (let pressed = 0; pressed < 60; pressed += 1) {
        if (await target.evaluate((element) => element === document.activeElement)) return;
        await key('Tab');
      }
      throw new Error(`60 times Tab do not reach ${name}`);
    };
    const counted = await countClicks(page);
    await page.keyboard.press('Tab');
    await tabTo('button', `${given.typed}, open Quillback, Perdita`);
    await key('Enter');
    await expect(title('Check identity')).toBeVisible();
    await tabTo('radio', 'Passport');
    await key('Space');
    await tabTo('radio', 'Bank statement');
    await key('ArrowDown');
    await expect(page.getByRole('radio', { name: 'Council tax bill' })).toBeChecked();
    for (const name of ['This is the person', 'This is the right record']) {
      await tabTo('checkbox', name);
      await key('Space');
    }
    await tabTo('button', 'Verified');
    await key('Enter');
    await expect(title('Decide')).toBeFocused();
    await tabTo('checkbox', 'I have looked for the safeguarding codes');
    await key('Space');
    await tabTo('button', 'Grant all that were asked');
    await key('Enter');
    await expect(title('Create the account')).toBeFocused();
    await tabTo('button', 'Account created');
    await key('Enter');
    await expect(title('Hand over the details')).toBeFocused();
    await tabTo('button', 'Handed over to the patient in person');
    await key('Enter');
    await expect(page.getByText(/^Done, /)).toBeVisible();
    expect(await counted()).toBe(0);
    await tabTo('button', 'Back to the queue');
    await key('Enter');
    await expect(page.getByLabel('Reference', { exact: true })).toBeVisible();
    expect(await desk.stored(given.typed)).toMatchObject({ ended: 'closed' });
  });

  test('stops the kiosk at once where it is paused, and the draft is gone', async () => {
    const kiosk = desk.kiosk.page;
    await forMe(kiosk);
    await kiosk.getByLabel('First name', { exact: true }).fill('Perpetua');
    await press(page, 'Pause sign-up for today');
    await expect(heading(kiosk, 'Sign-up has stopped for now')).toBeVisible();
    expect(await kiosk.content()).not.toContain('Perpetua');
    await press(kiosk, 'Finish');
    await expect(kiosk.getByText('Sign-up is paused today. Reception can help.')).toBeVisible();
    await press(page, 'Resume');
    await forMe(kiosk);
    await expect(kiosk.getByLabel('First name', { exact: true })).toHaveValue('');
    await press(kiosk, 'Start again');
    await expect(heading(kiosk, /^Welcome to /)).toBeVisible();
    expect(await desk.text()).not.toContain('Perpetua');
  });

  test('lists the reviews of a child’s account, and saves letters only once writing is safe', async () => {
    await settleChild(desk, given.child);
    await press(page, 'Proxy reviews');
    const review = page
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading', { name: /Peregrine Bracegirdle/ }) });
    await expect(review).toHaveCount(2);
    await expect(page.getByRole('button', { name: /^Save letters as PDF/ })).toHaveCount(0);
    await review
      .first()
      .getByRole('button', { name: /^Safe to write to both/ })
      .click();
    await press(page, 'Yes, it is safe to write');
    const save = page.getByRole('button', { name: /^Save letters as PDF/ });
    await expect(save).toHaveCount(1);
    const [download] = await Promise.all([page.waitForEvent('download'), save.click()]);
    expect(download.suggestedFilename()).toMatch(/^[a-z-]+[^A-Z]*\.pdf$/);
    expect(download.suggestedFilename()).not.toMatch(/bracegirdle|peregrine|ottoline/i);
    const text = await textOf(download);
    for (const name of ['Peregrine Bracegirdle', 'Ottoline Bracegirdle']) expect(text).toContain(name);
    expect(text).not.toContain('30 August 2014');
    await expect(page.getByText(/^The letters are saved\./)).toBeVisible();
    await press(page, 'Proxy reviews');
  });

  test('counts all that on the Figures tab, without a name', async () => {
    await goToTab(page, 'Figures');
    await expect(page.getByRole('img', { name: /^6 applications in twelve weeks\./ })).toBeVisible();
    const panel = page.getByRole('tabpanel', { name: 'Figures', exact: true });
    for (const said of ['Check documents', 'Account and slip', 'within budget']) {
      await expect(panel.getByText(said).first()).toBeVisible();
    }
    expect(await panel.innerHTML()).not.toMatch(/Quill|Bracegirdle/);
    const [download] = await Promise.all([page.waitForEvent('download'), press(page, 'Save as CSV')]);
    expect(download.suggestedFilename()).toMatch(/\.csv$/);
    expect((await bytesOf(download)).toString()).not.toMatch(/Quill|Bracegirdle/);
  });

  test('says in the window on the kiosk machine what that window cannot do, and where it can be done', async () => {
    const { page: kiosk, kiosk: program } = desk.kiosk;
    const opening = program.app.waitForEvent('window');
    await kiosk.locator('[data-logo]').hover();
    await kiosk.mouse.down();
    const window = await opening;
    await kiosk.mouse.up();
    await window.getByLabel('Username', { exact: true }).fill(allRounder.username);
    await window.getByLabel('Passphrase', { exact: true }).fill(allRounder.passphrase);
    await press(window, 'Sign in');
    await goToTab(window, 'Applications');
    await openByReference(window, given.comesBack);
    await expect(window.getByText(/^This window on the kiosk machine cannot print\./)).toBeVisible();
    await expect(window.getByRole('button', { name: 'Print', exact: true })).toHaveCount(0);
    await press(window, 'Form for the clinical record');
    await expect(window.getByText(/^This window on the kiosk machine cannot save files\./)).toBeVisible();
    await backToQueue(window);
    await press(window, 'Proxy reviews');
    await expect(window.getByText(/^Files cannot be saved in this window\./)).toBeVisible();
    await goToTab(window, 'Figures');
    await press(window, 'Save as CSV');
    await expect(window.getByRole('dialog').getByRole('textbox')).toHaveValue(/applications/i);
    await window.close();
  });
});

/** A parent asks for a child of 12. */
async function askForChild(kiosk: Page): Promise<string> {
  await startSignUp(kiosk);
  await press(kiosk, 'Continue');
  await choose(kiosk, 'Who is this for?', 'Someone else');
  await choose(kiosk, 'Who are you to this person?', 'Their parent or guardian');
  await fillName(kiosk, 'What is your name?', { firstName: 'Ottoline', lastName: 'Bracegirdle' });
  await fillBirth(kiosk, 'What is your date of birth?', '1982-01-02');
  await expect(heading(kiosk, 'How can we contact you?')).toBeVisible();
  await press(kiosk, 'Continue');
  await fillName(kiosk, 'What is their name?', { firstName: 'Peregrine', lastName: 'Bracegirdle' });
  await fillBirth(kiosk, 'What is their date of birth?', '2014-08-30');
  await chooseServices(kiosk, ['Order repeat prescriptions']);
  await expect(heading(kiosk, 'Do you need help with communication or information?')).toBeVisible();
  await press(kiosk, 'Continue');
  return send(kiosk);
}

/** Everything up to the hand-over, from which on access is reviewed. */
async function settleChild(desk: SignUpDesk, child: string): Promise<void> {
  const alone = { ...documents, wasAskedAlone: true };
  await desk.act('verifier', 'verify', child, alone);
  await desk.act('verifier', 'verifyAsker', child, alone);
  await desk.act('authoriser', 'recordProxy', child, {
    relationship: 'parent',
    basis: 'parent',
    scope: ['prescriptions'],
  });
  await desk.act('clinicalReviewer', 'confirmCompetence', child);
  await desk.act('verifier', 'confirmConsent', child);
  await desk.act('authoriser', 'decide', child, {
    service: 'prescriptions',
    decision: 'granted',
    isCodeChecked: false,
  });
  await desk.act('accountCreator', 'createAccount', child);
  await desk.act('authoriser', 'confirmRecordOff', child, { isOff: true, isCodeSet: true });
  await desk.act('receptionist', 'handOver', child, { isInPerson: true });
}

async function fillDocuments(page: Page, addressDocument = 'Council tax bill'): Promise<void> {
  await page.getByRole('radio', { name: 'Passport', exact: true }).click();
  await page.getByRole('radio', { name: addressDocument, exact: true }).click();
  await page.getByRole('checkbox', { name: 'This is the person' }).click();
  await page.getByRole('checkbox', { name: 'This is the right record' }).click();
}

/** What was copied: pages may write to the clipboard, never read it, so it is pasted. */
async function pasted(page: Page): Promise<string> {
  const field = await page.evaluateHandle(() => document.body.appendChild(document.createElement('textarea')));
  await field.focus();
  await page.keyboard.press('Control+v');
  const text = await field.inputValue();
  await field.evaluate((element) => element.remove());
  return text;
}

/** Types `text` and Enter as fast as a scanner does: the browser is told when each key was pressed. */
async function scan(page: Page, text: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const begun = Date.now() / 1_000;
  const keys = [...text, 'Enter'];
  await Promise.all(
    keys.map((key, place) =>
      session.send('Input.dispatchKeyEvent', {
        type: 'keyDown',
        key,
        text: key === 'Enter' ? '\r' : key,
        timestamp: begun + place * 0.005,
      }),
    ),
  );
  await session.detach();
}

/** Counts clicks of the mouse from now on: Enter and Space are clicks of no button of it. */
async function countClicks(page: Page): Promise<() => Promise<number>> {
  const counter = await page.evaluateHandle(() => {
    const counting = { clicks: 0 };
    window.addEventListener(
      'click',
      ({ detail, isTrusted }) => (counting.clicks += isTrusted && detail > 0 ? 1 : 0),
      true,
    );
    return counting;
  });
  return () => counter.evaluate(({ clicks }) => clicks);
}

async function bytesOf(download: Download): Promise<Buffer> {
  return readFileSync(await download.path());
}

async function textOf(download: Download): Promise<string> {
  return readPdf('pdftotext', await bytesOf(download)).replace(/\s+/g, ' ');
}
