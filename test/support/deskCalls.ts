import { connect } from 'node:http2';
import { request } from 'node:https';
import type { BrowserContext } from '@playwright/test';

/** What a program that speaks to a desk was answered. */
export interface CallAnswer {
  status: number;
  body: string;
  /** The cookie it was given to bring along, as `name=value`; empty if none. */
  cookie: string;
}

export type Call = (path: string, input?: unknown) => Promise<CallAnswer>;

/**
 * Calls procedures of the desk at `address` as a program does, with `cookie` if it is given one.
 * @param from the loopback address that it comes from: limits count each apart.
 */
export function callsOf(address: string, cookie = '', from = '127.0.0.9'): Call {
  const headers = { 'content-type': 'application/json', origin: address, ...(cookie === '' ? {} : { cookie }) };
  return (path, input = {}) =>
    new Promise((resolve, reject) => {
      const options = { method: 'POST', headers, rejectUnauthorized: false, localAddress: from };
      const asked = request(`${address}/desk/rpc/${path}`, options, (response) => {
        let body = '';
        response.setEncoding('utf8');
        response.on('data', (part: string) => (body += part));
        response.on('end', () => {
          const [given = ''] = response.headers['set-cookie'] ?? [];
          resolve({ status: response.statusCode ?? 0, body, cookie: given.split(';')[0] ?? '' });
        });
      });
      asked.on('error', reject);
      asked.end(JSON.stringify({ json: input }));
    });
}

/** The cookies of a browser, as a header. */
export async function cookieOf(context: BrowserContext): Promise<string> {
  return (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
}

/** A live stream of arrivals without a page. */
export interface DeskStream {
  /** Resolves once it has been sent `words`. */
  hears(words: string): Promise<void>;
  close(): void;
}

/**
 * Opens the arrivals of the desk over a connection of its own.
 * @param isRead false: it gives the machine no room to send anything in, as a page that has stopped reading.
 */
export function openDeskStream(address: string, cookie: string, isRead: boolean): DeskStream {
  const session = connect(address, {
    rejectUnauthorized: false,
    ...(isRead ? {} : { settings: { initialWindowSize: 0 } }),
  });
  const stream = session.request({
    ':method': 'POST',
    ':path': '/desk/rpc/arrivals/live',
    'content-type': 'application/json',
    origin: address,
    cookie,
  });
  let heard = '';
  let look = (): void => undefined;
  for (const end of [session, stream]) end.on('error', () => undefined);
  if (isRead) {
    stream.setEncoding('utf8').on('data', (part: string) => {
      heard += part;
      look();
    });
  }
  stream.end('{"json":null}');
  return {
    hears: (words) =>
      new Promise((resolve) => {
        look = () => {
          if (heard.includes(words)) resolve();
        };
        look();
      }),
    close() {
      session.destroy();
    },
  };
}
