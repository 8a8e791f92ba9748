import { useContext, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { DeskRow } from '../../../preload/contract/desk/arrivals';
import { arrivalsWords } from '../../text/desk/arrivals';
import type { RowAction, RowExtra } from '../flow/actions';
import { countRows, orderRows, viewRows } from '../flow/rows';
import type { RowView } from '../flow/rows';
import { DeskFeedContext } from '../frame/deskContext';
import { useMachineNow } from '../frame/useMachineNow';
import { IsCovered } from '../parts/session';
import type { TabProps } from '../tabProps';
import { AlertsPanel } from './AlertsPanel';
import { ArrivalDialogs } from './ArrivalDialogs';
import type { OpenDialog } from './ArrivalDialogs';
import { EmptyTable } from './EmptyTable';
import { NotCheckedInPanel } from './NotCheckedInPanel';
import { QueuePanel } from './QueuePanel';
import { Refusal } from './Refusal';
import { RowTable } from './RowTable';
import type { Selection } from './RowTable';
import { Toolbar, searchId } from './Toolbar';
import { useActions } from './useActions';
import { useKeptFocus } from './useKeptFocus';
import { usePageKeys } from './usePageKeys';
import { useSecondClickGuard } from './useSecondClickGuard';
import { WorklistPanel } from './WorklistPanel';

/** A key that is held down does its work once: what the focus stands on may be somebody else by then. */
function swallowHeldKey(event: KeyboardEvent): void {
  const isTyping = event.target instanceof Element && event.target.matches('input, select');
  if (!event.repeat || isTyping || event.key.startsWith('Arrow') || event.key === 'Tab') return;
  event.preventDefault();
  event.stopPropagation();
}

const everybody: RowView = { filter: 'all', clinician: null, text: '' };

/** Who is here, who needs somebody, and what is left to mark: reception's page. */
export function ArrivalsTab({ client }: TabProps) {
  const { live, clock } = useContext(DeskFeedContext);
  const isCovered = useContext(IsCovered);
  const now = useMachineNow(clock);
  const [view, setView] = useState(everybody);
  const [selection, setSelection] = useState<Selection | null>(null);
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const [hasKeys, setKeys] = useState(true);
  const tab = useRef<HTMLDivElement>(null);
  const guardClick = useSecondClickGuard();
  useKeptFocus(tab);
  const { perform, setFlag, busy, refused, clearRefusal } = useActions(client);
  const rows = useMemo(() => viewRows(live.rows, view), [live.rows, view]);
  const counts = useMemo(() => countRows(live.rows), [live.rows]);
  const notCheckedIn = useMemo(() => orderRows(live.rows.filter((row) => row.stage === 'notCheckedIn')), [live.rows]);

  const isVisible = (): boolean => tab.current !== null && tab.current.offsetParent !== null;
  usePageKeys(hasKeys && !isCovered, {
    '/': () => {
      if (isVisible()) document.getElementById(searchId)?.focus();
    },
    '+': () => {
      if (isVisible()) setDialog({ kind: 'checkIn' });
    },
    '?': () => {
      if (isVisible()) setDialog({ kind: 'keys' });
    },
    '!': () => {
      if (isVisible()) tab.current?.querySelector<HTMLElement>('.desk-alert .desk-button')?.focus();
    },
  });

  function select(next: Selection | null): void {
    if (refused !== null && next?.visitId !== refused.visitId) clearRefusal();
    setSelection(next);
  }
  function openRow(visitId: string): void {
    if (!rows.some((row) => row.visitId === visitId)) setView(everybody);
    select({ visitId, isOpen: true });
  }
  async function act(row: DeskRow, action: RowAction, room: string | null = null): Promise<void> {
    // Why it was refused stands in the opened row.
    if (!(await perform(row, action, room))) setSelection({ visitId: row.visitId, isOpen: true });
  }
  function handleExtra(row: DeskRow, extra: RowExtra): void {
    if (extra === 'flag' || extra === 'unflag') void setFlag(row, extra === 'flag');
    else setDialog({ kind: extra, row });
  }

  const isRefusalShown = refused !== null && !rows.some((row) => row.visitId === refused.visitId);
  const { head } = live;
  const page =
    head === null ? (
      <p className="desk-starting" role="status">
        {arrivalsWords.starting}
      </p>
    ) : (
      <div
        className={`desk-arrivals${live.lostSince === null ? '' : ' desk-arrivals--lost'}`}
        ref={tab}
        onClickCapture={guardClick}
        onKeyDownCapture={swallowHeldKey}
      >
        <div className="desk-arrivals__left">
          <Toolbar
            view={view}
            counts={counts}
            clinicians={head.clinicians}
            onView={setView}
            onCheckIn={() => setDialog({ kind: 'checkIn' })}
            onKeys={() => setDialog({ kind: 'keys' })}
            onDown={() => tab.current?.querySelector<HTMLElement>('.desk-arrivals__row[tabindex="0"]')?.focus()}
          />
          {isRefusalShown ? <Refusal failure={refused.failure} /> : null}
          <div className="desk-arrivals__scroll">
            {rows.length === 0 ? (
              <EmptyTable isNobodyHere={live.rows.length === 0} onShowAll={() => setView(everybody)} />
            ) : (
              <RowTable
                rows={rows}
                head={head}
                now={now}
                selection={selection}
                onSelect={select}
                busy={busy}
                refused={refused}
                hasKeys={hasKeys}
                onAction={(row, action, room) => void act(row, action, room)}
                onExtra={handleExtra}
              />
            )}
          </div>
        </div>
        <div className="desk-arrivals__right">
          <AlertsPanel client={client} alerts={live.alerts} onOpen={openRow} />
          <WorklistPanel client={client} worklist={live.worklist} now={now} />
          <NotCheckedInPanel
            rows={notCheckedIn}
            busy={busy}
            onAction={(row, action) => void act(row, action)}
            onOpen={openRow}
          />
          {live.queue.length > 0 || head.walkIn !== null ? (
            <QueuePanel client={client} queue={live.queue} rooms={head.rooms} now={now} />
          ) : null}
        </div>
      </div>
    );
  return (
    <>
      {page}
      {/* Stays while nothing is known of anybody, as behind the lock: what was typed in it is unsaved work. */}
      <ArrivalDialogs
        client={client}
        dialog={dialog}
        live={live}
        hasKeys={hasKeys}
        onKeys={setKeys}
        onClose={() => setDialog(null)}
        onCheckedIn={openRow}
      />
    </>
  );
}
