import { useTranslation } from 'react-i18next';
import type { ReadySnapshot } from '../../../preload/contract/kiosk';
import { Icon } from '../../ui/Icon';
import { Panel } from '../../ui/Panel';
import { Ticket } from '../../ui/Ticket';
import type { GoodAnswer } from '../flow/screens';
import type { EndingScreen } from '../flow/state';
import { AlsoToday } from './AlsoToday';
import { Appointments } from './Appointments';
import { DangerSigns } from './DangerSigns';
import { EndingPage } from './EndingPage';
import { EndingWays } from './EndingWays';
import { Invitation } from './Invitation';
import { PracticeMap } from './PracticeMap';
import { askedNow, QuestionCard, wordsAfter } from './QuestionCard';
import type { Dispatch } from './screenProps';
import { WaitWords } from './WaitWords';

interface GoodEndingProps {
  screen: EndingScreen;
  answer: GoodAnswer;
  snapshot: ReadySnapshot;
  isCheckInOpen: boolean;
  dispatch: Dispatch;
}

/** Checked in: the tick, where to sit, the ticket, and then the rest. */
export function GoodEnding({ screen, answer, snapshot, isCheckInOpen, dispatch }: GoodEndingProps) {
  const { t } = useTranslation();
  const { kind, appointments, also, isBeingCalled, ticket, questions } = answer;
  const isAskedInVain = questions.length > 0 && askedNow(screen) === null && wordsAfter(screen) === null;
  // What is asked comes first, and whoever is to go in, or to speak to reception, has something else to do.
  const isInvitationShown =
    answer.isInvited &&
    snapshot.signUp.state === 'open' &&
    askedNow(screen) === null &&
    !isBeingCalled &&
    !screen.isReceptionNext;
  return (
    <EndingPage
      look="full"
      answer={
        <>
          <Panel look="good" icon="tick" heading={t(`ending.${kind}.heading`)} focusAgainOn={isAskedInVain}>
            <p className="panel__lead">{isBeingCalled ? t('ending.beingCalled') : t(`ending.${kind}.lead`)}</p>
            <Where answer={answer} />
          </Panel>
          <section className="card visit">
            <div className="visit__row">
              <Appointments appointments={appointments} isBeingCalled={isBeingCalled} />
              {ticket === null ? null : (
                <Ticket
                  label={t('ticket.label')}
                  ticket={ticket}
                  words={isBeingCalled ? undefined : t('ticket.called')}
                />
              )}
            </div>
            <div className="visit__row visit__row--wait">
              <WaitWords answer={answer} />
              {snapshot.map === null ? null : <PracticeMap words={snapshot.map.words} />}
            </div>
            {also.length === 0 ? null : <AlsoToday also={also} />}
            {snapshot.hygieneLine === null ? null : <p className="visit__hygiene">{snapshot.hygieneLine}</p>}
          </section>
        </>
      }
      next={
        <>
          {questions.length === 0 && !isInvitationShown ? null : (
            // In one place, so that what comes after the last answer moves nothing.
            <div className="afterwards">
              {questions.length === 0 ? null : <QuestionCard asked={questions} screen={screen} dispatch={dispatch} />}
              {isInvitationShown ? <Invitation dispatch={dispatch} /> : null}
            </div>
          )}
          <DangerSigns onHelp={() => dispatch({ type: 'helpTapped' })} isFeelWorseShown />
          <EndingWays isCheckInOpen={isCheckInOpen} canDispute paper={screen.paper} dispatch={dispatch} />
        </>
      }
    />
  );
}

/** Where to sit; or where to go, for somebody who is being called this moment. Said only where the practice has said so. */
function Where({ answer }: { answer: GoodAnswer }) {
  const { t } = useTranslation();
  const [first] = answer.appointments;
  const place = (answer.isBeingCalled ? first?.room : first?.waitingArea) ?? null;
  if (place === null) return null;
  return (
    <p className="where">
      <Icon name={answer.isBeingCalled ? 'door' : 'place'} />
      <span className="where__words">
        <span className="where__label">{answer.isBeingCalled ? t('ending.whereToGo') : t('ending.whereToSit')}</span>{' '}
        <span className="where__place">{place}</span>
      </span>
    </p>
  );
}
