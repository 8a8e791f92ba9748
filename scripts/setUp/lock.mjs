import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { step } from './say.mjs';

/** A lock without a readable owner is somebody between two system calls, unless it is older than this. */
const ownerlessMilliseconds = 10_000;

/**
 * Runs `work` while nobody else holds `folder`: two clones may be set up at once and share one cache.
 * A lock whose owner is gone is taken over.
 * @template T
 * @param {string} folder
 * @param {() => Promise<T>} work
 */
export async function withLock(folder, work) {
  mkdirSync(dirname(folder), { recursive: true });
  if (!take(folder)) {
    await step('Waiting for another set-up to finish', async () => {
      while (!take(folder)) await wait(250);
    });
  }
  try {
    return await work();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function take(folder) {
  try {
    mkdirSync(folder);
    writeFileSync(join(folder, 'owner'), ownerMark(process.pid));
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (isAbandoned(folder)) setAside(folder);
    return false;
  }
}

function isAbandoned(folder) {
  try {
    const owner = readFileSync(join(folder, 'owner'), 'utf8');
    if (owner !== '') return owner !== ownerMark(Number.parseInt(owner, 10));
  } catch {
    // Not written yet, or just released.
  }
  const since = statSync(folder, { throwIfNoEntry: false })?.mtimeMs;
  return since !== undefined && Date.now() - since > ownerlessMilliseconds;
}

/** Renaming first: of two that find the same dead lock only one may remove it. */
function setAside(folder) {
  const aside = `${folder}.stale-${process.pid}`;
  try {
    renameSync(folder, aside);
    rmSync(aside, { recursive: true, force: true });
  } catch {
    // The other one was quicker.
  }
}

/** Process id and start time: process ids are used again, pairs are not. Empty where no such process runs. */
function ownerMark(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return `${pid} ${fields[19]}`;
  } catch {
    return isRunning(pid) ? `${pid}` : '';
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
