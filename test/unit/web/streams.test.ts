import { once } from 'node:events';
import { request as requestHttp1 } from 'node:https';
import { connect as connectTcp, createServer, type Socket } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { partBytes } from './stubRouters';
import { ask, connectAt, connectTo, letAMinutePass, listen, startTestDesk, type TestDesk } from './support';

/** What lies between a desk and the kiosk: while it is cut, nothing passes and nobody is told. */
async function cable(desk: TestDesk): Promise<{ port: number; cut(): void }> {
  const port = await desk.port();
  const sockets: Socket[] = [];
  const server = createServer((near) => {
    const far = connectTcp(port, '127.0.0.1');
    sockets.push(near, far);
    near.on('error', () => undefined).pipe(far);
    far.on('error', () => undefined).pipe(near);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    cut() {
      for (const socket of sockets) socket.unpipe().pause();
    },
  };
}

describe('a live stream', () => {
  test('tells what is new as it happens, on a hundred desks at once', async () => {
    const desk = startTestDesk();
    const sessions = await Promise.all(Array.from({ length: 100 }, () => connectTo(desk)));
    const listeners = sessions.map((session, index) => listen(session, '/desk/rpc/live', `desk-${index}`));
    await Promise.all(listeners.map((listener) => listener.hears('first')));
    expect(desk.stub.open).toBe(100);
    desk.stub.say('arrived');
    await Promise.all(listeners.map((listener) => listener.hears('arrived')));
    for (const listener of listeners) expect(listener.heard).toEqual(['first', 'arrived']);
    for (const listener of listeners) listener.leave();
    await desk.stub.openIs(0);
  });

  test('sets its cookie before its first word', async () => {
    const desk = startTestDesk();
    const { stream } = listen(await connectTo(desk), '/desk/rpc/liveWithToken', 'old');
    const [headers] = (await once(stream, 'response')) as [Record<string, unknown>];
    expect(headers['set-cookie']).toEqual(['__Host-desk=renewed; Path=/; HttpOnly; Secure; SameSite=Strict']);
    expect(headers).toMatchObject({ 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  });

  test('ends when the page goes, or its whole connection', async () => {
    const desk = startTestDesk();
    const [one, other] = [await connectTo(desk), await connectTo(desk)];
    const first = listen(one, '/desk/rpc/live', 'one');
    const second = listen(other, '/desk/rpc/live', 'two');
    await Promise.all([first.hears('first'), second.hears('first')]);
    first.leave();
    await desk.stub.openIs(1);
    other.destroy();
    await desk.stub.openIs(0);
  });

  test('is served over HTTP/1.1 too, for networks whose filters know nothing newer', async () => {
    const desk = startTestDesk();
    const port = await desk.port();
    const request = requestHttp1({
      host: '127.0.0.1',
      port,
      path: '/desk/rpc/live',
      method: 'POST',
      ca: desk.web.authority() ?? '',
      headers: { 'content-type': 'application/json', origin: `https://127.0.0.1:${port}` },
      agent: false,
    });
    request.on('error', () => undefined).end('{}');
    const [response] = (await once(request, 'response')) as [NodeJS.ReadableStream & { httpVersion: string }];
    let text = '';
    response
      .on('error', () => undefined)
      .on('data', (part: Buffer) => {
        text += part.toString();
      });
    // oxlint-disable-next-line no-await-in-loop
    while (!text.includes('"first"')) await once(response, 'data');
    expect(response.httpVersion).toBe('1.1');
    request.destroy();
    await desk.stub.openIs(0);
  });
});

describe('a desk that stops reading', () => {
  test('is not read for: no more is asked of the service than its buffers hold, and others are answered', async () => {
    const desk = startTestDesk();
    const deaf = listen(await connectTo(desk), '/desk/rpc/flood', 'deaf');
    deaf.stream.pause();
    const session = await connectTo(desk);
    await desk.stub.openIs(1);
    const pouredWhile = async (asks: number): Promise<number> => {
      for (let asked = 0; asked < asks; asked += 1) {
        // oxlint-disable-next-line no-await-in-loop
        expect((await ask(session, '/desk/rpc/who', null)).status).toBe(200);
      }
      return desk.stub.poured;
    };
    const held = await pouredWhile(200);
    expect(held * partBytes).toBeLessThan(1024 * 1024);
    expect(await pouredWhile(200)).toBe(held);
  });

  test('is ended within about a minute, and whoever reads goes on', async () => {
    const desk = startTestDesk();
    // On one connection with the reader: its pings are answered all the while.
    const session = await connectTo(desk);
    session.setLocalWindowSize(2 ** 24);
    const deaf = listen(session, '/desk/rpc/flood', 'deaf');
    deaf.stream.pause();
    const listener = listen(session, '/desk/rpc/live', 'reader');
    await Promise.all([desk.stub.openIs(2), listener.hears('first')]);
    await letAMinutePass(desk, session);
    await desk.stub.openIs(1);
    desk.stub.say('later');
    await listener.hears('later');
  });
});

describe('a network that is cut', () => {
  test('is noticed within about a minute, and its connection ended', async () => {
    const desk = startTestDesk();
    const line = await cable(desk);
    const far = await connectAt(line.port, desk.web.authority() ?? '');
    const listener = listen(far, '/desk/rpc/live', 'far');
    // The page asked for the port of the cable, so that it says where it stands by that.
    await listener.hears('first');
    const session = await connectTo(desk);
    line.cut();
    await letAMinutePass(desk, session);
    await desk.stub.openIs(0);
    expect((await ask(session, '/desk/rpc/who', null)).status).toBe(200);
  });
});

describe('a request that never wholly arrives', () => {
  test('is ended after half a minute', async () => {
    const desk = startTestDesk();
    const session = await connectTo(desk);
    const slow = session.request({
      ':path': '/desk/rpc/echo',
      ':method': 'POST',
      'content-type': 'application/json',
      origin: session.originSet?.[0] ?? '',
    });
    slow.on('error', () => undefined);
    slow.resume().write('{"json":');
    const isEnded = once(slow, 'close');
    await letAMinutePass(desk, session);
    await isEnded;
  });

  test('does not stand in the way of others, however many there are', async () => {
    const desk = startTestDesk();
    const port = await desk.port();
    const sockets = Array.from({ length: 50 }, () => connectTcp(port, '127.0.0.1').on('error', () => undefined));
    await Promise.all(sockets.map((socket) => once(socket, 'connect')));
    // The first bytes of a handshake, and then nothing.
    for (const socket of sockets) socket.write(Buffer.from([0x16, 0x03, 0x01]));
    expect((await ask(await connectTo(desk), '/desk/rpc/who', null)).status).toBe(200);
    for (const socket of sockets) socket.destroy();
  });
});
