import { useTranslation } from 'react-i18next';
import { Panel } from '../../ui/Panel';
import { DangerSigns } from './DangerSigns';
import { EndingPage } from './EndingPage';

/** The page has lost main or cannot draw a screen, or staff have put the kiosk out of service. */
export function OutOfService({ onHelp }: { onHelp?: () => void }) {
  return <EndingPage look="quiet" answer={<SpeakToReception />} next={<DangerSigns onHelp={onHelp} />} />;
}

/** What patients read whenever the kiosk itself cannot work. */
export function SpeakToReception() {
  const { t } = useTranslation();
  return (
    <Panel look="info" icon="person" heading={t('outOfService.heading')}>
      <p className="panel__lead">{t('outOfService.lead')}</p>
    </Panel>
  );
}
