import { useId, useState } from 'react';
import type { ProxyReview } from '../../../preload/contract/desk/applications';
import type { PrintingSnapshot } from '../../../preload/contract/desk/printing';
import { fullNameOf } from '../../text/desk/applications';
import { reviewWords as words } from '../../text/desk/proxy';
import { birthOf } from '../../text/desk/times';
import { Icon } from '../../ui/Icon';
import { ConfirmDialog } from '../applications/proxy/ConfirmDialog';
import { Button } from '../parts/Button';
import type { TabProps } from '../tabProps';
import { Letters } from './Letters';
import { dueOf, outcomesOf } from './dueReviews';
import type { ReviewOutcome } from './dueReviews';
import type { Reviews } from './useReviews';

interface ReviewCardProps extends TabProps {
  review: ProxyReview;
  today: string;
  all: Reviews;
  printing: PrintingSnapshot | null;
}

/** One review that is to be done: who, by when, what to do; then the safety of writing, the letters, the end. */
export function ReviewCard({ review, today, client, who, all, printing }: ReviewCardProps) {
  const id = useId();
  const { kind, patient, asker, relationship, dueOn } = review;
  const due = dueOf(review, today);
  const isAhead = due.state === 'later';
  return (
    <li className={`desk-reviews__card desk-reviews__card--${due.state}`} aria-labelledby={id}>
      <div className="desk-reviews__due">
        <p className="desk-reviews__when">
          {due.state === 'overdue' ? <Icon name="warning" /> : null}
          {words.due[due.state](due.days)}
        </p>
        <p className="desk-reviews__day">{birthOf(dueOn)}</p>
        <p className="desk-reviews__kind">{words.kinds[kind]}</p>
      </div>
      <div>
        <h3 className="desk-reviews__name" id={id}>
          {fullNameOf(patient)}
          <span className="desk-reviews__born">, {words.born(patient.dateOfBirth)}</span>
        </h3>
        <p>{words.access(fullNameOf(asker), relationship)}</p>
        {isAhead ? null : <p className="desk-reviews__todo">{words.todo[kind]}</p>}
      </div>
      <ol className="desk-reviews__steps">
        <Safe review={review} isAhead={isAhead} client={client} who={who} all={all} />
        {review.safe === null ? null : (
          <Letters review={review} client={client} who={who} all={all} printing={printing} />
        )}
        <Finish review={review} client={client} who={who} all={all} />
      </ol>
    </li>
  );
}

type StepProps = Omit<ReviewCardProps, 'today' | 'printing'>;

/** A clinician says that writing to both harms nobody; before that nothing is written (design: hazard of letters). */
function Safe({ review, isAhead, client, who, all }: StepProps & { isAhead: boolean }) {
  const [isAsking, setAsking] = useState(false);
  const { reviewId, version, safe, patient } = review;
  const name = fullNameOf(patient);
  if (safe !== null) {
    return (
      <li className="desk-reviews__done">
        <Icon name="tick" /> {words.safeDone(safe)}
      </li>
    );
  }
  if (!who.roles.includes('clinicalReviewer')) return <li className="desk-reviews__waits">{words.safeFirst}</li>;
  const confirm = async (): Promise<void> => {
    await all.act(() => client.proxyReviews.confirmSafe({ reviewId, version }));
    setAsking(false);
  };
  return (
    <li>
      <Button
        kind={isAhead ? 'secondary' : 'primary'}
        label={words.ofReview(words.safe, name)}
        onPress={() => setAsking(true)}
      >
        {words.safe}
      </Button>
      {isAsking ? (
        <ConfirmDialog
          title={words.safeTitle(name)}
          action={words.safeDo}
          isBusy={all.isBusy}
          onConfirm={() => void confirm()}
          onClose={() => setAsking(false)}
        >
          <p>{words.safeLead}</p>
        </ConfirmDialog>
      ) : null}
    </li>
  );
}

function Finish({ review, client, who, all }: StepProps) {
  const id = useId();
  const [outcome, setOutcome] = useState<ReviewOutcome | null>(null);
  const { reviewId, version, kind, patient } = review;
  const name = fullNameOf(patient);
  if (!who.roles.includes('authoriser')) return <li className="desk-reviews__waits">{words.finishFirst}</li>;
  const finish = async (chosen: ReviewOutcome): Promise<void> => {
    await all.act(() => client.proxyReviews.finish({ reviewId, version, outcome: chosen }));
    setOutcome(null);
  };
  return (
    <li>
      <p id={id}>{words.finish}</p>
      <div className="desk-reviews__outcomes" role="group" aria-labelledby={id}>
        {outcomesOf(kind).map((one) => (
          <Button key={one} isSmall label={words.ofReview(words.outcomes[one], name)} onPress={() => setOutcome(one)}>
            {words.outcomes[one]}
          </Button>
        ))}
      </div>
      {outcome === null ? null : (
        <ConfirmDialog
          title={words.finishTitle(words.outcomes[outcome], name)}
          action={words.finishDo}
          isBusy={all.isBusy}
          onConfirm={() => void finish(outcome)}
          onClose={() => setOutcome(null)}
        >
          <p>{words.finishLead[outcome]}</p>
        </ConfirmDialog>
      )}
    </li>
  );
}
