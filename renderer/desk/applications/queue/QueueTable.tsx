import type { KeyboardEvent } from 'react';
import type { ApplicationRow } from '../../../../preload/contract/desk/applications';
import { adultAge } from '../../../../preload/contract/rules/ages';
import { agoOf, applicationsWords as words, kindOf, nextOf, personOf } from '../../../text/desk/applications';
import { minutesBetween } from '../../../text/desk/times';
import { isDue, isOverdue } from './queueRows';

interface QueueTableProps {
  rows: readonly ApplicationRow[];
  /** Machine instant, and the London day of it. */
  now: string;
  today: string;
  onOpen: (applicationId: string) => void;
}

const { columns } = words;
const headings = Object.entries(columns);

/** The open applications. Each row is opened by its reference; the arrow keys go from one to the next. */
export function QueueTable({ rows, now, today, onOpen }: QueueTableProps) {
  function handleKey(event: KeyboardEvent<HTMLElement>): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    const links = [...event.currentTarget.querySelectorAll<HTMLElement>('.desk-applications__link')];
    const place = links.findIndex((link) => link === document.activeElement);
    if (place === -1) return;
    event.preventDefault();
    links[place + step]?.focus();
  }
  return (
    <table className="desk-applications__table" aria-label={words.table}>
      <thead>
        <tr>
          {headings.map(([column, heading]) => (
            <th key={column} scope="col" className={`desk-applications__column--${column}`}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      {/* Only the buttons in it take keys; the arrows lead from one to the next. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <tbody onKeyDown={handleKey}>
        {rows.map((row) => (
          <QueueLine key={row.applicationId} row={row} now={now} today={today} onOpen={onOpen} />
        ))}
      </tbody>
    </table>
  );
}

function QueueLine({ row, now, today, onOpen }: Omit<QueueTableProps, 'rows'> & { row: ApplicationRow }) {
  const { applicationId, reference, age, dueOn, appointment } = row;
  const isLate = isOverdue(row, today);
  return (
    // The same as pressing the reference, for whoever uses a mouse.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events
    <tr className="desk-applications__row" onClick={() => onOpen(applicationId)}>
      <td>
        <button
          type="button"
          className="desk-applications__link"
          aria-label={words.open(reference, personOf(row))}
          data-application={applicationId}
          onClick={(event) => {
            event.stopPropagation();
            onOpen(applicationId);
          }}
        >
          {reference}
        </button>
      </td>
      <th scope="row">
        <div className="desk-applications__person">{personOf(row)}</div>
        <div className={age < adultAge ? 'desk-applications__young' : 'desk-applications__small'}>{words.age(age)}</div>
      </th>
      <td>{kindOf(row)}</td>
      <td className="desk-applications__number">{words.sentAgo(agoOf(minutesBetween(row.sentAt, now)))}</td>
      <td className="desk-applications__step">{nextOf(row)}</td>
      <td className={isLate ? 'desk-applications__late' : isDue(row, today) ? 'desk-applications__dueNow' : undefined}>
        {dueOn === null ? null : isLate ? words.overdue(dueOn) : isDue(row, today) ? words.dueToday : words.due(dueOn)}
      </td>
      <td className="desk-applications__number">{appointment === null ? null : words.appointmentAt(appointment)}</td>
      <td>
        <Flags row={row} />
      </td>
    </tr>
  );
}

function Flags({ row }: { row: ApplicationRow }) {
  const { duplicates } = row;
  return (
    <ul className="desk-applications__flags">
      {duplicates > 0 ? (
        <li className="desk-applications__flag" title={words.duplicatesTitle}>
          {words.duplicates(duplicates)}
        </li>
      ) : null}
    </ul>
  );
}
