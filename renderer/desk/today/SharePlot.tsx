import type { TodayFigures } from '../../../preload/contract/desk/today';
import { todayWords as words } from '../../text/desk/today';
import { DataTable } from '../parts/DataTable';
import { Plot } from './Plot';
import { ShareBar } from './ShareBar';

/** How many of those who arrived needed nobody at reception for it. */
export function SharePlot({ kioskShare: { part, of } }: Pick<TodayFigures, 'kioskShare'>) {
  if (of === 0) {
    return (
      <Plot title={words.share} table={null}>
        <p>{words.nobodyYet}</p>
      </Plot>
    );
  }
  const rows = [
    { how: words.atKiosk, count: part },
    { how: words.shareOthers, count: of - part },
  ];
  const table = (
    <DataTable
      caption={words.share}
      isCaptionHidden
      rows={rows}
      keyOf={({ how }) => how}
      empty={words.nobodyYet}
      columns={[
        { key: 'how', heading: words.shareColumns.how, cell: ({ how }) => how },
        { key: 'count', heading: words.shareColumns.count, align: 'end', cell: ({ count }) => count },
      ]}
    />
  );
  return (
    <Plot title={words.share} table={table}>
      <p className="desk-today__said">{words.shareSaid(part, of)}</p>
      <ShareBar part={part} of={of} />
    </Plot>
  );
}
