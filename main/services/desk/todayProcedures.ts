import type { DeskProcedures } from './deskProcedures';
import { readToday, type TodayParts } from './today';

export type { TodayParts } from './today';

/** The day in figures. */
export function todayProcedures({ today: os }: DeskProcedures, parts: TodayParts) {
  return { read: os.read.handler(() => readToday(parts)) };
}
