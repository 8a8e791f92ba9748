import { randomUUID } from 'node:crypto';
import { MessageChannel } from 'node:worker_threads';
import { createORPCClient, ORPCError } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createPortServer } from '../../../main/services/kioskPort';
import { createKioskRouter, type KioskServices } from '../../../main/services/kioskRouter';
import type { SignUpService } from '../../../main/services/signUp';
import type { Tickets } from '../../../main/services/tickets';
import type { CheckInAnswer, IdentityClaim, KioskContract, KioskServiceState } from '../../../preload/contract/kiosk';
import type { DateOfBirth } from '../../../preload/contract/rules/dates';
import { referenceSchema } from '../../../preload/contract/rules/reference';
import { createSilentLog } from '../../support/fakePorts';

const someone = { by: 'letter', dateOfBirth: '1961-03-04', letter: 'K' } as IdentityClaim;
const childAtScreen = {
  kind: 'underEleven',
  draftId: '6b0c7f6e-0f1a-4a5e-9a52-7f4f6a1d2c3b',
  firstName: 'Ruth',
  lastName: 'Khan',
  dateOfBirth: '2018-03-04' as DateOfBirth,
} as const;
const secret = 'Ruth KHAN 1961-03-04 9990000018';

/** The kiosk's router behind a real message port, with services that only remember that they were called. */
function serve(
  answer: () => Promise<CheckInAnswer | 'closed'> = () => Promise.resolve({ kind: 'reception' }),
  state: KioskServiceState = { state: 'open' },
  sent: Awaited<ReturnType<SignUpService['send']>> = 'closed',
  printed: Awaited<ReturnType<Tickets['print']>> = 'refused',
) {
  const called: string[] = [];
  let touches = 0;
  const log = createSilentLog();
  const remember = (name: string) => () => void called.push(name);
  const services: KioskServices = {
    checkIn: {
      claim: () => {
        called.push('claim');
        return answer();
      },
      dispute: () => {
        called.push('dispute');
        return Promise.resolve(false);
      },
      answer: () => {
        called.push('answer');
        return Promise.resolve(false);
      },
      askedToCome: () => {
        called.push('askedToCome');
        return Promise.resolve(false);
      },
    },
    reception: {
      choose: (choice) => {
        called.push(`choose ${choice}`);
        return Promise.resolve({ ticket: 'K7P', patient: secret });
      },
    },
    walkIn: {
      join: () => {
        called.push('join');
        return Promise.resolve('closed');
      },
    },
    signUp: {
      send: ({ kind }) => {
        called.push(`send ${kind}`);
        return Promise.resolve(sent);
      },
    },
    tickets: {
      remember: (ask) => ask(),
      print: () => {
        called.push('print');
        return Promise.resolve(printed);
      },
      canPrint: () => true,
      stop: remember('stopTickets'),
    },
    kioskMode: { read: () => state },
    help: {
      call: () => {
        called.push('help');
        return Promise.resolve({ callId: randomUUID(), known: false });
      },
      acknowledged: () => Promise.resolve(null),
    },
    session: {
      touch: () => void (touches += 1),
      hold: remember('hold'),
      find: () => null,
      forget: remember('forget'),
      give: remember('give'),
      paper: () => null,
      noteFailure: remember('noteFailure'),
      failuresInRow: () => 0,
      generation: () => 0,
      noteSuccess: remember('noteSuccess'),
      end: (isVisitorGone) => void called.push(`end ${String(isVisitorGone)}`),
      endByMain: remember('endByMain'),
      isOpen: () => false,
      visitsEnded: () => 0,
      stop: remember('stop'),
    },
  };
  const page = {
    live: nothing,
    painted: remember('painted'),
    alive: remember('alive'),
    openDesk: remember('openDesk'),
  };
  const router = createKioskRouter(page, Promise.resolve(services), log);
  const { port1, port2 } = new MessageChannel();
  onTestFinished(() => {
    port1.close();
  });
  createPortServer(router, log, () => ({}))({
    on: (event: string, listener: (event: { data: unknown }) => void) =>
      port2.on(event, (data: unknown) => {
        listener({ data });
      }),
    postMessage: (message) => {
      port2.postMessage(message);
    },
  });
  const client: ContractRouterClient<KioskContract> = createORPCClient(
    new RPCLink({ port: port1 as unknown as ConstructorParameters<typeof RPCLink>[0]['port'] }),
  );
  return { port: port1, client, called, log, touches: () => touches };
}

async function* nothing(): AsyncGenerator<never, void, void> {
  // A page that follows nothing.
}

/** What comes back for a raw message, or what stood on the log when the port had answered the next, honest one. */
async function send(served: ReturnType<typeof serve>, message: unknown): Promise<unknown[]> {
  const answers: unknown[] = [];
  const listen = (data: unknown): void => void answers.push(JSON.parse(String(data)));
  served.port.on('message', listen);
  served.port.postMessage(message);
  await served.client.page.alive({});
  // The answer of a refused message may come after that of the honest one.
  await served.client.page.alive({});
  served.port.off('message', listen);
  return answers.filter((answer) => (answer as { i: string }).i === raw);
}

const raw = '7777';
const call = (path: string, json: unknown = {}, rest: object = {}): string =>
  JSON.stringify({ i: raw, p: { u: path, b: { json }, ...rest } });

describe('the kiosk contract over its port', () => {
  it('answers an honest claim', async () => {
    const { client, called, log } = serve();
    await expect(client.checkIn.claim(someone)).resolves.toEqual({ kind: 'reception' });
    expect(called).toEqual(['claim']);
    await expect(client.signUp.send(childAtScreen)).rejects.toMatchObject({ code: 'SIGN_UP_CLOSED', defined: true });
    expect(log.events).toEqual([]);
  });

  it.each([
    '/desk/arrivals',
    '/checkIn',
    '/checkIn/claim/~orpc',
    '/~orpc',
    '/__proto__',
    '/__proto__/toString',
    '/constructor/prototype',
    '/checkIn/__proto__',
    '/checkIn/constructor',
    '/hasOwnProperty',
    '/toString',
    '/',
    '/../checkin/claim',
  ])('knows no procedure %s', async (path) => {
    const served = serve();
    const [answer] = await send(served, call(path));
    expect(answer).toMatchObject({ p: { s: 404 } });
    expect(served.log.entries).toEqual([{ event: 'page.messageRefused', fields: { kind: 'NOT_FOUND' } }]);
    expect(served.called).toEqual(['alive', 'alive']);
  });

  it.each([
    ['nothing', undefined],
    ['an empty object', {}],
    ['a letter that is none', { ...someone, letter: '%' }],
    ['two letters', { ...someone, letter: 'KH' }],
    ['a wildcard for a date', { ...someone, dateOfBirth: '%' }],
    ['31 February', { ...someone, dateOfBirth: '1961-02-31' }],
    ['10,000 characters', { ...someone, letter: 'K'.repeat(9_000) }],
    ['one more field', { ...someone, nhsNumber: '9990000018' }],
    ['a list instead of a value', { ...someone, letter: ['K'] }],
    ['a way of asking that does not exist', { ...someone, by: 'name' }],
    ['a barcode that is none', { by: 'barcode', dateOfBirth: someone.dateOfBirth, appointmentId: "'; drop table" }],
    ['a barcode without a date of birth', { by: 'barcode', appointmentId: 'A12345' }],
  ])('refuses %s as a claim', async (_what, input) => {
    const served = serve();
    const [answer] = await send(served, call('/checkIn/claim', input));
    expect(answer).toMatchObject({ p: { s: 400 } });
    expect(served.log.entries).toEqual([
      { event: 'page.messageRefused', fields: { procedure: 'checkIn.claim', kind: 'BAD_REQUEST' } },
    ]);
    expect(served.called).toEqual(['alive', 'alive']);
  });

  it('does not let a claim reach through a prototype', async () => {
    const served = serve();
    await send(
      served,
      `{"i":"${raw}","p":{"u":"/checkIn/claim","b":{"json":{"__proto__":${JSON.stringify(someone)}}}}}`,
    );
    expect(served.called).not.toContain('claim');
    expect(Object.hasOwn(Object.prototype, 'letter')).toBe(false);
  });

  it.each([
    ['no text', 42],
    ['an object', { i: raw, p: { u: '/page/alive' } }],
    ['bytes', new Uint8Array([123, 125])],
    ['no JSON', '{'],
    ['no call', '{}'],
    ['null', 'null'],
    ['an unknown type', JSON.stringify({ i: raw, t: 3, p: { e: 'message' } })],
    ['headers', call('/page/alive', {}, { h: { 'last-event-id': '1' } })],
    ['another method', call('/page/alive', {}, { m: 'GET' })],
    ['another address', call('http://example.test/page/alive')],
    ['far too much', call('/page/alive', 'x'.repeat(20_000))],
  ])('does not read %s', async (_what, message) => {
    const served = serve();
    expect(await send(served, message)).toEqual([]);
    expect(served.log.entries).toEqual([{ event: 'page.messageRefused', fields: { kind: 'MALFORMED' } }]);
    expect(served.called).toEqual(['alive', 'alive']);
  });

  it.each([
    ['a marker into a prototype', { json: {}, meta: [[1, '__proto__', 'x']] }],
    ['a marker of the wrong type', { json: { a: 1 }, meta: [[5, 'a']] }],
    ['a marker to nothing', { json: null, meta: [[1, 'a', 'b']] }],
    ['markers that are none', { json: {}, meta: 7 }],
  ])('refuses input with %s', async (_what, body) => {
    const served = serve();
    const [answer] = await send(served, JSON.stringify({ i: raw, p: { u: '/checkIn/claim', b: body } }));
    expect(answer).toMatchObject({ p: { s: 400 } });
    expect(served.log.events).toEqual(['page.messageRefused']);
    expect(served.called).toEqual(['alive', 'alive']);
  });

  it('goes on whatever arrives', async () => {
    const served = serve();
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.jsonValue().map((json) => call('/checkIn/claim', json)),
        ),
        async (message) => {
          served.port.postMessage(message);
          await expect(served.client.page.alive({})).resolves.toEqual({});
        },
      ),
      { numRuns: 200 },
    );
    expect(served.called.every((name) => name === 'alive')).toBe(true);
  });

  it('says as much of a bug as a short id, and logs none of its words', async () => {
    const { client, log } = serve(() => Promise.reject(new TypeError(secret)));
    const error: unknown = await client.checkIn.claim(someone).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ORPCError);
    const [entry] = log.entries;
    expect(entry).toMatchObject({
      event: 'procedure.failed',
      fields: { procedure: 'checkIn.claim', errorName: 'TypeError' },
    });
    expect(entry?.fields.id).toMatch(/^[0-9a-f]{8}$/);
    expect((error as Error).message).toBe(entry?.fields.id);
    for (const word of secret.split(' ')) expect(JSON.stringify([log.entries, error])).not.toContain(word);
  });

  it('never lets a field out that the contract does not name', async () => {
    const answer = { kind: 'tooEarly', from: '10:05', others: [{ kind: 'later', from: '15:00', clinician: 'Dr Rao' }] };
    const served = serve(() => Promise.resolve({ ...answer, lastName: 'KHAN' } as unknown as CheckInAnswer));
    await expect(served.client.checkIn.claim(someone)).resolves.toEqual({
      kind: 'tooEarly',
      from: '10:05',
      others: [{ kind: 'later', from: '15:00' }],
    });
    await expect(served.client.reception.choose({ choice: 'sample' })).resolves.toEqual({ ticket: 'K7P' });
    expect(served.called).toEqual(['claim', 'choose sample']);
  });

  it('says what is closed, and that a handle is unknown, as errors of the contract', async () => {
    const { client, log } = serve(() => Promise.resolve('closed'));
    await expect(client.checkIn.claim(someone)).rejects.toMatchObject({ code: 'CHECK_IN_CLOSED', defined: true });
    await expect(client.walkIn.join({})).rejects.toMatchObject({ code: 'WALK_IN_CLOSED', defined: true });
    const handle = '5b0c7f6e-0f1a-4a5e-9a52-7f4f6a1d2c3b';
    const unknown = { code: 'UNKNOWN_HANDLE', defined: true };
    await expect(client.checkIn.dispute({ handle })).rejects.toMatchObject(unknown);
    await expect(client.checkIn.askedToCome({ handle })).rejects.toMatchObject(unknown);
    const skipped = { handle, answer: { kind: 'skipped' as const, question: 'needs' as const } };
    await expect(client.checkIn.answer(skipped)).rejects.toMatchObject(unknown);
    expect(log.events).toEqual([]);
  });

  it.each([
    { state: 'outOfService' },
    { state: 'cleaning', secondsLeft: 30 },
    { state: 'closedHours', opens: null },
  ] as const)('looks nobody up while the kiosk is not in service, and still calls for help ($state)', async (state) => {
    const { client, called } = serve(undefined, state);
    await expect(client.checkIn.claim(someone)).rejects.toMatchObject({ code: 'CHECK_IN_CLOSED', defined: true });
    await expect(client.walkIn.join({})).rejects.toMatchObject({ code: 'WALK_IN_CLOSED', defined: true });
    await client.reception.choose({ choice: 'noAppointment' });
    await client.help.call({});
    expect(called).toEqual(['choose noAppointment', 'help']);
  });

  it('gives the reference of an application and nothing else, or says that the words have changed', async () => {
    const known = { reference: referenceSchema.parse('K7P-3QX'), lastName: 'KHAN' };
    const stored = serve(undefined, undefined, known);
    await expect(stored.client.signUp.send(childAtScreen)).resolves.toEqual({ reference: 'K7P-3QX' });
    const changed = serve(undefined, undefined, 'wordsChanged');
    const refused = changed.client.signUp.send(childAtScreen);
    await expect(refused).rejects.toMatchObject({ code: 'WORDS_CHANGED', defined: true });
    expect([stored.log.events, changed.log.events]).toEqual([[], []]);
  });

  it('prints without taking a word from the page, and says how it went or that it was refused', async () => {
    const { client, called } = serve(undefined, undefined, undefined, 'sent');
    await expect(client.tickets.print({})).resolves.toEqual({ state: 'sent' });
    const odd = { reference: 'K7P-3QX' } as unknown as Record<never, never>;
    await expect(client.tickets.print(odd)).rejects.toMatchObject({ defined: false });
    expect(called).toEqual(['print']);
    const refused = serve().client.tickets.print({});
    await expect(refused).rejects.toMatchObject({ code: 'PRINT_REFUSED', defined: true });
  });

  it('lets nothing through that is no application, and logs none of it', async () => {
    const { client, called, log } = serve();
    const odd = { ...childAtScreen, firstName: '<script>', linkageKey: secret } as unknown as typeof childAtScreen;
    await expect(client.signUp.send(odd)).rejects.toMatchObject({ defined: false });
    expect(called).toEqual([]);
    for (const word of ['script', ...secret.split(' ')]) expect(JSON.stringify(log.entries)).not.toContain(word);
  });

  it('ends the visit for the next person, or for the same one who goes on', async () => {
    const { client, called } = serve();
    await client.visit.end({ isVisitorGone: true });
    await client.visit.end({ isVisitorGone: false });
    expect(called).toEqual(['end true', 'end false']);
  });

  it('counts everything but the page’s own words as somebody using it', async () => {
    const { client, touches } = serve();
    const handle = '5b0c7f6e-0f1a-4a5e-9a52-7f4f6a1d2c3b';
    const answer = { kind: 'skipped' as const, question: 'needs' as const };
    const calls: (() => Promise<unknown>)[] = [
      () => client.checkIn.claim(someone),
      () => client.checkIn.dispute({ handle }),
      () => client.checkIn.answer({ handle, answer }),
      () => client.checkIn.askedToCome({ handle }),
      () => client.reception.choose({ choice: 'sample' }),
      () => client.walkIn.join({}),
      () => client.signUp.send(childAtScreen),
      () => client.tickets.print({}),
      () => client.help.call({}),
      () => client.visit.touch({}),
    ];
    for (const [index, ask] of calls.entries()) {
      await ask().catch(() => undefined);
      expect(touches()).toBe(index + 1);
    }
    await client.page.alive({});
    expect(touches()).toBe(calls.length);
  });
});
