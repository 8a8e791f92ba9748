import type { DeskRow } from '../../../preload/contract/desk/arrivals';
import { arrivalsWords, nameOf, reasonOf } from '../../text/desk/arrivals';
import { startOf } from '../../text/desk/times';
import type { RowAction } from '../flow/actions';
import { openAppointments } from '../flow/actions';
import { firstAppointment } from '../flow/rows';
import { Button } from '../parts/Button';
import { Panel } from './Panel';

const { notCheckedIn: words, actions, actionFor } = arrivalsWords;

interface NotCheckedInPanelProps {
  rows: readonly DeskRow[];
  busy: ReadonlySet<string>;
  onAction: (row: DeskRow, action: RowAction) => void;
  onOpen: (visitId: string) => void;
}

/** Who is here and was sent to reception: why, and the two things to do about it. */
export function NotCheckedInPanel({ rows, busy, onAction, onOpen }: NotCheckedInPanelProps) {
  return (
    <Panel title={words.title} count={rows.length} empty={words.empty}>
      <ul className="desk-panel-box__list">
        {rows.map((row) => {
          const appointment = firstAppointment(row);
          const button = (action: RowAction) => (
            <Button
              isSmall
              isDisabled={busy.has(row.visitId)}
              label={actionFor(actions[action], nameOf(row))}
              onPress={() => onAction(row, action)}
            >
              {actions[action]}
            </Button>
          );
          return (
            <li key={row.visitId} className="desk-work">
              <button type="button" className="desk-alert__person" onClick={() => onOpen(row.visitId)}>
                {nameOf(row)}
              </button>
              <div className="desk-work__words">
                <p className="desk-work__reason">{reasonOf(row)}</p>
                {appointment === undefined ? null : (
                  <p className="desk-arrivals__small">
                    {startOf(appointment.start)} {appointment.clinician}
                  </p>
                )}
              </div>
              <div className="desk-work__buttons">
                {openAppointments(row).length > 0 ? button('checkIn') : null}
                {button('lookedAfter')}
              </div>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
