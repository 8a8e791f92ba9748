import type { Http2SecureServer } from 'node:http2';
import type { Server } from 'node:http';
import fastifyCookie from '@fastify/cookie';
import fastifyHelmet from '@fastify/helmet';
import fastifyRateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyInstance } from 'fastify';
import type { BoardContext, DeskContext } from '../services/desk/context';
import type { Log } from '../services/ports';
import { addressOf, createCaller, type RouterOf } from './calls';
import { isCall, refusalOf } from './guard';
import { helmetOptions, permissionsPolicy } from './headers';
import { servePages } from './pages';
import type { Pace } from './pace';
import { createRefusalLog, refuse } from './refusals';
import { createStreamLimits } from './streamLimits';

/** The largest body of a call, in bytes. */
const bodyLimit = 1024 * 1024;
const callsEachMinute = 1200;
const signInsEachMinute = 20;
/** Streams of boards, of which a practice has a handful. */
const mostBoardStreams = 50;
/** The procedures in which a passphrase or a code is tried. */
const signIns = ['signIn', 'useCode', 'unlock'].map((name) => `/desk/rpc/session/${name}`);

export interface SiteOptions {
  pagesFolder: string;
  desk: RouterOf<DeskContext>;
  board: RouterOf<BoardContext>;
  log: Log;
  monotonic(): number;
  /** Whether a host name or IP address is this machine. */
  isOurs(host: string): boolean;
  /** PEM of the own authority, or null. */
  authority(): string | null;
}

/** Everything that is answered over HTTP, put on `server`: pages, calls, and the authority to be trusted. */
export async function buildSite(server: Http2SecureServer, pace: Pace, options: SiteOptions): Promise<FastifyInstance> {
  const { log, monotonic, isOurs, authority } = options;
  const logRefusal = createRefusalLog(log, monotonic);
  const app = Fastify({
    serverFactory(answer) {
      // HTTP/1.1 and HTTP/2 differ in nothing that is used here.
      server.on('request', answer as never);
      return server as unknown as Server;
    },
    bodyLimit,
    logger: false,
    exposeHeadRoutes: false,
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
    // An address that cannot be read comes past every hook below, and by itself would be sent back in words.
    frameworkErrors: (_error, request, reply) => {
      logRefusal('path');
      void refuse(reply, 404, isCall(request));
    },
  });

  app.addHook('onRequest', async (request, reply) => {
    pace.begin(reply);
    void reply.header('permissions-policy', permissionsPolicy);
    const refusal = refusalOf(request, isOurs);
    if (isCall(request)) void reply.header('cache-control', 'no-store');
    if (refusal === null) return;
    logRefusal(refusal.kind);
    return refuse(reply, refusal.status, isCall(request));
  });
  app.addHook('preHandler', async (_request, reply) => {
    pace.arrived(reply);
  });
  app.setNotFoundHandler((request, reply) => refuse(reply, 404, isCall(request)));
  app.setErrorHandler((error: { statusCode?: number }, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status === 413) logRefusal('size');
    return refuse(reply, status, isCall(request));
  });

  await app.register(fastifyHelmet, helmetOptions);
  await app.register(fastifyCookie);
  await app.register(fastifyRateLimit, {
    global: false,
    keyGenerator: (request) => addressOf(request.ip),
    onExceeded: () => {
      logRefusal('rate');
    },
    addHeadersOnExceeding: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false },
    addHeaders: {
      'x-ratelimit-limit': false,
      'x-ratelimit-remaining': false,
      'x-ratelimit-reset': false,
      'retry-after': true,
    },
  });
  await servePages(app, options.pagesFolder);

  // Only JSON is read: what a form or a script of another page can send without asking is something else.
  app.removeContentTypeParser('text/plain');
  const calling = { pace, log, logRefusal };
  // Apart from each other: anybody in the network may ask for a board's stream, and must not take the desks' places with it.
  const answerDesk = createCaller('desk', options.desk, { ...calling, streams: createStreamLimits() });
  const answerBoard = createCaller('board', options.board, {
    ...calling,
    streams: createStreamLimits(mostBoardStreams),
  });
  // One counter for all routes that share a limit; a limit in a route's options would count for that route alone.
  const limited = (max: number): { onRequest: ReturnType<FastifyInstance['rateLimit']> } => ({
    onRequest: app.rateLimit({ max, timeWindow: '1 minute' }),
  });
  const [asOften, asSignIn] = [limited(callsEachMinute), limited(signInsEachMinute)];
  for (const path of signIns) app.post(path, asSignIn, answerDesk);
  app.post('/desk/rpc/*', asOften, answerDesk);
  app.post('/board/rpc/*', asOften, answerBoard);

  app.get('/authority.crt', (_request, reply) => {
    const pem = authority();
    if (pem === null) return refuse(reply, 404, false);
    return reply
      .header('cache-control', 'no-store')
      .header('content-disposition', 'attachment; filename="reception-kiosk-authority.crt"')
      .type('application/x-x509-ca-cert')
      .send(pem);
  });

  await app.ready();
  return app;
}
