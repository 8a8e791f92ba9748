import type { PaperSize } from '../../../preload/contract/rules/paper';
import { lookAlikeGroups } from '../../../preload/contract/rules/slipValues';
import type { Calibration } from '../../domain/slip/types';
import { safe } from '../desk/downtimePage';
import { given } from '../desk/paperPage';
import { fact, footOf, headOf, type Drawing, type Say } from './parts';
import { qrCode, qrMillimetres } from './qrCode';

/** Lengths in millimetres, by paper: rulers, codes without quiet zone, the frame's way from the edge; and sizes of text in points. */
const lengths: Record<
  PaperSize,
  { across: number; down: number; codes: readonly number[]; edge: number; points: readonly number[] }
> = {
  a4: { across: 150, down: 90, codes: [20, 25, 30, 36], edge: 5, points: [8, 10, 12, 14, 18, 24] },
  a5: { across: 100, down: 60, codes: [30], edge: 5, points: [8, 10, 12, 14, 18] },
  roll80: { across: 60, down: 50, codes: [32], edge: 4, points: [8, 10, 12, 14, 18] },
  roll58: { across: 40, down: 40, codes: [25], edge: 5, points: [8, 10, 12, 14] },
};
const greys = [0, 20, 40, 60, 80, 100] as const;

/** Rulers, frame, sizes, greys, codes and look-alikes: whoever holds it sees whether a printer draws what it is told. */
export function calibrationPaper(page: Calibration, drawing: Drawing): string {
  const { say, size } = drawing;
  const { across, down, codes, edge, points } = lengths[size];
  const printer = page.printer === null ? say((words) => words.calibration.noPrinter) : given(page.printer);
  const scans = `<section class="codes"><h2>${say((words) => words.calibration.codes)}</h2><div>${codes.map((width) => codeWithSize(page.link, width)).join('')}</div></section>`;
  return [
    `<div class="edge" style="top:${mm(edge)};right:${mm(edge)};bottom:${mm(edge)};left:${mm(edge)}"></div>`,
    headOf(
      page,
      say((words) => words.calibration.heading),
    ),
    `<section class="lead"><p>${say((words) => words.calibration.lead)}</p><p><span class="inline">${say((words) => words.calibration.edge)}</span> <b>${mm(edge)}</b></p></section>`,
    `<section class="rulers"><h2>${say((words) => words.calibration.rulers)}</h2>${ruler(across, 'across')}`,
    `<div class="beside">${ruler(down, 'down')}<div class="checks">${textSizes(say, points)}${greySteps(say)}${alikes(say)}</div>${size === 'a5' ? scans : ''}</div></section>`,
    size === 'a5' ? '' : scans,
    footOf(drawing, page, [
      fact(
        say((words) => words.calibration.printer),
        printer,
      ),
    ]),
  ].join('');
}

/** A ruler of thin lines: each millimetre, longer at five, a number at ten. */
function ruler(length: number, way: 'across' | 'down'): string {
  const marks = Array.from({ length: length + 1 }, (_unused, at) => {
    const long = at % 10 === 0 ? 6 : at % 5 === 0 ? 4.5 : 3;
    return way === 'across' ? `M${String(at)} 0v${String(long)}` : `M0 ${String(at)}h${String(long)}`;
  });
  const numbers = Array.from({ length: Math.floor(length / 10) + 1 }, (_unused, index) => index * 10).map((at) =>
    way === 'across'
      ? `<text x="${String(at)}" y="9.5" text-anchor="middle">${String(at)}</text>`
      : `<text x="7" y="${String(at + 1)}">${String(at)}</text>`,
  );
  const [width, height] = way === 'across' ? [length + 6, 14] : [15, length + 6];
  return (
    `<svg class="ruler ${way}" viewBox="-3 -3 ${String(width)} ${String(height)}" style="width:${mm(width)};height:${mm(height)}">` +
    `<path d="${marks.join('')}" fill="none" stroke="#000" stroke-width="0.2"/>${numbers.join('')}</svg>`
  );
}

function textSizes(say: Say, points: readonly number[]): string {
  const lines = points.map(
    (size) =>
      `<p style="font-size:${String(size)}pt">${String(size)}pt <span class="inline">${say((words) => words.calibration.sample)}</span></p>`,
  );
  return `<div class="sizes"><h3>${say((words) => words.calibration.sizes)}</h3>${lines.join('')}</div>`;
}

function greySteps(say: Say): string {
  const steps = greys.map((percent) => {
    const light = String(Math.round(255 * (1 - percent / 100)));
    return `<span class="grey"><i style="background:rgb(${light},${light},${light})"></i>${String(percent)}</span>`;
  });
  return `<div class="greys"><h3>${say((words) => words.calibration.greys)}</h3><p>${steps.join('')}</p></div>`;
}

function alikes(say: Say): string {
  const groups = lookAlikeGroups.map((group) => `<span class="group">${safe(group)}</span>`);
  return `<div class="alikes"><h3>${say((words) => words.calibration.lookAlikes)}</h3><p class="value">${groups.join('')}</p></div>`;
}

function codeWithSize(link: string, width: number): string {
  return `<figure>${qrCode(link, width)}<figcaption>${mm(Math.round(qrMillimetres(link, width)))}</figcaption></figure>`;
}

function mm(length: number): string {
  return `${String(length)}mm`;
}
