import { useTranslation } from 'react-i18next';
import type { ReadySnapshot } from '../../../preload/contract/kiosk';
import { formatTime } from '../../text/times';
import { Button } from '../../ui/Button';
import { Heading } from '../../ui/Heading';
import { DangerSigns } from './DangerSigns';
import type { Dispatch } from './screenProps';
import { SignUpWay } from './SignUpWay';

interface WelcomeProps {
  snapshot: ReadySnapshot;
  dispatch: Dispatch;
}

/** The first screen: danger signs, then what can be done here. */
export function Welcome({ snapshot, dispatch }: WelcomeProps) {
  const { t } = useTranslation();
  const { checkIn, practice, walkIn } = snapshot;
  const isOpen = checkIn.state === 'open';
  return (
    <div className="welcome">
      <div className="welcome__hero">
        <Heading>{t('welcome.heading', { practice })}</Heading>
        {isOpen ? <p className="welcome__touch">{t('welcome.touch')}</p> : null}
      </div>
      <DangerSigns onHelp={() => dispatch({ type: 'helpTapped' })} />
      <div className="welcome__actions">
        <div className="welcome__ways">
          <CheckIn checkIn={checkIn} dispatch={dispatch} />
          <div className="welcome__other">
            <SignUpWay snapshot={snapshot} dispatch={dispatch} />
            <Button size="large" icon="person" onPress={() => dispatch({ type: 'receptionTapped' })}>
              {t('action.reception')}
            </Button>
          </div>
        </div>
        {/* It comes and goes while somebody reaches for the others, so it has a place of its own and moves nothing. */}
        <div className="welcome__walkIn">
          {walkIn === null ? null : (
            <>
              <Button
                size="choice"
                icon="queue"
                describedBy="walkIn"
                onPress={() => dispatch({ type: 'walkInTapped' })}
              >
                {t('action.walkIn')}
              </Button>
              <p className="welcome__session" id="walkIn">
                {t('welcome.walkIn', { name: walkIn.name })}
              </p>
            </>
          )}
        </div>
      </div>
    </div>
  );
}

/** Check-in with the honest words about its list (design §6), or why it is closed. */
function CheckIn({ checkIn, dispatch }: { checkIn: ReadySnapshot['checkIn']; dispatch: Dispatch }) {
  const { t } = useTranslation();
  if (checkIn.state === 'closed') {
    return (
      <div className="notice">
        <p className="notice__what">{t('welcome.closed')}</p>
        <p>{t(`welcome.closedReason.${checkIn.reason}`)}</p>
      </div>
    );
  }
  return (
    <>
      <Button look="primary" size="large" icon="arrow" onPress={() => dispatch({ type: 'checkInTapped' })}>
        {t('action.checkIn')}
      </Button>
      <div className="welcome__list">
        {checkIn.listAsOf === null ? null : <p>{t('welcome.listAsOf', { time: formatTime(checkIn.listAsOf) })}</p>}
        <p>{t('welcome.bookedToday')}</p>
      </div>
    </>
  );
}
