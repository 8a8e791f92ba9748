import { spawnSync } from 'node:child_process';
import type { GreyPicture } from './pictures';
import type { FoundCode } from './slipsCode';

/**
 * Every code that a scanner reads where `code` lies in a picture, with its quiet zone and no more: of a whole page at 300 dots to the inch it
 * looks at eight million dots, of which a code is a tenth.
 */
export function scanCodeIn(picture: GreyPicture, { left, top, width, height, module }: FoundCode): string[] {
  const quiet = 4 * module;
  const from = { x: Math.max(0, Math.floor(left - quiet)), y: Math.max(0, Math.floor(top - quiet)) };
  const to = {
    x: Math.min(picture.width, Math.ceil(left + width + quiet)),
    y: Math.min(picture.height, Math.ceil(top + height + quiet)),
  };
  const rows = Array.from({ length: to.y - from.y }, (_unused, row) => {
    const start = (from.y + row) * picture.width;
    return picture.pixels.subarray(start + from.x, start + to.x);
  });
  const head = `P5\n${String(to.x - from.x)} ${String(to.y - from.y)}\n255\n`;
  const input = Buffer.concat([Buffer.from(head, 'latin1'), ...rows]);
  const { stdout } = spawnSync('zbarimg', ['-q', '--raw', '-'], { input, encoding: 'utf8' });
  return stdout.split('\n').filter(Boolean);
}
