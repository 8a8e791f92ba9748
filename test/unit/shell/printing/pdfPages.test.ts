import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sizePages, UnreadablePdf } from '../../../../main/shell/printing/pdfPages';
import { readPdf } from '../../../support/pdf';

/** As Chromium writes it: plain objects, one table, a `/Type /Page` line of its own. */
function written(pages: number, changed: (text: string) => string = (text) => text): Buffer {
  const kids = Array.from({ length: pages }, (_unused, index) => `${String(index + 3)} 0 R`).join(' ');
  const objects = [
    '<</Type /Catalog\n/Pages 2 0 R>>',
    `<</Type /Pages\n/Count ${String(pages)}\n/Kids [${kids}]>>`,
    ...Array.from(
      { length: pages },
      () => '<</Type /Page\n/Resources <<>>\n/MediaBox [0 0 595.91998 842.88]\n/StructParents 0\n/Parent 2 0 R>>',
    ),
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${String(index + 1)} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const start = text.length;
  text += `xref\n0 ${String(objects.length + 1)}\n0000000000 65535 f \n${entries}`;
  text += `trailer\n<</Size ${String(objects.length + 1)}\n/Root 1 0 R>>\nstartxref\n${String(start)}\n%%EOF\n`;
  return Buffer.from(changed(text), 'latin1');
}

const a5 = { widthMillimetres: 148, heightMillimetres: 210 };

describe('the pages of a PDF', () => {
  it('get exactly the size of the paper, measured from their top', () => {
    const { pdf, pages } = sizePages(written(1), a5);
    expect(pages).toBe(1);
    expect(readPdf('pdfinfo', pdf)).toMatch(/^Page size: +419\.528 x 595\.276 pts/m);
    const last = pdf.toString('latin1').lastIndexOf('/MediaBox');
    expect(pdf.toString('latin1', last, last + 60)).toMatch(/^\/MediaBox \[0\.0000 247\.6044 419\.5276 842\.8800\]/);
  });

  it('get it each where there are several, in whatever size', () => {
    const length = fc.integer({ min: 20, max: 2000 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), length, length, (count, widthMillimetres, heightMillimetres) => {
        const before = written(count);
        const { pdf, pages } = sizePages(before, { widthMillimetres, heightMillimetres });
        expect(pages).toBe(count);
        // What was there stays as it was; the sizes come after it.
        expect(pdf.subarray(0, before.length).equals(before)).toBe(true);
        const after = pdf.toString('latin1', before.length);
        const boxes = [...after.matchAll(/\/MediaBox \[(\S+) (\S+) (\S+) (\S+)\]/g)];
        expect(boxes).toHaveLength(count);
        for (const [, left, bottom, right, top] of boxes) {
          expect(Number(right) - Number(left)).toBeCloseTo((widthMillimetres * 72) / 25.4, 3);
          expect(Number(top) - Number(bottom)).toBeCloseTo((heightMillimetres * 72) / 25.4, 3);
        }
        for (const [, number, offset] of after.matchAll(/(\d+) 1\n(\d{10}) 00000 n/g))
          expect(pdf.toString('latin1', Number(offset)).startsWith(`${String(number)} 0 obj`)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it.each<[string, (text: string) => string]>([
    ['has no page', (text) => text.replaceAll('/Type /Page\n', '/Type /Leaf\n')],
    ['says no size', (text) => text.replace('/MediaBox', '/CropBox')],
    ['is encrypted', (text) => text.replace('/Root 1 0 R', '/Root 1 0 R\n/Encrypt 9 0 R')],
    ['was changed before', (text) => text.replace('/Root 1 0 R', '/Root 1 0 R\n/Prev 9')],
    ['has no trailer', (text) => text.replace('trailer', 'tractor')],
    ['does not say where its table is', (text) => text.replace(/startxref\n\d+/, 'startxref\n')],
    ['is empty', () => ''],
  ])('stay as they are where a PDF %s: it is refused', (_what, change) => {
    expect(() => sizePages(written(1, change), a5)).toThrow(UnreadablePdf);
  });
});
