import { useState } from 'react';
import type { ProxyReview } from '../../../preload/contract/desk/applications';
import type { PrintingSnapshot } from '../../../preload/contract/desk/printing';
import { fullNameOf } from '../../text/desk/applications';
import { printingWords } from '../../text/desk/printing';
import { reviewWords as words } from '../../text/desk/proxy';
import { downloadPdf, isBrowser } from '../applications/page/papers';
import { Button } from '../parts/Button';
import { PrintAtReception } from '../slips/printers/PrintAtReception';
import type { TabProps } from '../tabProps';
import type { Reviews } from './useReviews';

interface LettersProps extends TabProps {
  review: ProxyReview;
  all: Reviews;
  /** Null: not known yet. */
  printing: PrintingSnapshot | null;
}

/** The letters that tell both sides, only once writing is safe: printed at reception, or saved in a browser that can. */
export function Letters({ review, client, who, all, printing }: LettersProps) {
  const [isSaved, setSaved] = useState(false);
  if (!who.roles.some((role) => role === 'receptionist' || role === 'authoriser')) return null;
  const save = async (): Promise<void> => {
    setSaved(false);
    const file = await all.act(() => client.proxyReviews.letters({ reviewId: review.reviewId }));
    if (file === null) return;
    downloadPdf(file.fileName, file.pdf);
    setSaved(true);
  };
  const { reviewId, patient } = review;
  return (
    <li>
      <PrintAtReception
        printing={printing}
        sizes={letterSizes}
        words={printingWords.lettersPrint}
        label={words.ofReview(printingWords.lettersPrint, fullNameOf(patient))}
        failures={words.failures}
        print={(_size, printer) => client.printing.printLetters({ reviewId, printer }).finally(() => void all.look())}
      />
      {isBrowser() ? (
        <>
          <Button
            isSmall
            isDisabled={all.isBusy}
            label={words.ofReview(words.letters, fullNameOf(patient))}
            onPress={() => void save()}
          >
            {words.letters}
          </Button>
          <span className="desk-reviews__saved" role="status">
            {isSaved ? words.lettersSaved : ''}
          </span>
        </>
      ) : (
        <p className="desk-reviews__waits">{words.lettersOnlyInBrowser}</p>
      )}
    </li>
  );
}

const letterSizes = ['a4'] as const;
