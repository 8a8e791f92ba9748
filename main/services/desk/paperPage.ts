import { safe } from './downtimePage';

/** The word that stands on every paper of a demonstration (design §11). */
const demonstration = 'DEMONSTRATION';

/** Black on white and large enough to read; page numbers where the browser knows them. */
const style = `
@page { size: A4; margin: 14mm 16mm 16mm; @bottom-right { content: "Page " counter(page) " of " counter(pages); font: 9pt Arial, sans-serif; } }
:root { color-scheme: light; font: 11pt/1.4 Arial, "Liberation Sans", "Noto Sans", "DejaVu Sans", sans-serif; color: #000; background: #fff; }
body { margin: 0; }
h1 { font-size: 18pt; line-height: 1.2; margin: 0 0 3mm; }
h2 { font-size: 13pt; line-height: 1.25; margin: 6mm 0 2mm; break-after: avoid; }
p { margin: 0 0 3mm; orphans: 3; widows: 3; }
ol, ul { margin: 0 0 3mm; padding-left: 6mm; }
li { margin-bottom: 1.5mm; break-inside: avoid; }
table { width: 100%; border-collapse: collapse; }
.facts { margin-bottom: 3mm; }
.facts th, .facts td { border-bottom: 1px solid #888; padding: 1.2mm 2mm 1.2mm 0; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
.facts th { font-weight: bold; }
.facts tr { break-inside: avoid; }
.facts tbody th { width: 34%; }
.decisions tbody th { width: 32%; }
.decisions td:nth-child(2) { width: 24%; }
.time { white-space: nowrap; }
.every > thead td { padding: 0 0 3mm; font-size: 9pt; color: #333; }
.every > tbody > tr > td { padding: 0; }
.demonstration { font-weight: bold; letter-spacing: .08em; color: #000; }
.letter { break-after: page; }
.letter:last-child { break-after: auto; }
.address { height: 30mm; width: 85mm; border: 1px dashed #888; margin: 8mm 0 10mm; padding: 2mm; color: #555; font-size: 9pt; }
`;

/** The word of a demonstration as an element, nothing in a real practice. */
export function demonstrationMark(isDemonstration: boolean): string {
  return isDemonstration ? `<span class="demonstration">${demonstration}</span>` : '';
}

/**
 * A whole paper for the `Papers` port: it loads nothing and runs nothing.
 * @param parts.title of the document, which names nobody: viewers show it as the name of the window; `body` is HTML.
 */
export function paperPage({ title, body }: { title: string; body: string }): string {
  return `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>${safe(title)}</title><style>${style}</style></head><body>${body}</body></html>\n`;
}

/** A body with a line that stands on top of each of its pages: one that has gone astray is known again. `head` and `body` are HTML. */
export function underEveryHead(head: string, body: string): string {
  return `<table class="every" role="presentation"><thead><tr><td>${head}</td></tr></thead><tbody><tr><td>${body}</td></tr></tbody></table>`;
}

/** What somebody typed or is called, as text and nothing else; in whichever direction their script runs. */
export function given(text: string): string {
  return `<bdi>${safe(text)}</bdi>`;
}
