import { useContext, useRef, useState } from 'react';
import type { ApplicationRow } from '../../../preload/contract/desk/applications';
import type { PrintingSnapshot } from '../../../preload/contract/desk/printing';
import { fullNameOf, personOf } from '../../text/desk/applications';
import { birthOf } from '../../text/desk/times';
import { refusalSentences } from '../../text/desk/applicationsRefusals';
import { slipsWords as words } from '../../text/desk/slips';
import { useHandsOn } from '../applications/acting/useHandsOn';
import { useApplications } from '../applications/useApplications';
import { useSecondClickGuard } from '../arrivals/useSecondClickGuard';
import type { DeskClient } from '../deskClient';
import { DeskFeedContext } from '../frame/deskContext';
import { Button } from '../parts/Button';
import { DataTable } from '../parts/DataTable';
import { Notice } from '../parts/Notice';
import { Section } from '../parts/Section';
import { IsCovered, SessionRefused } from '../parts/session';
import { HandOver } from './HandOver';
import { SlipDialog } from './SlipDialog';
import { slipRows } from './slipRows';

interface SlipListProps {
  client: DeskClient;
  printing: PrintingSnapshot | null;
}

/** Whoever waits for a slip, and the way to make it. */
export function SlipList({ client, printing }: SlipListProps) {
  const { clock } = useContext(DeskFeedContext);
  const isCovered = useContext(IsCovered);
  const refused = useContext(SessionRefused);
  const element = useRef<HTMLDivElement>(null);
  const handsOn = useHandsOn(element);
  const guardClick = useSecondClickGuard();
  const { snapshot, lostSince } = useApplications(client, clock, !isCovered, refused);
  /** Whose slip is being made, as it was then: when it is not among them any more, the dialog says so and does not just vanish. */
  const [opened, setOpened] = useState<ApplicationRow | null>(null);
  /** Whose slip came out and is to be handed over. */
  const [outId, setOutId] = useState<string | null>(null);
  const rows = snapshot === null ? null : slipRows(snapshot.rows);
  const ready = (id: string | null): ApplicationRow | undefined =>
    rows?.find(({ row, refusal }) => refusal === null && row.applicationId === id)?.row;
  const open = ready(opened?.applicationId ?? null) ?? opened;
  const out = ready(outId);
  return (
    <div className="desk-slips__list" ref={element} onClickCapture={guardClick}>
      <Section title={words.title} lead={words.lead}>
        {lostSince === null ? null : <Notice kind="warning">{words.lost}</Notice>}
        {out === undefined ? null : (
          <HandOver
            key={out.applicationId}
            client={client}
            application={out}
            handsOn={handsOn}
            onDone={() => setOutId(null)}
          />
        )}
        {rows === null ? (
          <p role="status">{words.loading}</p>
        ) : (
          <DataTable
            caption={words.table}
            isCaptionHidden
            empty={words.empty}
            rows={rows}
            keyOf={({ row }) => row.applicationId}
            columns={[
              { key: 'reference', heading: words.columns.reference, cell: ({ row }) => row.reference },
              { key: 'name', heading: words.columns.name, cell: ({ row }) => personOf(row) },
              { key: 'born', heading: words.columns.born, cell: ({ row }) => birthOf(row.dateOfBirth) },
              {
                key: 'state',
                heading: words.columns.state,
                cell: ({ refusal }) => (refusal === null ? words.ready : refusalSentences[refusal]),
              },
              {
                key: 'ways',
                heading: words.columns.ways,
                cell: ({ row, refusal }) =>
                  refusal === null ? (
                    <Button
                      isSmall
                      label={words.printFor(row.reference, fullNameOf(row))}
                      onPress={() => {
                        setOutId(null);
                        setOpened(row);
                      }}
                    >
                      {words.print}
                    </Button>
                  ) : null,
              },
            ]}
          />
        )}
      </Section>
      {open === null ? null : (
        <SlipDialog
          key={open.applicationId}
          client={client}
          application={open}
          printing={printing}
          onCameOut={() => {
            setOutId(open.applicationId);
            setOpened(null);
          }}
          onClose={() => setOpened(null)}
        />
      )}
    </div>
  );
}
