import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { makeAuthority, makeKeyPair, makeServerCertificate } from '../../../main/web/certificates/makeCertificate';
import { readPracticeCertificate } from '../../../main/web/certificates/practiceCertificate';
import { pfxPassphrase, pfxWithoutPassphrase, pfxWithPassphrase } from './pfxFixtures';
import { ask, connectAt, createVault, freshFolder, letAMinutePass, startTestDesk, type TestDesk } from './support';

const day = 24 * 60 * 60 * 1000;
const now = Date.now();
const authorityKeys = makeKeyPair();
const authorityName = 'Made-up practice authority';
const practice = { hosts: ['kiosk.practice.example'], addresses: [] };
const authority = makeAuthority({
  name: authorityName,
  keys: authorityKeys,
  names: practice,
  from: now - 400 * day,
  until: now + 400 * day,
});

let folder = '';
const pathOf = (name: string): string => join(folder, name);

/** What the practice's IT lays down: certificate and key as PEM. */
function layDown(name: string, from: number, until: number): { certificate: string; key: string } {
  const keys = makeKeyPair();
  const certificate = makeServerCertificate({
    authorityName,
    authorityKeys,
    publicKey: keys.publicKey,
    names: practice,
    from,
    until,
  });
  const key = keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  writeFileSync(pathOf(`${name}.pem`), certificate);
  writeFileSync(pathOf(`${name}.key`), key);
  return { certificate, key };
}

/** What is said of a file: the names in its certificate, or why it cannot be used. */
async function read(certificate: string, key: string | null = null, passphrase?: string): Promise<string | string[]> {
  const vault = createVault(new Map(passphrase === undefined ? [] : [['pfxPassphrase', passphrase]]));
  const files = { certificateFile: pathOf(certificate), keyFile: key === null ? null : pathOf(key) };
  const found = await readPracticeCertificate(files, vault, now);
  return 'reason' in found ? found.reason.replaceAll(folder, '') : found.hosts;
}

beforeEach(() => {
  folder = freshFolder();
});

describe('a certificate of the practice', () => {
  test('is read as PEM with its key beside it or in the same file, authority and all', async () => {
    const { certificate, key } = layDown('good', now - day, now + day);
    expect(await read('good.pem', 'good.key')).toEqual(practice.hosts);
    writeFileSync(pathOf('all.pem'), key + certificate + authority);
    expect(await read('all.pem')).toEqual(practice.hosts);
  });

  test('is read as PFX without a passphrase, or with the one that is kept', async () => {
    writeFileSync(pathOf('open.pfx'), pfxWithoutPassphrase);
    writeFileSync(pathOf('closed.pfx'), pfxWithPassphrase);
    expect(await read('open.pfx')).toEqual(practice.hosts);
    expect(await read('closed.pfx', null, pfxPassphrase)).toEqual(practice.hosts);
  });

  test('is refused in one sentence that names the file', async () => {
    layDown('good', now - day, now + day);
    layDown('other', now - day, now + day);
    layDown('old', now - 10 * day, Date.parse('2026-01-02T03:04:05Z'));
    layDown('early', Date.parse('2100-01-02T03:04:05Z'), Date.parse('2101-01-02T03:04:05Z'));
    writeFileSync(pathOf('authority.pem'), authority);
    writeFileSync(pathOf('authority.key'), authorityKeys.privateKey.export({ type: 'pkcs8', format: 'pem' }));
    writeFileSync(pathOf('empty.pem'), '');
    writeFileSync(pathOf('closed.pfx'), pfxWithPassphrase);
    const damaged = ': one is damaged, has a passphrase, or they do not belong together.';
    expect(await read('none.pem', 'good.key')).toBe('The certificate file /none.pem cannot be read.');
    expect(await read('good.pem', 'none.key')).toBe('The key file /none.key cannot be read.');
    expect(await read('good.pem', 'other.key')).toBe(
      `The certificate in /good.pem cannot be used with the key in /other.key${damaged}`,
    );
    expect(await read('good.pem')).toBe(
      `The certificate in /good.pem cannot be used with a key in the same file${damaged}`,
    );
    expect(await read('old.pem', 'old.key')).toBe('The certificate in /old.pem ended on 2026-01-02.');
    expect(await read('early.pem', 'early.key')).toBe('The certificate in /early.pem begins only on 2100-01-02.');
    expect(await read('authority.pem', 'authority.key')).toBe(
      'The certificate in /authority.pem names no machine (no subject alternative name).',
    );
    const open = 'is damaged, or has a passphrase and none is kept for it.';
    expect(await read('empty.pem')).toBe(`The certificate file /empty.pem ${open}`);
    expect(await read('closed.pfx')).toBe(`The certificate file /closed.pfx ${open}`);
    expect(await read('closed.pfx', null, 'wrong')).toBe(
      'The certificate file /closed.pfx does not open with the passphrase that is kept for it.',
    );
  });
});

describe('a server with the certificate of the practice', () => {
  const start = (name: string): TestDesk =>
    startTestDesk({ deskCertificateFile: pathOf(`${name}.pem`), deskKeyFile: pathOf(`${name}.key`) });
  const isListening = ({ state }: { state: string }): boolean => state === 'listening';
  const host = 'kiosk.practice.example';

  test('answers at the names in it, and has no authority of its own to hand out', async () => {
    layDown('good', now - day, now + 2 * day);
    const desk = start('good');
    const port = await desk.port();
    const session = await connectAt(port, authority, host);
    expect((await ask(session, '/desk/rpc/who', null)).status).toBe(200);
    expect((await ask(session, '/authority.crt')).status).toBe(404);
    expect(desk.web.authority()).toBeNull();
    expect(await desk.web.renewAuthority()).toBe(false);
    expect(desk.vault.kept.size).toBe(0);
    expect(desk.web.status()).toMatchObject({
      addresses: [`https://${host}:${port}`],
      certificate: { source: 'practice', isToBeTrustedAnew: false },
    });
  });

  test('does not start with one that has ended, and never shows its own in its place', async () => {
    layDown('old', now - 10 * day, now - day);
    const desk = start('old');
    const status = await desk.statusWhere(({ state }) => state !== 'starting');
    expect(status).toMatchObject({
      state: 'certificateUnusable',
      reason: expect.stringContaining('old.pem ended') as string,
    });
    expect(desk.vault.kept.size).toBe(0);
    layDown('old', now - day, now + day);
    desk.timers.advance(15_000);
    await desk.statusWhere(isListening);
  });

  test('goes on with one that ends meanwhile, says when, and takes the next from the same file', async () => {
    layDown('good', now - day, now + 2 * day);
    const desk = start('good');
    const session = await connectAt(await desk.port(), authority, host);
    const before = desk.web.status();
    desk.clock.jump(3 * 24 * 60 * 60);
    await letAMinutePass(desk, session);
    expect(desk.web.status()).toEqual(before);
    layDown('good', now - day, now + 90 * day);
    await letAMinutePass(desk, session);
    const after = await desk.statusWhere((status) => JSON.stringify(status) !== JSON.stringify(before));
    expect(after).toMatchObject({ state: 'listening', certificate: { source: 'practice' } });
    // It has never let go of who was there.
    expect((await ask(session, '/desk/')).status).toBe(200);
    expect((await ask(await connectAt(await desk.port(), authority, host), '/desk/')).status).toBe(200);
  });

  test('stops when a file is set that cannot be used, and goes back to its own when none is set', async () => {
    const desk = startTestDesk();
    await desk.port();
    const own = desk.web.authority();
    desk.machine.deskCertificateFile = pathOf('none.pem');
    desk.changes.publish('rules');
    await desk.statusWhere(({ state }) => state === 'certificateUnusable');
    expect(desk.web.authority()).toBeNull();
    desk.machine.deskCertificateFile = null;
    desk.changes.publish('rules');
    await desk.statusWhere(isListening);
    expect(desk.web.authority()).toBe(own);
  });
});
