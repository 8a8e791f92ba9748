import { useEffect, useId, useState } from 'react';
import type { FoundPatient } from '../../../preload/contract/desk/arrivals';
import { arrivalsWords, nameOf } from '../../text/desk/arrivals';
import { startOf } from '../../text/desk/times';
import type { DeskClient } from '../deskClient';
import { Modal } from '../parts/Modal';
import { Notice } from '../parts/Notice';
import { useAsk } from '../parts/useAsk';
import { useFocusAtFirst } from '../parts/useFocusAtFirst';
import { Refusal } from './Refusal';

const { byHand: words } = arrivalsWords;
/** Milliseconds after the last key before the machine is asked. */
const typingPause = 150;

interface CheckInDialogProps {
  client: DeskClient;
  onClose: () => void;
  /** Somebody was checked in, or is here already: their row is shown. */
  onDone: (visitId: string) => void;
}

/** Checks in by hand: type, choose with the arrow keys, Enter. Stays open for the next person. */
export function CheckInDialog({ client, onClose, onDone }: CheckInDialogProps) {
  const id = useId();
  const finding = useAsk();
  const checking = useAsk();
  const [text, setText] = useState('');
  const [found, setFound] = useState<{ text: string; people: FoundPatient[] } | null>(null);
  const [place, setPlace] = useState(0);
  const [latest, setLatest] = useState<string | null>(null);
  const box = useFocusAtFirst<HTMLInputElement>(true);
  const { ask: find } = finding;
  const typed = text.trim();

  useEffect(() => {
    if (typed === '') return;
    let isCurrent = true;
    const timer = setTimeout(() => {
      void find(() => client.arrivals.find({ text: typed })).then((people) => {
        if (!isCurrent || people === null) return;
        setFound({ text: typed, people });
        setPlace(0);
      });
    }, typingPause);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [client, find, typed]);

  const people = typed !== '' && found?.text === typed ? found.people : [];
  const chosen = people[place];

  async function checkIn(person: FoundPatient): Promise<void> {
    if (person.visitId !== null && person.appointments.every(({ listed }) => listed === 'arrived')) {
      onDone(person.visitId);
      return;
    }
    const done = await checking.ask(() => client.arrivals.checkIn({ appointmentIds: person.appointmentIds }));
    if (done === null) return;
    setLatest(nameOf(person));
    setText('');
    onDone(done.visitId);
    box.current?.focus();
  }

  return (
    <Modal title={words.title} onClose={onClose}>
      {latest === null ? null : <Notice kind="success">{words.done(latest)}</Notice>}
      <Refusal failure={checking.failure ?? finding.failure} />
      <div className="desk-field">
        <label className="desk-field__label" htmlFor={id}>
          {words.label}
        </label>
        <p className="desk-field__hint" id={`${id}-hint`}>
          {words.hint}
        </p>
        <input
          id={id}
          ref={box}
          className="desk-input desk-input--full"
          role="combobox"
          aria-expanded={people.length > 0}
          aria-controls={`${id}-found`}
          aria-activedescendant={chosen === undefined ? undefined : `${id}-${String(place)}`}
          aria-describedby={`${id}-hint`}
          autoComplete="off"
          spellCheck={false}
          maxLength={80}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown') setPlace(Math.min(place + 1, people.length - 1));
            else if (event.key === 'ArrowUp') setPlace(Math.max(place - 1, 0));
            else if (event.key === 'Enter' && chosen !== undefined && !checking.isBusy) void checkIn(chosen);
            else return;
            event.preventDefault();
          }}
        />
      </div>
      <p className="desk-hidden" role="status">
        {typed !== '' && found?.text === typed ? `${String(people.length)} ${words.results}` : ''}
      </p>
      <div className="desk-found" role="listbox" id={`${id}-found`} aria-label={words.results}>
        {people.map((person, number) => (
          // Chosen with the keys of the field above.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={person.appointmentIds.join(' ')}
            id={`${id}-${String(number)}`}
            className="desk-found__person"
            role="option"
            tabIndex={-1}
            aria-selected={number === place}
            onClick={() => {
              if (!checking.isBusy) void checkIn(person);
            }}
          >
            <Person person={person} />
          </div>
        ))}
      </div>
      {typed !== '' && found?.text === typed && people.length === 0 ? <p>{words.none}</p> : null}
    </Modal>
  );
}

function Person({ person }: { person: FoundPatient }) {
  return (
    <>
      <span className="desk-found__words">
        <b>{nameOf(person)}</b> <span className="desk-arrivals__small">{arrivalsWords.born(person.dateOfBirth)}</span>
        {person.appointments.map((one) => (
          <span key={`${one.start} ${one.clinician}`} className="desk-found__appointment">
            {[`${startOf(one.start)} ${one.clinician}`, words.modes[one.mode], words.listed[one.listed]]
              .filter((part) => part !== '')
              .join(', ')}
          </span>
        ))}
      </span>
      <span className="desk-found__do">{person.visitId === null ? words.checkIn : words.isHere}</span>
    </>
  );
}
