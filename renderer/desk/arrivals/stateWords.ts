import type { DeskRow, RowCall } from '../../../preload/contract/desk/arrivals';
import { arrivalsWords, reasonOf } from '../../text/desk/arrivals';
import { minutesBetween, shortDurationOf } from '../../text/desk/times';

const { states } = arrivalsWords;

/** How somebody stands, in words. `now`: the machine's instant. */
export function stateWords(row: DeskRow, now: string): string {
  switch (row.stage) {
    case 'waiting':
      return row.call?.outcome === 'didNotAnswer'
        ? states.didNotAnswer(row.call.lastAt)
        : states.waiting(shortDurationOf(minutesBetween(row.since, now)));
    case 'called':
      return row.call?.outcome === 'open' ? callWords(row.call) : states.sentIn;
    case 'notCheckedIn':
      return reasonOf(row);
    case 'done':
      return row.doneAs === null ? states.seen : states[row.doneAs];
  }
}

function callWords({ kind, lastAt, times, room, lookedAt }: RowCall): string {
  const called = kind === 'call' ? states.called(lastAt, times) : states[kind](lastAt);
  const parts = [called, room === null ? '' : states.toRoom(room), lookedAt === null ? '' : states.looked];
  return parts.filter((part) => part !== '').join(', ');
}
