import { createSecureServer, type Http2SecureServer, type Http2Session, type SecureServerOptions } from 'node:http2';
import type { AddressInfo, Socket } from 'node:net';
import type { Timers } from '../services/ports';
import type { Credential } from './certificates/credential';
import { createPace, lookEvery, type Pace } from './pace';

/** Connections in all, and from one address: more than any practice needs, and few enough to answer. */
const mostConnections = 600;
const mostFromOneAddress = 200;
/** An answer under way is waited for so long when the door is moved, in milliseconds. */
const longestFarewell = 2000;
/** Pings that may go unanswered: with a look each 15 seconds a cut cable is noticed within a minute. */
const mostMissedPings = 2;
/** A connection that nothing has used for so long is ended, in milliseconds. */
const idleSessionEnds = 5 * 60_000;

/** An open port with everything behind it. */
export interface Door {
  readonly port: number;
  /** Shows another certificate to whoever connects from now on; who is connected stays so. */
  present(credential: Credential): void;
  /** Lets nobody in any more and gives the answers under way, live streams apart; then ends every connection. */
  move(): Promise<void>;
  /** Ends every connection at once. */
  close(): Promise<void>;
}

export interface DoorOptions {
  /** Undefined: every address of the machine. */
  host: string | undefined;
  /** 0: any free one. */
  port: number;
  credential: Credential;
  timers: Timers;
  /** Puts what is answered on the server. */
  furnish(server: Http2SecureServer, pace: Pace): Promise<{ close(): PromiseLike<unknown> }>;
}

/** Opens a port. Rejects with the operating system's error where it cannot be opened. */
export async function openDoor({ host, port, credential, timers, furnish }: DoorOptions): Promise<Door> {
  const server = createSecureServer(secureOptions(credential));
  const pace = createPace(() => timers.monotonic());
  const sockets = keepSockets(server);
  const lookAtSessions = keepSessions(server);
  const furniture = await furnish(server, pace);
  await listen(server, host, port);
  const endLooks = timers.every(lookEvery, () => {
    pace.look();
    lookAtSessions();
  });

  const endAll = async (): Promise<void> => {
    endLooks();
    const isClosed = new Promise<void>((resolve) => {
      if (server.listening) server.close(() => resolve());
      else resolve();
    });
    for (const socket of sockets) socket.destroy();
    await isClosed;
    await furniture.close();
  };

  return {
    port: (server.address() as AddressInfo).port,
    present(next) {
      server.setSecureContext(secureOptions(next));
    },
    async move() {
      // Stops listening at once; what is connected stays until it is ended below.
      const isClosed = new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
      await Promise.race([pace.settled(), timers.sleep(longestFarewell)]);
      for (const socket of sockets) socket.destroy();
      await isClosed;
      await endAll();
    },
    close: endAll,
  };
}

/** Whoever dawdles with headers or with a body over HTTP/1.1 is sent away. Node takes these here too, though its types do not say so. */
const http1Limits: object = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 5000,
  keepAliveTimeout: 10_000,
  maxHeaderSize: 16_384,
};

function secureOptions({ secure }: Credential): SecureServerOptions {
  return {
    ...secure,
    ...http1Limits,
    allowHTTP1: true,
    minVersion: 'TLSv1.2',
    handshakeTimeout: 10_000,
    settings: { maxConcurrentStreams: 100, enablePush: false },
  };
}

function listen(server: Http2SecureServer, host: string | undefined, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, ...(host === undefined ? {} : { host }), exclusive: true }, () => {
      server.off('error', reject);
      // An error of a single connection later on must not end the program.
      server.on('error', () => undefined);
      resolve();
    });
  });
}

/** Every connection there is; one too many is ended before it costs anything. */
function keepSockets(server: Http2SecureServer): ReadonlySet<Socket> {
  const sockets = new Set<Socket>();
  const perAddress = new Map<string, number>();
  server.prependListener('connection', (socket: Socket) => {
    const address = socket.remoteAddress ?? '';
    const before = perAddress.get(address) ?? 0;
    if (sockets.size >= mostConnections || before >= mostFromOneAddress) {
      socket.destroy();
      return;
    }
    sockets.add(socket);
    perAddress.set(address, before + 1);
    socket.on('error', () => undefined);
    socket.once('close', () => {
      sockets.delete(socket);
      const left = (perAddress.get(address) ?? 1) - 1;
      if (left === 0) perAddress.delete(address);
      else perAddress.set(address, left);
    });
  });
  return sockets;
}

/** Pings every session, and ends those that do not answer: their machine is asleep, or the network is cut. */
function keepSessions(server: Http2SecureServer): () => void {
  const missed = new Map<Http2Session, number>();
  server.on('session', (session) => {
    missed.set(session, 0);
    session.on('error', () => undefined);
    session.once('close', () => missed.delete(session));
    session.setTimeout(idleSessionEnds, () => {
      session.close();
    });
  });
  return () => {
    for (const [session, count] of missed) {
      if (session.destroyed) missed.delete(session);
      else if (count >= mostMissedPings) session.destroy();
      else {
        missed.set(session, count + 1);
        session.ping((error) => {
          if (error === null && missed.has(session)) missed.set(session, 0);
        });
      }
    }
  };
}
