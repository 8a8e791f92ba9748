import { rmSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { startKiosk } from '../support/kioskApp';
import { enterDateOfBirth, press } from '../support/patient';
import { benchPatient } from './dayList';
import { median, percentile, tenth, type Measure } from './measures';
import { benchNow, seedFolder } from './seededFolder';

const rounds = 100;
const fewVisits = 1_000;
const manyVisits = 1_000_000;
/** Milliseconds: the fixed time of every answer, and a frame of a 60 Hz screen. */
const limit = 50 + 1000 / 60;
const goal = { p99: 120, growth: 1.2 };

/** Last tap to painted ending with 300 patients on today's list, over few and over very many past visits. */
export async function measureLastTap(): Promise<Measure[]> {
  const few = await measureOver(fewVisits);
  const many = await measureOver(manyVisits);
  const p99 = percentile(many, 0.99);
  const growth = median(many) / median(few);
  return [
    {
      measure: 'lastTap',
      rounds,
      value: tenth(p99),
      limit: tenth(limit),
      ratio: Math.round((p99 / limit) * 100) / 100,
      goal: `p99 <= ${String(goal.p99)} ms`,
      isMet: p99 <= goal.p99,
      detail: { median: tenth(median(many)), p90: tenth(percentile(many, 0.9)) },
    },
    {
      measure: 'lastTapGrowth',
      rounds,
      value: tenth(median(many)),
      limit: tenth(median(few)),
      ratio: Math.round(growth * 100) / 100,
      goal: `ratio <= ${String(goal.growth)}`,
      isMet: growth <= goal.growth,
      detail: { pastVisits: manyVisits, pastVisitsOfLimit: fewVisits },
    },
  ];
}

async function measureOver(pastVisits: number): Promise<number[]> {
  const { folder } = await seedFolder(300, pastVisits);
  const kiosk = await startKiosk({ dataFolder: folder, args: ['--demo', '--now', benchNow] });
  try {
    const times: number[] = [];
    for (let index = 0; index < rounds; index += 1) times.push(await timeOne(kiosk.page, index));
    return times;
  } finally {
    await kiosk.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Checks the `index`th patient in and returns the milliseconds from the last tap to the frame after the ending was drawn. */
async function timeOne(page: Page, index: number): Promise<number> {
  const { dateOfBirth, letter } = benchPatient(index);
  await press(page, 'Check in for an appointment');
  await enterDateOfBirth(page, dateOfBirth);
  await press(page, letter);
  const time = page.evaluate(timeInPage);
  await press(page, 'Continue');
  const milliseconds = await time;
  await press(page, 'Finish');
  return milliseconds;
}

/** Runs in the page: its own clock, so that neither Playwright nor the wire is measured. */
function timeInPage(): Promise<number> {
  interface Dom {
    document: { body: unknown; querySelector(selector: string): { textContent: string } | null };
    addEventListener(type: string, listener: () => void, options: object): void;
    MutationObserver: new (look: () => void) => { observe(target: unknown, options: object): void; disconnect(): void };
    requestAnimationFrame(draw: () => void): void;
    setTimeout(work: () => void): void;
  }
  const dom = globalThis as unknown as Dom;
  return new Promise((resolve) => {
    let tappedAt = Number.NaN;
    dom.addEventListener(
      'pointerup',
      () => {
        tappedAt = performance.now();
      },
      { capture: true, once: true },
    );
    const observer = new dom.MutationObserver(() => {
      if (dom.document.querySelector('h1')?.textContent !== 'You are checked in') return;
      observer.disconnect();
      // A task after the next frame's callbacks runs when that frame has been drawn.
      dom.requestAnimationFrame(() => {
        dom.setTimeout(() => {
          resolve(performance.now() - tappedAt);
        });
      });
    });
    observer.observe(dom.document.body, { subtree: true, childList: true, characterData: true });
  });
}
