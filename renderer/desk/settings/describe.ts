import { editorWords } from '../../text/desk/settings';
import { dayOf, startOf } from '../../text/desk/times';
import { ruleWords } from '../../text/desk/settingsRules';
import type { RuleName, RuleWords } from '../../text/desk/settingsRules';
import { ruleTable } from './ruleTable';
import type { Choice } from './ruleTable';
import { asHours, asList, asTable, asText, asTexts, shownNumber, weekdays } from './values';

/** A rule's value in words, for its default and for the table of an import. Never throws, whatever it is given. */
export function describe(name: RuleName, value: unknown): string {
  const { editor } = ruleTable[name];
  const { unit }: RuleWords = ruleWords[name];
  switch (editor.kind) {
    case 'number':
      if (value === null && editor.isOptional === true) return editorWords.none;
      return unit === undefined ? plain(value) : `${plain(value)} ${unit}`;
    case 'yesNo':
      return value === true ? editorWords.yes : value === false ? editorWords.no : plain(value);
    case 'text':
    case 'link':
    case 'code':
      return value === null ? editorWords.none : plain(value);
    case 'texts':
    case 'emailEndings':
    case 'birthdays':
      return listed(asTexts(value));
    case 'day':
      return value === null ? editorWords.none : dayWords(plain(value));
    case 'days':
      return listed(asTexts(value).map(dayWords));
    case 'choice':
      return choiceWords(editor.of, value);
    case 'window':
      return windowWords(value);
    case 'windowTable':
      return tableWords(value, windowWords);
    case 'choiceTable':
      return tableWords(value, (item) => choiceWords(editor.of, item));
    case 'placeTable':
      return tableWords(value, placeWords);
    case 'textTable':
      return tableWords(value, plain);
    case 'hours':
      return hoursWords(value);
    case 'week':
      return weekWords(value);
    case 'closedWeek':
      return closedWeekWords(value);
    case 'question':
      return questionWords(value);
    case 'reception':
      return receptionWords(value);
    case 'walkIn':
      return walkInWords(value);
  }
}

/** The words of a choice; what is no choice as it stands. */
export function choiceWords(of: Choice, value: unknown): string {
  const words: Readonly<Record<string, string>> = editorWords[of];
  return typeof value === 'string' && Object.hasOwn(words, value) ? (words[value] ?? value) : plain(value);
}

/** A day in words, or as it stands where it is none. */
export function dayWords(day: string): string {
  return isDay(day) ? `${dayOf(day)} ${day.slice(0, 4)}` : day;
}

function plain(value: unknown): string {
  if (value === undefined || value === null) return editorWords.nothing;
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? editorWords.nothing);
}

function listed(texts: readonly string[]): string {
  return texts.length === 0 ? editorWords.none : texts.join(', ');
}

function tableWords(value: unknown, words: (item: unknown) => string): string {
  const rows = Object.entries(asTable(value)).map(([name, item]) => `${name}: ${words(item)}`);
  return rows.length === 0 ? editorWords.none : rows.join('; ');
}

function windowWords(value: unknown): string {
  const { earlyMinutes, lateMinutes } = asTable(value) as { earlyMinutes?: unknown; lateMinutes?: unknown };
  return `${shownNumber(earlyMinutes)} minutes before to ${shownNumber(lateMinutes)} after`;
}

function placeWords(value: unknown): string {
  const { waitingArea, room } = asTable(value) as { waitingArea?: unknown; room?: unknown };
  const parts = [waitingArea, room].map(asText).filter((part) => part !== '');
  return parts.length === 0 ? editorWords.nothing : parts.join(' / ');
}

function hoursWords(value: unknown): string {
  return listed(asHours(value).map(({ from, to }) => `${clockWords(from)} to ${clockWords(to)}`));
}

function weekWords(value: unknown): string {
  if (value === null) return editorWords.neverClosed;
  const week = asTable(value);
  return weekdays
    .map((day) => {
      const isClosed = asList(week[day]).length === 0;
      return `${editorWords.weekdays[day]} ${isClosed ? editorWords.closed.toLowerCase() : hoursWords(week[day])}`;
    })
    .join('; ');
}

/** Only the days that have hours: in these something is not to be had, and the others are nothing to speak of. */
function closedWeekWords(value: unknown): string {
  const week = asTable(value);
  const days = weekdays.filter((day) => asList(week[day]).length > 0);
  if (days.length === 0) return editorWords.none;
  return days.map((day) => `${editorWords.weekdays[day]} ${hoursWords(week[day])}`).join('; ');
}

function questionWords(value: unknown): string {
  if (value === null) return editorWords.noQuestionSet;
  const { text, choices } = asTable(value) as { text?: unknown; choices?: unknown };
  return `${asText(text)} (${listed(asTexts(choices))})`;
}

function receptionWords(value: unknown): string {
  const offered = asList(value)
    .map(asTable)
    .filter((choice) => choice['isOffered'] === true)
    .map((choice) => {
      const own = asText(choice['label']);
      const kinds: Readonly<Record<string, string>> = editorWords.reception;
      const marks = [
        asText(choice['words']) === '' ? '' : editorWords.ownWords,
        choice['givesTicket'] === true ? editorWords.givesTicket.toLowerCase() : '',
        choice['raisesAlert'] === true ? editorWords.raisesAlert.toLowerCase() : '',
      ].filter((mark) => mark !== '');
      const name = own === '' ? (kinds[asText(choice['kind'])] ?? asText(choice['kind'])) : own;
      return marks.length === 0 ? name : `${name} (${marks.join(', ')})`;
    });
  return offered.length === 0 ? editorWords.none : offered.join('; ');
}

function walkInWords(value: unknown): string {
  if (value === null) return editorWords.noSession;
  const { name, day, until } = asTable(value) as { name?: unknown; day?: unknown; until?: unknown };
  return editorWords.session(asText(name), dayWords(asText(day)), clockWords(asText(until)));
}

function clockWords(time: string): string {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(time) ? startOf(time) : time;
}

function isDay(day: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(`${day}T00:00:00Z`));
}
