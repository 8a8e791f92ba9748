import { useTranslation } from 'react-i18next';
import type { OtherToday } from '../../../preload/contract/kiosk';
import { formatTime } from '../../text/times';

/** What else a patient has today who is not checked in: only what they must do about it (design §6 "Public endings"). */
export function OtherAppointments({ others }: { others: readonly OtherToday[] }) {
  const { t } = useTranslation();
  return (
    <section className="card">
      <ul className="others" aria-label={t('ending.others.label')}>
        {others.map((other) => (
          <li key={keyOf(other)}>
            <OtherLine other={other} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function OtherLine({ other }: { other: OtherToday }) {
  const { t } = useTranslation();
  switch (other.kind) {
    case 'later':
      return t('ending.others.later', { from: formatTime(other.from) });
    case 'otherSite':
      return t('ending.others.otherSite', { site: other.site });
    default:
      return t(`ending.others.${other.kind}`);
  }
}

function keyOf(other: OtherToday): string {
  switch (other.kind) {
    case 'later':
      return `later ${other.from}`;
    case 'otherSite':
      return `otherSite ${other.site}`;
    default:
      return other.kind;
  }
}
