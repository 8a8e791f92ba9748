import type { BringNote, Invitation, Ticket } from '../../domain/slip/types';
import type { ComeBack } from '../../../preload/contract/desk/applications';
import { safe } from '../desk/downtimePage';
import { given } from '../desk/paperPage';
import { codeOf, footOf, headOf, ownCodeOf, stepsOf, type Drawing, type Say } from './parts';

/** To somebody without an account: what it is good for and how to start. No detail of anybody. */
export function invitationPaper(invitation: Invitation, drawing: Drawing): string {
  const { say } = drawing;
  const can = [0, 1, 2].map((index) => `<li>${say((words) => words.invitation.can[index] ?? '')}</li>`);
  return [
    headOf(
      invitation,
      say((words) => words.invitation.heading),
    ),
    '<section class="letter">',
    `<p class="whose"><span class="inline">${say((words) => words.invitation.dear)}</span> <b>${given(invitation.name)}</b></p>`,
    `<p>${say((words) => words.invitation.lead)}</p><ul class="can">${can.join('')}</ul>`,
    '</section>',
    codeOf(drawing, invitation.link),
    stepsOf(
      say,
      say((words) => words.invitation.how),
      (words) => words.invitation.steps,
    ),
    `<section class="notes"><p class="strong">${say((words) => words.invitation.noPhotoId)}</p>`,
    `<p>${say((words) => words.invitation.choice)}</p><p>${say((words) => words.invitation.nothingOfYou)}</p></section>`,
    footOf(drawing, invitation),
  ].join('');
}

/** A reference or a ticket, large, and nothing else. */
export function ticketPaper(ticket: Ticket, drawing: Drawing): string {
  const { say } = drawing;
  const { holds } = ticket;
  const shown = holds.kind === 'reference' ? holds.reference : holds.ticket;
  return [
    headOf(
      ticket,
      say((words) => words.ticket[holds.kind]),
    ),
    `<p class="shown">${safe(shown)}</p>`,
    holds.kind === 'reference' ? ownCodeOf(drawing, holds.reference) : '',
    `<p class="next">${say((words) => (holds.kind === 'reference' ? words.ticket.referenceNext : words.ticket.ticketNext))}</p>`,
    `<p class="worse">${say((words) => words.ticket.worse)}</p>`,
    footOf(drawing, ticket),
  ].join('');
}

/** What to bring the next time. It names nobody, and of "on your own" it says nothing that somebody who reads along could take amiss. */
export function bringPaper(note: BringNote, drawing: Drawing): string {
  const { say } = drawing;
  return [
    headOf(
      note,
      say((words) => words.bring.heading),
    ),
    `<p class="lead">${say((words) => words.bring.lead)}</p>`,
    `<section class="items"><ul class="ticks">${note.missing.map((kind) => bringItem(say, note, kind)).join('')}</ul></section>`,
    `<section class="notes"><h2>${say((words) => words.bring.when)}</h2><p>${given(note.identityCheckHours)}</p>`,
    `<p class="strong">${say((words) => words.bring.care)}</p></section>`,
    footOf(drawing, note),
  ].join('');
}

function bringItem(say: Say, note: BringNote, kind: ComeBack): string {
  const documents = { photo: note.photoDocuments, address: note.addressDocuments };
  const list = kind === 'photo' || kind === 'address' ? documents[kind] : [];
  return [
    `<li><span class="tick"></span><div><h2>${say((words) => words.bring.items[kind].heading)}</h2>`,
    list.length === 0
      ? ''
      : `<p>${say((words) => words.bring.oneOf)}</p><ul class="some">${list.map(document).join('')}</ul>`,
    `<p>${say((words) => words.bring.items[kind].text)}</p>`,
    kind === 'address' ? `<p>${say((words) => words.bring.dated(note.addressWithinMonths))}</p>` : '',
    '</div></li>',
  ].join('');
}

function document(name: string): string {
  return `<li>${given(name)}</li>`;
}
