import { Temporal } from 'temporal-polyfill';
import { needKindSchema } from '../../preload/contract/needs';
import { adultAge, ageBandOf, ageOn } from '../../preload/contract/rules/ages';
import { readDateOfBirth, type DateOfBirth } from '../../preload/contract/rules/dates';
import {
  services,
  type Application,
  type Contact,
  type Needs,
  type SelfApplication,
} from '../../preload/contract/signUp';
import type { AgreedStatement, ApplicationForm } from './application/types';
import { statementsVersionOf } from './signUpOffers';
import type { Now, PracticeRules } from './types';

/**
 * What an application of the kiosk comes to. `wordsChanged`: record access was asked for, and it is not the statements as they now are that
 * were agreed to. `notTheirs`: nobody of that age can send it; a page that works as it should never does.
 */
export type FormReading =
  { kind: 'form'; form: ApplicationForm } | { kind: 'refused'; why: 'wordsChanged' | 'notTheirs' };

type FormRules = Pick<PracticeRules, 'recordStatements' | 'interpreterLanguages'>;

/** Nobody stands at a kiosk longer; a page that says so counts time wrongly, and exact times cannot be put to what was agreed. */
const longestDraftMilliseconds = 24 * 60 * 60_000;

/** Nothing that only some kinds of application ask for. */
const notAsked = {
  nhsNumber: null,
  address: null,
  contact: null,
  services: [],
  agreed: null,
  wantsToTalk: false,
  needs: null,
  asker: null,
  account: null,
} satisfies Partial<ApplicationForm>;

/** Reads what the kiosk sent, at the moment of sending. The page has checked all of it; it is not trusted to have. */
export function readForm(application: Application, rules: FormRules, now: Now): FormReading {
  const { firstName, lastName, dateOfBirth } = application;
  const person = { firstName, lastName, dateOfBirth };
  if (!isLikely(dateOfBirth, now)) return notTheirs;
  const age = ageOn(dateOfBirth, now.day);
  switch (application.kind) {
    case 'self':
      return ageBandOf(age) === 'child' ? notTheirs : readOwn(application, rules, now);
    case 'someoneElse': {
      const { asker, relationship, needs } = application;
      // Who asks for another person is 16 or over: the page says so to anybody younger.
      if (!isLikely(asker.dateOfBirth, now) || ageOn(asker.dateOfBirth, now.day) < adultAge) return notTheirs;
      return form({
        ...notAsked,
        ...person,
        services: inOrder(services, application.services),
        needs: needsToKeep(needs, rules),
        asker: { ...asker, contact: contactToKeep(asker.contact), relationship },
      });
    }
    case 'underEleven':
      return ageBandOf(age) === 'child' ? form({ ...notAsked, ...person }) : notTheirs;
    case 'account': {
      const { wish, whose } = application;
      return form({ ...notAsked, ...person, account: { wish, whose } });
    }
  }
}

const notTheirs: FormReading = { kind: 'refused', why: 'notTheirs' };

/** A date of birth that the page would have taken: the contract asks only that it is a real day. */
function isLikely(dateOfBirth: DateOfBirth, { day: today }: Now): boolean {
  const [year = '', month = '', day = ''] = dateOfBirth.split('-');
  return readDateOfBirth({ day, month, year }, today).ok;
}

function form(read: ApplicationForm): FormReading {
  return { kind: 'form', form: read };
}

function readOwn(application: SelfApplication, rules: FormRules, now: Now): FormReading {
  const { firstName, lastName, dateOfBirth, nhsNumber, address, contact, wantsToTalk, needs } = application;
  const wanted = inOrder(services, application.services);
  // Who would rather talk first has not agreed, whatever they had tapped before.
  const isAgreementDue = wanted.includes('record') && !wantsToTalk;
  const statements = isAgreementDue ? agreedWords(application, rules, now) : null;
  if (isAgreementDue && statements === null) return { kind: 'refused', why: 'wordsChanged' };
  return form({
    ...notAsked,
    firstName,
    lastName,
    dateOfBirth,
    nhsNumber,
    address,
    contact: contactToKeep(contact),
    services: wanted,
    agreed: statements === null ? null : { version: statementsVersionOf(rules.recordStatements), statements },
    wantsToTalk,
    needs: needsToKeep(needs, rules),
  });
}

/** The words as they were read, each with the UTC instant of its agreement; null unless every one of the present statements was agreed to, in order. */
function agreedWords({ agreed }: SelfApplication, { recordStatements }: FormRules, now: Now): AgreedStatement[] | null {
  if (agreed === null || agreed.version !== statementsVersionOf(recordStatements)) return null;
  if (agreed.statements.length !== recordStatements.length) return null;
  let before = longestDraftMilliseconds;
  const words: AgreedStatement[] = [];
  for (const [place, { place: said, millisecondsAgo }] of agreed.statements.entries()) {
    const statement = recordStatements[place];
    if (statement === undefined || said !== place || millisecondsAgo > before) return null;
    before = millisecondsAgo;
    const instant = Temporal.Instant.fromEpochMilliseconds(now.epochMilliseconds - millisecondsAgo);
    words.push({ words: statement, at: instant.toString({ smallestUnit: 'millisecond' }) });
  }
  return words;
}

/** What was not said to be safe is not. */
function contactToKeep({ email, mobile, isSafe }: Contact): Contact {
  const hasAny = email !== null || mobile !== null;
  return { email, mobile, isSafe: hasAny ? isSafe === true : null };
}

/** Each need once; a language only with an interpreter, and only one that the practice offers. */
function needsToKeep({ kinds, language }: Needs, { interpreterLanguages }: FormRules): Needs {
  const offered = interpreterLanguages.find((one) => one === language) ?? null;
  const kept = inOrder(needKindSchema.options, kinds);
  return { kinds: kept, language: kept.includes('interpreter') ? offered : null };
}

function inOrder<Choice>(all: readonly Choice[], chosen: readonly Choice[]): Choice[] {
  return all.filter((one) => chosen.includes(one));
}
