import type { FastifyReply } from 'fastify';
import type { Log } from '../services/ports';

/** A flood of refused requests must not become a flood of lines on disk. */
const mostLines = 60;
const window = 60_000;

/** The names that the contract's client has for these answers; nothing else is told, whatever happened. */
const codes: Readonly<Record<number, string>> = {
  400: 'BAD_REQUEST',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  413: 'PAYLOAD_TOO_LARGE',
  429: 'TOO_MANY_REQUESTS',
};

/** What a call is answered that goes no further, in the shape the contract's client reads: no word about why. */
export function refusedCall(status: number): { status: number; body: object } {
  const known = codes[status];
  // Whatever else is wrong with what was sent is not the machine's fault.
  const other =
    status >= 400 && status < 500 ? (['BAD_REQUEST', 400] as const) : (['INTERNAL_SERVER_ERROR', 500] as const);
  const [code, sent] = known === undefined ? other : [known, status];
  return { status: sent, body: { json: { defined: false, code, status: sent, message: code } } };
}

/** Ends a request: a call hears a code, anything else the bare number. */
export function refuse(reply: FastifyReply, status: number, isCall: boolean): FastifyReply {
  // Fastify closes a connection over which too much came; HTTP/2 has no such word.
  void reply.header('cache-control', 'no-store').removeHeader('connection');
  const refused = refusedCall(status);
  return isCall ? reply.code(refused.status).send(refused.body) : reply.code(refused.status).send();
}

/** Logs refusals by their kind alone: what was sent may be anything. */
export function createRefusalLog(log: Log, monotonic: () => number): (kind: string) => void {
  let began = -Infinity;
  let lines = 0;
  return (kind) => {
    if (monotonic() - began > window) {
      began = monotonic();
      lines = 0;
    }
    lines += 1;
    if (lines <= mostLines) log.warn('web.refused', { kind });
  };
}
