import { randomUUID } from 'node:crypto';
import { type Context, ORPCError } from '@orpc/server';
import { RPCHandler } from '@orpc/server/fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { BoardContext, DeskContext } from '../services/desk/context';
import type { Log } from '../services/ports';
import { traceOf } from '../services/trace';
import { deviceOf } from './device';
import type { Pace } from './pace';
import { refuse, refusedCall } from './refusals';
import { mostWithoutSession, type StreamLimits } from './streamLimits';

/** A router of procedures that are given `C`. */
export type RouterOf<C extends Context> = ConstructorParameters<typeof RPCHandler<C>>[0];

export type Surface = 'desk' | 'board';

/** How often a silent stream says that it is still there, in milliseconds. */
const keepAliveInterval = 15_000;
/** A board stays paired while its machine is switched off: as long as browsers keep a cookie at most. */
const boardCookieSeconds = 400 * 24 * 60 * 60;

/** Where a surface keeps the secret of its session. `__Host-`: only this host over HTTPS can have set it, for all its paths. */
const cookieOf = (surface: Surface): string => `__Host-${surface}`;

export interface Calling {
  streams: StreamLimits;
  pace: Pace;
  log: Log;
  logRefusal(kind: string): void;
}

/** Answers the calls of one surface below `/<surface>/rpc`. */
export function createCaller(
  surface: Surface,
  router: RouterOf<DeskContext>,
  { streams, pace, log, logRefusal }: Calling,
): (request: FastifyRequest, reply: FastifyReply) => Promise<void> {
  const replies = new WeakMap<DeskContext, FastifyReply>();

  const handler = new RPCHandler<DeskContext>(router, {
    eventIteratorKeepAliveInterval: keepAliveInterval,
    // Nothing but POST comes this far (guard.ts), and this plugin would hand on a copy of the context.
    strictGetMethodPluginEnabled: false,
    rootInterceptors: [
      async ({ next, context }) => {
        const result = await next();
        if (!result.matched) return result;
        if (!isStream(result.response.body)) return { matched: true, response: withHonestStatus(result.response) };
        const { token, from } = context;
        const release = token === null ? streams.take(`address ${from}`, mostWithoutSession) : streams.take(token);
        if (release === null) {
          await result.response.body.return?.();
          logRefusal('streams');
          return { matched: true, response: { ...refusedCall(429), headers: {} } };
        }
        const reply = replies.get(context);
        if (reply === undefined) throw new Error('A stream is answered that nobody asked for.');
        pace.isEndless(reply);
        reply.raw.once('close', release);
        // Closed while the procedure was at it: nobody will tell any more.
        if (isGone(reply)) release();
        return result;
      },
    ],
    clientInterceptors: [
      async ({ next, path }) => {
        try {
          return await next();
        } catch (error) {
          if (error instanceof ORPCError) throw error;
          // The surface's router names its own failures; whatever else is thrown is a bug, and its message may quote data.
          const id = randomUUID().slice(0, 8);
          log.error('procedure.failed', { id, procedure: path.join('.'), ...traceOf(error) });
          throw new ORPCError('INTERNAL_SERVER_ERROR', { message: id });
        }
      },
    ],
  });

  return async (request, reply) => {
    const context = contextOf(surface, request, reply);
    replies.set(context, reply);
    const { matched } = await handler.handle(request, reply, { prefix: `/${surface}/rpc`, context });
    if (!matched) await refuse(reply, 404, true);
  };
}

/**
 * A failure that the contract names is an answer, not a fault of the machine, whether or not the contract gives it a number: what watches a
 * network for faults must not be told of one each time somebody mistypes.
 */
function withHonestStatus<Answer extends { status: number; body: unknown }>(answer: Answer): Answer {
  const failure = (answer.body as { json?: { defined?: unknown } } | undefined)?.json;
  if (answer.status !== 500 || failure?.defined !== true) return answer;
  return { ...answer, status: 422, body: { ...(answer.body as object), json: { ...failure, status: 422 } } };
}

function isStream(body: unknown): body is AsyncIterator<unknown> {
  return typeof body === 'object' && body !== null && Symbol.asyncIterator in body && 'next' in body;
}

/** An answer over HTTP/2 does not say itself that its stream has ended. */
function isGone({ raw }: FastifyReply): boolean {
  return 'stream' in raw ? (raw.stream as { destroyed?: boolean } | undefined)?.destroyed !== false : raw.destroyed;
}

function contextOf(surface: Surface, request: FastifyRequest, reply: FastifyReply): DeskContext & BoardContext {
  const name = cookieOf(surface);
  const kept = { secure: true, httpOnly: true, sameSite: 'strict', path: '/' } as const;
  return {
    token: request.cookies[name] ?? null,
    keepToken(token) {
      if (reply.sent || reply.raw.headersSent) throw new Error('A session is kept before its answer begins.');
      if (token === null) void reply.clearCookie(name, kept);
      else void reply.setCookie(name, token, surface === 'board' ? { ...kept, maxAge: boardCookieSeconds } : kept);
    },
    from: addressOf(request.ip),
    device: deviceOf(request.headers['user-agent'], String(request.headers['sec-ch-ua'] ?? '')),
  };
}

/** One way to write each address: a socket for both kinds of addresses writes `::ffff:192.168.1.20`. */
export function addressOf(ip: string): string {
  return ip.replace(/^::ffff:(?=\d+\.)/i, '');
}
