import { useTranslation } from 'react-i18next';
import { Heading } from '../../ui/Heading';
import { Icon } from '../../ui/Icon';
import { DangerSigns } from './DangerSigns';
import { EndingPage } from './EndingPage';

/** The page has lost main, or cannot draw a screen. */
export function OutOfService() {
  return <EndingPage answer={<SpeakToReception />} next={<DangerSigns />} />;
}

/** What patients read whenever the kiosk itself cannot work. */
export function SpeakToReception() {
  const { t } = useTranslation();
  return (
    <div className="panel panel--info">
      <Icon name="person" />
      <Heading>{t('outOfService.heading')}</Heading>
      <p className="panel__lead">{t('outOfService.lead')}</p>
    </div>
  );
}
