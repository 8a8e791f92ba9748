import { Fragment, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import type { DeskHead, DeskRow } from '../../../preload/contract/desk/arrivals';
import { arrivalsWords } from '../../text/desk/arrivals';
import type { RowAction, RowExtra } from '../flow/actions';
import { nextAction } from '../flow/actions';
import { actionOfKey } from '../flow/keys';
import type { AskFailure } from '../parts/useAsk';
import { RowActions } from './RowActions';
import { RowLine, rowIdOf } from './RowLine';

/** Which row is looked at, and whether it is open. */
export interface Selection {
  visitId: string;
  isOpen: boolean;
}

interface RowTableProps {
  rows: readonly DeskRow[];
  head: DeskHead;
  now: string;
  selection: Selection | null;
  onSelect: (selection: Selection | null) => void;
  /** Rows with a call under way. */
  busy: ReadonlySet<string>;
  /** What became of the latest action that failed. */
  refused: { visitId: string; failure: AskFailure } | null;
  hasKeys: boolean;
  onAction: (row: DeskRow, action: RowAction, room: string | null) => void;
  onExtra: (row: DeskRow, extra: RowExtra) => void;
}

const { columns } = arrivalsWords;
const headings = Object.entries(columns);

/** People who are here. Arrow keys move, Enter opens, Escape closes; with a row in the focus single letters act on it. */
export function RowTable(props: RowTableProps) {
  const { rows, head, now, selection, onSelect, busy, refused, hasKeys, onAction, onExtra } = props;
  const table = useRef<HTMLTableElement>(null);
  const selected = rows.find(({ visitId }) => visitId === selection?.visitId);
  const entry = selected ?? rows[0];

  function focusRow(visitId: string): void {
    table.current?.querySelector<HTMLElement>(`#${rowIdOf(visitId)}`)?.focus();
  }
  function handleRowKey(row: DeskRow, key: string): boolean {
    const place = rows.indexOf(row);
    const target = key === 'ArrowDown' ? rows[place + 1] : key === 'ArrowUp' ? rows[place - 1] : undefined;
    if (target !== undefined) {
      onSelect({ visitId: target.visitId, isOpen: false });
      focusRow(target.visitId);
      return true;
    }
    if (key === 'Enter' || key === ' ') {
      onSelect({ visitId: row.visitId, isOpen: true });
      requestAnimationFrame(() => focusBar(table.current, row.visitId));
      return true;
    }
    const action = hasKeys ? actionOfKey(key, row, head.calling) : null;
    if (action === null) return key === 'ArrowDown' || key === 'ArrowUp';
    onAction(row, action, null);
    return true;
  }
  function handleKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape' && selection?.isOpen) {
      onSelect({ ...selection, isOpen: false });
      focusRow(selection.visitId);
      return;
    }
    const row = rows.find(({ visitId }) => event.target instanceof Element && event.target.id === rowIdOf(visitId));
    if (row !== undefined && handleRowKey(row, event.key)) event.preventDefault();
  }

  return (
    <table
      className="desk-arrivals__table"
      // A table whose rows are chosen with the arrow keys is a grid.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role
      role="grid"
      aria-label={arrivalsWords.table}
      ref={table}
      onKeyDown={handleKey}
    >
      <thead>
        <tr>
          {headings.map(([column, heading]) => (
            <th key={column} scope="col" className={`desk-arrivals__head desk-arrivals__head--${column}`}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const isSelected = row.visitId === selection?.visitId;
          const isOpen = isSelected && (selection?.isOpen ?? false);
          const next = nextAction(row, head.calling);
          return (
            <Fragment key={row.visitId}>
              <RowLine
                row={row}
                now={now}
                isSelected={isSelected}
                isOpen={isOpen}
                isEntry={row === entry}
                isBusy={busy.has(row.visitId)}
                next={next}
                onOpen={() => onSelect({ visitId: row.visitId, isOpen: true })}
                onNext={() => {
                  onSelect({ visitId: row.visitId, isOpen });
                  if (next !== null) onAction(row, next, null);
                }}
              />
              {isOpen ? (
                <tr className="desk-arrivals__opened">
                  <td colSpan={headings.length}>
                    <RowActions
                      row={row}
                      head={head}
                      isBusy={busy.has(row.visitId)}
                      failure={refused?.visitId === row.visitId ? refused.failure : null}
                      onAction={(action, room) => onAction(row, action, room)}
                      onExtra={(extra) => onExtra(row, extra)}
                    />
                  </td>
                </tr>
              ) : null}
            </Fragment>
          );
        })}
      </tbody>
    </table>
  );
}

function focusBar(table: HTMLElement | null, visitId: string): void {
  table?.querySelector<HTMLElement>(`#${rowIdOf(visitId)} + tr button`)?.focus();
}
