import { useEffect, useRef } from 'react';
import type { DowntimeSheet as Sheet } from '../../../preload/contract/desk/today';
import { downtimeWords as words } from '../../text/desk/downtime';
import { birthOf, startOf } from '../../text/desk/times';
import { Button } from '../parts/Button';
import { Notice } from '../parts/Notice';

type Row = Sheet['rows'][number];

/** A browser prints; the desk's own window on the kiosk machine has no printer of its own. */
function canPrint(): boolean {
  return window.location.protocol !== 'reception-kiosk:';
}

/** The sheet as it is printed, on the screen too. Goes to the printer by itself: one click was asked for. */
export function DowntimeSheet({ sheet, onClose }: { sheet: Sheet; onClose: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
    if (canPrint()) window.print();
  }, []);
  const { isDemonstration, practice, rows } = sheet;
  const about = (
    <>
      {isDemonstration ? <b className="desk-sheet__demonstration">{words.demonstration}</b> : null}
      <b>{practice}</b> {words.title}, {words.about(sheet)}
    </>
  );
  return (
    <div className="desk-page desk-sheet desk-print">
      <div className="desk-sheet__top">
        <h2 ref={heading} tabIndex={-1} className="desk-sheet__title">
          {words.title}
        </h2>
        {canPrint() ? (
          <Button kind="primary" onPress={() => window.print()}>
            {words.again}
          </Button>
        ) : null}
        <Button onPress={onClose}>{words.back}</Button>
        {canPrint() ? null : <Notice kind="info">{words.cannotPrint}</Notice>}
        <p className="desk-sheet__lead">{words.lead}</p>
      </div>
      <table className="desk-sheet__table">
        <caption className="desk-hidden">{words.caption}</caption>
        <thead>
          <tr>
            {/* Comes again at the top of every printed page: a page that is dropped says what it is. */}
            <td colSpan={columns.length} className="desk-sheet__about">
              {about}
            </td>
          </tr>
          <tr>
            {columns.map((name) => (
              <th key={name} scope="col" className={`desk-sheet__${name}`}>
                {words.columns[name]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // Two rows may be alike in everything, and rows of a sheet never move.
            // oxlint-disable-next-line react/no-array-index-key
            <SheetLine key={index} row={row} />
          ))}
        </tbody>
      </table>
      {rows.length === 0 ? <p>{words.empty}</p> : null}
    </div>
  );
}

const columns = ['start', 'name', 'born', 'clinician', 'how', 'arrived', 'ticket', 'marked', 'notes'] as const;

function SheetLine({ row }: { row: Row }) {
  const isToMark = row.arrivedAt !== null && !row.isMarked;
  const isOff = row.listed === 'cancelled' && row.arrivedAt === null;
  const name = `${row.lastName}, ${row.firstName}`;
  return (
    <tr>
      <td className="desk-sheet__start">{startOf(row.start)}</td>
      <td className="desk-sheet__who">{isOff ? <s>{name}</s> : name}</td>
      <td className="desk-sheet__born">{birthOf(row.dateOfBirth)}</td>
      <td>{row.clinician}</td>
      <td>{howOf(row)}</td>
      <td className="desk-sheet__arrived">{arrivedOf(row)}</td>
      <td>{row.ticket}</td>
      <td className="desk-sheet__marked">{isToMark ? <b>{words.toMark}</b> : row.isMarked ? words.isMarked : null}</td>
      <td>&nbsp;</td>
    </tr>
  );
}

/** By phone, cancelled, seen: whatever keeps somebody from being waited for. */
function howOf({ mode, listed }: Row): string {
  const status = listed === null ? words.notOnList : words.statuses[listed];
  return [words.modes[mode], status].filter((text) => text !== '').join(', ');
}

function arrivedOf({ arrivedAt, listed, isMarked }: Row): string | null {
  if (arrivedAt !== null) return startOf(arrivedAt);
  return listed !== null && isMarked ? words.arrivedByList : null;
}
