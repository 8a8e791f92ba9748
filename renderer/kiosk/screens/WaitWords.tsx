import { useTranslation } from 'react-i18next';
import type { Wait } from '../../../preload/contract/kiosk';
import { rangeKey } from '../../text/minutes';
import type { GoodAnswer } from '../flow/screens';

/** How long it may take: as far as it is known, and kindly. Says nothing to somebody who is being called this moment. */
export function WaitWords({ answer }: { answer: GoodAnswer }) {
  const { t } = useTranslation();
  const { wait, isLate, isBeingCalled } = answer;
  if (isBeingCalled || (wait === null && !isLate)) return null;
  return (
    <ul className="wait">
      {isLate ? <li>{t('ending.isLate')}</li> : null}
      {wait === null ? null : <KnownWait wait={wait} />}
    </ul>
  );
}

function KnownWait({ wait }: { wait: Wait }) {
  const { t } = useTranslation();
  const { clinician, ahead, lateness, minutes } = wait;
  return (
    <>
      {ahead === 0 && minutes === null ? null : (
        <li>
          {ahead === 0 ? null : <span>{t('ending.wait.ahead', { count: ahead })}</span>}{' '}
          {minutes === null ? null : (
            <span>{t('ending.wait.minutes', { minutes: t(rangeKey(minutes), minutes) })}</span>
          )}
        </li>
      )}
      {lateness === null ? null : (
        <li>{t('ending.wait.lateness', { clinician, minutes: t(rangeKey(lateness), lateness) })}</li>
      )}
    </>
  );
}
