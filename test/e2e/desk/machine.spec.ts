import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { controlJson, finished, startProgram } from '../../support/commands';
import { openDesk, openDeskOf, useFirstCode } from '../../support/desk';
import { callsOf, cookieOf } from '../../support/deskCalls';
import { freshFolder, startKiosk } from '../../support/kioskApp';
import { heading } from '../../support/patient';
import { applyForMe } from '../../support/signUp';
import { patient } from '../../support/situations';

/* What a machine shows, and what staff do to it from the desk. */

const demo = ['--demo', '--now', '2026-11-23T10:00'];

/** The desk of a hub on `dataFolder`; to be closed, and then the folder is gone. */
async function startHub(dataFolder: string) {
  const program = startProgram(['--data-dir', dataFolder, ...demo, '--role', 'hub', '--port', '0']);
  const ended = finished(program);
  const control = (...action: string[]) => controlJson({ dataFolder, action, args: demo });
  const close = async (): Promise<void> => {
    program.kill('SIGTERM');
    const { exitCode } = await ended;
    expect(exitCode).toBe(0);
    rmSync(dataFolder, { recursive: true, force: true });
  };
  // A `control` before that would own the folder itself, and the hub would find it taken.
  await new Promise<void>((resolve, reject) => {
    let text = '';
    program.stdout?.on('data', (part: Buffer) => {
      text += part.toString();
      if (/^Desk: https:\/\/\S+\/desk; one-time code for its first manager: \S+$/m.test(text)) resolve();
    });
    program.once('exit', () => reject(new Error(`The hub ended: ${text}`)));
  });
  return openDeskOf({ control, close });
}

test('a hub serves desks without any window of its own, and ends when it is asked to', async () => {
  const desk = await startHub(freshFolder());
  try {
    const page = await desk.opened('/desk');
    await expect(page.getByLabel('One-time code')).toBeVisible();
  } finally {
    await desk.close();
  }
});

test('a hub goes on serving when the window of a paper, its only one, has gone', async () => {
  test.setTimeout(90_000);
  const dataFolder = freshFolder();
  const kiosk = await startKiosk({ dataFolder, args: demo });
  await expect(heading(kiosk.page, /^Welcome to /)).toBeVisible();
  const reference = await applyForMe(kiosk.page, {
    firstName: 'Ottoline',
    lastName: 'Brightwater',
    dateOfBirth: '1961-07-13',
    services: ['Book and cancel appointments'],
  });
  await kiosk.close();
  const desk = await startHub(dataFolder);
  try {
    const page = await desk.opened('/desk');
    await useFirstCode(page, desk.code);
    const ask = callsOf(desk.address, await cookieOf(page.context()));
    const found = await ask('applications/find', { reference });
    expect(found.status, found.body).toBe(200);
    const { applicationId } = (JSON.parse(found.body) as { json: { applicationId: string } }).json;
    for (const paper of ['first', 'second']) {
      const { status, body } = await ask('applications/form', { applicationId });
      expect(status, `${paper}: ${body.slice(0, 200)}`).toBe(200);
    }
    await page.reload();
    await expect(page.getByRole('tablist')).toBeVisible();
  } finally {
    await desk.close();
  }
});

test('a machine that is a board shows the board, and needs no pairing for its own', async () => {
  const board = await startKiosk({ args: [...demo, '--role', 'board', '--windowed'] });
  try {
    expect(board.page.url()).toMatch(/^reception-kiosk:\/\/board\//);
    await expect(board.page.getByText('Nobody is being called at the moment')).toBeVisible();
    await expect(board.page.getByText('DEMONSTRATION')).toBeVisible();
  } finally {
    await board.close();
  }
});

test('a port that is taken is told plainly, and the kiosk serves patients all the same', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const { port } = taken.address() as AddressInfo;
  const kiosk = await startKiosk({ args: [...demo, '--port', String(port)] });
  try {
    await expect(kiosk.page.getByRole('button', { name: 'Check in for an appointment', exact: true })).toBeVisible();
    const status = (): Promise<string> =>
      controlJson({ dataFolder: kiosk.dataFolder, action: ['status'], args: demo }).then(({ stdout }) => stdout);
    await expect.poll(status, { timeout: 30_000 }).toContain('"portTaken"');
    expect(await status()).toContain(String(port));
  } finally {
    await kiosk.close();
    taken.close();
  }
});

test('from the desk the kiosk goes out of service and comes back, is wiped, sounds, and is closed', async () => {
  const desk = await openDesk([], { more: [patient('10:10')] });
  const { page, kiosk } = desk.kiosk;
  const staff = await desk.signedIn();
  try {
    await staff.getByRole('tab', { name: 'Machine', exact: true }).click();
    await staff.getByRole('button', { name: 'Take out of service', exact: true }).click();
    await expect(heading(page, /^Welcome to /)).toHaveCount(0);
    await staff.getByRole('button', { name: 'Put back in service', exact: true }).click();
    await expect(heading(page, /^Welcome to /)).toBeVisible();
    await staff.getByRole('button', { name: 'Test the sound', exact: true }).click();
    await expect(staff.getByText('This machine can speak')).toBeVisible();
    await expect(staff.getByText(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/)).toBeVisible();
    await staff.getByRole('button', { name: 'Clean the screen', exact: true }).click();
    await expect(page.getByText(/seconds/).first()).toBeVisible();
    const ended = once(kiosk.app.process(), 'exit');
    await staff.getByRole('button', { name: 'Close', exact: true }).click();
    await staff.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).last().click();
    expect((await ended)[0]).toBe(0);
  } finally {
    await desk.browser.close();
  }
});
