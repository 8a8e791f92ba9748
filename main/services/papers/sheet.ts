import { paperMillimetres, type PaperSize } from '../../../preload/contract/rules/paper';
import type { Paper } from '../../domain/slip/types';
import { safe } from '../desk/downtimePage';
import type { Sheet } from '../ports';
import { calibrationPaper } from './calibration';
import { bringPaper, invitationPaper, ticketPaper } from './otherPapers';
import { sayIn, type Drawing } from './parts';
import { setupSlip } from './setupSlip';
import { paperStyle, scaleFor } from './style';
import { catalogues } from './words/catalogues';
import type { PaperWords } from './words/words';

/**
 * `paper` as a page of exactly `size`. It loads the typefaces of the papers and nothing else, and runs nothing.
 * @throws Error if its link is longer than a QR code can hold.
 */
export function sheetOf(paper: Paper, size: PaperSize): Sheet {
  const languages = 'languages' in paper ? paper.languages : (['en'] as const);
  return drawSheet(
    paper,
    size,
    languages.map((language) => catalogues[language]),
  );
}

/** As `sheetOf`, in the languages of `words`: English first, the others beneath. */
export function drawSheet(paper: Paper, size: PaperSize, words: readonly PaperWords[]): Sheet {
  const body = bodyOf(paper, { size, say: sayIn(words) });
  const style = paperStyle(size, scaleFor(size, paper.kind, body));
  // The title names nobody: a printing system may show it.
  const html = `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>${safe(titles[paper.kind])}</title><style>${style}</style></head><body><div class="sheet ${size} ${paper.kind}">${body}</div></body></html>\n`;
  const { width: widthMillimetres, height: heightMillimetres } = paperMillimetres[size];
  const bytes = new TextEncoder().encode(html);
  // The engine keeps the last text that a pattern was tried on until the next: it is not to be a slip's.
  /^$/.test('');
  return { html: bytes, widthMillimetres, heightMillimetres, link: codeText(paper), mayHavePages: false };
}

/** A letter that was drawn elsewhere, on A4, of as many pages as it needs. */
export function letterSheet(html: string): Sheet {
  const { width: widthMillimetres, height: heightMillimetres } = paperMillimetres.a4;
  return { html: new TextEncoder().encode(html), widthMillimetres, heightMillimetres, link: null, mayHavePages: true };
}

const titles: Record<Paper['kind'], string> = {
  setup: 'Setup slip',
  invitation: 'Invitation',
  ticket: 'Ticket',
  bring: 'What to bring',
  calibration: 'Calibration',
};

function bodyOf(paper: Paper, drawing: Drawing): string {
  switch (paper.kind) {
    case 'setup':
      return setupSlip(paper, drawing);
    case 'invitation':
      return invitationPaper(paper, drawing);
    case 'ticket':
      return ticketPaper(paper, drawing);
    case 'bring':
      return bringPaper(paper, drawing);
    case 'calibration':
      return calibrationPaper(paper, drawing);
  }
}

/** What a scanner must read from the page; a ticket is a number to be called, and has no code. */
function codeText(paper: Paper): string | null {
  switch (paper.kind) {
    case 'setup':
    case 'invitation':
    case 'calibration':
      return paper.link;
    case 'ticket':
      return paper.holds.kind === 'reference' ? paper.holds.reference : null;
    case 'bring':
      return null;
  }
}
