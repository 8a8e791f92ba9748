import { execFileSync, spawnSync } from 'node:child_process';

/** A picture of grey pixels, one byte each. */
export interface GreyPicture {
  width: number;
  height: number;
  pixels: Buffer;
}

/** The first page of `pdf` as a printer of that many dots to the inch draws it. */
export function drawPdf(pdf: Buffer, dotsPerInch: number): GreyPicture {
  const words = ['-gray', '-singlefile', '-r', String(dotsPerInch), '-'];
  return readGrey(execFileSync('pdftoppm', words, { input: pdf, maxBuffer: 2 ** 28 }));
}

/** Every code that a scanner reads from the first page of `pdf` at that many dots to the inch. */
export function scanPdf(pdf: Buffer, dotsPerInch: number): string[] {
  const words = ['-gray', '-singlefile', '-r', String(dotsPerInch), '-'];
  const picture = execFileSync('pdftoppm', words, { input: pdf, maxBuffer: 2 ** 28 });
  const { stdout } = spawnSync('zbarimg', ['-q', '--raw', '-'], { input: picture, encoding: 'utf8' });
  return stdout.split('\n').filter(Boolean);
}

/** What `pdftoppm -gray` writes: PGM with 255 greys. */
function readGrey(bytes: Buffer): GreyPicture {
  const head = /^P5\s(?:#.*\n)?(\d+)\s(\d+)\s255\s/.exec(bytes.toString('latin1', 0, 100));
  if (head === null) throw new Error('No picture');
  return { width: Number(head[1]), height: Number(head[2]), pixels: bytes.subarray(head[0].length) };
}
