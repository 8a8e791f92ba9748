import type { DeskProcedures } from './deskProcedures';
import type { FiguresReading } from './figures';

/** Figures of sign-up for staff. They name nobody, so reading them is no entry of the trail. */
export function figuresProcedures(
  { figures: os }: Pick<DeskProcedures, 'figures'>,
  { figures }: { figures: FiguresReading },
) {
  return {
    read: os.read.handler(() => figures.read()),
    csv: os.csv.handler(() => figures.csv()),
  };
}
