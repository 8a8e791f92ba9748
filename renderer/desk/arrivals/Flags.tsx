import type { DeskRow } from '../../../preload/contract/desk/arrivals';
import { arrivalsWords } from '../../text/desk/arrivals';
import { Icon } from '../../ui/Icon';
import type { IconName } from '../../ui/Icon';
import { unmarkedOf } from '../flow/actions';
import { hasAppointment } from '../flow/rows';

interface Flag {
  icon: IconName;
  words: string;
  /** `strong`: changes what staff do next; `plain`: good to know. */
  look: 'strong' | 'plain';
  title?: string;
}

const { flags: words } = arrivalsWords;

/** What staff must know of somebody before they call them. A sign never stands without its words. */
export function Flags({ row }: { row: DeskRow }) {
  return (
    <ul className="desk-arrivals__flags">
      {flagsOf(row).map((flag) => (
        <li key={flag.words} className={`desk-flag desk-flag--${flag.look}`} title={flag.title}>
          <Icon name={flag.icon} />
          <span>{flag.words}</span>
        </li>
      ))}
    </ul>
  );
}

function flagsOf(row: DeskRow): Flag[] {
  const flags: (Flag | false)[] = [
    row.isToFetch && { icon: 'person', words: words.fetch, look: 'strong' },
    hasAppointment(row, ({ isPrivate }) => isPrivate) && { icon: 'moon', words: words.private, look: 'strong' },
    hasAppointment(row, ({ state }) => state === 'disputed') && {
      icon: 'question',
      words: words.disputed,
      look: 'strong',
    },
    hasAppointment(row, ({ isToCheck }) => isToCheck) && {
      icon: 'warning',
      words: words.check,
      look: 'strong',
      title: words.checkTitle,
    },
    row.isFlagged && { icon: 'warning', words: words.flagged, look: 'strong' },
    ...needFlags(row),
    hasAppointment(row, ({ isLate }) => isLate) && { icon: 'clock', words: words.late, look: 'plain' },
    unmarkedOf(row).length > 0 && { icon: 'pen', words: words.toMark, look: 'plain' },
    row.ownAnswer !== null && {
      icon: 'paper',
      words: words.ownAnswer(row.ownAnswer.choice),
      look: 'plain',
      title: arrivalsWords.callQuestion(row.ownAnswer.question, row.ownAnswer.choice),
    },
    row.note !== null && { icon: 'paper', words: words.note(row.note), look: 'plain' },
  ];
  return flags.filter((flag) => flag !== false);
}

/** What they asked for by name; else that the list or they themselves say there is a need. */
function needFlags({ needs, interpreter, hasListedNeed }: DeskRow): Flag[] {
  const named = needs.map((need): Flag => ({
    icon: 'people',
    words: need === 'interpreter' && interpreter !== null ? words.interpreter(interpreter) : words.needs[need],
    look: 'plain',
    title: words.communication,
  }));
  if (named.length > 0) return named;
  return hasListedNeed ? [{ icon: 'people', words: words.communication, look: 'plain', title: words.listedNeed }] : [];
}
