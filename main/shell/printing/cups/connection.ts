import { request, type RequestOptions } from 'node:http';
import { userInfo } from 'node:os';
import ipp, { type IppAttribute, type IppResponse } from 'ipp-encoder';
import type { Timers } from '../../../services/ports';
import { charset, language, name, operations, statuses, tags, uri, type Operation } from './ipp';
import { readAnswer } from './readAnswer';

/** The scheduler answers in milliseconds; one whose answer is not whole by then is not there, however much of it came. */
const longestMilliseconds = 15_000;
/** Thousands of queues are a fraction of it. */
const mostBytes = 8 * 1024 * 1024;

/** Where the scheduler listens: a socket in the file system, or a host. */
export type CupsAddress = { socketPath: string } | { host: string; port: number };

/** Why there is no answer. `notThere`: nothing was sent. `lost`: what was sent may have been heard. */
export class CupsFault extends Error {
  override readonly name = 'CupsFault';
  constructor(readonly kind: 'notThere' | 'lost') {
    super(kind);
  }
}

/** One operation, on a queue or on a job; without either on the printing system itself. */
export interface CupsQuestion {
  operation: Operation;
  target?: { queue: string } | { jobId: number };
  attributes: IppAttribute[];
  jobAttributes?: IppAttribute[];
  /** Follows the question, out of memory. */
  document?: Uint8Array;
}

/** Speaks IPP with the printing system of this machine (RFC 8010, 8011). @throws CupsFault when there is no answer. */
export type Cups = (question: CupsQuestion) => Promise<IppResponse>;

/** As CUPS's own programs find it: what the environment says, or where it always is. */
export function cupsAddress(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform): CupsAddress {
  const said = environment['CUPS_SERVER'] ?? '';
  if (said.startsWith('/')) return { socketPath: said };
  const [, host, port] = /^(?<host>\[[^\]]+\]|[^:/]+)(?::(?<port>\d+))?/.exec(said) ?? [];
  if (host !== undefined) return { host: host.replace(/^\[|\]$/g, ''), port: Number(port ?? 631) };
  return { socketPath: platform === 'darwin' ? '/private/var/run/cupsd' : '/run/cups/cups.sock' };
}

export function connectCups(address: CupsAddress, timers: Pick<Timers, 'every'>): Cups {
  const user = userInfo().username;
  let requests = 0;
  return async ({ operation, target, attributes, jobAttributes = [], document }) => {
    requests += 1;
    const requestId = requests;
    const path = pathOf(target);
    const asked = {
      operationId: operations[operation],
      requestId,
      groups: [
        {
          tag: tags.operationGroup,
          attributes: [
            // In this order, or it is refused (RFC 8011, 4.1.4 and 4.1.5).
            charset('attributes-charset', 'utf-8'),
            language('attributes-natural-language', 'en'),
            ...(target === undefined
              ? []
              : [uri('queue' in target ? 'printer-uri' : 'job-uri', `ipp://localhost${path}`)]),
            name('requesting-user-name', user),
            ...attributes,
          ],
        },
        ...(jobAttributes.length === 0 ? [] : [{ tag: tags.jobGroup, attributes: jobAttributes }]),
      ],
    };
    const head = ipp.request.encode(asked, Buffer.alloc(ipp.request.encodingLength(asked)));
    const body = document === undefined ? [head] : [head, document];
    const ask = (headers: Record<string, string>): Promise<HttpAnswer> =>
      post({ address, path, headers, timers }, body);
    // The socket itself says who we are: no passphrase is ever needed on it.
    const proof = 'socketPath' in address ? { authorization: `PeerCred ${user}` } : null;
    // Shown at once where a page is called back: a scheduler that hangs reads later what it was asked, and asks nothing back.
    let answer = await ask(operation === 'cancelJob' && proof !== null ? proof : {});
    if (answer.status === 401 && proof !== null) answer = await ask(proof);
    // As a refusal of the scheduler's own, so that whoever asked need not know HTTP.
    if (answer.status === 401 || answer.status === 403)
      return { statusCode: statuses.forbidden, requestId, groups: [] };
    if (answer.status !== 200) throw new CupsFault('lost');
    return read(answer.body, requestId);
  };
}

/** @throws CupsFault on what is no whole answer to that question. */
function read(body: Buffer, requestId: number): IppResponse {
  try {
    const answer = readAnswer(body);
    if (answer.requestId === requestId) return answer;
  } catch {
    // As much worth as no answer.
  }
  throw new CupsFault('lost');
}

/** A job is asked for by itself: its queue may be gone before it. */
function pathOf(target: CupsQuestion['target']): string {
  if (target === undefined) return '/';
  return 'queue' in target ? `/printers/${encodeURIComponent(target.queue)}` : `/jobs/${String(target.jobId)}`;
}

/** Whether an operation was done; some of what was asked may have been left out. */
export const isDone = ({ statusCode }: IppResponse): boolean => statusCode >= 0 && statusCode < 0x0100;

interface HttpAnswer {
  status: number | undefined;
  body: Buffer;
}

interface HttpQuestion {
  address: CupsAddress;
  path: string;
  headers: Record<string, string>;
  timers: Pick<Timers, 'every'>;
}

/** @throws CupsFault when there is no whole answer in time. */
function post({ address, path, headers, timers }: HttpQuestion, body: Uint8Array[]): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    let isConnected = false;
    const length = body.reduce((sum, { length: bytes }) => sum + bytes, 0);
    const options: RequestOptions = {
      ...address,
      method: 'POST',
      path,
      agent: false,
      headers: { host: 'localhost', 'content-type': 'application/ipp', 'content-length': length, ...headers },
    };
    const asking = request(options, (answer) => {
      const parts: Buffer[] = [];
      let bytes = 0;
      answer.on('data', (part: Buffer) => {
        parts.push(part);
        bytes += part.length;
        if (bytes > mostBytes) asking.destroy(new Error('too long'));
      });
      answer.on('end', () => {
        stopWaiting();
        resolve({ status: answer.statusCode, body: Buffer.concat(parts) });
      });
      answer.on('error', lose);
    });
    const stopWaiting = timers.every(longestMilliseconds, () => asking.destroy(new Error('silent')));
    function lose(): void {
      stopWaiting();
      reject(new CupsFault(isConnected ? 'lost' : 'notThere'));
    }
    asking.on('socket', (socket) => {
      socket.once('connect', () => {
        isConnected = true;
      });
    });
    asking.on('error', lose);
    // Whatever else may end it without a word.
    asking.on('close', lose);
    for (const part of body) asking.write(part);
    asking.end();
  });
}
