import { X509Certificate } from 'node:crypto';
import type { ClientHttp2Session } from 'node:http2';
import { beforeEach, describe, expect, test } from 'vitest';
import { ask, connectTo, indexPage, startTestDesk, type TestDesk } from './support';

let desk: TestDesk;
let session: ClientHttp2Session;

beforeEach(async () => {
  desk = startTestDesk();
  session = await connectTo(desk);
});

describe('pages', () => {
  test('stand below /desk and /board, and their parts beside them', async () => {
    for (const page of ['desk', 'board']) {
      const bare = await ask(session, `/${page}`);
      expect(bare).toMatchObject({ status: 302, headers: { location: `/${page}/` } });
      const found = await ask(session, `/${page}/`);
      expect(found).toMatchObject({ status: 200, text: indexPage, headers: { 'cache-control': 'no-store' } });
      const part = await ask(session, `/${page}/assets/index-abc.js`);
      expect(part.text).toBe(`const page = '${page}';`);
      expect(part.headers['cache-control']).toBe('public, max-age=31536000, immutable');
      expect(part.headers['content-type']).toMatch(/javascript/);
    }
  });

  test('are led to from the bare address', async () => {
    expect(await ask(session, '/')).toMatchObject({ status: 302, headers: { location: '/desk' } });
  });

  test.each([
    '/desk/../outside.txt',
    '/desk/%2e%2e/outside.txt',
    '/desk/..%2foutside.txt',
    '/desk/.hidden',
    '/desk/nothing',
    '/outside.txt',
    '/favicon.ico',
  ])('do not include %s, and no word is said about it', async (path) => {
    const { status, text } = await ask(session, path);
    expect([400, 403, 404]).toContain(status);
    expect(text).toBe('');
  });

  test('go out with every header that keeps them apart from others', async () => {
    const { headers } = await ask(session, '/desk/');
    expect(headers['content-security-policy']).toBe(
      "default-src 'none';script-src 'self';style-src 'self';font-src 'self';img-src 'self';connect-src 'self';base-uri 'none';form-action 'none';frame-ancestors 'none';require-trusted-types-for 'script'",
    );
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'strict-transport-security': 'max-age=31536000',
      'x-frame-options': 'DENY',
    });
    expect(headers['permissions-policy']).toContain('camera=(), ');
    expect(headers['server']).toBeUndefined();
  });

  test('hand out the authority that is to be trusted, and never its key', async () => {
    const { status, text, headers } = await ask(session, '/authority.crt');
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('application/x-x509-ca-cert');
    expect(text).toBe(desk.web.authority());
    expect(text.match(/-----BEGIN/g)).toHaveLength(1);
    const current = desk.web.status();
    expect(new X509Certificate(text).fingerprint256).toBe(
      current.state === 'listening' ? current.certificate.fingerprint : '',
    );
  });
});

describe('calls', () => {
  test('reach the router of their own surface alone', async () => {
    expect(JSON.parse((await ask(session, '/desk/rpc/echo', { words: 'hello' })).text)).toEqual({
      json: { words: 'hello' },
    });
    expect((await ask(session, '/board/rpc/who', null)).status).toBe(200);
    expect((await ask(session, '/board/rpc/echo', { words: 'hello' })).status).toBe(404);
    expect((await ask(session, '/desk/rpc/pair', null)).status).toBe(404);
  });

  test('tell who asks, and from what', async () => {
    const { text } = await ask(session, '/desk/rpc/who', null, {
      cookie: '__Host-desk=mine; __Host-board=another',
      'user-agent':
        'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/130.0.0.0 Safari/537.36 Edg/130.0.0.0',
    });
    expect(JSON.parse(text)).toEqual({ json: { token: 'mine', from: '127.0.0.1', device: 'Edge on Windows' } });
  });

  test('keep their session in a cookie that no script and no other site can use', async () => {
    const kept = await ask(session, '/desk/rpc/session/signIn', { passphrase: 'three made-up words' });
    expect(kept.headers['set-cookie']).toEqual([
      '__Host-desk=secret-of-a-session; Path=/; HttpOnly; Secure; SameSite=Strict',
    ]);
    expect(kept.headers['cache-control']).toBe('no-store');
    const [cleared] = (await ask(session, '/desk/rpc/session/signOut', null)).headers['set-cookie'] ?? [];
    expect(cleared).toMatch(
      /^__Host-desk=; Max-Age=0; Path=\/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Secure; SameSite=Strict$/,
    );
    const [board] = (await ask(session, '/board/rpc/pair', null)).headers['set-cookie'] ?? [];
    expect(board).toBe('__Host-board=secret-of-a-board; Max-Age=34560000; Path=/; HttpOnly; Secure; SameSite=Strict');
  });

  test('say nothing of what went wrong inside, and log it without its words', async () => {
    const { status, text } = await ask(session, '/desk/rpc/broken', null);
    expect(status).toBe(500);
    expect(text).not.toMatch(/Ada|stubRouters|at /);
    const entry = desk.log.entries.find(({ event }) => event === 'procedure.failed');
    expect(entry?.fields).toMatchObject({ procedure: 'broken', errorName: 'Error' });
    expect(text).toContain(entry?.fields.id);
    expect(JSON.stringify(desk.log.entries)).not.toContain('Ada');
  });

  test('pass on the failures that a router names', async () => {
    const { status, text } = await ask(session, '/desk/rpc/refused', null);
    expect(status).toBe(409);
    expect(JSON.parse(text)).toMatchObject({ json: { code: 'NOT_ALLOWED', defined: true } });
  });

  test('tell nobody of a fault of the machine when a named failure has no number of its own', async () => {
    const { status, text } = await ask(session, '/desk/rpc/mistyped', null);
    expect(status).toBe(422);
    expect(JSON.parse(text)).toMatchObject({ json: { code: 'NOT_RECOGNISED', defined: true, status: 422 } });
  });
});

describe('a request is refused', () => {
  const foreign = { origin: 'https://elsewhere.example' };
  test.each<[string, string, Record<string, string | undefined>, number]>([
    ['of another origin', '/desk/rpc/who', foreign, 403],
    ['without an origin', '/desk/rpc/who', { origin: undefined }, 403],
    ['of an opaque origin', '/desk/rpc/who', { origin: 'null' }, 403],
    ['of the same host without encryption', '/desk/rpc/who', { origin: 'http://127.0.0.1' }, 403],
    ['from a form', '/desk/rpc/who', { 'content-type': 'text/plain' }, 403],
    ['from a form with files', '/desk/rpc/who', { 'content-type': 'multipart/form-data; boundary=a' }, 403],
    ['without a kind of content', '/desk/rpc/who', { 'content-type': undefined }, 403],
    ['that hides what it calls', '/desk/rpc/session/sign%49n', {}, 404],
    ['that calls with a query', '/desk/rpc/who?a=b', {}, 404],
    ['that calls nothing', '/desk/rpc', {}, 404],
    ['for a procedure that is not there', '/desk/rpc/nothing', {}, 404],
    ['by another method', '/desk/rpc/who', { ':method': 'PUT' }, 403],
  ])('%s', async (_what, path, headers, status) => {
    const before = desk.log.events.length;
    const answer = await ask(session, path, {}, headers);
    expect(answer.status).toBe(status);
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    if (status === 403) expect(desk.log.events.slice(before)).toContain('web.refused');
    expect(desk.log.events).not.toContain('procedure.failed');
  });

  test('for a host that is not this machine, as when a foreign name is made to point here', async () => {
    const headers = { ':authority': 'attacker.example:8443', origin: 'https://attacker.example:8443' };
    expect((await ask(session, '/desk/rpc/who', null, headers)).status).toBe(403);
    expect((await ask(session, '/desk/', undefined, headers)).status).toBe(403);
    const ours = { ':authority': 'kiosk-1:8443', origin: 'https://kiosk-1:8443' };
    expect((await ask(session, '/desk/rpc/who', null, ours)).status).toBe(200);
  });

  test('that reads where it should call', async () => {
    expect((await ask(session, '/desk/rpc/who')).status).toBe(403);
  });

  test.each([
    '{"json":{"words":"a"},"meta":7}',
    '{"json":{"words":"a"},"meta":[[6,"words"]]}',
    '{"json":{"words":"["},"meta":[[6,"words"]]}',
    '{"json":{"words":"a"},"meta":[[4,"__proto__","words"]]}',
    '{"json":{"words":"a"},"meta":[[0,"constructor","prototype","x"]]}',
    '{"json":{"words":"a"},"maps":[["__proto__","x"]]}',
  ])('or at least does no harm, that says of itself what it is not: %s', async (body) => {
    const { status, text } = await ask(session, '/desk/rpc/echo', body);
    expect([200, 400]).toContain(status);
    expect(text).not.toMatch(/at |node_modules/);
    expect(({} as Record<string, unknown>)['words']).toBeUndefined();
    expect(desk.log.events).not.toContain('procedure.failed');
  });

  test.each(['{', '"a"', '[]', '{"json":{"words":1}}', '{"__proto__":{"a":1}}', ''])(
    'whose body is no call: %j',
    async (body) => {
      const { status, text } = await ask(session, '/desk/rpc/echo', body);
      expect(status).toBe(400);
      expect(text).not.toMatch(/at |node_modules|JSON/);
    },
  );

  test.each(['/desk/%zz', '/%', '/desk/rpc/%ff', '/desk/rpc/__proto__/x', '/desk/rpc/constructor'])(
    'whose path is none: %s',
    async (path) => {
      for (const body of [undefined, {}]) {
        // oxlint-disable-next-line no-await-in-loop
        const { status, text } = await ask(session, path, body);
        expect([403, 404], path).toContain(status);
        expect(text).not.toMatch(/%|FST|url|proto|constructor/);
      }
      expect(desk.log.events).not.toContain('procedure.failed');
    },
  );

  test('whose body is more than a megabyte', async () => {
    const { status } = await ask(session, '/desk/rpc/echo', { words: 'x'.repeat(1024 * 1024) });
    expect(status).toBe(413);
    expect((await ask(session, '/desk/rpc/echo', { words: 'x'.repeat(1000 * 1000) })).status).toBe(200);
  });
});
