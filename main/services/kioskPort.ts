import { onError, ORPCError, type Context } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import * as z from 'zod';
import type { Log } from './ports';

/** The page's side of a message port, as Electron hands it to main. */
export interface PagePort {
  on(event: 'message', listener: (event: { data: unknown }) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
  postMessage(message: unknown): void;
}

/** Longer than any message the kiosk page sends. */
const longestKioskMessage = 10_000;

/** What the contract's client sends and nothing more: a call without headers, or the end of a stream. No binary parts, no other method. */
const messageSchema = z.union([
  z.strictObject({
    i: z.string().max(20),
    p: z.strictObject({ u: z.string().startsWith('/').max(100), b: z.unknown().optional() }),
  }),
  z.strictObject({ i: z.string().max(20), t: z.literal(4), p: z.unknown().optional() }),
]);

/**
 * Serves a surface's router over a port. A message that is no call, that calls what is not in the contract, or whose input cannot be
 * read is refused and logged by event name alone (its content may be anything), and nothing else happens.
 * @param contextOf makes what the handlers know of the page at the other end, once for each port.
 * @param longestMessage in characters; none that the page sends is longer.
 */
export function createPortServer<Known extends object>(
  router: ConstructorParameters<typeof RPCHandler<Known & Context>>[0],
  log: Log,
  contextOf: () => Known,
  longestMessage = longestKioskMessage,
): (port: PagePort) => void {
  const refuse = (kind: string): void => {
    log.warn('page.messageRefused', { kind });
  };
  const handler = new RPCHandler<Known & Context>(router, {
    rootInterceptors: [
      async ({ next }) => {
        const result = await next();
        if (!result.matched) refuse('NOT_FOUND');
        return result;
      },
    ],
    interceptors: [
      onError((error) => {
        // What a procedure throws the router has logged already; left is input that could not even be read.
        if (!(error instanceof ORPCError)) refuse('MALFORMED');
      }),
    ],
  });
  return (port) => {
    const listening = {
      on(event: string, listener: (event?: { data: unknown }) => void) {
        if (event === 'close')
          port.on('close', () => {
            listener();
          });
        else
          port.on('message', (message) => {
            if (isCall(message.data, longestMessage)) listener(message);
            else refuse('MALFORMED');
          });
      },
      postMessage(message: unknown) {
        port.postMessage(message);
      },
    };
    // What is optional depends on `Known`, which only the caller knows.
    (handler as unknown as RPCHandler<Context>).upgrade(listening, { context: contextOf() as Context });
  };
}

function isCall(data: unknown, longestMessage: number): boolean {
  if (typeof data !== 'string' || data.length > longestMessage) return false;
  try {
    return messageSchema.safeParse(JSON.parse(data)).success;
  } catch {
    return false;
  }
}
