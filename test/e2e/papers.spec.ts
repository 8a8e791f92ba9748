import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { inMain } from '../support/inMain';
import { documents, openSignUpDesk, type SignUpDesk } from '../support/applications';
import { logLines } from '../support/logLines';
import { finish } from '../support/patient';
import { readPdf } from '../support/pdf';
import { applyForMe, everything, type Applicant } from '../support/signUp';

/* Papers as they come out of a real Electron (decision 36): real text on A4, and nothing of them anywhere else. */

const who: Applicant = {
  firstName: 'Ottoline',
  lastName: 'Brightwater-Łuczak',
  dateOfBirth: '1961-07-13',
  nhsNumber: '999 000 0018',
  email: 'ottoline@example.org',
  services: everything,
};

/** Every file below `folder`, whole. */
function filesBelow(folder: string): { path: string; bytes: Buffer }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path, bytes: readFileSync(path) }));
}

test.describe('the completed form', () => {
  test.describe.configure({ mode: 'serial' });
  let desk: SignUpDesk;
  let reference = '';
  let pages = 0;
  let paper: { fileName: string; pdf: Buffer };

  const tabs = () =>
    inMain(desk.kiosk.kiosk.app, ({ app }) => app.getAppMetrics().filter(({ type }) => type === 'Tab').length);
  const make = async () => {
    const { applicationId } = await desk.open(reference);
    const { status, json } = await desk.as.receptionist('applications/form', { applicationId });
    expect(status, JSON.stringify(json)).toBe(200);
    const { fileName, pdf } = json as { fileName: string; pdf: string };
    return { fileName, pdf: Buffer.from(pdf, 'base64') };
  };

  test.beforeAll(async () => {
    test.setTimeout(120_000);
    desk = await openSignUpDesk();
    const { page } = desk.kiosk;
    await applyForMe(page, who);
    reference = (await page.locator('.reference__code').innerText()).trim();
    await finish(page);
    await desk.act('verifier', 'verify', reference, documents);
    await desk.act('authoriser', 'decide', reference, { service: 'record', decision: 'granted', isCodeChecked: true });
    pages = await tabs();
    paper = await make();
  });
  test.afterAll(() => desk.close());

  test('is a PDF of real text on A4, under a name that names nobody', () => {
    expect(paper.fileName).toBe(`online-services-form-${reference}.pdf`);
    const facts = readPdf('pdfinfo', paper.pdf);
    expect(facts).toMatch(/^Page size: .*\(A4\)$/m);
    expect(facts).toMatch(/^Tagged: +yes$/m);
    expect(facts).toMatch(/^JavaScript: +no$/m);
    // Two lines of headings and no image: what is read is text.
    expect(readPdf('pdfimages', paper.pdf).trim().split('\n')).toHaveLength(2);
  });

  test('says who it is, every statement in its words with its own time, who verified and who decided', async () => {
    const text = readPdf('pdftotext', paper.pdf).replace(/\s+/g, ' ');
    for (const said of [
      'DEMONSTRATION',
      'Application for online services',
      `Reference ${reference}`,
      'First name Ottoline',
      'Last name Brightwater-Łuczak',
      'Date of birth 13 July 1961',
      'NHS number 999 000 0018',
      'Passport',
      'Verified by Staff verifier, 23 November 2026, 10:',
      'Confirmed: access goes to the right record.',
      'Authorised by Staff authoriser',
    ])
      expect(text).toContain(said);
    const { agreed } = await desk.open(reference);
    expect(agreed?.statements).toHaveLength(6);
    for (const { words } of agreed?.statements ?? []) expect(text).toContain(words);
    expect(text.match(/\(agreed 23 November 2026, 10:\d\d:\d\dam\)/g)).toHaveLength(6);
  });

  test('leaves nothing behind: no page, no file of it, no word in the log', async () => {
    await expect.poll(tabs).toBe(pages);
    expect(desk.kiosk.kiosk.app.windows()).toHaveLength(1);
    const planted = ['Brightwater', '%PDF', '13 July 1961'];
    const found = filesBelow(desk.kiosk.kiosk.dataFolder).filter(({ bytes }) =>
      planted.some((words) => bytes.includes(words) || bytes.includes(Buffer.from(words, 'utf16le'))),
    );
    expect(found.map(({ path }) => path)).toEqual([]);
    const lines = logLines(desk.kiosk.kiosk.log());
    expect(lines.filter(({ event }) => event === 'application.formMade')).toHaveLength(1);
    expect(lines.filter(({ event }) => event === 'papers.failed' || event === 'page.denied')).toEqual([]);
    expect(desk.kiosk.kiosk.log()).not.toContain('Brightwater');
    expect(await desk.trail(reference)).toContain('application.formMade receptionist');
  });

  test('can be made by many at once', async () => {
    const papers = await Promise.all([make(), make(), make(), make()]);
    for (const { pdf } of papers) expect(readPdf('pdftotext', pdf)).toContain(reference);
    await expect.poll(tabs).toBe(pages);
  });
});
