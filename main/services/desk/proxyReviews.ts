import { Temporal } from 'temporal-polyfill';
import type { ProxyReview } from '../../../preload/contract/desk/applications';
import { daysAfter, isStillSafe } from '../../domain/application/reviews';
import { staffNames } from '../../store/deskRows';
import {
  changeProxyReview,
  listProxyReviews,
  proxyReviewById,
  reviewsOfApplication,
  type ReviewChange,
  type ReviewOutcome,
  type StoredReview,
} from '../../store/proxyReviews';
import type { Reader, Writer } from '../../store/schema';
import type { Store } from '../../store/store';
import type { Changes, Clock, Log, Papers, Settings } from '../ports';
import { auditAct } from './actionsOnVisit';
import type { Caller } from './caller';
import type { Paper } from './forms';
import { lettersPage } from './lettersPage';

export interface ProxyReviewsParts {
  store: Store;
  clock: Clock;
  changes: Changes;
  settings: Settings;
  papers: Papers;
  log: Log;
  isDemonstration: boolean;
}

/** A review as the desk that acts on it has seen it. */
export interface ReviewKey {
  reviewId: string;
  version: number;
}

export type ReviewActed = { kind: 'done' } | { kind: 'gone' } | { kind: 'changed'; by: string | null; at: string };

type NoLetters = { kind: 'notSafe' } | Exclude<ReviewActed, { kind: 'done' }>;
export type LettersMade = { kind: 'paper'; paper: Paper } | NoLetters;
/** The letters as HTML for A4, and what the trail calls the review that they are of. */
export type LettersWritten =
  { kind: 'written'; html: string; subjectId: string; review: StoredReview['kind'] } | NoLetters;

/** Reviews of access to a child's account by others: what comes, what was confirmed, how it ended, and the letters that tell both sides. */
export interface ProxyReviews {
  /** All that are open, the nearest first, then those done that are still kept. */
  list(): Promise<ProxyReview[]>;
  /** A clinician confirms that writing to both is safe. */
  confirmSafe(caller: Caller, key: ReviewKey): Promise<ReviewActed>;
  /** @param key.outcome `ended`: access is over, and with it every other review of it that is open. */
  finish(caller: Caller, key: ReviewKey & { outcome: ReviewOutcome }): Promise<ReviewActed>;
  /**
   * `notSafe`: no clinician has confirmed of late that writing is safe. `changed`: the review is done, and what the letters announce may not be true
   * any more. @throws Error when no PDF can be made.
   */
  letters(caller: Caller, reviewId: string): Promise<LettersMade>;
  /** The same letters for a printer, by the same rules; whoever prints them audits it. */
  writeLetters(reviewId: string): Promise<LettersWritten>;
}

export function createProxyReviews(parts: ProxyReviewsParts): ProxyReviews {
  const { store, clock, settings, papers, isDemonstration } = parts;
  const writeLetters = async (reviewId: string): Promise<LettersWritten> => {
    const review = await proxyReviewById(store.db, reviewId);
    if (review === null) return { kind: 'gone' };
    if (review.doneAt !== null) return { kind: 'changed', ...(await lastChange(store.db, review)) };
    if (!isStillSafe(review.safeAt, clock.instant())) return { kind: 'notSafe' };
    const { practiceName: practice } = settings.rules();
    const html = lettersPage(review, { practice, isDemonstration, today: clock.now().day });
    return { kind: 'written', html, subjectId: review.subjectId, review: review.kind };
  };
  return {
    writeLetters,
    async list() {
      const { proxyReviewsKeptDays, proxyReviewNoticeDays } = settings.rules();
      const { day, epochMilliseconds } = clock.now();
      const keptSince = Temporal.Instant.fromEpochMilliseconds(epochMilliseconds).subtract({
        hours: 24 * proxyReviewsKeptDays,
      });
      const reviews = await listProxyReviews(store.db, keptSince.toString({ fractionalSecondDigits: 3 }));
      const names = await staffNames(store.db);
      const noticeUntil = daysAfter(day, proxyReviewNoticeDays);
      const at = clock.instant();
      return reviews.map((review) => shownAs(review, names, { noticeUntil, at }));
    },
    confirmSafe: (caller, key) =>
      change(parts, caller, key, 'proxyReview.safeConfirmed', {}, (at) => ({ safeBy: caller.staffId, safeAt: at })),
    finish: (caller, { outcome, ...key }) =>
      change(
        parts,
        caller,
        key,
        'proxyReview.finished',
        { outcome },
        (at) => ({ outcome, doneBy: caller.staffId, doneAt: at }),
        outcome === 'ended',
      ),
    async letters(caller, reviewId) {
      const written = await writeLetters(reviewId);
      if (written.kind !== 'written') return written;
      const { html, subjectId, review } = written;
      const pdf = await papers.pdf(html);
      // Before they leave: no letters are ever out that the trail does not know of.
      await store.write((db) =>
        auditAct(db, caller, {
          at: clock.instant(),
          action: 'proxyReview.lettersMade',
          subjectId,
          detail: { review },
        }),
      );
      // Not the day of the review: that is a birthday.
      return { kind: 'paper', paper: { fileName: `review-letters-${reviewId.slice(0, 8)}.pdf`, pdf } };
    },
  };
}

/** One immediate transaction with the version that the desk has seen; what is done already cannot be changed. */
async function change(
  { store, clock, changes, log }: ProxyReviewsParts,
  caller: Caller,
  { reviewId, version }: ReviewKey,
  action: string,
  detail: Readonly<Record<string, unknown>>,
  changeAt: (at: string) => ReviewChange,
  hasOthersToo = false,
): Promise<ReviewActed> {
  const at = clock.instant();
  const acted = await store.write(async (db): Promise<ReviewActed> => {
    const review = await proxyReviewById(db, reviewId);
    if (review === null) return { kind: 'gone' };
    if (review.version !== version || review.doneAt !== null)
      return { kind: 'changed', ...(await lastChange(db, review)) };
    const others = hasOthersToo ? await openOthers(db, review) : [];
    for (const one of [review, ...others]) {
      await changeProxyReview(db, one, changeAt(at), { by: caller.staffId, at });
      const { subjectId, kind } = one;
      await auditAct(db, caller, { at, action, subjectId, detail: { ...detail, review: kind } });
    }
    return { kind: 'done' };
  });
  if (acted.kind !== 'done') return acted;
  changes.publish('applications');
  log.info('desk.acted', { kind: action });
  return acted;
}

async function openOthers(db: Writer, { id, applicationId }: StoredReview): Promise<StoredReview[]> {
  const all = await reviewsOfApplication(db, applicationId);
  return all.filter((other) => other.id !== id && other.doneAt === null);
}

async function lastChange(
  db: Reader,
  { changedBy, changedAt }: StoredReview,
): Promise<{ by: string | null; at: string }> {
  const names = await staffNames(db);
  return { by: changedBy === null ? null : (names.get(changedBy) ?? null), at: changedAt };
}

function shownAs(
  review: StoredReview,
  names: ReadonlyMap<string, string>,
  { noticeUntil, at }: { noticeUntil: string; at: string },
): ProxyReview {
  const { id: reviewId, version, kind, people, dueOn, safeBy, safeAt, outcome, doneBy, doneAt } = review;
  const by = (staffId: string | null): string => names.get(staffId ?? '') ?? '';
  return {
    reviewId,
    version,
    kind,
    ...people,
    dueOn,
    isDue: doneAt === null && dueOn <= noticeUntil,
    // One of years ago is none: it is asked for again.
    safe: safeAt === null || !isStillSafe(safeAt, at) ? null : { by: by(safeBy), at: safeAt },
    done: doneAt === null || outcome === null ? null : { by: by(doneBy), at: doneAt, outcome },
  };
}
