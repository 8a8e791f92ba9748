import type { DeskHead } from '../../../preload/contract/desk/arrivals';
import { frameWords } from '../../text/desk/frame';
import { durationOf, minutesBetween, startOf } from '../../text/desk/times';
import { Icon } from '../../ui/Icon';

/** Minutes after which a list is said to be old (design §6). */
const freshMinutes = 15;

interface HeadStatusProps {
  head: DeskHead;
  unmarked: number;
  now: string;
  onLists: () => void;
}

/** What every receptionist must be able to see at any moment: can patients check in, how old is the list, what is left to mark. */
export function HeadStatus({ head, unmarked, now, onLists }: HeadStatusProps) {
  const { checkIn, list, desks, walkIn } = head;
  return (
    <div className="desk-status" role="group" aria-label={frameWords.status}>
      {checkIn.state === 'open' ? (
        <span className="desk-status__item desk-status__item--good">
          <Icon name="tick" />
          {frameWords.open}
        </span>
      ) : (
        <span className="desk-status__item desk-status__item--bad">
          <Icon name="warning" />
          {frameWords.closed(checkIn.reason)}
        </span>
      )}
      <ListAge list={list} now={now} onLists={onLists} />
      {list !== null && list.notFound > 0 ? (
        <span className="desk-status__item" title={frameWords.notFoundTitle}>
          {frameWords.notFound(list.notFound)}
        </span>
      ) : null}
      <span
        className={`desk-status__item${unmarked > 0 ? ' desk-status__item--count' : ''}`}
        title={frameWords.unmarkedTitle}
      >
        {frameWords.unmarked(unmarked)}
      </span>
      {walkIn === null ? null : (
        <span className="desk-status__item">{frameWords.walkIn(walkIn.name, startOf(walkIn.until))}</span>
      )}
      <span className="desk-status__item desk-status__item--least">{frameWords.desks(desks)}</span>
    </div>
  );
}

function ListAge({ list, now, onLists }: Pick<DeskHead, 'list'> & { now: string; onLists: () => void }) {
  const age = list === null ? 0 : minutesBetween(list.asOf, now);
  const isOld = list === null || age > freshMinutes;
  const words = list === null ? frameWords.noList : frameWords.listAsOf(list.asOf);
  return (
    <button
      type="button"
      className={`desk-status__item desk-status__lists${isOld ? ' desk-status__item--amber' : ''}`}
      aria-label={`${words}${isOld && list !== null ? `, ${frameWords.listOld(durationOf(age))}` : ''}: ${frameWords.toLists}`}
      onClick={onLists}
    >
      {isOld ? <Icon name="clock" /> : null}
      {words}
      {isOld && list !== null ? ` (${frameWords.listOld(durationOf(age))})` : null}
    </button>
  );
}
