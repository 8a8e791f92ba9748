import type { StoredApplication } from '../../domain/application/types';
import { safe } from './downtimePage';
import { formSections, type Fact, type Section, type StaffNames } from './formSections';
import { formWords as words } from './formWords';
import { demonstrationMark, given, paperPage, underEveryHead } from './paperPage';
import { timeOnPaper } from './paperTimes';

export interface FormPage {
  practice: string;
  isDemonstration: boolean;
  /** UTC instant at which the form is made. */
  at: string;
  /** How staff are called, by the ids of their accounts. */
  names: StaffNames;
}

/** The completed form of an application as a page to be printed. Everything anybody typed is text in it and nothing else. */
export function formPage(application: StoredApplication, { practice, isDemonstration, at, names }: FormPage): string {
  const { reference, kind, sentAt } = application;
  const head = [demonstrationMark(isDemonstration), safe(words.title), safe(reference)]
    .filter((part) => part !== '')
    .join(' · ');
  const top = factsTable([
    [words.practice, practice],
    [words.reference, reference],
    [words.sent, timeOnPaper(sentAt)],
    [words.kind, words.kinds[kind]],
  ]);
  const sections = formSections(application, names).map(sectionOf).join('');
  const body = `<main><h1>${safe(words.title)}</h1>${top}${sections}<p>${safe(words.made(timeOnPaper(at)))}</p></main>`;
  return paperPage({ title: words.title, body: underEveryHead(head, body) });
}

function sectionOf({ title, facts = [], decisions, statements, sentences = [] }: Section): string {
  return [
    `<section><h2>${safe(title)}</h2>`,
    facts.length === 0 ? '' : factsTable(facts),
    decisions === undefined ? '' : decisionsTable(decisions),
    statements === undefined ? '' : statementsList(statements),
    ...sentences.map((sentence) => `<p>${safe(sentence)}</p>`),
    '</section>',
  ].join('');
}

function factsTable(facts: readonly Fact[]): string {
  const rows = facts.map(([label, value]) => `<tr><th scope="row">${safe(label)}</th><td>${given(value)}</td></tr>`);
  return `<table class="facts"><tbody>${rows.join('')}</tbody></table>`;
}

function decisionsTable(decisions: NonNullable<Section['decisions']>): string {
  const headings = [words.service, words.decision, words.by, words.when]
    .map((name) => `<th scope="col">${safe(name)}</th>`)
    .join('');
  const rows = decisions.map(([service, ...cells]) => {
    const rest = cells.map((cell) => `<td>${given(cell)}</td>`).join('');
    return `<tr><th scope="row">${safe(service)}</th>${rest}</tr>`;
  });
  return `<table class="facts decisions"><thead><tr>${headings}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function statementsList({ lead, items }: NonNullable<Section['statements']>): string {
  const list = items.map(({ words: text, at }) => {
    const time = at === null ? '' : ` <span class="time">(${safe(words.agreedAt(at))})</span>`;
    return `<li>${given(text)}${time}</li>`;
  });
  return `<p>${given(lead)}</p><ol>${list.join('')}</ol>`;
}
