import { slipRefusalOf } from '../../../text/desk/slips';
import { outcomeWords, printingWords as words } from '../../../text/desk/printing';
import { FailureNotice } from '../../parts/FailureNotice';
import { Notice } from '../../parts/Notice';
import type { PagePrint } from './usePagePrint';

interface PageOutcomeProps {
  page: PagePrint;
  /** Words for the codes that this page can be refused with beside those of every page. */
  words?: Readonly<Record<string, string>> | undefined;
}

/** How printing a page goes, and went: spoken as it changes. */
export function PageOutcome({ page, words: own = {} }: PageOutcomeProps) {
  const { isBusy, printer, outcome, failure } = page;
  const notMade = failure?.code === 'NOT_MADE' ? slipRefusalOf(failure.code, failure.data) : null;
  return (
    <div className="desk-printing__outcome">
      <p role="status">{isBusy ? words.printingOn(printer) : ''}</p>
      <FailureNotice failure={failure} words={notMade === null ? own : { ...own, NOT_MADE: notMade }} />
      {outcome === null ? null : <Outcome outcome={outcome} printer={printer} />}
    </div>
  );
}

function Outcome({ outcome, printer }: { outcome: NonNullable<PagePrint['outcome']>; printer: string }) {
  const { kind, title, sentences } = outcomeWords(outcome, printer);
  return (
    <Notice kind={kind} title={title}>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {outcome.isKept === true ? <p>{words.isKept}</p> : null}
    </Notice>
  );
}
