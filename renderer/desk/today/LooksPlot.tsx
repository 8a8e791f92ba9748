import type { TodayFigures } from '../../../preload/contract/desk/today';
import { todayWords as words } from '../../text/desk/today';
import { DataTable } from '../parts/DataTable';
import { Plot } from './Plot';
import { ShareBar } from './ShareBar';

type Looked = Pick<TodayFigures, 'notFound' | 'disputed' | 'unmarked' | 'medianMarkMinutes' | 'clinicians'>;

/** What tells of a bad list or of forgotten marks: not found, disputed, not marked. */
export function LooksPlot({ notFound, disputed, unmarked, medianMarkMinutes, clinicians }: Looked) {
  const arrivals = clinicians.reduce((sum, { arrived }) => sum + arrived, 0);
  const rows = [
    { what: words.notFound, ...notFound, said: words.notFoundSaid(notFound.part, notFound.of) },
    // Who disputed is no arrival any more.
    { what: words.disputed, part: disputed, of: arrivals + disputed, said: words.disputedSaid(disputed) },
    { what: words.unmarked, part: unmarked, of: arrivals, said: words.unmarkedSaid(unmarked, arrivals) },
  ];
  const table = (
    <DataTable
      caption={words.looks}
      isCaptionHidden
      rows={rows}
      keyOf={({ what }) => what}
      empty={words.nobodyYet}
      columns={[
        { key: 'what', heading: words.looksColumns.what, cell: ({ what }) => what },
        { key: 'part', heading: words.looksColumns.count, align: 'end', cell: ({ part }) => part },
        { key: 'of', heading: words.looksColumns.of, align: 'end', cell: ({ of }) => of },
      ]}
    />
  );
  return (
    <Plot title={words.looks} table={table}>
      <ul className="desk-today__looks">
        {rows.map(({ what, said, part, of }) => (
          <li key={what}>
            <p className="desk-today__look">
              <span>{what}</span> <b>{said}</b>
            </p>
            <ShareBar part={part} of={of} />
          </li>
        ))}
      </ul>
      <p className="desk-today__note">
        {medianMarkMinutes === null ? words.noMarks : words.markTime(medianMarkMinutes)}
      </p>
    </Plot>
  );
}
