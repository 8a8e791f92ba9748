import type { ProxyReview } from '../../../preload/contract/desk/applications';

export type ReviewOutcome = NonNullable<ProxyReview['done']>['outcome'];

/** How near a review is. `days`: whole days until it is due, or since then where it is overdue. */
export interface Due {
  state: 'overdue' | 'today' | 'soon' | 'later';
  days: number;
}

const millisecondsADay = 24 * 60 * 60 * 1000;

/** @param today the London day `YYYY-MM-DD`. `soon`: within the notice of the practice's settings. */
export function dueOf({ dueOn, isDue }: Pick<ProxyReview, 'dueOn' | 'isDue'>, today: string): Due {
  // Days without a time of day, read in one zone: their distance is whole days over both clock changes.
  const days = Math.round((Date.parse(dueOn) - Date.parse(today)) / millisecondsADay);
  if (days < 0) return { state: 'overdue', days: -days };
  if (days === 0) return { state: 'today', days };
  return { state: isDue ? 'soon' : 'later', days };
}

/** Those to do by the day they are due, the nearest first, and those that are finished, the latest first. */
export function sortReviews(reviews: readonly ProxyReview[]): { open: ProxyReview[]; finished: ProxyReview[] } {
  const open = reviews.filter(({ done }) => done === null).toSorted((one, other) => compare(one.dueOn, other.dueOn));
  const finished = reviews
    .filter(({ done }) => done !== null)
    .toSorted((one, other) => compare(other.done?.at ?? '', one.done?.at ?? ''));
  return { open, finished };
}

/** Days and instants sort as text. */
function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** What a review can end in, the one to expect first. At 16 none goes on: it is a new request, with the patient's own consent. */
export function outcomesOf(kind: ProxyReview['kind']): readonly ReviewOutcome[] {
  return kind === 'atSixteen' ? ['suspended', 'ended'] : ['continues', 'suspended', 'ended'];
}
