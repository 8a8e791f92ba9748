import { useId } from 'react';
import type { TodayFigures } from '../../../preload/contract/desk/today';
import { startOf } from '../../text/desk/times';
import { todayWords as words } from '../../text/desk/today';
import { DataTable } from '../parts/DataTable';
import { Hatching, Swatch } from './Hatching';
import { Plot } from './Plot';
import { barsOf, busiestOf } from './plots';

const width = 1120;
const height = 130;
/** Room for numbers above the bars, and for hours below. */
const above = 18;
const below = 26;

/** How many came in each quarter of an hour: a bar each, those at the kiosk below, those by reception on top. */
export function ArrivalsPlot({ quarters }: Pick<TodayFigures, 'quarters'>) {
  const pattern = useId();
  const busiest = busiestOf(quarters);
  if (busiest === null) {
    return (
      <Plot title={words.quarters} table={null} isWide>
        <p>{words.nobodyYet}</p>
      </Plot>
    );
  }
  const atKiosk = sum(quarters.map((quarter) => quarter.atKiosk));
  const byStaff = sum(quarters.map((quarter) => quarter.byStaff));
  const said = words.quartersSaid(atKiosk + byStaff, busiest.from, busiest.total);
  return (
    <Plot title={words.quarters} table={<QuartersTable quarters={quarters} />} isWide>
      <p className="desk-today__key">
        <Swatch kind="kiosk" /> {words.atKiosk} <b>{atKiosk}</b>
        <Swatch kind="staff" /> {words.byStaff} <b>{byStaff}</b>
      </p>
      <svg
        className="desk-today__svg"
        viewBox={`0 0 ${String(width)} ${String(above + height + below)}`}
        role="img"
        aria-label={said}
      >
        <Hatching id={pattern} />
        <g transform={`translate(0 ${String(above)})`}>
          {barsOf(quarters, width, height).map((bar) => (
            <g key={bar.from} transform={`translate(${String(bar.x)} 0)`}>
              <rect className="desk-today__kiosk" width={bar.width} {...bar.kiosk} />
              {bar.staff.height > 0 ? (
                <rect className="desk-today__staff" width={bar.width} {...bar.staff} fill={`url(#${pattern})`} />
              ) : null}
              {bar.total > 0 ? (
                <text className="desk-today__number" x={bar.width / 2} y={bar.staff.y - 4}>
                  {bar.total}
                </text>
              ) : null}
              {bar.isNamed ? (
                <text className="desk-today__hour" x={0} y={height + 19}>
                  {startOf(bar.from)}
                </text>
              ) : null}
              {bar.isNamed ? <line className="desk-today__base" x1={0} x2={0} y1={height} y2={height + 6} /> : null}
            </g>
          ))}
          <line className="desk-today__base" x1={0} x2={width} y1={height} y2={height} />
        </g>
      </svg>
    </Plot>
  );
}

function QuartersTable({ quarters }: Pick<TodayFigures, 'quarters'>) {
  return (
    <DataTable
      caption={words.quarters}
      isCaptionHidden
      rows={quarters}
      keyOf={({ from }) => from}
      empty={words.nobodyYet}
      columns={[
        { key: 'from', heading: words.from, cell: ({ from }) => startOf(from) },
        { key: 'kiosk', heading: words.atKiosk, align: 'end', cell: ({ atKiosk }) => atKiosk },
        { key: 'staff', heading: words.byStaff, align: 'end', cell: ({ byStaff }) => byStaff },
        { key: 'all', heading: words.together, align: 'end', cell: ({ atKiosk, byStaff }) => atKiosk + byStaff },
      ]}
    />
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((before, one) => before + one, 0);
}
