import type { GreyPicture } from './pictures';

/** A QR code as it lies in a picture, in dots. */
export interface FoundCode {
  /** Without its quiet zone. */
  width: number;
  height: number;
  module: number;
  left: number;
  top: number;
}

interface Finder {
  x: number;
  y: number;
  module: number;
}

const isDark = ({ width, pixels }: GreyPicture, x: number, y: number): boolean => (pixels[y * width + x] ?? 255) < 128;

/**
 * The one code of a picture, measured by the squares in three of its corners: from the middle of one to the middle of the next is the width of the code but
 * for seven modules (ISO/IEC 18004). @throws Error unless there are three.
 */
export function measureCode(picture: GreyPicture): FoundCode {
  const finders = findersIn(picture);
  if (finders.length !== 3) throw new Error(`${String(finders.length)} corners of a QR code`);
  const lefts = finders.map(({ x }) => x);
  const tops = finders.map(({ y }) => y);
  const module = finders.reduce((sum, finder) => sum + finder.module, 0) / finders.length;
  const [left, top] = [Math.min(...lefts) - 3.5 * module, Math.min(...tops) - 3.5 * module];
  return {
    width: Math.max(...lefts) - Math.min(...lefts) + 7 * module,
    height: Math.max(...tops) - Math.min(...tops) + 7 * module,
    module,
    left,
    top,
  };
}

/** Nothing but paper lies within `modules` modules of the code. */
export function isQuietAround(
  picture: GreyPicture,
  { width, height, module, left, top }: FoundCode,
  modules: number,
): boolean {
  const reach = modules * module - 1;
  for (let y = Math.ceil(top - reach); y < top + height + reach; y += 1) {
    for (let x = Math.ceil(left - reach); x < left + width + reach; x += 1) {
      const isInside = x > left - 2 && x < left + width + 1 && y > top - 2 && y < top + height + 1;
      const isOnPaper = x >= 0 && y >= 0 && x < picture.width && y < picture.height;
      if (!isInside && (!isOnPaper || isDark(picture, x, y))) return false;
    }
  }
  return true;
}

function findersIn(picture: GreyPicture): Finder[] {
  const found: Finder[] = [];
  for (let y = 0; y < picture.height; y += 1) {
    const runs = runsOf(picture.width, (x) => isDark(picture, x, y));
    for (let at = 0; at + 4 < runs.length; at += 1) {
      const five = runs.slice(at, at + 5);
      const across = finderIn(five);
      if (across === null) continue;
      const x = Math.round(across.middle);
      const down = runsOf(picture.height, (row) => isDark(picture, x, row));
      const here = down.findIndex(({ from, to }) => from <= y && y < to);
      const upright = here < 2 ? null : finderIn(down.slice(here - 2, here + 3));
      if (upright === null || Math.abs(upright.module - across.module) > across.module * 0.3) continue;
      const finder = { x: across.middle, y: upright.middle, module: (across.module + upright.module) / 2 };
      if (!isFinderAt(picture, finder)) continue;
      const isKnown = found.some((one) => Math.hypot(one.x - finder.x, one.y - finder.y) < finder.module * 3);
      if (!isKnown) found.push(finder);
    }
  }
  return found;
}

/** All 49 modules, as they must be: what only looks like it across and down lies within the code. */
function isFinderAt(picture: GreyPicture, { x, y, module }: Finder): boolean {
  const places = [-3, -2, -1, 0, 1, 2, 3];
  return places.every((down) =>
    places.every((across) => {
      const ring = Math.max(Math.abs(down), Math.abs(across));
      return isDark(picture, Math.round(x + across * module), Math.round(y + down * module)) === (ring !== 2);
    }),
  );
}

interface Run {
  isDark: boolean;
  from: number;
  to: number;
}

function runsOf(length: number, isDarkAt: (at: number) => boolean): Run[] {
  const runs: Run[] = [];
  for (let at = 0; at < length; at += 1) {
    const dark = isDarkAt(at);
    const last = runs.at(-1);
    if (last !== undefined && last.isDark === dark) last.to = at + 1;
    else runs.push({ isDark: dark, from: at, to: at + 1 });
  }
  return runs;
}

/** Dark and light as 1, 1, 3, 1 and 1 modules; null: they are not. */
function finderIn(runs: readonly Run[]): { middle: number; module: number } | null {
  const [first, , , , last] = runs;
  if (first === undefined || last === undefined || !first.isDark) return null;
  const module = (last.to - first.from) / 7;
  if (module < 2) return null;
  const isFinder = runs.every(({ from, to }, place) => {
    const modules = place === 2 ? 3 : 1;
    return Math.abs(to - from - modules * module) < module * 0.4;
  });
  return isFinder ? { middle: (first.from + last.to) / 2, module } : null;
}
