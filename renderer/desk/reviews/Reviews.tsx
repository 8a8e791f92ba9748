import { useContext, useEffect, useRef } from 'react';
import type { PrintingSnapshot } from '../../../preload/contract/desk/printing';
import { reviewWords as words } from '../../text/desk/proxy';
import { londonDayOf } from '../applications/acting/day';
import { DeskFeedContext } from '../frame/deskContext';
import { useMachineNow } from '../frame/useMachineNow';
import { Button } from '../parts/Button';
import { FailureNotice } from '../parts/FailureNotice';
import { Section } from '../parts/Section';
import type { TabProps } from '../tabProps';
import { usePrinting } from '../slips/usePrinting';
import { FinishedReviews } from './FinishedReviews';
import { ReviewCard } from './ReviewCard';
import { sortReviews } from './dueReviews';
import { useReviews } from './useReviews';

/** Reviews of access to children's accounts by the day they are due, with what to do, the letters and the end of each. */
export function Reviews({ client, who }: TabProps) {
  const all = useReviews(client);
  const printing = usePrinting(client);
  const { clock } = useContext(DeskFeedContext);
  const now = useMachineNow(clock);
  const { reviews, failure } = all;
  return (
    <Section title={words.title} lead={words.lead}>
      <FailureNotice failure={failure} words={words.failures} />
      {reviews === null ? (
        failure === null ? (
          <p role="status">{words.loading}</p>
        ) : (
          <Button onPress={() => void all.look()}>{words.again}</Button>
        )
      ) : (
        <Lists
          client={client}
          who={who}
          all={all}
          printing={printing}
          today={londonDayOf(now)}
          {...sortReviews(reviews)}
        />
      )}
    </Section>
  );
}

interface ListsProps extends TabProps, ReturnType<typeof sortReviews> {
  all: ReturnType<typeof useReviews>;
  printing: PrintingSnapshot | null;
  today: string;
}

function Lists({ client, who, all, printing, today, open, finished }: ListsProps) {
  const list = useRef<HTMLDivElement>(null);
  const { reviews } = all;
  const shown = useRef(reviews);
  useEffect(() => {
    if (shown.current === reviews) return;
    shown.current = reviews;
    // What was pressed goes when it is done: the focus stays with the list, and is not thrown to the top of the page.
    if (document.activeElement === document.body) list.current?.focus();
  });
  return (
    <div ref={list} tabIndex={-1} role="group" aria-label={words.title}>
      {open.length === 0 ? (
        <p className="desk-reviews__none">{finished.length === 0 ? words.empty : words.allDone}</p>
      ) : (
        <ul className="desk-reviews">
          {open.map((review) => (
            <ReviewCard
              key={review.reviewId}
              review={review}
              today={today}
              client={client}
              who={who}
              all={all}
              printing={printing}
            />
          ))}
        </ul>
      )}
      {finished.length === 0 ? null : <FinishedReviews reviews={finished} />}
    </div>
  );
}
