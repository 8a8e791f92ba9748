import { useId } from 'react';
import type { Figures } from '../../../preload/contract/desk/figures';
import { figuresWords as words } from '../../text/desk/figures';
import { DataTable } from '../parts/DataTable';
import { Plot } from '../today/Plot';
import { outcomes, sharesOf } from './scales';
import type { Outcome } from './scales';
import { ShadedRect, Shades, ShadeSample } from './Shades';
import type { Shade } from './Shades';

type Decided = Figures['decisions'][number];

const width = 360;
const height = 22;

const shadeOf: Readonly<Record<Outcome, Shade>> = { granted: 'solid', referred: 'hatched', declined: 'open' };

/** What became of each service that was asked for: a bar of shares each. */
export function DecisionsPlot({ decisions }: Pick<Figures, 'decisions'>) {
  const isAny = decisions.some((one) => outcomes.some((outcome) => one[outcome] > 0));
  if (!isAny) {
    return (
      <Plot title={words.decisions} table={null} isWide>
        <p>{words.noDecisions}</p>
      </Plot>
    );
  }
  return (
    <Plot title={words.decisions} lead={words.decisionsLead} table={<DecisionsTable decisions={decisions} />} isWide>
      <p className="desk-today__key">
        {outcomes.map((outcome) => (
          <span key={outcome} className="desk-figures__key">
            <ShadeSample shade={shadeOf[outcome]} /> {words.decision[outcome]}
          </span>
        ))}
      </p>
      <ul className="desk-figures__decisions">
        {decisions.map((one) => (
          <li key={one.service}>
            <p className="desk-today__look">
              <span>{words.service[one.service]}</span>
              <b>{outcomes.map((outcome) => words.decisionSaid(outcome, one[outcome])).join(' · ')}</b>
            </p>
            <Shares decided={one} />
          </li>
        ))}
      </ul>
    </Plot>
  );
}

/** Hidden from speech: the words above it say the same. */
function Shares({ decided }: { decided: Decided }) {
  const id = useId();
  return (
    <svg
      className="desk-today__svg"
      viewBox={`0 0 ${String(width)} ${String(height)}`}
      aria-hidden="true"
      focusable="false"
    >
      <Shades id={id} />
      {sharesOf(decided, width).map(({ outcome, x, width: own }) => (
        <ShadedRect key={outcome} shade={shadeOf[outcome]} id={id} x={x} y={0} width={own} height={height} />
      ))}
    </svg>
  );
}

function DecisionsTable({ decisions }: Pick<Figures, 'decisions'>) {
  return (
    <DataTable
      caption={words.decisions}
      isCaptionHidden
      rows={decisions}
      keyOf={({ service }) => service}
      empty={words.noDecisions}
      columns={[
        { key: 'service', heading: words.serviceName, cell: ({ service }) => words.service[service] },
        ...outcomes.map((outcome) => ({
          key: outcome,
          heading: words.decision[outcome],
          align: 'end' as const,
          cell: (one: Decided) => one[outcome],
        })),
      ]}
    />
  );
}
