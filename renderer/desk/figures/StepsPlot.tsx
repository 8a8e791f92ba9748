import type { Figures } from '../../../preload/contract/desk/figures';
import { figuresWords as words, secondsOf } from '../../text/desk/figures';
import { Icon } from '../../ui/Icon';
import { DataTable } from '../parts/DataTable';
import { Plot } from '../today/Plot';
import { longestStepOf } from './scales';

type MeasuredStep = Figures['steps'][number];

const width = 170;
const height = 26;

/** Hands-on time of each step of the work: a bar for the mean, an upright mark for its budget. */
export function StepsPlot({ steps }: Pick<Figures, 'steps'>) {
  const longest = longestStepOf(steps);
  return (
    <Plot title={words.steps} lead={words.stepsLead} table={<StepsTable steps={steps} />}>
      <ul className="desk-figures__steps">
        {steps.map((one) => (
          <li key={one.step} className="desk-figures__step">
            <span className="desk-figures__stepName">{words.step[one.step]}</span>
            <Track step={one} longest={longest} />
            <Said step={one} />
          </li>
        ))}
      </ul>
    </Plot>
  );
}

/** Hidden from speech: the words beside it say the same. */
function Track({ step: { meanSeconds, budgetSeconds }, longest }: { step: MeasuredStep; longest: number }) {
  const budget = (budgetSeconds / longest) * width;
  return (
    <svg
      className="desk-today__track"
      viewBox={`0 0 ${String(width)} ${String(height)}`}
      aria-hidden="true"
      focusable="false"
    >
      <line className="desk-today__tick" x1={0} x2={width} y1={height / 2} y2={height / 2} />
      {meanSeconds === null ? null : (
        <rect className="desk-today__kiosk" x={0} y={6} width={(meanSeconds / longest) * width} height={height - 12} />
      )}
      <line className="desk-figures__budgetEdge" x1={budget} x2={budget} y1={1} y2={height - 1} />
      <line className="desk-figures__budget" x1={budget} x2={budget} y1={1} y2={height - 1} />
    </svg>
  );
}

function Said({ step: { meanSeconds, budgetSeconds, times } }: { step: MeasuredStep }) {
  const budget = secondsOf(budgetSeconds);
  if (meanSeconds === null) {
    return (
      <span className="desk-today__note">
        {words.notMeasured}
        <span className="desk-figures__stepNote">{words.budgetOf(budget)}</span>
      </span>
    );
  }
  // Compared as they are shown: what reads as the budget is within it.
  const over = Math.round(meanSeconds) - budgetSeconds;
  return (
    <span>
      <b>{words.stepSaid(secondsOf(meanSeconds), budget)}</b>
      <span className="desk-figures__stepNote">
        {over > 0 ? (
          <span className="desk-figures__over">
            <Icon name="warning" /> {words.isOver(secondsOf(over))}
          </span>
        ) : (
          words.isWithin
        )}
        {' · '}
        {words.stepTimes(times)}
      </span>
    </span>
  );
}

function StepsTable({ steps }: Pick<Figures, 'steps'>) {
  return (
    <DataTable
      caption={words.steps}
      isCaptionHidden
      rows={steps}
      keyOf={({ step }) => step}
      empty={words.none}
      columns={[
        { key: 'step', heading: words.stepName, cell: ({ step }) => words.step[step] },
        { key: 'times', heading: words.howOften, align: 'end', cell: ({ times }) => times },
        {
          key: 'mean',
          heading: words.mean,
          align: 'end',
          cell: ({ meanSeconds }) => (meanSeconds === null ? words.none : secondsOf(meanSeconds)),
        },
        { key: 'budget', heading: words.budget, align: 'end', cell: ({ budgetSeconds }) => secondsOf(budgetSeconds) },
      ]}
    />
  );
}
