import type { UnusableFile } from '../domain/list';
import { refusals } from './refusals';

const signatures: readonly (readonly [string, string])[] = [
  ['89504e47', 'a PNG picture'],
  ['ffd8ff', 'a JPEG picture'],
  ['47494638', 'a GIF picture'],
  ['49492a00', 'a TIFF picture'],
  ['4d4d002a', 'a TIFF picture'],
  ['25504446', 'a PDF document'],
  ['7b5c727466', 'a Word document'],
  ['1f8b', 'a compressed file'],
  ['377abcaf271c', 'a compressed file'],
  ['526172211a', 'a compressed file'],
  ['53514c697465', 'a database'],
];

/** Is this another kind of file with `.csv` for a name? Looks at its first bytes. */
export function refuseOtherKind(name: string, head: Buffer): UnusableFile | null {
  const hex = head.subarray(0, 8).toString('hex');
  if (hex.startsWith('504b0304') || hex.startsWith('d0cf11e0')) return refusals.spreadsheet(name);
  for (const [signature, kind] of signatures) if (hex.startsWith(signature)) return refusals.otherKind(name, kind);
  if (hex.startsWith('52494646') && head.toString('latin1', 8, 12) === 'WEBP')
    return refusals.otherKind(name, 'a WebP picture');
  if (hex.startsWith('424d') && head.length > 10 && head.readUInt32LE(6) === 0)
    return refusals.otherKind(name, 'a bitmap picture');
  const start = head
    .toString('latin1', 0, 200)
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart()
    .toLowerCase();
  if (/^<(?:!doctype html|html|table|head|meta)/.test(start)) return refusals.otherKind(name, 'a web page');
  if (start.startsWith('<?xml')) return refusals.otherKind(name, 'an XML file');
  return null;
}
