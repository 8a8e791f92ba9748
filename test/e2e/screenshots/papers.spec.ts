import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { sheetOf } from '../../../main/services/papers/sheet';
import { paperSizes } from '../../../preload/contract/rules/paper';
import { startCups, type TestCups, type TestQueue } from '../../support/cups';
import { startKiosk, type Kiosk } from '../../support/kioskApp';
import { examplePapers, howMuches } from '../../support/papers';
import { openPrinting, type Printing } from '../../support/printing';

/* Every paper in every layout, printed by a real CUPS and drawn from what came out, for people to look at: out/screenshots. */

const folder = join('out', 'screenshots');

test.describe('papers', () => {
  let cups: TestCups;
  let queue: TestQueue;
  let kiosk: Kiosk;
  let printing: Printing;

  test.beforeAll(async () => {
    test.setTimeout(120_000);
    mkdirSync(folder, { recursive: true });
    cups = await startCups();
    queue = await cups.addPdfQueue('Reception');
    kiosk = await startKiosk({ args: ['--demo', '--now', '2026-11-23T10:00'] });
    printing = await openPrinting(kiosk, cups.server);
  });
  test.afterAll(async () => {
    printing.close();
    await kiosk.close();
    await cups.stop();
  });

  for (const howMuch of howMuches) {
    for (const [name, paper] of Object.entries(examplePapers(howMuch))) {
      test(`${name}, ${howMuch}`, async () => {
        for (const size of paperSizes) {
          const { html, ...sheet } = sheetOf(paper, size);
          const end = await printing.print({ ...sheet, html: Buffer.from(html).toString('utf8') }, queue.name);
          // Text that nobody could read is refused: so much goes on larger paper.
          if (howMuch === 'longest' && size === 'a5' && end.reason === 'doesNotFit') continue;
          expect(end, size).toMatchObject({ state: 'printed' });
          const pdf = queue.outputs().at(-1) ?? Buffer.alloc(0);
          const words = ['-png', '-singlefile', '-r', size.startsWith('roll') ? '160' : '100', '-'];
          const picture = execFileSync('pdftoppm', words, { input: pdf, maxBuffer: 2 ** 28 });
          writeFileSync(join(folder, `paper-${name}-${howMuch}-${size}.png`), picture);
        }
      });
    }
  }
});
