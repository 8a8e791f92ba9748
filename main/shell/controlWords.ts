import { BadCommandLine } from './badCommandLine';

/** What `control` is to do, as typed; `file` is a path as given. */
export type ControlWords =
  | { kind: 'status' | 'settings' | 'outOfService' | 'inService' | 'cleaning' | 'walkInClose' | 'managerCode' }
  | { kind: 'change'; file: string }
  | { kind: 'walkIn'; name: string; until: string };

const plain = {
  status: 'status',
  'out-of-service': 'outOfService',
  'in-service': 'inService',
  cleaning: 'cleaning',
  'walk-in-close': 'walkInClose',
  'manager-code': 'managerCode',
} as const;

/**
 * Reads the words after `control`.
 * @throws BadCommandLine
 */
export function readControlWords(words: readonly string[]): ControlWords {
  const [action, first, second] = words;
  if (action === 'settings' && words.length <= 2) {
    return first === undefined ? { kind: 'settings' } : { kind: 'change', file: first };
  }
  if (action === 'walk-in') {
    const isTime = /^([01]\d|2[0-3]):[0-5]\d$/.test(second ?? '');
    if (first === undefined || first.trim() === '' || second === undefined || !isTime || words.length > 3) {
      throw new BadCommandLine('control walk-in wants a name and a time, for example walk-in "Flu clinic" 12:30.');
    }
    return { kind: 'walkIn', name: first, until: second };
  }
  const known = Object.entries(plain).find(([word]) => word === action);
  if (known === undefined || words.length > 1) {
    throw new BadCommandLine(
      `control wants one of: ${Object.keys(plain).join(', ')}, settings, settings FILE.json, walk-in NAME HH:MM.`,
    );
  }
  return { kind: known[1] };
}
