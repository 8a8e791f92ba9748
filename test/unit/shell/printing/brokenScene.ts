import { onTestFinished } from 'vitest';
import type { PrintEnd, Timers } from '../../../../main/services/ports';
import { connectCups } from '../../../../main/shell/printing/cups/connection';
import { printPaper } from '../../../../main/shell/printing/cups/printPaper';
import { createFakeTimers } from '../../../support/fakePorts';
import { printsAll, startFakeScheduler, type Answer, type Asked, type FakeScheduler } from './fakeScheduler';
import { onePage } from './onePage';

const silence = 15_000;

/** Time passes where somebody waits, and where the test lets it. */
function passingTimers(): Timers & { advance(milliseconds: number): void } {
  const timers = createFakeTimers();
  return {
    ...timers,
    sleep(milliseconds) {
      timers.advance(milliseconds);
      return Promise.resolve();
    },
  };
}

/** What a test holds. */
export interface Scene {
  scheduler: FakeScheduler;
  timers: ReturnType<typeof passingTimers>;
  stopper: AbortController;
  print(): Promise<PrintEnd>;
  told: string[];
}

/** What it answers, where the test may let time pass or stop the page. */
export type AnswerIn = (asked: Asked, scene: { timers: Scene['timers']; stopper: AbortController }) => Answer;

/** A printing system that answers so, and a page that is to be printed by it. */
export async function openScene(answer: AnswerIn): Promise<Scene> {
  const timers = passingTimers();
  const stopper = new AbortController();
  const scheduler = await startFakeScheduler((asked) => answer(asked, { timers, stopper }));
  onTestFinished(() => scheduler.close());
  const cups = connectCups({ socketPath: scheduler.socketPath }, timers);
  const told: string[] = [];
  const order = {
    printer: 'Reception',
    title: 'Test page',
    told: ({ state, reason }: { state: string; reason: string | null }) =>
      void told.push(reason === null ? state : `${state}:${reason}`),
    stop: stopper.signal,
  };
  const paper = { pdf: Buffer.from(onePage), widthMillimetres: 210, heightMillimetres: 297 };
  return { scheduler, timers, stopper, told, print: () => printPaper({ cups, timers }, paper, order) };
}

/** Answers as one that works, but for one operation. */
export const but =
  (operation: Asked['operation'], answer: AnswerIn): AnswerIn =>
  (asked, scene) =>
    asked.operation === operation ? answer(asked, scene) : printsAll(asked);

const isPurge = ({ body }: Asked): boolean => body.includes(Buffer.from('purge-job\u0000\u0001\u0001', 'latin1'));
/** How often it was told to forget a page. */
export const purges = ({ asked }: FakeScheduler): number =>
  asked.filter((one) => one.operation === 'cancelJob' && isPurge(one)).length;

/** Nothing that is an answer, each in its own way. */
export const noAnswers: [string, AnswerIn][] = [
  ['text that is no IPP', () => ({ bytes: Buffer.from('<!doctype html><p>Hello, who are you?</p>') })],
  ['nothing', () => ({ bytes: Buffer.alloc(0) })],
  ['half an answer', ({ requestId }) => ({ bytes: Buffer.from([1, 1, 0, 0, 0, 0, 0, requestId, 2, 0x23, 0, 9]) })],
  [
    'lengths below nothing',
    ({ requestId }) => ({ bytes: Buffer.from([1, 1, 0, 0, 0, 0, 0, requestId, 4, 0x44, 0xff, 0xfc, 0, 0, 3]) }),
  ],
  ['the answer to something else', () => ({ bytes: Buffer.from([1, 1, 0, 0, 0x7f, 0, 0, 0, 3]) })],
  ['an HTTP error', () => ({ by: (response) => void response.writeHead(500).end('Internal error') })],
  ['another address', () => ({ by: (response) => void response.writeHead(302, { location: '/' }).end() })],
  [
    'another protocol',
    () => ({
      by: (response) => {
        response.socket?.end('HTTP/1.1 101 Switching Protocols\r\nupgrade: other\r\nconnection: upgrade\r\n\r\n');
      },
    }),
  ],
  ['a closed connection', () => ({ by: (response) => void response.socket?.destroy() })],
  [
    'a connection that ends in mid-body',
    () => ({
      by: (response) => {
        response.writeHead(200, { 'content-length': 1000 });
        response.write(Buffer.from([1, 1, 0, 0]), () => response.socket?.destroy());
      },
    }),
  ],
  [
    'a body without end',
    () => ({
      by: (response) => {
        response.writeHead(200);
        const more = (): void => {
          while (response.write(Buffer.alloc(65_536, 4)));
        };
        response.on('drain', more);
        more();
      },
    }),
  ],
  ['an answer that never comes', (_asked, { timers }) => ({ by: () => void timers.advance(silence) })],
  [
    'an answer that drips',
    ({ requestId }, { timers }) => ({
      by: (response) => {
        response.writeHead(200);
        let drips = 0;
        const drip = (): void => {
          if (response.destroyed) return;
          timers.advance(1_000);
          drips += 1;
          response.write(Buffer.from([drips === 1 ? requestId : 1]), () => setImmediate(drip));
        };
        drip();
      },
    }),
  ],
];
