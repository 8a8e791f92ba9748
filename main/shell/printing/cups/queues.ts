import type { PrinterFacts } from '../../../services/ports';
import { CupsFault, isDone, type Cups } from './connection';
import { keyword, statuses, tags, told, type Told } from './ipp';
import { reasonsOf } from './reasons';

const asked = keyword('requested-attributes', [
  'printer-name',
  'printer-info',
  'printer-location',
  'printer-state',
  'printer-state-reasons',
  'printer-is-accepting-jobs',
]);

/** `printer-state` (RFC 8011, 5.4.11). */
const processing = 4;
const stopped = 5;

/** A queue as it stands, and what the printer says in its own words. */
export interface Queue extends PrinterFacts {
  words: string[];
}

/** Every queue of the printing system that has a name, by name. @throws CupsFault, also when it does not tell. */
export async function listQueues(cups: Cups): Promise<PrinterFacts[]> {
  const answer = await cups({ operation: 'cupsGetPrinters', attributes: [asked] });
  // It finds none where there is none.
  if (!isDone(answer) && answer.statusCode !== statuses.notFound) throw new CupsFault('lost');
  return answer.groups
    .filter(({ tag }) => tag === tags.printerGroup)
    .map((group) => queueOf(told(group)))
    .map(({ words: _words, ...facts }) => facts)
    .filter(({ name }) => name !== '')
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** One queue; null: there is none of that name. @throws CupsFault, also when it does not tell. */
export async function findQueue(cups: Cups, queue: string): Promise<Queue | null> {
  const answer = await cups({ operation: 'getPrinterAttributes', target: { queue }, attributes: [asked] });
  if (answer.statusCode === statuses.notFound) return null;
  const group = answer.groups.find(({ tag }) => tag === tags.printerGroup);
  if (!isDone(answer) || group === undefined) throw new CupsFault('lost');
  return queueOf(told(group));
}

function queueOf(facts: Told): Queue {
  const words = facts.texts('printer-state-reasons').filter((word) => word !== '');
  const state = facts.number('printer-state');
  const reasons = reasonsOf(words);
  return {
    name: facts.text('printer-name'),
    description: facts.text('printer-info'),
    location: facts.text('printer-location'),
    state: stateOf(state, facts.isTrue('printer-is-accepting-jobs') ?? true),
    reasons: state === stopped && reasons.length === 0 ? ['paused'] : reasons,
    words,
  };
}

function stateOf(state: number | null, isAccepting: boolean): PrinterFacts['state'] {
  if (!isAccepting) return 'notAccepting';
  if (state === stopped) return 'stopped';
  return state === processing ? 'busy' : 'ready';
}
