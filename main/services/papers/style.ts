import { paperMillimetres, type PaperSize } from '../../../preload/contract/rules/paper';
import type { Paper } from '../../domain/slip/types';

/** Where the printing window fetches the papers' typefaces; nothing else is loaded. */
const fonts = 'reception-kiosk://paper-fonts';
/** Letters beyond those of Western Europe come from a second file of the same typeface. */
const extended =
  'U+0100-0130,U+0132-0151,U+0154-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF';

const faces = (['text', 'mono'] as const)
  .map((face) => {
    const family = `font-family:"Paper ${face}";font-weight:200 800;font-style:normal`;
    return [
      `@font-face{${family};src:url(${fonts}/${face}.woff2) format("woff2")}`,
      `@font-face{${family};src:url(${fonts}/${face}-ext.woff2) format("woff2");unicode-range:${extended}}`,
    ].join('');
  })
  .join('');

/** Room that no printer reaches, in millimetres: heads for rolls commonly print 72 mm of 80 and 48 of 58. */
const margins: Record<PaperSize, number> = { a4: 12, a5: 10, roll80: 4, roll58: 5 };

/** Sizes in points before scaling; `value`: the details, which are never smaller than `leastValue`. */
const sizes: Record<PaperSize, { text: number; small: number; title: number; value: number; shown: number }> = {
  a4: { text: 12, small: 10.5, title: 28, value: 24, shown: 72 },
  a5: { text: 10, small: 9, title: 19, value: 19, shown: 54 },
  roll80: { text: 10, small: 9, title: 19, value: 18, shown: 44 },
  roll58: { text: 9.5, small: 9, title: 16, value: 16, shown: 30 },
};
const leastValue = 14;

/** Characters of text that fit on a sheet in full size; a roll is as long as it must be. */
const roomFor: Record<'a4' | 'a5', Record<Paper['kind'], number>> = {
  a4: { setup: 1380, invitation: 1300, ticket: 600, bring: 1780, calibration: 850 },
  a5: { setup: 1065, invitation: 1000, ticket: 500, bring: 1390, calibration: 780 },
};

/** Found by measuring the longest of each paper: lines that wrap, and what does not grow smaller (the code), take more than half. */
const tightening = 0.86;
/** In points: smaller than that many people cannot read it. What does not fit then is refused by whoever measures the page. */
const leastText = 8;

/** How much smaller everything is set where there is more to say than fits in full size. */
export function scaleFor(size: PaperSize, kind: Paper['kind'], body: string): number {
  if (size === 'roll80' || size === 'roll58') return 1;
  const said = body.replace(/<[^>]*>/g, '').length;
  return Math.max(leastText / sizes[size].text, Math.min(1, (roomFor[size][kind] / said) ** tightening));
}

/** The whole style of a paper. Black on white, millimetres and points alone; what is too long wraps, and nothing is ever cut. */
export function paperStyle(size: PaperSize, scale: number): string {
  const { width, height } = paperMillimetres[size];
  const margin = margins[size];
  const sizeOf = sizes[size];
  const pt = (points: number): string => `${String(Math.round(points * scale * 100) / 100)}pt`;
  const mm = (length: number): string => `${String(Math.round(length * scale * 100) / 100)}mm`;
  const value = `${String(Math.max(leastValue, Math.round(sizeOf.value * scale * 10) / 10))}pt`;
  const isRoll = height === null;
  const common = `
${isRoll ? '' : `@page{size:${String(width)}mm ${String(height)}mm;margin:0}`}
${faces}
*{box-sizing:border-box;margin:0;padding:0}
:root{color-scheme:light;background:#fff}
body{background:#fff;color:#000;font:400 ${pt(sizeOf.text)}/1.35 "Paper text",Arial,"Liberation Sans","Noto Sans","DejaVu Sans",sans-serif;overflow-wrap:anywhere;-webkit-print-color-adjust:exact;print-color-adjust:exact}
.sheet{position:relative;width:${String(width)}mm;${isRoll ? '' : `height:${String(height)}mm;`}padding:${String(margin)}mm;background:#fff;display:flex;flex-direction:column;gap:${mm(isRoll ? 4 : size === 'a4' ? 7 : 3.6)}}
ul,ol{list-style:none}
h1{font-size:${pt(sizeOf.title)};line-height:1.1;font-weight:700;letter-spacing:-.2pt}
h2{font-size:${pt(sizeOf.text * 1.2)};line-height:1.2;font-weight:700}
h3{font-size:${pt(sizeOf.small)};line-height:1.25;font-weight:700}
b,.strong{font-weight:700}
.said{display:block}
.also{margin-top:${mm(0.6)};font-size:.92em}
.practice{font-size:${pt(sizeOf.text)};font-weight:600}
header{border-bottom:1.5pt solid #000;padding-bottom:${mm(3)}}
.marks{display:flex;flex-wrap:wrap;gap:${mm(2)};font-size:${pt(sizeOf.small)};font-weight:700}
.top{display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;gap:${mm(1.5)} ${mm(6)};margin-bottom:${mm(1.5)}}
.marks>span{border:1.2pt solid #000;border-radius:1mm;padding:${mm(0.8)} ${mm(2.2)}}
.whose{font-size:${pt(sizeOf.text * 1.25)}}
.inline .said{display:inline;font-size:1em}
.inline .also::before{content:" / "}
.title{display:flex;flex-wrap:wrap;align-items:baseline;justify-content:space-between;gap:${mm(1)} ${mm(8)}}
.mono,.value,.shown{font-family:"Paper mono","DejaVu Sans Mono",monospace;font-variant-ligatures:none}
.value{font-size:${value};line-height:1.25;font-weight:600;display:flex;flex-wrap:wrap;column-gap:.62em}
.group{white-space:nowrap}
.detail dt{font-weight:700}
.detail{display:flex;flex-direction:column}
.detail .value{margin-top:auto}
.wide{flex-flow:row wrap;align-items:baseline;gap:0 ${mm(3)}}
.wide .value{flex-basis:100%}
.detail .where{font-size:${pt(sizeOf.small)};line-height:1.25}
.key ul{display:flex;flex-wrap:wrap;gap:${mm(1)} ${mm(5)}}
.key li{display:flex;flex-wrap:wrap;gap:0 ${mm(3)};font-size:${pt(sizeOf.small)}}
.alike{display:inline-flex;align-items:baseline;gap:${mm(1.2)}}
.alike .mono{font-size:1.25em;line-height:1.1}
.scan{display:flex;flex-direction:column;align-items:center;text-align:center;font-size:${pt(sizeOf.small)};line-height:1.25}
.code{display:block;flex:none}
.link b{display:block;line-height:1.2}
.steps h2,.notes h2,.keepSafe h2{margin-bottom:${mm(1.5)}}
.steps li{display:flex;gap:${mm(2.5)}}
.number{flex:none;width:1.7em;height:1.7em;border:1.2pt solid #000;border-radius:50%;text-align:center;line-height:1.55em;font-weight:700}
.steps li>div{padding-top:.15em}
.keepSafe{border:1.5pt solid #000;border-radius:1.5mm;padding:${mm(3)} ${mm(4)}}
.keepSafe p+p{margin-top:${mm(1)}}
.notes p+p,.letter p+p{margin-top:${mm(1.5)}}
.can{margin-top:${mm(1.5)}}
.can li,.some li{position:relative;padding-left:1.1em}
.can li::before,.some li::before{content:"";position:absolute;left:.2em;top:.52em;width:.34em;height:.34em;border-radius:50%;background:#000}
.ticks>li{display:flex;gap:${mm(3.5)}}
.ticks>li+li{margin-top:${mm(isRoll ? 3 : 4.5)}}
.tick{flex:none;width:${mm(isRoll ? 4 : 5)};height:${mm(isRoll ? 4 : 5)};margin-top:${mm(0.4)};border:1.2pt solid #000;border-radius:.6mm}
.shown{font-size:${pt(sizeOf.shown)};line-height:1.1;font-weight:700;text-align:center}
.next,.worse{text-align:center;font-size:${pt(sizeOf.text * 1.2)}}
.next{font-weight:700}
.ticket header{text-align:center}
.ticket .top,.ticket .title{justify-content:center}
.ticket .scan{align-self:center}
.ticket .marks{justify-content:center}
.edge{position:absolute;border:.3pt solid #000}
.ruler{display:block;overflow:visible;margin-left:-3mm;font:2.6px "Paper text",Arial,sans-serif}
.beside{display:flex;gap:4mm}
.beside .ruler{flex:none}
.calibration .value{font-size:16pt}
.checks{flex:1;min-width:0}
.beside>.codes{flex:none;width:44mm}
.checks>*+*{margin-top:${mm(3)}}
.sizes p{line-height:1.2}
.greys p{display:flex;flex-wrap:wrap}
.grey{width:9mm;font-size:8pt;text-align:center}
.grey i{display:block;height:6mm;border:.3pt solid #000}
.codes>div{display:flex;flex-wrap:wrap;align-items:flex-end;gap:2mm}
figcaption{text-align:center;font-size:8pt}
footer{margin-top:auto;border-top:.8pt solid #000;padding-top:${mm(2)};font-size:${pt(sizeOf.small)};line-height:1.25}
footer dl{display:flex;flex-wrap:wrap;gap:${mm(2)} ${mm(8)}}
footer dt{font-weight:700}
footer b{font-size:1.15em}
`;
  return common + (isRoll ? rollStyle(size === 'roll80', mm) : sheetStyle(size === 'a4', mm));
}

/** A4 and A5: details to the left, code to the right, one beneath the other what has to be read. */
function sheetStyle(isLarge: boolean, mm: (length: number) => string): string {
  const grid = (areas: string): string =>
    `display:grid;grid-template-columns:minmax(0,1fr) auto;grid-template-rows:auto;align-content:start;column-gap:${mm(isLarge ? 8 : 5)};grid-template-areas:${areas}`;
  return `
.scan{grid-area:scan;max-width:${isLarge ? '56mm' : '46mm'};align-self:start}
.link{margin-top:${mm(1)}}
header{grid-area:head}
.details{grid-area:details}
.letter{grid-area:letter}
.steps{grid-area:steps}
.keepSafe{grid-area:safe}
.notes{grid-area:notes}
footer{grid-area:foot}
.typing{margin:${mm(0.8)} 0 ${mm(2.5)}}
.details dl{display:grid;grid-template-columns:minmax(0,1.25fr) minmax(0,1fr);gap:${mm(isLarge ? 5 : 2.5)} ${mm(isLarge ? 6 : 5)}}
.wide{grid-column:1/-1}
.key{grid-area:key;border-left:1.5pt solid #000;padding-left:${mm(3)}}
${isLarge ? `.key h3{margin-bottom:${mm(0.8)}}` : `.key{display:flex;gap:${mm(4)}}.key h3{flex:none;padding-top:.3em}`}
.none{font-size:1.25em}
.setup{${grid(isLarge ? '"head head" "details scan" "key key" "steps steps" "safe safe" "foot foot"' : '"head head" "details details" "key key" "steps scan" "safe safe" "foot foot"')};grid-template-rows:repeat(5,auto) 1fr}
.invitation{${grid('"head head" "letter scan" "steps steps" "notes notes" "foot foot"')};grid-template-rows:repeat(4,auto) 1fr}
${isLarge ? `.steps ol{display:grid;grid-template-columns:repeat(3,minmax(0,1fr));gap:${mm(7)}}` : `.steps li+li{margin-top:${mm(1.8)}}`}
.some{columns:2;column-gap:6mm}
.some li{break-inside:avoid}
.ticks p{margin-top:${mm(1)}}
.ticket{align-items:center}
.ticket header,.ticket footer{align-self:stretch}
.calibration h2,.calibration h3{margin-bottom:${mm(1)}}
`;
}

/** Rolls: everything in one column, the code in the middle. */
function rollStyle(isWide: boolean, mm: (length: number) => string): string {
  return `
.details dl{display:grid;grid-template-columns:${isWide ? 'repeat(2,minmax(0,1fr))' : 'minmax(0,1fr)'};gap:${mm(3)} ${mm(3)}}
.wide{grid-column:1/-1}
.typing{margin:${mm(1)} 0 ${mm(2.5)}}
.key{border-top:.8pt dashed #000;border-bottom:.8pt dashed #000;padding:${mm(1.5)} 0}
.steps li+li{margin-top:${mm(2)}}
.keepSafe{padding:${mm(2.5)}}
footer dl{flex-direction:column}
.sheet.calibration{padding:${isWide ? '5.5mm' : '6.5mm'}}
.calibration h2,.calibration h3{margin-bottom:${mm(1)}}
`;
}
