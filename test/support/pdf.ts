import { execFileSync } from 'node:child_process';

/** What a reader of PDFs finds in `pdf`. */
export function readPdf(program: 'pdftotext' | 'pdfinfo' | 'pdfimages', pdf: Buffer): string {
  const words = { pdftotext: ['-layout', '-', '-'], pdfinfo: ['-'], pdfimages: ['-list', '-'] }[program];
  return execFileSync(program, words, { input: pdf, encoding: 'utf8' });
}
