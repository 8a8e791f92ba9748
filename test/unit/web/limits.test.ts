import { once } from 'node:events';
import { connect } from 'node:tls';
import { describe, expect, test } from 'vitest';
import { createStreamLimits } from '../../../main/web/streamLimits';
import { ask, connectTo, listen, startTestDesk } from './support';

const cookieOf = (token: string): Record<string, string> => ({ cookie: `__Host-desk=${token}` });

describe('from one address', () => {
  test('a passphrase or a code can be tried 20 times a minute, over whatever connection and procedure', async () => {
    const desk = startTestDesk();
    const sessions = [await connectTo(desk), await connectTo(desk)];
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 21; attempt += 1) {
      const session = sessions[attempt % 2] ?? (await connectTo(desk));
      const procedure = ['signIn', 'useCode', 'unlock'][attempt % 3] ?? '';
      // oxlint-disable-next-line no-await-in-loop
      const { status } = await ask(session, `/desk/rpc/session/${procedure}`, { passphrase: 'a made-up guess' });
      statuses.push(status);
    }
    expect(statuses.slice(0, 20)).not.toContain(429);
    expect(statuses[20]).toBe(429);
    expect(desk.log.entries).toContainEqual({ event: 'web.refused', fields: { kind: 'rate' } });
    const [session] = sessions;
    if (session === undefined) throw new Error('there is no connection');
    const { status, text, headers } = await ask(session, '/desk/rpc/session/signIn', { passphrase: 'a made-up guess' });
    expect(status).toBe(429);
    expect(JSON.parse(text)).toMatchObject({ json: { code: 'TOO_MANY_REQUESTS' } });
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    // Whoever is signed in goes on.
    expect((await ask(session, '/desk/rpc/who', null)).status).toBe(200);
  });

  test('1,200 calls a minute are answered, desk and board together, and no more', async () => {
    const desk = startTestDesk();
    const session = await connectTo(desk);
    const statuses: number[] = [];
    for (let round = 0; round < 24; round += 1) {
      const paths = Array.from({ length: 50 }, (_, index) => `/${index % 2 === 0 ? 'desk' : 'board'}/rpc/who`);
      // oxlint-disable-next-line no-await-in-loop
      const answers = await Promise.all(paths.map((path) => ask(session, path, null)));
      statuses.push(...answers.map(({ status }) => status));
    }
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect((await ask(session, '/board/rpc/who', null)).status).toBe(429);
    expect((await ask(session, '/desk/')).status).toBe(200);
  });
});

describe('live streams', () => {
  test('are twelve for one session, and a place is free again when one ends', async () => {
    const desk = startTestDesk();
    const session = await connectTo(desk);
    const streams = Array.from({ length: 12 }, () => listen(session, '/desk/rpc/live', 'one'));
    await desk.stub.openIs(12);
    const oneMore = await ask(session, '/desk/rpc/live', null, cookieOf('one'));
    expect(oneMore.status).toBe(429);
    expect(desk.stub.open).toBe(12);
    streams[0]?.leave();
    await desk.stub.openIs(11);
    await listen(session, '/desk/rpc/live', 'one').hears('first');
  });

  test('take no place when the page has gone before they begin', async () => {
    const desk = startTestDesk();
    const session = await connectTo(desk);
    for (let gone = 0; gone < 12; gone += 1) {
      const { stream, leave } = listen(session, '/desk/rpc/liveLate', 'one');
      // oxlint-disable-next-line no-await-in-loop
      await desk.stub.slowIs('waiting');
      leave();
      // oxlint-disable-next-line no-await-in-loop
      if (!stream.closed) await once(stream, 'close');
      // What is asked after it left is answered after that.
      // oxlint-disable-next-line no-await-in-loop
      await ask(session, '/desk/rpc/who', null);
      desk.stub.finishSlow();
    }
    const streams = Array.from({ length: 12 }, () => listen(session, '/desk/rpc/live', 'one'));
    await Promise.all(streams.map((stream) => stream.hears('first')));
  });

  test('without a session are three for one address', async () => {
    const desk = startTestDesk();
    const session = await connectTo(desk);
    for (let count = 0; count < 3; count += 1) void ask(session, '/desk/rpc/live', null).catch(() => undefined);
    await desk.stub.openIs(3);
    expect((await ask(session, '/desk/rpc/live', null)).status).toBe(429);
  });

  test('of boards, which anybody may ask for, take no place of a desk', async () => {
    const desk = startTestDesk();
    const session = await connectTo(desk);
    const asBoard = (token: string): Record<string, string> => ({ cookie: `__Host-board=${token}` });
    const boards = Array.from({ length: 50 }, (_, index) =>
      listen(session, '/board/rpc/live', '', asBoard(`b${index}`)),
    );
    await desk.stub.openIs(50);
    expect((await ask(session, '/board/rpc/live', null, asBoard('one-more'))).status).toBe(429);
    const atDesk = listen(session, '/desk/rpc/live', 'somebody');
    await desk.stub.openIs(51);
    for (const one of [atDesk, ...boards]) one.leave();
    await desk.stub.openIs(0);
  });

  test('are 300 in all', () => {
    const limits = createStreamLimits();
    const places = Array.from({ length: 300 }, (_, index) => limits.take(`session ${index}`));
    expect(places).not.toContain(null);
    expect(limits.take('one more')).toBeNull();
    places[0]?.();
    places[0]?.();
    expect(limits.take('one more')).not.toBeNull();
    expect(limits.take('and another')).toBeNull();
  });
});

describe('the log', () => {
  test('does not grow with a flood of refused requests, and begins again a minute later', async () => {
    const desk = startTestDesk();
    const refused = async (count: number): Promise<number> => {
      const session = await connectTo(desk);
      const before = desk.log.events.length;
      for (let asked = 0; asked < count; asked += 1) {
        // oxlint-disable-next-line no-await-in-loop
        await ask(session, '/desk/rpc/who', null, { origin: 'null' });
      }
      return desk.log.events.length - before;
    };
    expect(await refused(250)).toBe(60);
    desk.timers.advance(61_000);
    expect(await refused(5)).toBe(5);
  });

  test('holds nothing of what was asked', async () => {
    const desk = startTestDesk();
    const session = await connectTo(desk);
    const words = { words: 'Ada Example' };
    await ask(session, '/desk/rpc/echo', words, cookieOf('hidden-secret'));
    await ask(session, '/desk/rpc/echo', words, { origin: 'https://ada.example' });
    await ask(session, '/desk/rpc/Ada', words);
    expect(JSON.stringify(desk.log.entries)).not.toMatch(/ada|hidden-secret/i);
  });
});

describe('connections', () => {
  test('of one address are 200: one more is ended, and the others are answered', async () => {
    const desk = startTestDesk();
    const session = await connectTo(desk);
    const port = await desk.port();
    const sockets = Array.from({ length: 199 }, () =>
      connect({ port, host: '127.0.0.1', ca: desk.web.authority() ?? '' }),
    );
    await Promise.all(sockets.map((socket) => new Promise((resolve) => socket.once('secureConnect', resolve))));
    const last = connect({ port, host: '127.0.0.1', ca: desk.web.authority() ?? '' });
    await new Promise((resolve) => {
      last.once('error', resolve);
      last.once('close', resolve);
    });
    expect(last.authorized).toBe(false);
    expect((await ask(session, '/desk/rpc/who', null)).status).toBe(200);
    for (const socket of sockets) socket.on('error', () => undefined).destroy();
  });
});
