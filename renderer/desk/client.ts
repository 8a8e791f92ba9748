import { createORPCClient } from '@orpc/client';
import { RPCLink as FetchLink } from '@orpc/client/fetch';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import { receivePort } from '../ui/port';
import type { DeskClient } from './deskClient';

/** Milliseconds for an answer to begin: a machine that is off must not keep a button busy for minutes. Streams only have to begin in it. */
const patience = 30_000;

/** The desk's contract: over the message port in the window of the kiosk machine, over HTTPS everywhere else. */
export async function connectDesk(location: Location): Promise<DeskClient> {
  return location.protocol === 'reception-kiosk:' ? connectPort(await receivePort()) : connectWeb(location.origin);
}

function connectPort(port: MessagePort): DeskClient {
  const client: DeskClient = createORPCClient(new PortLink({ port }));
  port.start();
  return client;
}

function connectWeb(origin: string): DeskClient {
  return createORPCClient(new FetchLink({ url: `${origin}/desk/rpc`, fetch: fetchInTime }));
}

/** The session's cookie goes along, and to nobody but our own machine. */
async function fetchInTime(request: Request, init: RequestInit): Promise<Response> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), patience);
  try {
    const signal = AbortSignal.any([request.signal, late.signal]);
    return await fetch(request, { ...init, credentials: 'same-origin', cache: 'no-store', signal });
  } finally {
    clearTimeout(timer);
  }
}
