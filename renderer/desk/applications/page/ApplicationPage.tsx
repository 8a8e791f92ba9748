import { useEffect, useRef, useState } from 'react';
import type { Who } from '../../../../preload/contract/desk/session';
import { endedNames, fullNameOf, kindOf } from '../../../text/desk/applications';
import { pageWords as words, whenOf } from '../../../text/desk/applicationsPage';
import { actRefusalOf } from '../../../text/desk/applicationsRefusals';
import { useSecondClickGuard } from '../../arrivals/useSecondClickGuard';
import type { DeskClient } from '../../deskClient';
import type { AskFailure } from '../../parts/failure';
import { Button } from '../../parts/Button';
import { FailureNotice } from '../../parts/FailureNotice';
import { Notice } from '../../parts/Notice';
import { endsOn } from '../acting/day';
import type { Offers } from '../acting/panelProps';
import { useHandsOn } from '../acting/useHandsOn';
import { Details } from './Details';
import { DoneSoFar } from './DoneSoFar';
import { PageWays } from './PageWays';
import { Refused } from './Refused';
import { Steps } from './Steps';
import { Warnings } from './Warnings';
import { useApplication } from './useApplication';

interface ApplicationPageProps {
  client: DeskClient;
  who: Who;
  applicationId: string;
  /** Its version by the live queue; null where the queue does not have it. */
  heard: number | null;
  offers: Offers;
  onOpen: (applicationId: string) => void;
  onBack: () => void;
}

/** One application: who it is, what is to be done next, what was done. */
export function ApplicationPage({ client, who, applicationId, heard, offers, onOpen, onBack }: ApplicationPageProps) {
  const page = useRef<HTMLDivElement>(null);
  const guardClick = useSecondClickGuard();
  const [isActing, setActing] = useState(false);
  const { application, failure, isBusy, reload } = useApplication(client, applicationId, isActing ? null : heard);
  const handsOn = useHandsOn(page);
  const [refused, setRefused] = useState<AskFailure | null>(null);
  const isOpen = application !== null;
  useEffect(() => {
    if (isOpen) page.current?.querySelector<HTMLElement>('.desk-application__name')?.focus();
  }, [isOpen]);

  const back = (
    <Button isSmall onPress={onBack}>
      {words.back}
    </Button>
  );
  if (application === null) {
    return (
      <div className="desk-application" ref={page}>
        <div className="desk-application__top">{back}</div>
        <div className="desk-application__wait">
          {failure === null ? (
            <p role="status">{words.loading}</p>
          ) : (
            <>
              <FailureNotice failure={failure} words={{ GONE: actRefusalOf('GONE', undefined) ?? '' }} />
              <Button isDisabled={isBusy} onPress={reload}>
                {words.tryAgain}
              </Button>
            </>
          )}
        </div>
      </div>
    );
  }
  const { ended, endedAt } = application;
  const panel = {
    application,
    client,
    who,
    handsOn,
    onActing: setActing,
    onDone() {
      setRefused(null);
      reload();
    },
    onRefused(why: AskFailure) {
      setRefused(why);
      // Somebody was quicker, it cannot be done as it stands, or nobody knows whether it was done: this page is behind.
      if (why.code !== 'NOT_COMPLETE') reload();
    },
  };
  return (
    <div className="desk-application" ref={page} onClickCapture={guardClick}>
      <div className="desk-application__top">
        {back}
        <h2 className="desk-application__name" tabIndex={-1}>
          {fullNameOf(application)} <span className="desk-application__reference">{application.reference}</span>
        </h2>
        <p className="desk-application__about">
          {kindOf(application)}, {words.sent(application.sentAt)}
          {ended === null ? `. ${words.endsOn(endsOn(application.sentAt))}` : null}
        </p>
        <PageWays {...panel} />
      </div>
      <div className="desk-application__body">
        <Details application={application} onOpen={onOpen} />
        <div className="desk-application__work">
          <Refused failure={refused ?? failure} />
          <Warnings application={application} />
          {ended === null || endedAt === null ? (
            <Steps panel={panel} offers={offers} />
          ) : (
            <Notice
              kind={ended === 'closed' ? 'success' : 'info'}
              title={words.ended(endedNames[ended], whenOf(endedAt))}
            >
              {application.kind === 'account' ? words.noForm : words.fileForm}
            </Notice>
          )}
          <DoneSoFar application={application} />
        </div>
      </div>
    </div>
  );
}
