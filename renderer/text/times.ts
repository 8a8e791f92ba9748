import type { ClockTime } from '../../preload/contract/rules/dates';

/**
 * A time of day as the NHS writes it: `9am`, `10:05am`, `midday`, `midnight` (NHS digital service manual, "Numbers,
 * measurements, dates and times").
 */
export function formatTime(time: ClockTime): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  if (minute === 0 && hour === 12) return 'midday';
  if (minute === 0 && hour === 0) return 'midnight';
  const clockHour = hour % 12 === 0 ? 12 : hour % 12;
  const minutes = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`;
  return `${String(clockHour)}${minutes}${hour < 12 ? 'am' : 'pm'}`;
}
