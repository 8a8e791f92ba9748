import { execFileSync } from 'node:child_process';
import { expect, test } from '@playwright/test';
import { paperMillimetres, paperSizes, type PaperSize } from '../../../preload/contract/rules/paper';
import { slipSystems, type SlipSystem, type SlipValues } from '../../../preload/contract/rules/slipValues';
import type { TestQueue } from '../../support/cups';
import { exampleLinks } from '../../support/papers';
import { readPdf } from '../../support/pdf';
import { drawPdf, scanPdf } from '../../support/pictures';
import { scanCodeIn } from '../../support/printingScan';
import { longest } from '../../support/signUpPages';
import { openSlipsDesk, patientOfSlip, slipRules, type SlipsDesk } from '../../support/slips';
import { isQuietAround, measureCode } from '../../support/slipsCode';

/* Every layout of the setup slip as it comes out of a real CUPS: its size, its words, its code. */

const values: SlipValues = { odsCode: 'A83005', accountId: '1194704', secret: 'dE0f1p4aO2z35' };
const links: Record<SlipSystem, string> = {
  emis: slipRules.emisLink,
  systmOne: slipRules.systmOneLink,
  nhsApp: slipRules.nhsAppLink,
};
const labels: Record<SlipSystem, readonly string[]> = {
  emis: ['Account ID', 'Linkage key', 'ODS code', 'EMIS'],
  systmOne: ['Account ID', 'Passphrase', 'ODS code', 'SystmOne'],
  nhsApp: ['You do not need any details from us', 'NHS App'],
};
const leastCode: Record<PaperSize, number> = { a4: 30, a5: 30, roll80: 30, roll58: 25 };

const points = (millimetres: number): number => (millimetres * 72) / 25.4;
const pageSize = (pdf: Buffer): number[] =>
  (/^Page size: +([\d.]+) x ([\d.]+)/m.exec(readPdf('pdfinfo', pdf)) ?? []).slice(1).map(Number);
/** Words however they are broken into lines. */
const words = (pdf: Buffer): string => readPdf('pdftotext', pdf).replace(/\s+/g, ' ');
/** One thing after the other, without the gaps between groups: a detail may go on in the next line. */
const joined = (pdf: Buffer): string =>
  execFileSync('pdftotext', ['-raw', '-', '-'], { input: pdf, encoding: 'utf8' }).replace(/\s+/g, '');

function expectSize(pdf: Buffer, size: PaperSize): void {
  const { width, height } = paperMillimetres[size];
  const [wide = 0, high = 0] = pageSize(pdf);
  expect(readPdf('pdfinfo', pdf)).toMatch(/^Pages: +1$/m);
  expect(Math.abs(wide - points(width))).toBeLessThan(1);
  if (height === null) expect(high).toBeGreaterThan(points(50));
  else expect(Math.abs(high - points(height))).toBeLessThan(1);
}

function expectCode(pdf: Buffer, size: PaperSize, link: string): void {
  // Of the whole page there is one code, by the scanner and by the corners that are found.
  expect(scanPdf(pdf, 150), '150').toEqual([link]);
  const picture = drawPdf(pdf, 300);
  const code = measureCode(picture);
  expect(scanCodeIn(picture, code), '300').toEqual([link]);
  for (const side of [code.width, code.height])
    expect((side / 300) * 25.4 + 0.1).toBeGreaterThanOrEqual(leastCode[size]);
  expect(isQuietAround(picture, code, 4)).toBe(true);
}

test.describe('the setup slip', () => {
  let desk: SlipsDesk;
  let queue: TestQueue;
  let reference: string;

  test.beforeAll(async () => {
    test.setTimeout(180_000);
    desk = await openSlipsDesk();
    queue = await desk.cups.addPdfQueue('Reception');
    reference = await desk.withAccount();
  });
  test.afterAll(() => desk.close());

  async function printed(system: SlipSystem, size: PaperSize, given: SlipValues, of = reference): Promise<Buffer> {
    const before = queue.outputs().length;
    const wanted = { system, size, ...(system === 'nhsApp' ? {} : { values: given }) };
    const { slipId } = await desk.creator.prepare(of, wanted);
    const job = await desk.creator.printToEnd(slipId, queue.name);
    expect(job).toMatchObject({ state: 'printed', reason: null, isKept: false, sentTimes: 1 });
    await desk.creator.forget(slipId);
    const outputs = queue.outputs();
    expect(outputs).toHaveLength(before + 1);
    return outputs.at(-1) ?? Buffer.alloc(0);
  }

  for (const size of paperSizes) {
    for (const system of slipSystems) {
      test(`on ${size} for ${system} has its size, its words and its code, and nothing more of the patient`, async () => {
        const pdf = await printed(system, size, values);
        expectSize(pdf, size);
        const text = words(pdf);
        for (const said of [slipRules.practiceName, slipRules.helpPhone, 'Zephyrine V.', 'DEMONSTRATION'])
          expect(text).toContain(said);
        const bare = joined(pdf);
        for (const said of labels[system]) expect(bare).toContain(said.replace(/\s+/g, ''));
        expect(bare).toContain(`Ourreference(nottobetyped)${reference}`);
        expect(text).toMatch(/23 November 2026/);
        expect(text).toMatch(/Scan the code/);
        for (const step of ['1', '2', '3']) expect(text).toContain(step);
        if (system === 'nhsApp') {
          expect(text).not.toContain('Treat this');
          expect(text).not.toContain('Use it by');
        } else {
          expect(text).toMatch(/23 December 2026/);
          expect(text).toMatch(/Treat this like a password/);
          for (const value of Object.values(values)) expect(bare).toContain(value);
          // In groups: the gaps are room on the paper.
          expect(text).toMatch(/dE0f \s*1p4 \s*aO2 \s*z35/);
        }
        expectNothingMore(bare);
        expectCode(pdf, size, links[system]);
      });
    }
  }

  test('is what was shown to be read back', async () => {
    const { picture, slipId } = await desk.creator.prepare(reference, { system: 'emis', size: 'a5', values });
    expect(Buffer.from(picture, 'base64').subarray(1, 4).toString()).toBe('PNG');
    await desk.creator.forget(slipId);
  });

  test('with the longest name, details, number and link is whole on every paper, or refused', async () => {
    test.setTimeout(120_000);
    const longName = 'The Wolverhampton and Kidderminster Combined Neighbourhood Health Centre and Surgery at Oak Lane';
    const rules = {
      practiceName: longName.slice(0, 80),
      helpPhone: '+44 1214 96 01 23',
      emisLink: exampleLinks.longest,
    };
    const changed = await desk.asManager('settings/change', { rules });
    expect(changed.status, JSON.stringify(changed.json)).toBe(200);
    const long = await desk.withAccount({ ...longest, services: ['Book and cancel appointments'] });
    const longValues = {
      odsCode: 'Y08256',
      accountId: 'WMWMWM0OoIl15S2Z8B6GWMWMWM.-@W',
      secret: "WVXZ0Oo1lI|5S2Z8B6G-_~'`.,:;WMWM@@%%cvwx",
    };
    // As long as such details are, and mistaken for one another as often as can be; more of them is text too small for A5.
    const usualValues = { odsCode: 'Y08256', accountId: '1020586015', secret: 'WVXZ0Oo1lI5S2Z8' };
    const refused = await desk.creator.tryToPrepare(long, { system: 'emis', size: 'a5', values: longValues });
    expect(refused.json).toMatchObject({ code: 'NOT_MADE', data: { why: 'doesNotFit' } });
    for (const size of paperSizes) {
      const given = size === 'a5' ? usualValues : longValues;
      const pdf = await printed('emis', size, given, long);
      expectSize(pdf, size);
      const bare = joined(pdf);
      for (const value of [...Object.values(given), rules.practiceName, rules.helpPhone])
        expect(bare, size).toContain(value.replace(/\s+/g, ''));
      expect(bare).not.toMatch(/Featherstonehaugh|Cholmondeley|Papadopoulou|9990000026/i);
      expectCode(pdf, size, rules.emisLink);
    }
  });
});

/** Of the patient first name and initial alone. */
function expectNothingMore(bare: string): void {
  const { lastName, nhsNumber = '' } = patientOfSlip;
  for (const told of [lastName, nhsNumber, 'HarbourView', 'Whitby', 'YO213PU', '1961'])
    expect(bare.toLowerCase()).not.toContain(told.toLowerCase());
}
