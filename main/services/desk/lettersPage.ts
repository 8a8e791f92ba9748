import type { Day } from '../../../preload/contract/rules/dates';
import type { StoredReview } from '../../store/proxyReviews';
import { letters, lettersWords as words, type LetterFacts, type LetterWords } from './lettersWords';
import { demonstrationMark, given, paperPage } from './paperPage';
import { dayOnPaper } from './paperTimes';

export interface LettersPage {
  practice: string;
  isDemonstration: boolean;
  today: Day;
}

/** Two letters, each on a page of its own: to the patient, and to the person with access. Names are text in them and nothing else. */
export function lettersPage(
  { kind, people, dueOn }: Pick<StoredReview, 'kind' | 'people' | 'dueOn'>,
  page: LettersPage,
): string {
  const patient = fullName(people.patient);
  const asker = fullName(people.asker);
  const facts = { patient, asker, when: dayOnPaper(dueOn) };
  const body = [
    letterOf(letters[kind].patient, patient, facts, page),
    letterOf(letters[kind].asker, asker, facts, page),
  ].join('');
  return paperPage({ title: words.title, body });
}

function letterOf(
  { heading, paragraphs }: LetterWords,
  to: string,
  facts: LetterFacts,
  { practice, isDemonstration, today }: LettersPage,
): string {
  const mark = demonstrationMark(isDemonstration);
  const text = [words.dear(to), ...paragraphs(facts), words.ask(practice), words.never, words.from(practice)];
  return [
    '<article class="letter">',
    mark === '' ? '' : `<p>${mark}</p>`,
    `<p>${given(practice)}<br>${given(dayOnPaper(today))}</p>`,
    `<div class="address">${given(words.addressBlock)}</div>`,
    `<h1>${given(heading)}</h1>`,
    ...text.map((paragraph) => `<p>${given(paragraph)}</p>`),
    '</article>',
  ].join('');
}

function fullName({ firstName, lastName }: { firstName: string; lastName: string }): string {
  return `${firstName} ${lastName}`;
}
