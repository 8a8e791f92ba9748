import type { Figures } from '../../../preload/contract/desk/figures';
import { classOf, figuresWords as words, medianWords, shortDayOf } from '../../text/desk/figures';
import { DataTable } from '../parts/DataTable';
import { Plot } from '../today/Plot';
import { centreOf, durationTicks, heightOf } from './scales';

type Times = Pick<Figures, 'weeks' | 'toVerified' | 'toDecided'>;
type Median = Figures['toVerified'];
type Mark = 'verified' | 'decided';

const width = 540;
const height = 168;
/** Room for the names of durations at the left, and for days below. */
const left = 66;
const above = 10;
const below = 24;

/** How long half of the applications of each week took at most: a disc until verified, a square until decided. */
export function TimesPlot({ weeks, toVerified, toDecided }: Times) {
  if (toVerified.count + toDecided.count === 0) {
    return (
      <Plot title={words.times} table={null}>
        <p>{words.noTimes}</p>
      </Plot>
    );
  }
  const ticks = durationTicks(weeks.flatMap((week) => [week.toVerified, week.toDecided]));
  const said = words.timesSaid(medianWords(toVerified), medianWords(toDecided));
  return (
    <Plot title={words.times} lead={words.timesLead} table={<TimesTable weeks={weeks} />}>
      <dl className="desk-figures__heads">
        <Head mark="verified" name={words.toVerified} median={toVerified} />
        <Head mark="decided" name={words.toDecided} median={toDecided} />
      </dl>
      <svg
        className="desk-today__svg"
        viewBox={`0 0 ${String(width)} ${String(above + height + below)}`}
        role="img"
        aria-label={said}
      >
        <g transform={`translate(0 ${String(above)})`}>
          {ticks.map((tick) => (
            <g key={tick} transform={`translate(0 ${String(heightOf(tick, ticks, height))})`}>
              <line className="desk-today__tick" x1={left} x2={width} y1={0} y2={0} />
              <text className="desk-figures__beside" x={left - 8} y={5}>
                {classOf(tick)}
              </text>
            </g>
          ))}
          {weeks.map((week, index) => {
            const x = left + centreOf(index, weeks.length, width - left);
            return (
              <g key={week.monday}>
                <MedianMark mark="decided" median={week.toDecided} x={x} ticks={ticks} />
                <MedianMark mark="verified" median={week.toVerified} x={x} ticks={ticks} />
                {index % 3 === 0 ? (
                  <text className="desk-figures__below" x={x} y={height + 20}>
                    {shortDayOf(week.monday)}
                  </text>
                ) : null}
              </g>
            );
          })}
        </g>
      </svg>
    </Plot>
  );
}

/** The middle of all twelve weeks, as a number to read first. */
function Head({ mark, name, median }: { mark: Mark; name: string; median: Median }) {
  return (
    <div className="desk-figures__head">
      <dt>
        <svg className="desk-today__swatch" viewBox="-8 -8 16 16" aria-hidden="true" focusable="false">
          <Shape mark={mark} x={0} y={0} />
        </svg>
        {name}
      </dt>
      <dd className="desk-figures__big">{medianWords(median)}</dd>
      <dd className="desk-today__note">{words.half(median.count)}</dd>
    </div>
  );
}

function MedianMark({ mark, median, x, ticks }: { mark: Mark; median: Median; x: number; ticks: readonly number[] }) {
  if (median.medianUpToMinutes === null) return null;
  return <Shape mark={mark} x={x} y={heightOf(median.medianUpToMinutes, ticks, height)} />;
}

/** The disc fits into the square: where both stand on one place, both are seen. */
function Shape({ mark, x, y }: { mark: Mark; x: number; y: number }) {
  return mark === 'verified' ? (
    <circle className="desk-today__kiosk" cx={x} cy={y} r={4.5} />
  ) : (
    <rect className="desk-figures__square" x={x - 6.5} y={y - 6.5} width={13} height={13} />
  );
}

function TimesTable({ weeks }: Pick<Figures, 'weeks'>) {
  const { toVerified, toDecided } = words;
  return (
    <DataTable
      caption={words.times}
      isCaptionHidden
      rows={weeks}
      keyOf={({ monday }) => monday}
      empty={words.noTimes}
      columns={[
        { key: 'week', heading: words.week, cell: ({ monday }) => shortDayOf(monday) },
        { key: 'verified', heading: words.countOf(toVerified), align: 'end', cell: (week) => week.toVerified.count },
        {
          key: 'toVerified',
          heading: words.halfOf(toVerified),
          align: 'end',
          cell: (week) => shortMedian(week.toVerified),
        },
        { key: 'decided', heading: words.countOf(toDecided), align: 'end', cell: (week) => week.toDecided.count },
        {
          key: 'toDecided',
          heading: words.halfOf(toDecided),
          align: 'end',
          cell: (week) => shortMedian(week.toDecided),
        },
      ]}
    />
  );
}

function shortMedian(median: Median): string {
  return median.medianUpToMinutes === null ? words.none : classOf(median.medianUpToMinutes);
}
