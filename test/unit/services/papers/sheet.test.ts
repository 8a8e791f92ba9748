import { create } from 'qrcode';
import { describe, expect, it } from 'vitest';
import { letterSheet, sheetOf } from '../../../../main/services/papers/sheet';
import { paperMillimetres, paperSizes } from '../../../../preload/contract/rules/paper';
import { examplePapers, exampleSetup, exampleTicket, howMuches } from '../../../support/papers';
import { htmlOf, styleOf, textOf } from './support';

const every = howMuches.flatMap((howMuch) =>
  Object.entries(examplePapers(howMuch)).flatMap(([name, paper]) =>
    paperSizes.map((size) => ({ name: `${howMuch} ${name} on ${size}`, paper, size })),
  ),
);

describe.each(every)('$name', ({ paper, size }) => {
  const sheet = sheetOf(paper, size);
  const html = htmlOf(sheet);

  it('has exactly the size of the paper', () => {
    const { width, height } = paperMillimetres[size];
    expect(sheet).toMatchObject({ widthMillimetres: width, heightMillimetres: height, mayHavePages: false });
    expect(html).toContain(`.sheet{position:relative;width:${String(width)}mm;`);
    if (height !== null) expect(html).toContain(`@page{size:${String(width)}mm ${String(height)}mm;margin:0}`);
    expect(html.match(/<div class="sheet /g)).toHaveLength(1);
  });

  it('loads the typefaces of the papers and nothing else, runs nothing and cuts nothing', () => {
    const addresses = html.match(/(?:src|href)=|url\([^)]*\)/g) ?? [];
    expect(new Set(addresses)).toEqual(
      new Set(
        ['text', 'text-ext', 'mono', 'mono-ext'].map((name) => `url(reception-kiosk://paper-fonts/${name}.woff2)`),
      ),
    );
    expect(html).not.toMatch(
      /<script|<img|<iframe|<link|@import|\son\w+=|overflow:\s*hidden|text-overflow|line-clamp/i,
    );
  });

  it('says of the practice who it is, whom to ask and when it was given out', () => {
    const text = textOf(sheet);
    expect(text).toContain(paper.practice);
    expect(text).toContain(paper.helpPhone ?? 'Ask at reception.');
    expect(text).toContain('Given out on');
    expect(text.includes('DEMONSTRATION')).toBe(paper.isDemonstration);
  });
});

it('draws the code of the link and no other, with its quiet zone', () => {
  const slip = exampleSetup('ordinary', 'emis');
  for (const [size, least] of [
    ['a4', 30],
    ['a5', 30],
    ['roll80', 30],
    ['roll58', 25],
  ] as const) {
    const sheet = sheetOf(slip, size);
    expect(sheet.link).toBe(slip.link);
    const { modules } = create(slip.link, { errorCorrectionLevel: 'M' });
    const [, box, width] = /viewBox="0 0 (\d+) \d+" style="width:([\d.]+)mm;/.exec(htmlOf(sheet)) ?? [];
    expect(Number(box)).toBe(modules.size + 8);
    expect((Number(width) * modules.size) / Number(box)).toBeGreaterThanOrEqual(least);
    expect(htmlOf(sheet)).toContain('shape-rendering="crispEdges"');
    expect(darkOf(htmlOf(sheet))).toEqual(darkModules(slip.link));
  }
});

it('has a code for a reference, which a desk reads, and none for a ticket or a note', () => {
  expect(sheetOf(exampleTicket('ordinary', 'reference'), 'roll80').link).toBe('WQM-WQM');
  const ticket = sheetOf(exampleTicket('ordinary', 'ticket'), 'roll58');
  expect(ticket.link).toBeNull();
  expect(htmlOf(ticket)).not.toContain('<svg');
  expect(textOf(ticket)).toContain('If you feel worse, tell reception');
});

it('is made anew each time, so that whoever wipes one wipes no other', () => {
  const slip = exampleSetup('ordinary', 'emis');
  const [first, second] = [sheetOf(slip, 'a5'), sheetOf(slip, 'a5')];
  first.html.fill(0);
  expect(textOf(second)).toContain('Your online account');
  expect(first.html.buffer.byteLength).toBe(first.html.byteLength);
});

it('never sets details below 14 points, nor other text below 8, and nothing at all below 7', () => {
  for (const { paper, size } of every) {
    const style = styleOf(sheetOf(paper, size));
    expect(Number(/\.value\{font-size:([\d.]+)pt/.exec(style)?.[1])).toBeGreaterThanOrEqual(14);
    expect(Number(/font:400 ([\d.]+)pt/.exec(style)?.[1])).toBeGreaterThanOrEqual(8);
    for (const [, points] of style.matchAll(/font(?:-size)?:(?:\d+ )?([\d.]+)pt/g))
      expect(Number(points)).toBeGreaterThanOrEqual(7);
  }
});

it('takes letters that were drawn elsewhere, of as many pages as they need', () => {
  const sheet = letterSheet('<p>Dear Bo</p>');
  expect(sheet).toMatchObject({ widthMillimetres: 210, heightMillimetres: 297, link: null, mayHavePages: true });
  expect(htmlOf(sheet)).toBe('<p>Dear Bo</p>');
});

/** Dark modules of a drawn code as `row,column`, counted without the quiet zone. */
function darkOf(html: string): Set<string> {
  const path = /fill="#000" d="([^"]*)"/.exec(html)?.[1] ?? '';
  const runs = [...path.matchAll(/M(\d+) (\d+)h(\d+)v1/g)].map(([, x, y, width]) => [x, y, width].map(Number));
  return new Set(
    runs.flatMap(([x = 0, y = 0, width = 0]) =>
      Array.from({ length: width }, (_unused, index) => `${String(y - 4)},${String(x - 4 + index)}`),
    ),
  );
}

function darkModules(text: string): Set<string> {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const places = Array.from({ length: modules.size ** 2 }, (_unused, at) => [
    Math.floor(at / modules.size),
    at % modules.size,
  ]);
  return new Set(places.filter(([row = 0, column = 0]) => modules.get(row, column)).map((place) => place.join(',')));
}
