import { createORPCClient } from '@orpc/client';
import { RPCLink as FetchLink } from '@orpc/client/fetch';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import type { BoardClient } from './boardClient';
import { receivePort } from '../ui/port';

/** The board's contract: over the message port on the kiosk's own machine, over HTTPS on a screen with a browser. */
export async function connectBoard({ protocol, origin }: Location): Promise<BoardClient> {
  if (protocol !== 'reception-kiosk:')
    return createORPCClient(new FetchLink({ url: `${origin}/board/rpc`, fetch: ask }));
  const port = await receivePort();
  const client: BoardClient = createORPCClient(new PortLink({ port }));
  port.start();
  return client;
}

/** The cookie that it is paired by goes along, and to nobody but our own machine. */
function ask(request: Request, init: RequestInit): Promise<Response> {
  return fetch(request, { ...init, credentials: 'same-origin', cache: 'no-store' });
}
