import { useTranslation } from 'react-i18next';
import type { AlsoToday as Also } from '../../../preload/contract/kiosk';
import { formatTime } from '../../text/times';

/** What else a patient who is checked in has today, with what to do about it. */
export function AlsoToday({ also }: { also: readonly Also[] }) {
  const { t } = useTranslation();
  return (
    <div className="also">
      <h2 className="also__heading">{t('ending.also.heading')}</h2>
      <ul>
        {also.map((other, index) => (
          <li key={`${String(index)} ${other.kind} ${other.time}`}>
            <AlsoLine other={other} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function AlsoLine({ other }: { other: Also }) {
  const { t } = useTranslation();
  const time = formatTime(other.time);
  switch (other.kind) {
    case 'later':
      return t('ending.also.later', { time, clinician: other.clinician, from: formatTime(other.from) });
    case 'otherSite':
      return t('ending.also.otherSite', { time, site: other.site });
    default:
      return t(`ending.also.${other.kind}`, { time });
  }
}
