import type { Figures } from '../../../preload/contract/desk/figures';
import { figuresWords as words, monthOf, shortMonthOf } from '../../text/desk/figures';
import { DataTable } from '../parts/DataTable';
import { Plot } from '../today/Plot';
import { centreOf, measures } from './scales';
import type { Measure, Month } from './scales';

const width = 500;
const height = 70;
const above = 17;
const below = 20;
const ownWidth = 26;

/** Patients enabled in each month: a small plot for each of the national measures, all on one scale. */
export function MonthsPlot({ months }: Pick<Figures, 'months'>) {
  const most = Math.max(1, ...months.flatMap((month) => measures.map((measure) => month[measure])));
  return (
    <Plot title={words.months} lead={words.monthsLead} table={<MonthsTable months={months} />} isWide>
      <div className="desk-figures__months">
        {measures.map((measure) => (
          <MeasurePlot key={measure} measure={measure} months={months} most={most} />
        ))}
      </div>
    </Plot>
  );
}

function MeasurePlot({ measure, months, most }: { measure: Measure; months: readonly Month[]; most: number }) {
  const all = months.reduce((sum, month) => sum + month[measure], 0);
  const latest = months.at(-1);
  const said =
    latest === undefined ? '' : words.monthsSaid(words.measure[measure], all, monthOf(latest.month), latest[measure]);
  return (
    <div>
      <p className="desk-today__look">
        <span>{words.measure[measure]}</span> <b>{words.inTwelve(all)}</b>
      </p>
      <svg
        className="desk-today__svg"
        viewBox={`0 0 ${String(width)} ${String(above + height + below)}`}
        role="img"
        aria-label={said}
      >
        <g transform={`translate(0 ${String(above)})`}>
          {months.map((month, index) => {
            const x = centreOf(index, months.length, width);
            const own = (month[measure] / most) * height;
            return (
              <g key={month.month}>
                <rect
                  className="desk-today__kiosk"
                  x={x - ownWidth / 2}
                  y={height - own}
                  width={ownWidth}
                  height={own}
                />
                {month[measure] > 0 ? (
                  <text className="desk-today__number" x={x} y={height - own - 4}>
                    {month[measure]}
                  </text>
                ) : null}
                <text className="desk-figures__below" x={x} y={height + 16}>
                  {shortMonthOf(month.month)}
                </text>
              </g>
            );
          })}
          <line className="desk-today__base" x1={0} x2={width} y1={height} y2={height} />
        </g>
      </svg>
    </div>
  );
}

function MonthsTable({ months }: { months: readonly Month[] }) {
  return (
    <DataTable
      caption={words.months}
      isCaptionHidden
      rows={months}
      keyOf={({ month }) => month}
      empty={words.none}
      columns={[
        { key: 'month', heading: words.month, cell: ({ month }) => monthOf(month) },
        ...measures.map((measure) => ({
          key: measure,
          heading: words.measure[measure],
          align: 'end' as const,
          cell: (month: Month) => month[measure],
        })),
      ]}
    />
  );
}
