import { applicationSchema } from '../../../../preload/contract/signUp';
import type { Application } from '../../../../preload/contract/signUp';
import { readAddressLine } from '../../../../preload/contract/rules/address';
import { readEmail, readMobile } from '../../../../preload/contract/rules/contact';
import { readDateOfBirth } from '../../../../preload/contract/rules/dates';
import type { Day } from '../../../../preload/contract/rules/dates';
import { readNhsNumber } from '../../../../preload/contract/rules/nhsNumber';
import { readPersonName } from '../../../../preload/contract/rules/personName';
import { readPostcode } from '../../../../preload/contract/rules/postcode';
import { routeOf } from './pages';
import type { Facts } from './pages';
import type { DateEntry } from '../dateEntry';
import type { Draft } from './state';

/**
 * The application that the answers make, or null where the contract would refuse it. Answers to pages that are not asked any more stay
 * behind: who did not choose the record has agreed to nothing.
 * @param wantsToTalk "I would rather talk to someone first": nothing has been agreed to then.
 */
export function buildApplication(draft: Draft, facts: Facts, wantsToTalk: boolean): Application | null {
  const parsed = applicationSchema.safeParse(fieldsOf(draft, facts, wantsToTalk));
  return parsed.success ? parsed.data : null;
}

function fieldsOf(draft: Draft, facts: Facts, wantsToTalk: boolean): unknown {
  const { draftId, who, wish, whose, relationship, services, texts } = draft;
  const { today } = facts;
  const me = personOf(texts.firstName, texts.lastName, draft.born, today);
  switch (who) {
    case null:
      return null;
    case 'account':
      return { kind: 'account', draftId, ...me, wish, whose };
    case 'someoneElse': {
      const asker = { ...me, contact: contactOf(draft) };
      const them = personOf(texts.theirFirstName, texts.theirLastName, draft.theirBorn, today);
      return { kind: 'someoneElse', draftId, asker, relationship, ...them, services, needs: needsOf(draft) };
    }
    case 'me':
      if (routeOf(draft, facts).includes('underEleven')) return { kind: 'underEleven', draftId, ...me };
      return {
        kind: 'self',
        draftId,
        ...me,
        nhsNumber: nhsNumberOf(draft),
        address: addressOf(texts),
        contact: contactOf(draft),
        services,
        agreed: wantsToTalk ? null : agreedOf(draft),
        wantsToTalk,
        needs: needsOf(draft),
      };
  }
}

function personOf(firstName: string, lastName: string, born: DateEntry, today: Day): object {
  const first = readPersonName(firstName);
  const last = readPersonName(lastName);
  const date = readDateOfBirth(born, today);
  return {
    firstName: first.ok ? first.name : null,
    lastName: last.ok ? last.name : null,
    dateOfBirth: date.ok ? date.dateOfBirth : null,
  };
}

function nhsNumberOf({ knowsNhsNumber, texts }: Draft): string | null | undefined {
  if (knowsNhsNumber !== true) return null;
  const reading = readNhsNumber(texts.nhsNumber);
  // Undefined is what the contract refuses: a number that cannot be right is never sent as none.
  return reading.ok ? reading.nhsNumber : undefined;
}

function addressOf(texts: Draft['texts']): object {
  const postcode = readPostcode(texts.postcode);
  return {
    line1: lineOf(texts.line1),
    line2: lineOf(texts.line2),
    town: lineOf(texts.town),
    postcode: postcode.ok ? postcode.postcode : null,
  };
}

function lineOf(text: string): string | null {
  const reading = readAddressLine(text);
  return reading.ok ? reading.line : null;
}

/** What is not safe is sent too, and said to be so: it is the application's, and nobody may use it. */
function contactOf({ texts, isContactSafe }: Draft): object {
  const emailReading = readEmail(texts.email);
  const mobileReading = readMobile(texts.mobile);
  const email = emailReading.ok ? emailReading.email : null;
  const mobile = mobileReading.ok ? mobileReading.mobile : null;
  return { email, mobile, isSafe: email === null && mobile === null ? null : isContactSafe };
}

/** By a clock that never jumps: how long ago each statement was agreed to. Ticks have fractions; the contract knows whole milliseconds. */
function agreedOf({ services, agreed, statementsVersion, elapsed }: Draft): object | null {
  if (!services.includes('record')) return null;
  const statements = agreed.map((at, place) => ({ place, millisecondsAgo: Math.max(0, Math.round(elapsed - at)) }));
  return { version: statementsVersion, statements };
}

function needsOf({ needs, language }: Draft): object {
  return { kinds: needs, language };
}
