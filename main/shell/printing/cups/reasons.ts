import type { PrintReason } from '../../../../preload/contract/desk/printing';

/** What printers say of themselves (RFC 8011, 5.4.12, and CUPS's own), the reason that matters most first. */
const known: readonly (readonly [RegExp, PrintReason])[] = [
  [/^media-jam/, 'jammed'],
  [/^(cover|door|interlock)-open$/, 'coverOpen'],
  [/^media-(empty|needed)$/, 'outOfPaper'],
  [/^(marker-supply|toner|developer|marker-waste)-(empty|missing|full)$/, 'outOfInk'],
  [/^(offline|cups-remote-stopped)$/, 'offline'],
  [/^(paused|moving-to-paused|stopped|hold-new-jobs)$/, 'paused'],
];
const order: readonly PrintReason[] = [...known.map(([, reason]) => reason), 'attention'];

/** What printing goes on with: hints, progress, and what is not wrong. */
const harmless =
  /^(none|connecting-to-device|.*-low|.*-almost-.*|.*-near-.*|cups-(waiting|missing|insecure|pki).*|marker-.*-life.*|.*-idle|deactivated-.*|wifi-.*|com\..*)$/;

/**
 * Why a printer waits, by its `printer-state-reasons`. A `-warning` and a `-report` do not stop a printer, except a report that it is offline.
 * @returns the most important first; empty: nothing is wrong.
 */
export function reasonsOf(words: readonly string[]): PrintReason[] {
  const found = words.flatMap((word): PrintReason[] => {
    const [, plain = word, severity] = /^(?<plain>.*?)(?:-(?<severity>error|warning|report))?$/.exec(word) ?? [];
    const reason = known.find(([pattern]) => pattern.test(plain))?.[1];
    if (reason === 'offline') return ['offline'];
    if (severity === 'warning' || severity === 'report' || harmless.test(plain)) return [];
    return [reason ?? 'attention'];
  });
  return order.filter((reason) => found.includes(reason));
}

/** The printer has not been reached yet; for longer than a moment it is offline. */
export const isConnecting = (words: readonly string[]): boolean =>
  words.some((word) => word.startsWith('connecting-to-device'));
