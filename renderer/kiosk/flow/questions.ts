import { readDateOfBirth } from '../../../preload/contract/rules/dates';
import type { Day } from '../../../preload/contract/rules/dates';
import { readLetter } from '../../../preload/contract/rules/letter';
import { readPostcode } from '../../../preload/contract/rules/postcode';
import { focusDateField } from './dateEntry';
import type {
  DateAnswer,
  DateOfBirthScreen,
  FlowState,
  LetterAnswer,
  LetterScreen,
  PostcodeScreen,
  Question,
} from './state';
import { ask, emptyDateOfBirth, endVisit, show } from './transitions';

/** `Continue`: reads the field; goes on, or stays with a message and what was typed (NHS pattern "There is a problem"). */
export function continueFrom(state: FlowState, screen: Question, today: Day): FlowState {
  switch (screen.kind) {
    case 'dateOfBirth':
      return continueFromDate(state, screen, today);
    case 'letter':
      return continueFromLetter(state, screen);
    case 'postcode':
      return continueFromPostcode(state, screen);
  }
}

function continueFromDate(state: FlowState, screen: DateOfBirthScreen, today: Day): FlowState {
  const reading = readDateOfBirth(screen.entry, today);
  if (!reading.ok) {
    const field = reading.fields[0] ?? 'day';
    const isFieldSelected = screen.entry[field] !== '';
    return show(state, { ...focusDateField(screen, field), isFieldSelected, problem: reading });
  }
  const { dateOfBirth } = reading;
  const { barcode, entry: dateEntry } = screen;
  if (barcode !== null) {
    const claim = { by: 'barcode', dateOfBirth, appointmentId: barcode } as const;
    return ask(state, claim, { by: 'barcode', dateOfBirth, dateEntry, barcode });
  }
  return screen.attempt === 'first'
    ? show(state, { kind: 'letter', dateOfBirth, dateEntry, text: '', problem: null })
    : show(state, { kind: 'postcode', known: { by: 'postcode', dateOfBirth, dateEntry }, text: '', problem: null });
}

function continueFromLetter(state: FlowState, screen: LetterScreen): FlowState {
  const reading = readLetter(screen.text);
  if (!reading.ok) return show(state, { ...screen, problem: reading });
  const { dateOfBirth, dateEntry } = screen;
  const { letter } = reading;
  return ask(state, { by: 'letter', dateOfBirth, letter }, { by: 'letter', dateOfBirth, dateEntry, letter });
}

function continueFromPostcode(state: FlowState, screen: PostcodeScreen): FlowState {
  const reading = readPostcode(screen.text);
  if (!reading.ok) return show(state, { ...screen, problem: reading });
  const { known } = screen;
  const { dateOfBirth } = known;
  const { postcode } = reading;
  const claim =
    known.by === 'letter'
      ? { by: known.by, dateOfBirth, letter: known.letter, postcode }
      : { by: known.by, dateOfBirth, postcode };
  return ask(state, claim, known);
}

/** `Back`: the question before, with what was answered there. From the first question, Welcome. */
export function backFrom(state: FlowState, screen: Question): FlowState {
  switch (screen.kind) {
    case 'dateOfBirth':
      return endVisit(state, state.display);
    case 'letter':
      return show(state, filledDate('first', screen.dateEntry));
    case 'postcode':
      return show(state, screen.known.by === 'letter' ? filledLetter(screen.known) : filledDateAgain(screen.known));
  }
}

function filledDate(attempt: DateOfBirthScreen['attempt'], entry: DateOfBirthScreen['entry']): DateOfBirthScreen {
  return { ...emptyDateOfBirth(attempt), entry, isFieldSelected: true };
}

function filledDateAgain(known: DateAnswer): DateOfBirthScreen {
  return filledDate('second', known.dateEntry);
}

function filledLetter(known: LetterAnswer): LetterScreen {
  const { dateOfBirth, dateEntry, letter } = known;
  return { kind: 'letter', dateOfBirth, dateEntry, text: letter, problem: null };
}
