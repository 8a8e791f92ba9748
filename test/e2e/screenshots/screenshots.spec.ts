import { chmodSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { createDemonstration } from '../../../main/demonstration/demonstration';
import type { CaseKey } from '../../../main/demonstration/types';
import { nowAt } from '../../../main/domain/time';
import { defaultRules } from '../../../main/domain/rules';
import type { PracticeRules } from '../../../main/domain/types';
import { receptionKindSchema } from '../../../preload/contract/kiosk';
import { en } from '../../../renderer/text/en';
import { controlJson } from '../../support/commands';
import {
  appointment,
  claimOf,
  exportedAgo,
  listFolder,
  londonNow,
  writeDayList,
  writeFileFor,
} from '../../support/dayLists';
import { freshFolder, startKiosk, type Kiosk } from '../../support/kioskApp';
import {
  answerQuestions,
  checkIn,
  enterDateOfBirth,
  enterPostcode,
  finish,
  heading,
  headings,
  press,
  type Claim,
} from '../../support/patient';
import { takeBoth, takeForReadme, takeScrolling, turn } from './camera';

/* Every screen of the kiosk as a picture, for people to look at: out/screenshots, and the README's two in docs/images. */

const now = '2026-11-23T10:00';
const demonstration = ['--demo', '--now', now];
const { cases } = createDemonstration(nowAt(Date.parse(`${now}Z`)));

function claimFor(key: CaseKey): Claim {
  const planted = cases.find((one) => one.key === key);
  if (planted === undefined) throw new Error(`No planted case ${key}`);
  return planted;
}

test.describe('with the made-up practice', () => {
  let kiosk: Kiosk;
  let lost: string[] = [];
  const take = async (name: string): Promise<void> => {
    lost.push(...(await takeBoth(kiosk, name)));
  };
  test.beforeAll(async () => {
    kiosk = await startKiosk({ args: demonstration });
    await expect(heading(kiosk.page, headings.welcome)).toBeVisible();
  });
  test.afterAll(() => kiosk.close());
  test.beforeEach(() => {
    lost = [];
  });
  test.afterEach(() => {
    expect(lost).toEqual([]);
  });

  test('Welcome, as it is and with each setting of the screen', async () => {
    await take('welcome');
    await takeForReadme(kiosk, 'welcome');
    for (const setting of ['Larger text', 'Contrast', 'Lower the screen']) {
      // Lowering is for upright screens only.
      await turn(kiosk, 'portrait');
      await press(kiosk.page, setting);
      await take(`welcome-${fileName(setting)}`);
      await turn(kiosk, 'portrait');
      await press(kiosk.page, setting);
    }
  });

  test('each question, and what is said when it cannot be read', async () => {
    const { page } = kiosk;
    await press(page, 'Check in for an appointment');
    await take('date-of-birth');
    const wrong: readonly (readonly [string, string, string, string])[] = [
      ['empty', '', '', ''],
      ['missing', '27', '', '1984'],
      ['not-real', '31', '2', '1984'],
      ['future', '1', '2', '2099'],
      ['too-long-ago', '1', '2', '1850'],
      ['other-calendar', '1', '2', '1365'],
      ['two-digit-year', '1', '2', '84'],
      ['not-a-number', '1', 'abc', '1984'],
    ];
    for (const [name, day, month, year] of wrong) {
      for (const [label, text] of [
        ['Day', day],
        ['Month', month],
        ['Year', year],
      ] as const) {
        await page.getByLabel(label, { exact: true }).fill(text);
      }
      await press(page, 'Continue');
      await expect(page.getByText('There is a problem')).toBeVisible();
      await take(`date-of-birth-${name}`);
    }
    const claim = claimFor('firstOfJanuary');
    await enterDateOfBirth(page, claim.dateOfBirth);
    await expect(heading(page, headings.letter)).toBeVisible();
    await take('letter');
    await press(page, 'Continue');
    await take('letter-empty');
    await press(page, claim.letter);
    await take('letter-chosen');
    await press(page, 'Continue');
    await expect(heading(page, headings.postcode)).toBeVisible();
    await take('postcode');
    await press(page, 'Continue');
    await take('postcode-empty');
    await enterPostcode(page, 'LS6');
    await take('postcode-problem');
    for (const setting of ['Larger text', 'Contrast']) {
      await press(page, setting);
      await take(`postcode-problem-${fileName(setting)}`);
      await press(page, 'Back');
      await take(`letter-${fileName(setting)}`);
      await press(page, 'Back');
      await take(`date-of-birth-${fileName(setting)}`);
      await press(page, setting);
      await press(page, 'Continue');
      await press(page, claim.letter);
      await press(page, 'Continue');
      await expect(heading(page, headings.postcode)).toBeVisible();
    }
    await press(page, 'Start again');
  });

  const endings: readonly CaseKey[] = [
    'twoAppointments',
    'alreadyArrived',
    'beingCalled',
    'tooEarly',
    'tooLate',
    'byPhone',
    'byVideo',
    'homeVisit',
    'otherSite',
  ];
  for (const key of endings) {
    test(`the ending of ${key}`, async () => {
      await checkIn(kiosk.page, claimFor(key));
      await take(`ending-${fileName(key)}`);
      await finish(kiosk.page);
    });
  }

  test('the ending of a usual check-in', async () => {
    await checkIn(kiosk.page, claimFor('soon'));
    await takeForReadme(kiosk, 'checked-in');
    await take('ending-checked-in');
    await press(kiosk.page, 'This is not my appointment');
    await expect(heading(kiosk.page, 'Please speak to reception')).toBeVisible();
    await take('ending-disputed');
    await finish(kiosk.page);
  });

  test('Try again, and the "no" after it', async () => {
    const { page } = kiosk;
    await checkIn(page, { dateOfBirth: '1950-05-05', letter: 'B', postcode: '' });
    await press(page, 'Try again');
    await take('try-again-date-of-birth');
    await enterDateOfBirth(page, '1950-05-05');
    await take('try-again-postcode');
    await enterPostcode(page, 'LS6 5RT');
    await expect(page.getByRole('button', { name: 'Finish', exact: true })).toBeVisible();
    await take('ending-second-no');
    await finish(page);
  });

  test('help called, from Welcome and out of a check-in', async () => {
    const { page } = kiosk;
    await press(page, 'I need help now');
    await expect(heading(page, 'Call out to staff')).toBeVisible();
    await take('help-called');
    await finish(page);
    await press(page, 'Check in for an appointment');
    await press(page, 'I need help now');
    await expect(heading(page, 'Call out to staff')).toBeVisible();
    await take('help-called-in-check-in');
    await finish(page);
  });

  test('the longest ending with larger text and contrast', async () => {
    const { page } = kiosk;
    await press(page, 'Larger text');
    await press(page, 'Contrast');
    await checkIn(page, claimFor('twoAppointments'));
    lost.push(...(await takeScrolling(kiosk, 'ending-larger-and-contrast')));
    await finish(page);
  });

  test('the questions after a check-in, and the thanks in their place', async () => {
    const { page } = kiosk;
    await checkIn(page, claimFor('leapDay'));
    await expect(page.getByText('Do you need help with communication or information?')).toBeVisible();
    await take('ending-question');
    await press(page, 'Larger text');
    await take('ending-question-larger');
    await press(page, 'Larger text');
    const finishAt = await page.getByRole('button', { name: 'Finish', exact: true }).boundingBox();
    await press(page, 'Yes');
    await expect(heading(page, 'What help do you need?')).toBeVisible();
    await take('needs');
    await press(page, 'A hearing loop');
    await press(page, 'An interpreter');
    await press(page, 'Another language');
    await take('needs-another-language');
    await press(page, 'Polski');
    await take('needs-chosen');
    for (const setting of ['Larger text', 'Contrast']) {
      await press(page, setting);
      lost.push(...(await takeScrolling(kiosk, `needs-chosen-${fileName(setting)}`)));
      await press(page, setting);
    }
    await press(page, 'Continue');
    await take('ending-own-question');
    await press(page, 'Skip');
    await expect(page.getByText(en.afterwards.thanks)).toBeVisible();
    await take('ending-thanks');
    await press(page, 'Larger text');
    await take('ending-thanks-larger');
    await press(page, 'Larger text');
    // Nothing has moved from one answer to the next.
    expect(await page.getByRole('button', { name: 'Finish', exact: true }).boundingBox()).toEqual(finishAt);
    await finish(page);
  });

  test('"I was asked to come in"', async () => {
    const { page } = kiosk;
    await checkIn(page, claimFor('askedToComeIn'));
    await press(page, 'I was asked to come in');
    await expect(heading(page, 'Please speak to reception')).toBeVisible();
    await take('ending-asked-to-come');
    await finish(page);
  });

  test('"What do you need?" and what each choice says', async () => {
    const { page } = kiosk;
    await press(page, 'Speak to reception');
    await expect(heading(page, 'What do you need?')).toBeVisible();
    await take('reception');
    for (const setting of ['Larger text', 'Contrast', 'Lower the screen']) {
      await turn(kiosk, 'portrait');
      await press(page, setting);
      lost.push(...(await takeScrolling(kiosk, `reception-${fileName(setting)}`)));
      await turn(kiosk, 'portrait');
      await press(page, setting);
    }
    await press(page, 'Back');
    for (const kind of receptionKindSchema.options) {
      await press(page, 'Speak to reception');
      await press(page, en.reception[kind].label);
      await expect(page.getByText(en.reception[kind].words)).toBeVisible();
      await take(`reception-${fileName(kind)}`);
      await finish(page);
    }
  });

  test('a letter that has been scanned', async () => {
    const { page } = kiosk;
    const barcode = cases.find(({ key }) => key === 'soon')?.barcode ?? '';
    await page.keyboard.type(barcode);
    await page.keyboard.press('Enter');
    await expect(page.getByText('Thank you. Your letter has been scanned.')).toBeVisible();
    await take('date-of-birth-scanned');
    await press(page, 'Start again');
  });
});

test('the dialog about more time', async () => {
  const kiosk = await startKiosk({ args: [...demonstration, '--idle-seconds', '20'] });
  await press(kiosk.page, 'Check in for an appointment');
  const dialog = kiosk.page.getByRole('dialog', { name: 'Do you need more time?' });
  await expect(dialog).toBeVisible({ timeout: 30_000 });
  const lost = await takeBoth(kiosk, 'idle-dialog');
  await press(kiosk.page, 'Start again');
  await checkIn(kiosk.page, claimFor('leapDay'));
  await press(kiosk.page, 'Yes');
  await expect(dialog.getByText(en.idle.checkedIn)).toBeVisible({ timeout: 30_000 });
  lost.push(...(await takeBoth(kiosk, 'idle-dialog-needs')));
  await kiosk.close();
  expect(lost).toEqual([]);
});

test('an ending with long names and every kind of other appointment', async () => {
  const day = '2026-11-23';
  const clinician = { title: 'Dr', firstName: 'Bartholomew', lastName: 'FEATHERSTONEHAUGH-CHOLMONDELEY' };
  const location = 'The Riverside Community Health and Wellbeing Centre';
  const rows = [
    appointment(0, { day, time: '10:10', clinician, location }),
    appointment(0, { day, time: '10:40', location }),
    appointment(0, { day, time: '09:00', location }),
    appointment(0, { day, time: '14:00', clinician, location }),
    appointment(0, { day, time: '15:00', slotType: 'Telephone', location }),
    appointment(0, { day, time: '15:30', slotType: 'Video', location }),
    appointment(0, { day, time: '16:00', slotType: 'Home visit', location }),
    appointment(0, { day, time: '16:30', location: 'The Other Surgery' }),
    ...[1, 2, 3].map((index) => appointment(index, { day, time: '11:00', location })),
  ];
  const list = writeDayList(listFolder(), 'today.csv', 'emis', rows);
  const kiosk = await startKiosk({ args: [...demonstration, '--list', list] });
  await checkIn(kiosk.page, claimOf(appointment(0, { day, time: '10:10' })));
  // More than a screen holds: the page scrolls. Whether it does so well is for the eye.
  await takeBoth(kiosk, 'ending-crowded');
  await press(kiosk.page, 'Larger text');
  await takeBoth(kiosk, 'ending-crowded-larger');
  await kiosk.close();
});

test.describe('a practice that uses everything', () => {
  const day = '2026-11-23';
  const clinician = { title: 'Dr', firstName: 'Anita', lastName: 'RAO' };
  const rows = [
    appointment(0, { day, time: '10:05', clinician }),
    appointment(1, { day, time: '10:10', clinician }),
    appointment(2, { day, time: '09:40', clinician }),
    appointment(3, { day, time: '10:20' }),
  ];
  const choices = [
    'From the practice',
    'By text message',
    'From my family',
    'On the website',
    'At the pharmacy',
    'Other',
  ];
  const rules: Partial<PracticeRules> = {
    calling: 'here',
    latePolicy: 'checkIn',
    waitingArea: 'Main waiting room on the ground floor',
    places: { 'Dr Anita Rao': { waitingArea: 'Blue chairs by the window', room: 'Room 4' } },
    ownQuestion: { text: 'How did you hear about this flu session?', choices },
    ownQuestionOff: [],
    receptionChoices: defaultRules.receptionChoices.map((choice) => ({ ...choice, givesTicket: true })),
  };
  let kiosk: Kiosk;
  test.beforeAll(async () => {
    const folder = listFolder();
    const list = writeDayList(folder, 'today.csv', 'emis', rows);
    const settings = writeFileFor(folder, 'rules.json', JSON.stringify(rules));
    kiosk = await startKiosk({ args: [...demonstration, '--list', list, '--settings', settings] });
    await expect(heading(kiosk.page, headings.welcome)).toBeVisible();
  });
  test.afterAll(() => kiosk.close());
  const control = async (...action: string[]): Promise<void> => {
    const { exitCode, stdout } = await controlJson({ dataFolder: kiosk.dataFolder, action, args: demonstration });
    expect(exitCode, stdout).toBe(0);
  };

  test('people in front of you, late, and a question of many answers', async () => {
    const { page } = kiosk;
    await checkIn(page, claimOf(appointment(0, { day, time: '10:05' })));
    await finish(page);
    await checkIn(page, claimOf(appointment(1, { day, time: '10:10' })));
    await expect(page.getByText('1 person is in front of you.')).toBeVisible();
    const lost = await takeBoth(kiosk, 'ending-people-before-you');
    await press(page, 'Larger text');
    lost.push(...(await takeBoth(kiosk, 'ending-people-before-you-larger')));
    await press(page, 'Larger text');
    await press(page, 'No');
    await expect(page.getByText('How did you hear about this flu session?')).toBeVisible();
    lost.push(...(await takeScrolling(kiosk, 'ending-own-question-many')));
    await finish(page);
    await checkIn(page, claimOf(appointment(2, { day, time: '09:40' })));
    await expect(page.getByText('You are later than your appointment time. You may have to wait.')).toBeVisible();
    lost.push(...(await takeScrolling(kiosk, 'ending-late')));
    await finish(page);
    expect(lost).toEqual([]);
  });

  test('a place in the queue of reception', async () => {
    await press(kiosk.page, 'Speak to reception');
    await press(kiosk.page, en.reception.sample.label);
    await expect(kiosk.page.getByText('Your place in reception’s queue')).toBeVisible();
    const lost = await takeBoth(kiosk, 'reception-ticket');
    await finish(kiosk.page);
    expect(lost).toEqual([]);
  });

  test('a walk-in session', async () => {
    const { page } = kiosk;
    await control('walk-in', 'Flu vaccinations', '12:30');
    await expect(page.getByRole('button', { name: 'Join the walk-in session', exact: true })).toBeVisible();
    const lost = await takeBoth(kiosk, 'welcome-walk-in');
    await press(page, 'Larger text');
    lost.push(...(await takeBoth(kiosk, 'welcome-walk-in-larger')));
    await press(page, 'Larger text');
    await press(page, 'Speak to reception');
    lost.push(...(await takeBoth(kiosk, 'reception-walk-in')));
    await press(page, 'Join the walk-in session');
    await expect(heading(page, 'You are in the queue for the walk-in session')).toBeVisible();
    lost.push(...(await takeBoth(kiosk, 'walk-in-ending')));
    await press(page, 'Contrast');
    lost.push(...(await takeBoth(kiosk, 'walk-in-ending-contrast')));
    await finish(page);
    await control('walk-in-close');
    expect(lost).toEqual([]);
  });

  test('out of service, and while the glass is wiped', async () => {
    const { page } = kiosk;
    await control('out-of-service');
    await expect(heading(page, 'Please speak to reception')).toBeVisible();
    const lost = await takeBoth(kiosk, 'mode-out-of-service');
    await control('in-service');
    await expect(heading(page, headings.welcome)).toBeVisible();
    await control('cleaning');
    await expect(heading(page, 'This screen is being cleaned')).toBeVisible();
    lost.push(...(await takeBoth(kiosk, 'mode-cleaning')));
    await expect(page.getByRole('button')).toHaveCount(0);
    expect(lost).toEqual([]);
  });
});

test('an ending with the practice’s own picture of the way', async () => {
  const day = '2026-11-23';
  const folder = listFolder();
  const list = writeDayList(folder, 'today.csv', 'emis', [appointment(0, { day, time: '10:10' })]);
  const rules: Partial<PracticeRules> = { calling: 'here', mapWords: 'The waiting room is on your left.' };
  const settings = writeFileFor(folder, 'rules.json', JSON.stringify(rules));
  const kiosk = await startKiosk({ args: [...demonstration, '--list', list, '--settings', settings] });
  await expect(heading(kiosk.page, headings.welcome)).toBeVisible();
  // Any picture will do.
  mkdirSync(join(kiosk.dataFolder, 'practice'));
  chmodSync(join(kiosk.dataFolder, 'practice'), 0o755);
  writeFileFor(join(kiosk.dataFolder, 'practice'), 'map.png', readFileSync(join('docs', 'images', 'welcome.png')));
  // The kiosk looks for it when something else changes.
  const { exitCode } = await controlJson({
    dataFolder: kiosk.dataFolder,
    action: ['settings', settings],
    args: demonstration,
  });
  expect(exitCode).toBe(0);
  await checkIn(kiosk.page, claimOf(appointment(0, { day, time: '10:10' })));
  const picture = kiosk.page.getByRole('img', { name: 'The waiting room is on your left.' });
  await expect(picture).toBeVisible();
  await expect(picture).toHaveJSProperty('complete', true);
  const lost = await takeBoth(kiosk, 'ending-map');
  await kiosk.close();
  expect(lost).toEqual([]);
});

test('closed for the night', async () => {
  const hours = [{ from: '08:00', to: '18:30' }];
  const openingHours = {
    monday: hours,
    tuesday: hours,
    wednesday: hours,
    thursday: hours,
    friday: hours,
    saturday: [],
    sunday: [],
  };
  const settings = writeFileFor(listFolder(), 'rules.json', JSON.stringify({ openingHours }));
  const kiosk = await startKiosk({ args: ['--demo', '--now', '2026-11-21T10:00', '--settings', settings] });
  await expect(heading(kiosk.page, 'The practice is closed')).toBeVisible();
  await expect(kiosk.page.getByText('We open again on Monday 23 November at 8am.')).toBeVisible();
  const lost = await takeBoth(kiosk, 'mode-closed-hours');
  await kiosk.close();
  expect(lost).toEqual([]);
});

test.describe('with a practice of its own, on trial', () => {
  const real = ['--windowed', '--practice', 'Riverside Surgery'];
  const { day, time } = londonNow();
  const rows = [appointment(0, { day, time }), appointment(1, { day, time })];

  async function takeWelcome(name: string, args: readonly string[], words: string): Promise<void> {
    const kiosk = await startKiosk({ args: [...real, ...args] });
    await expect(kiosk.page.getByText(words)).toBeVisible();
    const lost = await takeBoth(kiosk, name);
    await kiosk.close();
    expect(lost).toEqual([]);
  }

  test('Welcome and the ending', async () => {
    const list = exportedAgo(writeDayList(listFolder(), 'today.csv', 'emis', rows), 30 * 60);
    const kiosk = await startKiosk({ args: [...real, '--list', list] });
    await expect(heading(kiosk.page, headings.welcome)).toBeVisible();
    const lost = await takeBoth(kiosk, 'trial-welcome');
    await press(kiosk.page, 'Check in for an appointment');
    await answerQuestions(kiosk.page, claimOf(appointment(0, { day, time })));
    lost.push(...(await takeBoth(kiosk, 'trial-ending')));
    await press(kiosk.page, 'Larger text');
    lost.push(...(await takeBoth(kiosk, 'trial-ending-larger')));
    await kiosk.close();
    expect(lost).toEqual([]);
  });

  test('closed because there is no list', () =>
    takeWelcome('closed-no-list', [], 'There is no appointment list for today.'));

  test('closed because the list is old', () => {
    const list = exportedAgo(writeDayList(listFolder(), 'today.csv', 'emis', rows), 3 * 60 * 60);
    return takeWelcome('closed-stale-list', ['--list', list], 'The appointment list is out of date.');
  });

  test('closed because nobody would know', () => {
    const folder = listFolder();
    const list = writeDayList(folder, 'today.csv', 'emis', rows);
    const settings = writeFileFor(folder, 'rules.json', JSON.stringify({ isSignedOff: true }));
    const args = ['--list', list, '--settings', settings];
    return takeWelcome('closed-nobody-knows', args, 'Reception would not be told that you are here.');
  });

  test('closed because the site is not known', () => {
    const elsewhere = [...rows, appointment(2, { day, time, location: 'Branch Surgery' })];
    const list = writeDayList(listFolder(), 'today.csv', 'emis', elsewhere);
    return takeWelcome('closed-no-site', ['--list', list], 'This screen has not been told which site it is at.');
  });
});

test.describe('out of service', () => {
  async function takeFault(name: string, dataFolder: string, args: readonly string[], words: string): Promise<void> {
    const kiosk = await startKiosk({ dataFolder, args: [...args] });
    await expect(kiosk.page.getByText(words)).toBeVisible();
    const lost = await takeBoth(kiosk, name);
    await kiosk.close();
    rmSync(dataFolder, { recursive: true, force: true });
    expect(lost).toEqual([]);
  }

  /** A folder that a demonstration has been in. */
  async function usedFolder(): Promise<string> {
    const dataFolder = freshFolder();
    const kiosk = await startKiosk({ dataFolder, args: demonstration });
    await expect(heading(kiosk.page, headings.welcome)).toBeVisible();
    await kiosk.close();
    return dataFolder;
  }

  test('on the folder of a demonstration', async () => {
    const folder = await usedFolder();
    await takeFault('fault-mode-mismatch', folder, ['--windowed'], 'This folder belongs to a demonstration');
  });

  test('on a damaged file', async () => {
    const folder = await usedFolder();
    const file = join(folder, 'kiosk.db');
    const { size } = statSync(file);
    for (const name of readdirSync(folder)) if (name.startsWith('kiosk.db-')) rmSync(join(folder, name));
    writeFileSync(file, Buffer.alloc(size, 'x'));
    await takeFault('fault-damaged-file', folder, demonstration, 'The kiosk’s data file is damaged.');
  });

  test('on something that is no folder', async () => {
    const file = join(freshFolder(), 'data');
    writeFileSync(file, '');
    chmodSync(file, 0o644);
    await takeFault('fault-not-writable', file, demonstration, 'The kiosk cannot write to its data folder.');
  });
});

/** `Larger text` as `larger-text`, `byPhone` as `by-phone`. */
function fileName(words: string): string {
  return words
    .replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    .replace(/[^a-z]+/g, '-')
    .replace(/^-/, '');
}
