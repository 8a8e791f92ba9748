import type { TodayFigures } from '../../../preload/contract/desk/today';

/** One quarter of an hour as drawn, in units of the plot; `y` grows downwards. */
export interface Bar {
  from: string;
  x: number;
  width: number;
  /** Stands on the base line. */
  kiosk: { y: number; height: number };
  /** Stands on the kiosk's. */
  staff: { y: number; height: number };
  total: number;
  /** Its time stands below: where an hour begins, and where the day does unless an hour follows so soon that the two would touch. */
  isNamed: boolean;
}

const widest = 44;
/** Between two bars, and between the two parts of one: neighbours are told apart without their colours. */
const gap = 2;
/** What the words of a time take up. */
const roomOfTime = 64;

/** Bars for `quarters` in a field of `width` × `height`, the tallest as high as the field. */
export function barsOf(quarters: TodayFigures['quarters'], width: number, height: number): Bar[] {
  const most = Math.max(1, ...quarters.map(({ atKiosk, byStaff }) => atKiosk + byStaff));
  const step = Math.min(widest, width / Math.max(1, quarters.length));
  const unit = (height - gap) / most;
  const firstHour = quarters.findIndex(({ from }) => isHour(from));
  const isFirstNamed = firstHour === -1 || firstHour * step >= roomOfTime;
  return quarters.map(({ from, atKiosk, byStaff }, index) => {
    const kioskHeight = atKiosk * unit;
    const staffHeight = byStaff * unit;
    const between = atKiosk > 0 && byStaff > 0 ? gap : 0;
    return {
      from,
      x: index * step + gap / 2,
      width: Math.max(1, step - gap),
      kiosk: { y: height - kioskHeight, height: kioskHeight },
      staff: { y: height - kioskHeight - between - staffHeight, height: staffHeight },
      total: atKiosk + byStaff,
      isNamed: isHour(from) || (index === 0 && isFirstNamed),
    };
  });
}

function isHour(from: string): boolean {
  return from.endsWith(':00');
}

/** The quarter in which most arrived, the first of several; null before anybody has. */
export function busiestOf(quarters: TodayFigures['quarters']): { from: string; total: number } | null {
  let busiest: { from: string; total: number } | null = null;
  for (const { from, atKiosk, byStaff } of quarters) {
    const total = atKiosk + byStaff;
    if (total > (busiest?.total ?? 0)) busiest = { from, total };
  }
  return busiest;
}

const steps = [1, 2, 5, 10, 15, 30, 60, 120, 240];

/** Whole minutes to name on an axis from 0 to at least `longest`: at most five steps, of a size that people count in. */
export function minuteTicks(longest: number): number[] {
  const most = Math.max(1, longest);
  const step = steps.find((one) => one * 5 >= most) ?? Math.ceil(most / 300) * 60;
  const count = Math.max(1, Math.ceil(most / step));
  return Array.from({ length: count + 1 }, (_, index) => index * step);
}
