import { readAddressLine } from '../../../../preload/contract/rules/address';
import { readEmail, readMobile } from '../../../../preload/contract/rules/contact';
import { readDateOfBirth } from '../../../../preload/contract/rules/dates';
import type { Day } from '../../../../preload/contract/rules/dates';
import { readNhsNumber } from '../../../../preload/contract/rules/nhsNumber';
import { readPersonName } from '../../../../preload/contract/rules/personName';
import { readPostcode } from '../../../../preload/contract/rules/postcode';
import type { DateEntry } from '../dateEntry';
import type { Draft, FieldProblem, SignUpPage, TextFieldName } from './state';

/** What is wrong on a page, in the order of its boxes; a new list each time, so that it is said again. Nothing wrong: empty. */
export function problemsOn(draft: Draft, page: SignUpPage, today: Day): FieldProblem[] {
  const { texts } = draft;
  switch (page) {
    case 'accountWish':
      return unless(draft.wish !== null);
    case 'accountWhose':
      return unless(draft.whose !== null);
    case 'whoFor':
      return unless(draft.who === 'me' || draft.who === 'someoneElse');
    case 'reuse':
      return unless(draft.isReused !== null);
    case 'relationship':
      return unless(draft.relationship !== null);
    case 'name':
      return [...nameProblems(texts, 'firstName'), ...nameProblems(texts, 'lastName')];
    case 'theirName':
      return [...nameProblems(texts, 'theirFirstName'), ...nameProblems(texts, 'theirLastName')];
    case 'dateOfBirth':
      return dateProblems(draft.born, today);
    case 'theirDateOfBirth':
      return dateProblems(draft.theirBorn, today);
    case 'knowsNhsNumber':
      return unless(draft.knowsNhsNumber !== null);
    case 'nhsNumber': {
      const reading = readNhsNumber(texts.nhsNumber);
      return reading.ok ? [] : [{ field: 'nhsNumber', problem: reading.problem }];
    }
    case 'address':
      return addressProblems(texts);
    case 'contact':
      return contactProblems(texts);
    case 'contactSafe':
      return unless(draft.isContactSafe !== null);
    case 'services':
      return unless(draft.services.length > 0);
    // Read, agreed to or optional: there is nothing to find there.
    case 'start':
    case 'underEleven':
    case 'askerUnderSixteen':
    case 'recordTopics':
    case 'statement':
    case 'needs':
    case 'check':
      return [];
  }
}

function unless(isChosen: boolean): FieldProblem[] {
  return isChosen ? [] : [{ field: 'choice', problem: 'none' }];
}

function nameProblems(
  texts: Draft['texts'],
  field: 'firstName' | 'lastName' | 'theirFirstName' | 'theirLastName',
): FieldProblem[] {
  const reading = readPersonName(texts[field]);
  return reading.ok ? [] : [{ field, problem: reading.problem }];
}

/** One for each box that is wrong, so that each is marked. */
function dateProblems(entry: DateEntry, today: Day): FieldProblem[] {
  const reading = readDateOfBirth(entry, today);
  if (reading.ok) return [];
  const { fields, problem } = reading;
  return fields.map((field) => ({ field, problem }));
}

function addressProblems(texts: Draft['texts']): FieldProblem[] {
  const lines = (['line1', 'line2', 'town'] as const).flatMap((field): FieldProblem[] => {
    const reading = readAddressLine(texts[field]);
    const isLeftOut = !reading.ok && reading.problem === 'empty' && field === 'line2';
    return reading.ok || isLeftOut ? [] : [{ field, problem: reading.problem }];
  });
  const postcode = readPostcode(texts.postcode);
  return postcode.ok ? lines : [...lines, { field: 'postcode', problem: postcode.problem }];
}

/** Both may be left out: nobody is stopped for having neither. */
function contactProblems(texts: Draft['texts']): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const email = readEmail(texts.email);
  if (!email.ok && !isBlank(texts, 'email')) problems.push({ field: 'email', problem: email.problem });
  const mobile = readMobile(texts.mobile);
  if (!mobile.ok && !isBlank(texts, 'mobile')) problems.push({ field: 'mobile', problem: mobile.problem });
  return problems;
}

/** Nothing is typed there but spaces and marks that nobody sees. */
export function isBlank(texts: Draft['texts'], field: TextFieldName): boolean {
  return !/[^\s\p{Cf}]/u.test(texts[field]);
}
