import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { inMain } from '../support/inMain';
import { qrCode } from '../../main/services/papers/qrCode';
import { paperMillimetres, paperSizes, type PaperSize } from '../../preload/contract/rules/paper';
import { startCups, type TestCups, type TestQueue } from '../support/cups';
import { startKiosk, type Kiosk } from '../support/kioskApp';
import { readPdf } from '../support/pdf';
import { drawPdf, scanPdf } from '../support/pictures';
import { openPrinting, type Printing } from '../support/printing';
import type { SentSheet } from '../support/printingDriver';

/* Sheets of a test's own through the printer port: drawn in a real Electron, out of a real CUPS. */

const link = 'https://www.example.org/online-services/start?practice=A12345';
const secret = 'Xk0O1lI8842linkage';

interface Content {
  /** What the code says, where that is not what the sheet is said to. */
  code?: string;
  lines?: string[];
}

function sheet(size: PaperSize, { code = link, lines = [] }: Content = {}): SentSheet {
  const { width, height } = paperMillimetres[size];
  const svg = qrCode(code, size === 'roll58' ? 25 : 30);
  const rows = ['Account details', secret, ...lines].map((line) => `<p>${line}</p>`).join('');
  const tall = height === null ? '' : `height: ${String(height)}mm;`;
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Paper</title><style>
    @font-face { font-family: Mono; src: url(reception-kiosk://paper-fonts/mono.woff2); font-weight: 200 800; }
    html, body { margin: 0; }
    .sheet { box-sizing: border-box; width: ${String(width)}mm; ${tall} padding: 4mm; font: 12pt/1.4 Mono; }
    svg { display: block; }
  </style></head><body><div class="sheet">${rows}${svg}</div></body></html>`;
  return { html, widthMillimetres: width, heightMillimetres: height, link, mayHavePages: false };
}

/** Every file of the kiosk's, the spool's and the system's temporary folder that holds `words`. */
function filesWith(words: string, folders: readonly string[]): string[] {
  const encodings = [Buffer.from(words), Buffer.from(words, 'utf16le')];
  return folders
    .flatMap((folder) => readdirSync(folder, { withFileTypes: true, recursive: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => encodings.some((bytes) => readFileSync(path).includes(bytes)));
}

const pageSize = (pdf: Buffer): number[] =>
  (/^Page size: +([\d.]+) x ([\d.]+)/m.exec(readPdf('pdfinfo', pdf)) ?? []).slice(1).map(Number);
const points = (millimetres: number): number => (millimetres * 72) / 25.4;

test.describe('a sheet', () => {
  let cups: TestCups;
  let queue: TestQueue;
  let kiosk: Kiosk;
  let printing: Printing;
  let pages = 0;

  test.beforeAll(async () => {
    test.setTimeout(120_000);
    cups = await startCups();
    queue = await cups.addPdfQueue('Reception');
    kiosk = await startKiosk({ args: ['--demo', '--now', '2026-11-23T10:00'] });
    printing = await openPrinting(kiosk, cups.server);
    pages = await printing.pageProcesses();
  });
  test.afterAll(async () => {
    printing.close();
    await kiosk.close();
    await cups.stop();
  });

  const printed = async (page: SentSheet): Promise<Buffer> => {
    const end = await printing.print(page, queue.name);
    expect(end).toMatchObject({ state: 'printed', reason: null, isKept: false });
    expect(end.told.slice(0, 2)).toEqual(['making', 'sent']);
    const pdf = queue.outputs().at(-1);
    if (pdf === undefined) throw new Error('Nothing came out');
    return pdf;
  };

  for (const size of paperSizes) {
    test(`comes out on ${size}: one page of exactly that size, real text, a code that scans`, async () => {
      const page = sheet(size);
      const pdf = await printed(page);
      const picture = await printing.picture(page);
      if (picture.png === null) throw new Error(picture.why);
      const [width = 0, height = 0] = pageSize(pdf);
      expect(readPdf('pdfinfo', pdf)).toMatch(/^Pages: +1$/m);
      expect(width).toBeCloseTo(points(page.widthMillimetres), 1);
      expect(height).toBeCloseTo(points(page.heightMillimetres ?? picture.heightMillimetres), 1);
      expect(readPdf('pdftotext', pdf)).toContain(secret);
      for (const dotsPerInch of [150, 300]) expect(scanPdf(pdf, dotsPerInch)).toEqual([link]);
      expect(picture.reads).toBe(link);
    });
  }

  test('is as long as what stands on it when it comes from a roll', async () => {
    const [short, long] = await Promise.all([
      printing.picture(sheet('roll80')),
      printing.picture(sheet('roll80', { lines: Array.from({ length: 40 }, () => 'One more line') })),
    ]);
    if (short.png === null || long.png === null) throw new Error('Not drawn');
    // Two paragraphs of 16.8 points with margins of 12, the code of 30 mm, twice 4 mm around them.
    expect(short.heightMillimetres).toBeGreaterThan(55);
    expect(short.heightMillimetres).toBeLessThan(75);
    expect(long.heightMillimetres).toBeGreaterThan(short.heightMillimetres + 300);
  });

  for (const size of ['a4', 'roll58'] as const) {
    test(`looks on the screen as it comes out on ${size}`, async () => {
      const page = sheet(size);
      const drawn = drawPdf(await printed(page), 192);
      const picture = await printing.picture(page);
      if (picture.png === null) throw new Error(picture.why);
      const shown = await inMain(
        kiosk.app,
        ({ nativeImage }, png) => {
          const image = nativeImage.createFromBuffer(Buffer.from(png, 'base64'));
          const bitmap = image.toBitmap();
          const grey = Buffer.alloc(bitmap.length / 4, 0);
          for (let at = 0; at < grey.length; at += 1) grey[at] = bitmap[at * 4 + 1] ?? 0;
          return { ...image.getSize(), grey: grey.toString('base64') };
        },
        picture.png,
      );
      expect(Math.abs(shown.width - drawn.width)).toBeLessThanOrEqual(2);
      expect(Math.abs(shown.height - drawn.height)).toBeLessThanOrEqual(2);
      const seen = { width: shown.width, height: shown.height, pixels: Buffer.from(shown.grey, 'base64') };
      expect(inkDifference(seen, drawn)).toBeLessThan(0.1);
    });
  }

  test('is refused when its code says something else, none at all, or there is another beside it', async () => {
    const other = sheet('a5', { code: 'https://www.example.org/elsewhere' });
    const one = sheet('a5');
    const none = { ...one, html: one.html.replace(/<svg[\s\S]*<\/svg>/, '') };
    const [elsewhere = ''] = /<svg[\s\S]*<\/svg>/.exec(other.html) ?? [];
    const two = { ...one, html: one.html.replace(/<svg[\s\S]*<\/svg>/, (code) => code + elsewhere) };
    const before = queue.outputs().length;
    for (const [what, wrong] of Object.entries({ other, none, two })) {
      const end = await printing.print(wrong, queue.name);
      expect(end, what).toMatchObject({ state: 'failed', reason: 'codeMismatch', isKept: false });
      expect(await printing.picture(wrong)).toEqual({ png: null, why: 'codeMismatch' });
    }
    expect(queue.outputs()).toHaveLength(before);
  });

  test('is refused rather than cut', async () => {
    const before = queue.outputs().length;
    const wide = sheet('roll58', { lines: ['W'.repeat(60)] });
    const hidden = { ...wide, html: wide.html.replace('.sheet {', '.sheet { overflow: hidden;') };
    const long = sheet('a5', { lines: Array.from({ length: 60 }, () => 'One more line') });
    for (const wrong of [wide, hidden, long])
      expect(await printing.print(wrong, queue.name)).toMatchObject({ state: 'failed', reason: 'doesNotFit' });
    expect(queue.outputs()).toHaveLength(before);
    expect(await printing.logged()).toContain('sheet.refused doesNotFit');
  });

  test('may go on to further pages if it is said to', async () => {
    const long = sheet('a4', { lines: Array.from({ length: 120 }, () => 'One more line') });
    const html = long.html.replace('height: 297mm;', '');
    const pdf = await printed({ ...long, html, link: null, mayHavePages: true });
    expect(readPdf('pdfinfo', pdf)).toMatch(/^Pages: +[2-9]$/m);
  });

  test('comes out beside another, each in a process of its own', async () => {
    const other = await cups.addPdfQueue('Office');
    const before = queue.outputs().length;
    const [a4, a5] = [sheet('a4'), sheet('a5')];
    const ends = await Promise.all([
      printing.print(a4, queue.name),
      printing.print(a5, queue.name),
      printing.print(a5, other.name),
    ]);
    for (const { state } of ends) expect(state).toBe('printed');
    expect(queue.outputs()).toHaveLength(before + 2);
    expect(other.outputs()).toHaveLength(1);
  });

  test('comes out of a queue with filters and of a driverless printer in its own size', async () => {
    const [filtered, driverless] = [await cups.addCupsPdfQueue('Filtered'), await cups.addIppQueue('Driverless')];
    // The driverless one knows no A5.
    const runs = [
      { queue: filtered, sizes: ['a4', 'a5'] },
      { queue: driverless, sizes: ['a4'] },
    ] as const;
    for (const { queue: own, sizes } of runs) {
      const { name, outputs } = own;
      for (const [before, size] of sizes.entries()) {
        expect(await printing.print(sheet(size), name)).toMatchObject({ state: 'printed', reason: null });
        await expect.poll(() => outputs().length).toBe(before + 1);
        const { width, height } = paperMillimetres[size];
        const isOfSize = ([wide = 0, high = 0]: number[]): boolean =>
          // Drivers know their papers in whole points, some a little wider.
          Math.abs(wide - points(width)) < 2 && Math.abs(high - points(height)) < 2;
        const found = outputs().map(pageSize);
        expect(found.some(isOfSize), JSON.stringify(found)).toBe(true);
      }
      for (const pdf of outputs()) expect(scanPdf(pdf, 300)).toEqual([link]);
    }
  });

  test('leaves nothing behind: no process, no file, no word in the log', async () => {
    await printed(sheet('a4'));
    await expect.poll(() => printing.pageProcesses()).toBe(pages);
    expect(cups.spooled()).toEqual([]);
    const chromium = readdirSync(tmpdir()).filter((name) => name.startsWith('.org.chromium.'));
    expect(chromium.flatMap((name) => filesWith('%PDF', [join(tmpdir(), name)]))).toEqual([]);
    expect(filesWith(secret, [kiosk.dataFolder, cups.spoolFolder])).toEqual([]);
    expect(kiosk.log()).not.toContain(secret);
    expect(kiosk.log()).not.toContain('paperRequest');
    expect(await printing.queues()).toContain('Reception');
  });
});

/** How much of the ink is elsewhere, from 0 to 1, with letters blurred to the size of a stroke: two programs smooth them differently. */
function inkDifference(
  one: { width: number; height: number; pixels: Buffer },
  other: { width: number; height: number; pixels: Buffer },
): number {
  const cell = 8;
  const columns = Math.floor(Math.min(one.width, other.width) / cell);
  const rows = Math.floor(Math.min(one.height, other.height) / cell);
  const inkIn = ({ width, pixels }: typeof one, column: number, row: number): number => {
    let ink = 0;
    for (let y = row * cell; y < (row + 1) * cell; y += 1)
      for (let x = column * cell; x < (column + 1) * cell; x += 1) ink += 255 - (pixels[y * width + x] ?? 255);
    return ink;
  };
  let difference = 0;
  let all = 0;
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const [a, b] = [inkIn(one, column, row), inkIn(other, column, row)];
      difference += Math.abs(a - b);
      all += Math.max(a, b);
    }
  }
  return all === 0 ? 1 : difference / all;
}
