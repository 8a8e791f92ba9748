import { once } from 'node:events';
import type { ClientHttp2Session } from 'node:http2';
import { createServer, type Server } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { machineNames } from '../../../main/web/machineNames';
import { ask, connectTo, createVault, letAMinutePass, names, startTestDesk } from './support';

const day = 24 * 60 * 60;

/** Another program on a port of its own. */
async function anotherProgram(): Promise<{ port: number; end(): Promise<void> }> {
  const other: Server = createServer();
  await new Promise<void>((resolve) => {
    other.listen(0, '127.0.0.1', resolve);
  });
  const address = other.address();
  const end = (): Promise<void> =>
    new Promise((resolve) => {
      other.close(() => {
        resolve();
      });
    });
  onTestFinished(end);
  return { port: typeof address === 'object' && address !== null ? address.port : 0, end };
}

async function hasEnded(session: ClientHttp2Session): Promise<void> {
  if (!session.destroyed) await once(session, 'close');
}

describe('the server', () => {
  test('says what browsers may type, and what they are to trust', async () => {
    const desk = startTestDesk();
    expect(desk.web.status()).toEqual({ state: 'starting' });
    const port = await desk.port();
    expect(desk.web.status()).toMatchObject({
      state: 'listening',
      port,
      addresses: [`https://localhost:${port}`, `https://127.0.0.1:${port}`],
      certificate: { source: 'ownAuthority', isToBeTrustedAnew: false },
    });
    expect(desk.log.events).toContain('web.listening');
  });

  test('names the machine before its numbers where the practice can reach it', async () => {
    const desk = startTestDesk({ deskHost: null });
    const port = await desk.port();
    expect(desk.web.status()).toMatchObject({ addresses: [`https://kiosk-1:${port}`, `https://192.0.2.7:${port}`] });
  });

  test('says that its port is taken, and takes it once it is free', async () => {
    const other = await anotherProgram();
    const desk = startTestDesk({ deskPort: other.port });
    const status = await desk.statusWhere(({ state }) => state !== 'starting');
    expect(status).toEqual({
      state: 'portTaken',
      port: other.port,
      reason: `Another program on this machine uses port ${other.port}.`,
    });
    await other.end();
    desk.timers.advance(15_000);
    expect(await desk.port()).toBe(other.port);
  });

  test('says that its address is not there', async () => {
    const desk = startTestDesk({ deskHost: '192.0.2.99' });
    const status = await desk.statusWhere(({ state }) => state !== 'starting');
    expect(status).toMatchObject({
      state: 'addressUnavailable',
      reason: 'This machine has no address 192.0.2.99 at the moment.',
    });
  });

  test('moves to another port when that is set, and gives the answer under way', async () => {
    const desk = startTestDesk();
    const before = await desk.port();
    const session = await connectTo(desk);
    const { port: free, end } = await anotherProgram();
    await end();
    const answer = ask(session, '/desk/rpc/slow', null);
    await desk.stub.slowIs('waiting');
    desk.machine.deskPort = free;
    desk.changes.publish('rules');
    desk.stub.finishSlow();
    expect((await answer).text).toBe('{"json":"slow"}');
    await desk.statusWhere((status) => status.state === 'listening' && status.port === free);
    expect(free).not.toBe(before);
    expect((await ask(await connectTo(desk), '/desk/')).status).toBe(200);
    await hasEnded(session);
  });

  test('stays as it is when other rules change', async () => {
    const desk = startTestDesk();
    const session = await connectTo(desk);
    desk.machine.site = 'Main Surgery';
    desk.changes.publish('rules');
    await letAMinutePass(desk, session);
    expect((await ask(session, '/desk/')).status).toBe(200);
    expect(desk.log.events.filter((event) => event === 'web.listening')).toHaveLength(1);
  });

  test('ends every stream and connection at once', async () => {
    const desk = startTestDesk();
    const sessions = await Promise.all([connectTo(desk), connectTo(desk)]);
    for (const [index, session] of sessions.entries()) {
      const cookie = `__Host-desk=token-${index}`;
      void ask(session, '/desk/rpc/live', null, { cookie }).catch(() => undefined);
    }
    await desk.stub.openIs(2);
    const began = performance.now();
    await desk.web.close();
    expect(performance.now() - began).toBeLessThan(1000);
    await desk.stub.openIs(0);
    expect(desk.web.status()).toEqual({ state: 'off' });
    desk.timers.advance(120_000);
    expect(desk.web.status()).toEqual({ state: 'off' });
  });

  test('ends while it is still beginning', async () => {
    const desk = startTestDesk();
    await desk.web.close();
    expect(desk.web.status()).toEqual({ state: 'off' });
  });

  test('says so when the store gives it nothing, and tries again', async () => {
    const vault = createVault();
    let isBroken = true;
    const desk = startTestDesk(
      {},
      { ...vault, read: (name) => (isBroken ? Promise.reject(new Error('disk')) : vault.read(name)) },
    );
    const status = await desk.statusWhere(({ state }) => state !== 'starting');
    expect(status).toMatchObject({ state: 'failed', reason: 'The page for reception could not be started.' });
    isBroken = false;
    desk.timers.advance(15_000);
    expect(await desk.port()).toBeGreaterThan(0);
  });
});

describe('its certificate', () => {
  test('is renewed in good time, and nobody who is connected notices', async () => {
    const desk = startTestDesk();
    const session = await connectTo(desk);
    const before = await desk.statusWhere(({ state }) => state === 'listening');
    desk.clock.jump(61 * day);
    await letAMinutePass(desk, session);
    const after = await desk.statusWhere((status) => JSON.stringify(status) !== JSON.stringify(before));
    if (before.state !== 'listening' || after.state !== 'listening') throw new Error('it does not listen');
    expect(Date.parse(after.certificate.expiresAt) - Date.parse(before.certificate.expiresAt)).toBeGreaterThan(
      60 * day * 1000,
    );
    expect(after.certificate.fingerprint).toBe(before.certificate.fingerprint);
    expect(after.port).toBe(before.port);
    expect((await ask(session, '/desk/')).status).toBe(200);
  });

  test('goes on when the machine gets another address, and staff are told to trust it anew', async () => {
    const desk = startTestDesk();
    const session = await connectTo(desk);
    const old = desk.web.authority();
    desk.called.names = machineNames('Kiosk-1', ['192.0.2.8']);
    desk.machine.deskHost = null;
    desk.timers.advance(60_000);
    const status = await desk.statusWhere((one) => one.state === 'listening' && one.certificate.isToBeTrustedAnew);
    expect(desk.web.authority()).toBe(old);
    expect(status).toMatchObject({ addresses: [expect.stringMatching(/^https:\/\/kiosk-1:\d+$/) as string] });

    expect(await desk.web.renewAuthority()).toBe(true);
    expect(desk.web.authority()).not.toBe(old);
    expect(desk.web.status()).toMatchObject({
      addresses: [expect.stringContaining('kiosk-1') as string, expect.stringContaining('192.0.2.8') as string],
      certificate: { isToBeTrustedAnew: false },
    });
    await hasEnded(session);
    expect((await ask(await connectTo(desk, 'kiosk-1'), '/desk/')).status).toBe(200);
  });

  test('leads to the same authority after a restart', async () => {
    const vault = createVault();
    const first = startTestDesk({}, vault);
    await first.port();
    const authority = first.web.authority();
    await first.web.close();
    const second = startTestDesk({}, vault);
    await second.port();
    expect(second.web.authority()).toBe(authority);
    expect((await ask(await connectTo(second), '/desk/')).status).toBe(200);
  });

  test.each(['127.0.0.1', 'localhost', 'kiosk-1', 'kiosk-1.local'])(
    'is taken by whoever trusts the authority, at %s',
    async (host) => {
      const desk = startTestDesk();
      expect(names.hosts.includes(host) || names.addresses.includes(host)).toBe(true);
      expect((await ask(await connectTo(desk, host), '/desk/')).status).toBe(200);
    },
  );

  test('is not taken at a name that it does not hold', async () => {
    const desk = startTestDesk();
    await expect(connectTo(desk, 'kiosk-2')).rejects.toThrow(/altnames/);
  });
});
