import { useState } from 'react';
import type { ProxyReview } from '../../../preload/contract/desk/applications';
import { fullNameOf } from '../../text/desk/applications';
import { reviewWords as words } from '../../text/desk/proxy';
import { downloadPdf, isBrowser } from '../applications/page/papers';
import { Button } from '../parts/Button';
import type { TabProps } from '../tabProps';
import type { Reviews } from './useReviews';

interface LettersProps extends TabProps {
  review: ProxyReview;
  all: Reviews;
}

/** The letters that tell both sides: only once writing is safe, and only in a browser that can save them. */
export function Letters({ review, client, who, all }: LettersProps) {
  const [isSaved, setSaved] = useState(false);
  if (!who.roles.some((role) => role === 'receptionist' || role === 'authoriser')) return null;
  if (!isBrowser()) return <li className="desk-reviews__waits">{words.lettersOnlyInBrowser}</li>;
  const save = async (): Promise<void> => {
    setSaved(false);
    const file = await all.act(() => client.proxyReviews.letters({ reviewId: review.reviewId }));
    if (file === null) return;
    downloadPdf(file.fileName, file.pdf);
    setSaved(true);
  };
  return (
    <li>
      <Button
        isDisabled={all.isBusy}
        label={words.ofReview(words.letters, fullNameOf(review.patient))}
        onPress={() => void save()}
      >
        {words.letters}
      </Button>
      <span className="desk-reviews__saved" role="status">
        {isSaved ? words.lettersSaved : ''}
      </span>
    </li>
  );
}
