import { useTranslation } from 'react-i18next';
import { Panel } from '../../ui/Panel';
import { DangerSigns } from './DangerSigns';

/** Staff wipe the glass: nothing on it can be touched until the seconds have passed. Danger signs come before everything (design §1). */
export function Cleaning({ remainingMilliseconds }: { remainingMilliseconds: number }) {
  const { t } = useTranslation();
  const seconds = Math.max(0, Math.ceil(remainingMilliseconds / 1_000));
  return (
    <div className="ending ending--alone">
      <Panel look="info" icon="wipe" heading={t('cleaning.heading')}>
        <p className="panel__lead">{t('cleaning.lead')}</p>
        <p className="cleaning" role="timer">
          <span className="cleaning__seconds" aria-hidden="true">
            {seconds}
          </span>
          <span className="cleaning__words">{t('cleaning.ready', { count: seconds })}</span>
        </p>
      </Panel>
      <DangerSigns />
    </div>
  );
}
