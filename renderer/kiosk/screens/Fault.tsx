import { useTranslation } from 'react-i18next';
import type { FaultKind } from '../../../preload/contract/kiosk';
import { DangerSigns } from './DangerSigns';
import { EndingPage } from './EndingPage';
import { SpeakToReception } from './OutOfService';

interface FaultProps {
  fault: FaultKind;
  folder: string;
}

/** The kiosk cannot work. Patients read where to go; staff read what is wrong, with which folder, and what to do. */
export function Fault({ fault, folder }: FaultProps) {
  const { t } = useTranslation();
  return (
    <EndingPage
      answer={<SpeakToReception />}
      next={
        <>
          <DangerSigns />
          <section className="fault" aria-labelledby="fault">
            <h2 id="fault">{t('fault.staff')}</h2>
            <p className="fault__what">{t(`fault.${fault}.what`)}</p>
            <p>{t(`fault.${fault}.remedy`)}</p>
            <p className="fault__folder">
              {t('fault.folder')} <code>{folder}</code>
            </p>
          </section>
        </>
      }
    />
  );
}
