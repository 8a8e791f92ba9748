import { useCallback, useContext, useEffect, useRef, useState } from 'react';
import type { Reference } from '../../../preload/contract/rules/reference';
import { applicationsWords as words } from '../../text/desk/applications';
import { frameWords } from '../../text/desk/frame';
import type { DeskClient } from '../deskClient';
import { DeskFeedContext } from '../frame/deskContext';
import { useMachineNow } from '../frame/useMachineNow';
import { Button } from '../parts/Button';
import { FailureNotice } from '../parts/FailureNotice';
import { failureOf } from '../parts/failure';
import { IsCovered, SessionRefused } from '../parts/session';
import { useAsk } from '../parts/useAsk';
import { Reviews } from '../reviews/Reviews';
import type { TabProps } from '../tabProps';
import { ApplicationPage } from './page/ApplicationPage';
import { Queue, useQueueView } from './queue/Queue';
import { QueueHead } from './queue/QueueHead';
import { useScanner } from './queue/useScanner';
import { useApplications } from './useApplications';
import { londonDayOf } from './acting/day';

/** Applications for online services: the queue, and the page of one of them. */
export function ApplicationsTab({ client, who }: TabProps) {
  const { clock, live } = useContext(DeskFeedContext);
  const isCovered = useContext(IsCovered);
  const refused = useContext(SessionRefused);
  const now = useMachineNow(clock);
  const tab = useRef<HTMLDivElement>(null);
  const { snapshot, lostSince } = useApplications(client, clock, !isCovered, refused);
  const [view, setView] = useQueueView(who.roles);
  const [openId, setOpenId] = useState<string | null>(null);
  const [isReviews, setReviews] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const finding = useAsk();
  /** Where the focus was in the queue, for whoever comes back to it. */
  const cameFrom = useRef<string | null>(null);

  const open = useCallback((applicationId: string) => {
    cameFrom.current = applicationId;
    setProblem(null);
    setOpenId(applicationId);
  }, []);
  async function find(reference: Reference): Promise<void> {
    setProblem(null);
    setView({ ...view, text: '' });
    const row = snapshot?.rows.find((one) => one.reference === reference);
    const found = row ?? (await finding.ask(() => findApplication(client, reference)));
    if (found !== null && found !== 'gone') {
      open(found.applicationId);
      return;
    }
    setOpenId(null);
    if (found === 'gone') setProblem(words.referenceUnknown);
  }
  useScanner(
    () => !isCovered && tab.current !== null && tab.current.offsetParent !== null,
    (reference) => void find(reference),
  );
  useEffect(() => {
    if (openId !== null || cameFrom.current === null) return;
    tab.current?.querySelector<HTMLElement>(`[data-application="${cameFrom.current}"]`)?.focus();
    cameFrom.current = null;
  }, [openId]);

  if (snapshot === null) {
    return (
      <p className="desk-starting" role="status" ref={tab}>
        {words.starting}
      </p>
    );
  }
  const today = londonDayOf(now);
  return (
    <div className={`desk-applications${lostSince === null ? '' : ' desk-applications--lost'}`} ref={tab}>
      {/* The frame says it where it follows the arrivals. */}
      {lostSince === null || live.lostSince !== null ? null : (
        <p className="desk-lost desk-applications__lost" role="status">
          {frameWords.lostSince(lostSince)}
        </p>
      )}
      {openId === null ? (
        <>
          <QueueHead
            client={client}
            signUp={snapshot.signUp}
            roles={who.roles}
            problem={problem}
            onFind={(reference) => void find(reference)}
            onProblem={setProblem}
          >
            <Button isSmall isPressed={isReviews} onPress={() => setReviews(!isReviews)}>
              {snapshot.reviewsDue > 0 ? words.reviewsDue(snapshot.reviewsDue) : words.reviews}
            </Button>
          </QueueHead>
          <FailureNotice failure={finding.failure} />
          {isReviews ? (
            <div className="desk-applications__reviews">
              <Reviews client={client} who={who} />
            </div>
          ) : (
            <Queue
              snapshot={snapshot}
              roles={who.roles}
              now={now}
              today={today}
              view={view}
              onView={setView}
              onOpen={open}
            />
          )}
        </>
      ) : (
        <ApplicationPage
          key={openId}
          client={client}
          who={who}
          applicationId={openId}
          heard={snapshot.rows.find(({ applicationId }) => applicationId === openId)?.version ?? null}
          offers={snapshot.offers}
          onOpen={open}
          onBack={() => setOpenId(null)}
        />
      )}
    </div>
  );
}

/** An application that the queue does not hold any more; `gone` where nobody's has that reference. */
async function findApplication(client: DeskClient, reference: Reference): Promise<{ applicationId: string } | 'gone'> {
  try {
    return await client.applications.find({ reference });
  } catch (error) {
    if (failureOf(error).code === 'GONE') return 'gone';
    throw error;
  }
}
