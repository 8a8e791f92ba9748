import type { TodayFigures } from '../../../preload/contract/desk/today';
import { shortDurationOf } from '../../text/desk/times';
import { todayWords as words } from '../../text/desk/today';
import { DataTable } from '../parts/DataTable';
import { Plot } from './Plot';
import { minuteTicks } from './plots';

type Clinician = TodayFigures['clinicians'][number];

const width = 170;
const height = 24;
/** So that dots and numbers at either end are not cut. */
const edge = 12;

/** How long patients of each clinician waited: a dot for the middle wait, a line to the longest. */
export function WaitsPlot({ clinicians }: Pick<TodayFigures, 'clinicians'>) {
  const isAnyCalled = clinicians.some(({ called }) => called > 0);
  const longest = Math.max(0, ...clinicians.map(({ longestWaitMinutes }) => longestWaitMinutes ?? 0));
  const ticks = minuteTicks(longest);
  const last = ticks.at(-1) ?? 1;
  const xOf = (minutes: number): number => edge + (minutes / last) * (width - 2 * edge);
  return (
    <Plot
      title={words.waits}
      lead={words.waitsLead}
      table={clinicians.length === 0 ? null : <WaitsTable clinicians={clinicians} />}
    >
      {isAnyCalled ? (
        <>
          <p className="desk-today__key">
            <Sign kind="middle" /> {words.middle} <Sign kind="longest" /> {words.longest}
          </p>
          <ul className="desk-today__waits">
            {clinicians.map((one) => (
              <li key={one.name} className="desk-today__wait">
                <span className="desk-today__name">{one.name}</span>
                <Track clinician={one} ticks={ticks} xOf={xOf} />
                <span>{saidOf(one)}</span>
              </li>
            ))}
            <li className="desk-today__wait" aria-hidden="true">
              <span />
              <svg className="desk-today__track" viewBox={`0 0 ${String(width)} 18`} focusable="false">
                {ticks.map((tick) => (
                  <text key={tick} className="desk-today__number" x={xOf(tick)} y={13}>
                    {tick}
                  </text>
                ))}
              </svg>
              <span className="desk-today__unit">{words.unit}</span>
            </li>
          </ul>
        </>
      ) : (
        <p>{clinicians.length === 0 ? words.nobodyYet : words.noWaits}</p>
      )}
    </Plot>
  );
}

interface TrackProps {
  clinician: Clinician;
  ticks: readonly number[];
  xOf: (minutes: number) => number;
}

/** Hidden from speech: the words beside it say the same. */
function Track({ clinician: { medianWaitMinutes: middle, longestWaitMinutes: longest }, ticks, xOf }: TrackProps) {
  const y = height / 2;
  return (
    <svg
      className="desk-today__track"
      viewBox={`0 0 ${String(width)} ${String(height)}`}
      aria-hidden="true"
      focusable="false"
    >
      {ticks.map((tick) => (
        <line key={tick} className="desk-today__tick" x1={xOf(tick)} x2={xOf(tick)} y1={0} y2={height} />
      ))}
      {middle === null || longest === null ? null : (
        <>
          <line className="desk-today__line" x1={xOf(middle)} x2={xOf(longest)} y1={y} y2={y} />
          <line className="desk-today__line" x1={xOf(longest)} x2={xOf(longest)} y1={y - 6} y2={y + 6} />
          <circle className="desk-today__kiosk" cx={xOf(middle)} cy={y} r={6} />
        </>
      )}
    </svg>
  );
}

function Sign({ kind }: { kind: 'middle' | 'longest' }) {
  return (
    <svg className="desk-today__swatch" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {kind === 'middle' ? (
        <circle className="desk-today__kiosk" cx="8" cy="8" r="6" />
      ) : (
        <path className="desk-today__line" d="M0 8H14M14 2V14" />
      )}
    </svg>
  );
}

function WaitsTable({ clinicians }: Pick<TodayFigures, 'clinicians'>) {
  const { name, arrived, waiting, called } = words.waitColumns;
  return (
    <DataTable
      caption={words.waits}
      isCaptionHidden
      rows={clinicians}
      keyOf={(one) => one.name}
      empty={words.nobodyYet}
      columns={[
        { key: 'name', heading: name, cell: (one) => one.name },
        { key: 'arrived', heading: arrived, align: 'end', cell: (one) => one.arrived },
        { key: 'waiting', heading: waiting, align: 'end', cell: (one) => one.waiting },
        { key: 'called', heading: called, align: 'end', cell: (one) => one.called },
        { key: 'middle', heading: words.middle, align: 'end', cell: (one) => durationIn(one.medianWaitMinutes) },
        { key: 'longest', heading: words.longest, align: 'end', cell: (one) => durationIn(one.longestWaitMinutes) },
      ]}
    />
  );
}

function saidOf({ medianWaitMinutes, longestWaitMinutes }: Clinician): string {
  if (medianWaitMinutes === null || longestWaitMinutes === null) return words.notCalled;
  return words.waitSaid(medianWaitMinutes, longestWaitMinutes);
}

function durationIn(minutes: number | null): string {
  return minutes === null ? words.none : shortDurationOf(minutes);
}
