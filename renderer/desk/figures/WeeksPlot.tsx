import { useId } from 'react';
import type { Figures } from '../../../preload/contract/desk/figures';
import type { ApplicationKind } from '../../../preload/contract/signUp';
import { figuresWords as words, shortDayOf } from '../../text/desk/figures';
import { DataTable } from '../parts/DataTable';
import { Plot } from '../today/Plot';
import { busiestWeekOf, kinds, totalOf, weekBarsOf } from './scales';
import type { Week } from './scales';
import { ShadedRect, Shades, ShadeSample } from './Shades';
import type { Shade } from './Shades';

const width = 1120;
const height = 150;
/** Room for numbers above the bars, and for days below. */
const above = 18;
const below = 24;

const shadeOf: Readonly<Record<ApplicationKind, Shade>> = {
  self: 'solid',
  someoneElse: 'hatched',
  underEleven: 'dotted',
  account: 'open',
};

/** How many applied in each week: a bar each, the kinds on each other. */
export function WeeksPlot({ weeks }: Pick<Figures, 'weeks'>) {
  const id = useId();
  const busiest = busiestWeekOf(weeks);
  if (busiest === null) {
    return (
      <Plot title={words.weeks} table={null} isWide>
        <p>{words.noWeeks}</p>
      </Plot>
    );
  }
  const all = weeks.reduce((sum, week) => sum + totalOf(week), 0);
  return (
    <Plot title={words.weeks} lead={words.weeksLead} table={<WeeksTable weeks={weeks} />} isWide>
      <p className="desk-today__key">
        {kinds.map((kind) => (
          <span key={kind} className="desk-figures__key">
            <ShadeSample shade={shadeOf[kind]} /> {words.kinds[kind]} <b>{sumOf(weeks, kind)}</b>
          </span>
        ))}
      </p>
      <svg
        className="desk-today__svg"
        viewBox={`0 0 ${String(width)} ${String(above + height + below)}`}
        role="img"
        aria-label={words.weeksSaid(all, shortDayOf(busiest.monday), totalOf(busiest))}
      >
        <Shades id={id} />
        <g transform={`translate(0 ${String(above)})`}>
          {weekBarsOf(weeks, width, height).map(({ monday, x, width: own, parts, total }) => (
            <g key={monday}>
              {parts.map(({ kind, ...part }) => (
                <ShadedRect key={kind} shade={shadeOf[kind]} id={id} x={x} width={own} {...part} />
              ))}
              {total > 0 ? (
                <text className="desk-today__number" x={x + own / 2} y={(parts.at(-1)?.y ?? height) - 5}>
                  {total}
                </text>
              ) : null}
              <text className="desk-figures__below" x={x + own / 2} y={height + 18}>
                {shortDayOf(monday)}
              </text>
            </g>
          ))}
          <line className="desk-today__base" x1={0} x2={width} y1={height} y2={height} />
        </g>
      </svg>
    </Plot>
  );
}

function WeeksTable({ weeks }: { weeks: readonly Week[] }) {
  return (
    <DataTable
      caption={words.weeks}
      isCaptionHidden
      rows={weeks}
      keyOf={({ monday }) => monday}
      empty={words.noWeeks}
      columns={[
        { key: 'week', heading: words.week, cell: ({ monday }) => shortDayOf(monday) },
        ...kinds.map((kind) => ({
          key: kind,
          heading: words.kinds[kind],
          align: 'end' as const,
          cell: (week: Week) => week[kind],
        })),
        { key: 'all', heading: words.together, align: 'end', cell: totalOf },
      ]}
    />
  );
}

function sumOf(weeks: readonly Week[], kind: ApplicationKind): number {
  return weeks.reduce((sum, week) => sum + week[kind], 0);
}
