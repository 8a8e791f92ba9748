import type { Figures } from '../../../preload/contract/desk/figures';
import { daysRead, readFigures } from '../../domain/application/figuresReading';
import { countsBetween } from '../../store/counts';
import type { Store } from '../../store/store';
import type { Clock } from '../ports';
import { figuresText } from './figuresCsv';

export interface FiguresParts {
  store: Store;
  clock: Clock;
}

/** Figures of sign-up out of the bare daily numbers, which are there at once and stay when applications are purged (decision 33). */
export interface FiguresReading {
  read(): Promise<Figures>;
  /** The same for a spreadsheet. */
  csv(): Promise<{ fileName: string; csv: string }>;
}

export function createFigures({ store, clock }: FiguresParts): FiguresReading {
  const read = async (): Promise<Figures> => {
    const { day: today } = clock.now();
    const { weeks, before, beforeNames } = daysRead(today);
    const older = await countsBetween(store.db, before, beforeNames);
    return readFigures([...older, ...(await countsBetween(store.db, weeks, 'signUp.'))], today);
  };
  return {
    read,
    async csv() {
      const figures = await read();
      return { fileName: `sign-up-figures-${clock.now().day}.csv`, csv: figuresText(figures) };
    },
  };
}
