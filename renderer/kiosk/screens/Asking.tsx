import { useTranslation } from 'react-i18next';
import { Heading } from '../../ui/Heading';

/** Main is being asked. It answers within a frame or two, so the words appear only when they are needed (see the styles). */
export function Asking() {
  const { t } = useTranslation();
  return (
    <div className="asking" aria-busy="true">
      <Heading>{t('asking.heading')}</Heading>
    </div>
  );
}
