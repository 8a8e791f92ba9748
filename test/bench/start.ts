import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { appPath, freshFolder } from '../support/kioskApp';
import { median, percentile, tenth, type Measure } from './measures';
import { benchNow, seedFolder } from './seededFolder';
import { timeUntil } from './timeUntil';

const rounds = 15;
const goal = 1.4;

/** Start to painted, usable Welcome over a year's visits, after a clean end, beside a blank window of the same Electron. */
export async function measureStart(): Promise<Measure[]> {
  const { folder } = await seedFolder(300, 75_000);
  const blank = makeBlankApp();
  const blankFolder = freshFolder();
  const kioskTimes: number[] = [];
  const blankTimes: number[] = [];
  try {
    // One each that does not count: the disk's cache is cold.
    for (let round = -1; round < rounds; round += 1) {
      const blankTime = await timeUntil(blank, ['--data-dir', blankFolder], 'blank.painted');
      const kioskTime = await timeUntil(
        appPath().executable,
        ['--data-dir', folder, '--demo', '--now', benchNow],
        'app.ready',
      );
      if (round < 0) continue;
      blankTimes.push(blankTime);
      kioskTimes.push(kioskTime);
    }
  } finally {
    for (const path of [folder, blankFolder, dirname(blank)]) rmSync(path, { recursive: true, force: true });
  }
  const ratio = median(kioskTimes) / median(blankTimes);
  return [
    {
      measure: 'start',
      rounds,
      value: tenth(median(kioskTimes)),
      limit: tenth(median(blankTimes)),
      ratio: Math.round(ratio * 100) / 100,
      goal: `ratio <= ${String(goal)}`,
      isMet: ratio <= goal,
      detail: { kioskP90: tenth(percentile(kioskTimes, 0.9)), blankP90: tenth(percentile(blankTimes, 0.9)) },
    },
  ];
}

/** A runnable copy of the same Electron with nothing in it but a window and a page that says when it has painted. */
function makeBlankApp(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kiosk-blank-'));
  const from = dirname(appPath().executable);
  execFileSync('cp', ['-al', join(from, 'electron'), join(folder, 'electron')]);
  cpSync(appPath().executable, join(folder, 'kiosk.sh'));
  const app = join(folder, 'electron', 'resources', 'app');
  rmSync(app, { recursive: true, force: true });
  mkdirSync(app);
  writeFileSync(join(app, 'package.json'), '{"name":"blank","version":"0.0.0","main":"main.cjs"}');
  writeFileSync(
    join(app, 'main.cjs'),
    `const { app, BrowserWindow } = require('electron');
    app.enableSandbox();
    app.setPath('userData', process.argv[process.argv.indexOf('--data-dir') + 1]);
    app.whenReady().then(() => {
      const window = new BrowserWindow({ width: 1080, height: 1920, useContentSize: true, show: false });
      window.once('ready-to-show', () => window.show());
      window.on('page-title-updated', () => process.stderr.write('{"event":"blank.painted"}\\n'));
      window.loadFile('blank.html');
    });`,
  );
  writeFileSync(
    join(app, 'blank.html'),
    `<!doctype html><title>blank</title><script>
      requestAnimationFrame(() => requestAnimationFrame(() => { document.title = 'painted'; }));
    </script>`,
  );
  execFileSync('chmod', ['-R', 'o+rX', folder]);
  return join(folder, 'kiosk.sh');
}
