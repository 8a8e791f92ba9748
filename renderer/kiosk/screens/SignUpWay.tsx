import { useTranslation } from 'react-i18next';
import type { ReadySnapshot } from '../../../preload/contract/kiosk';
import { formatDay } from '../../text/dates';
import { formatTime } from '../../text/times';
import { Button } from '../../ui/Button';
import type { Dispatch } from './screenProps';
import { whichDay } from './whichDay';

interface SignUpWayProps {
  snapshot: ReadySnapshot;
  dispatch: Dispatch;
}

/** Welcome's way to sign-up, or when there is one again. It keeps its place: it comes and goes while somebody reaches for the others. */
export function SignUpWay({ snapshot, dispatch }: SignUpWayProps) {
  const { t } = useTranslation();
  if (snapshot.signUp.state === 'off') return null;
  return (
    <div className="welcome__signUp">
      {snapshot.signUp.state === 'open' ? (
        <Button size="large" icon="online" onPress={() => beginSignUp(dispatch)}>
          {t('signUpEnds.signUp')}
        </Button>
      ) : (
        <p className="welcome__signUpShut">
          <ShutWords signUp={snapshot.signUp} today={snapshot.today} />
        </p>
      )}
    </div>
  );
}

/** Each application has a random name from its first page, so that sending it twice makes one. */
export function beginSignUp(dispatch: Dispatch): void {
  dispatch({ type: 'signUpTapped', draftId: crypto.randomUUID() });
}

interface ShutWordsProps {
  signUp: Extract<ReadySnapshot['signUp'], { state: 'closed' | 'paused' }>;
  today: ReadySnapshot['today'];
}

function ShutWords({ signUp, today }: ShutWordsProps) {
  const { t, i18n } = useTranslation();
  if (signUp.state === 'paused') return t('signUpEnds.welcome.paused');
  if (signUp.opens === null) return t('signUpEnds.welcome.closed');
  const { day } = signUp.opens;
  const time = formatTime(signUp.opens.time);
  switch (whichDay(day, today)) {
    case 'today':
      return t('signUpEnds.welcome.opensToday', { time });
    case 'tomorrow':
      return t('signUpEnds.welcome.opensTomorrow', { time });
    case 'later':
      return t('signUpEnds.welcome.opensOn', { day: formatDay(day, i18n.language), time });
  }
}
