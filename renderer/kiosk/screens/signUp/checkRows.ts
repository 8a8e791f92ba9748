import type { TFunction } from 'i18next';
import { readDateOfBirth } from '../../../../preload/contract/rules/dates';
import type { Day } from '../../../../preload/contract/rules/dates';
import { groupNhsNumber } from '../../../../preload/contract/rules/nhsNumber';
import { formatDateOfBirth } from '../../../text/birthDates';
import { hasContact } from '../../flow/signUp/draft';
import type { Draft, SignUpPage } from '../../flow/signUp/state';
import type { DateEntry } from '../../flow/state';
import { spacedPostcode } from './postcodes';

/** A row of "Check your answers": what was asked, what was answered, and the page to change it on. */
export interface CheckRow {
  label: string;
  /** A paragraph each; never empty. */
  answers: readonly string[];
  page: SignUpPage;
}

/**
 * Everything that will be sent and can be changed, in the order it was asked in, and nothing else. What was agreed to is not among it: it was
 * agreed to word by word.
 */
export function checkRows(t: TFunction<'kiosk'>, draft: Draft, today: Day): CheckRow[] {
  switch (draft.who) {
    case 'me':
      return [...aboutMe(t, draft, today), ...forMe(t, draft), ...contact(t, draft), ...wanted(t, draft)];
    case 'someoneElse':
      return [
        ...relation(t, draft),
        ...aboutMe(t, draft, today),
        ...contact(t, draft),
        row(
          t('signUp.check.row.theirName'),
          [nameOf(draft.texts.theirFirstName, draft.texts.theirLastName)],
          'theirName',
        ),
        row(t('signUp.check.row.theirDateOfBirth'), [dateOf(draft.theirBorn, today)], 'theirDateOfBirth'),
        ...wanted(t, draft),
      ];
    case 'account':
      return [...account(t, draft), ...aboutMe(t, draft, today)];
    case null:
      return [];
  }
}

function row(label: string, answers: readonly string[], page: SignUpPage): CheckRow {
  return { label, answers, page };
}

function aboutMe(t: TFunction<'kiosk'>, { texts, born }: Draft, today: Day): CheckRow[] {
  return [
    row(t('signUp.check.row.name'), [nameOf(texts.firstName, texts.lastName)], 'name'),
    row(t('signUp.check.row.dateOfBirth'), [dateOf(born, today)], 'dateOfBirth'),
  ];
}

function forMe(t: TFunction<'kiosk'>, { texts, knowsNhsNumber }: Draft): CheckRow[] {
  const nhsNumber =
    knowsNhsNumber === true ? groupNhsNumber(texts.nhsNumber.replace(/\D/g, '')) : t('signUp.check.nhsNumberUnknown');
  const lines = [texts.line1, texts.line2, texts.town].map(tidy).filter((line) => line !== '');
  return [
    row(t('signUp.check.row.nhsNumber'), [nhsNumber], 'knowsNhsNumber'),
    row(t('signUp.check.row.address'), [[...lines, spacedPostcode(texts.postcode)].join(', ')], 'address'),
  ];
}

function contact(t: TFunction<'kiosk'>, draft: Draft): CheckRow[] {
  const given = [draft.texts.email, draft.texts.mobile].map(tidy).filter((text) => text !== '');
  const how = row(t('signUp.check.row.contact'), given.length === 0 ? [t('signUp.check.none')] : given, 'contact');
  if (!hasContact(draft)) return [how];
  const isSafe = t(draft.isContactSafe === true ? 'signUp.yes' : 'signUp.no');
  return [how, row(t('signUp.check.row.contactSafe'), [isSafe], 'contactSafe')];
}

function wanted(t: TFunction<'kiosk'>, { services, needs, language }: Draft): CheckRow[] {
  const help = needs.map((need) =>
    need === 'interpreter' && language !== null ? `${t('needs.interpreter')}: ${language}` : t(`needs.${need}`),
  );
  return [
    row(
      t('signUp.check.row.services'),
      services.map((service) => t(`signUp.services.${service}`)),
      'services',
    ),
    row(t('signUp.check.row.needs'), [help.length === 0 ? t('signUp.check.noNeeds') : help.join(', ')], 'needs'),
  ];
}

function relation(t: TFunction<'kiosk'>, { relationship }: Draft): CheckRow[] {
  if (relationship === null) return [];
  return [row(t('signUp.check.row.relationship'), [t(`signUp.relationship.${relationship}`)], 'relationship')];
}

function account(t: TFunction<'kiosk'>, { wish, whose }: Draft): CheckRow[] {
  return [
    ...(wish === null ? [] : [row(t('signUp.check.row.wish'), [t(`signUp.accountWish.${wish}`)], 'accountWish')]),
    ...(whose === null ? [] : [row(t('signUp.check.row.whose'), [t(`signUp.accountWhose.${whose}`)], 'accountWhose')]),
  ];
}

function nameOf(first: string, last: string): string {
  return `${tidy(first)} ${tidy(last)}`;
}

/** As it is sent: marks that nobody sees, which turn around what follows them, go. */
function tidy(text: string): string {
  return text
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** In words, so that a day and a month in each other's place are seen. */
function dateOf(entry: DateEntry, today: Day): string {
  const reading = readDateOfBirth(entry, today);
  return reading.ok ? formatDateOfBirth(reading.dateOfBirth) : `${entry.day} ${entry.month} ${entry.year}`;
}
