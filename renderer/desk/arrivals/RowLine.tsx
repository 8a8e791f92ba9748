import type { DeskRow, RowAppointment } from '../../../preload/contract/desk/arrivals';
import { arrivalsWords, nameOf } from '../../text/desk/arrivals';
import { startOf } from '../../text/desk/times';
import type { RowAction } from '../flow/actions';
import { Button } from '../parts/Button';
import { Flags } from './Flags';
import { stateWords } from './stateWords';

interface RowLineProps {
  row: DeskRow;
  now: string;
  isSelected: boolean;
  isOpen: boolean;
  /** Reached with the Tab key: the selected row, or the first. */
  isEntry: boolean;
  isBusy: boolean;
  next: RowAction | null;
  onOpen: () => void;
  onNext: () => void;
}

const { actions, actionFor } = arrivalsWords;

/** One person who is here, in a line; pressing it opens what can be done. */
export function RowLine(props: RowLineProps) {
  const { row, now, isSelected, isOpen, isEntry, isBusy, next, onOpen, onNext } = props;
  const shown = [...row.appointments].sort((one, other) => (one.start < other.start ? -1 : 1));
  return (
    <tr
      id={rowIdOf(row.visitId)}
      className={`desk-arrivals__row desk-arrivals__row--${row.stage}${isOpen ? ' is-open' : ''}`}
      aria-selected={isSelected}
      tabIndex={isEntry ? 0 : -1}
      onClick={onOpen}
    >
      <td className="desk-arrivals__start">
        {shown.length === 0
          ? arrivalsWords.noStart
          : shown.map((one) => <div key={keyOf(one)}>{startOf(one.start)}</div>)}
      </td>
      <th scope="row" className="desk-arrivals__name">
        <div className="desk-arrivals__person">{nameOf(row)}</div>
        <div className="desk-arrivals__small">{arrivalsWords.born(row.dateOfBirth)}</div>
      </th>
      <td className="desk-arrivals__clinicians">
        {shown.map((one) => (
          <Clinician key={keyOf(one)} appointment={one} />
        ))}
      </td>
      <td className="desk-arrivals__ticket">{row.ticket}</td>
      <td>
        <Flags row={row} />
      </td>
      <td className="desk-arrivals__state">
        <div>{stateWords(row, now)}</div>
        <div className="desk-arrivals__small">{arrivalsWords.hereSince(row.since)}</div>
      </td>
      <td className="desk-arrivals__next">
        {next === null ? null : (
          // The row behind it must not open as well.
          // oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events
          <div onClick={(event) => event.stopPropagation()}>
            <Button
              isSmall
              isDisabled={isBusy}
              isPassedOver={!isEntry}
              label={actionFor(actions[next], nameOf(row))}
              onPress={onNext}
            >
              {actions[next]}
            </Button>
          </div>
        )}
      </td>
    </tr>
  );
}

function Clinician({ appointment }: { appointment: RowAppointment }) {
  const { clinician, room, movedFrom } = appointment;
  return (
    <div
      className="desk-arrivals__clinician"
      title={movedFrom === null ? undefined : arrivalsWords.movedFrom(movedFrom)}
    >
      {clinician} {room === null ? null : <span className="desk-arrivals__room">{arrivalsWords.room(room)}</span>}
      {movedFrom === null ? null : <div className="desk-arrivals__small">{arrivalsWords.movedFrom(movedFrom)}</div>}
    </div>
  );
}

const keyOf = (one: RowAppointment): string =>
  one.arrivalId ?? `${one.start} ${one.clinician} ${String(one.appointmentId)}`;

/** Id of a row's element, to give it the focus. */
export const rowIdOf = (visitId: string): string => `row-${visitId}`;
