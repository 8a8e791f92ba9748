import { ageBandOf, ageOn } from '../../../../preload/contract/rules/ages';
import type { AgeBand } from '../../../../preload/contract/rules/ages';
import { readDateOfBirth } from '../../../../preload/contract/rules/dates';
import type { Day } from '../../../../preload/contract/rules/dates';
import { hasContact } from './draft';
import { problemsOn } from './problems';
import type { Draft, SignUpPage } from './state';

/** What the order of the pages depends on beside the answers. */
export interface Facts {
  today: Day;
  /** Something was given at a check-in a moment ago. */
  hasGiven: boolean;
  /** How many statements there are to agree to, and the version of their words. */
  statements: number;
  statementsVersion: string;
}

/**
 * The pages that the answers so far make necessary, in their order. The last one sends, or is followed by pages that only a further answer
 * decides on. What was asked once is on it once.
 */
export function routeOf(draft: Draft, facts: Facts): readonly SignUpPage[] {
  switch (draft.who) {
    case null:
      return ['start', 'whoFor'];
    case 'account':
      return ['start', 'accountWish', 'accountWhose', ...aboutMe(draft, facts), 'check'];
    case 'me':
      return ['start', 'whoFor', ...aboutMe(draft, facts), ...forMe(draft, facts)];
    case 'someoneElse':
      return ['start', 'whoFor', 'relationship', 'name', 'dateOfBirth', ...forSomeoneElse(draft, facts)];
  }
}

function aboutMe({ isReused }: Draft, { hasGiven }: Facts): SignUpPage[] {
  const isKnown = hasGiven && isReused === true;
  return [...when(hasGiven, 'reuse'), 'name', ...when(!isKnown, 'dateOfBirth')];
}

function forMe(draft: Draft, facts: Facts): SignUpPage[] {
  if (askerBand(draft, facts.today) === 'child') return ['underEleven'];
  const isRecord = draft.services.includes('record');
  return [
    'knowsNhsNumber',
    ...when(draft.knowsNhsNumber === true, 'nhsNumber'),
    'address',
    'contact',
    ...when(hasContact(draft), 'contactSafe'),
    'services',
    ...when(isRecord, 'recordTopics'),
    ...when(isRecord && facts.statements > 0, 'statement'),
    'needs',
    'check',
  ];
}

/** Staff take everything that has to be agreed to: the person whose account it is may not even be here. */
function forSomeoneElse(draft: Draft, { today }: Facts): SignUpPage[] {
  const band = askerBand(draft, today);
  if (band !== null && band !== 'adult') return ['askerUnderSixteen'];
  return [
    'contact',
    ...when(hasContact(draft), 'contactSafe'),
    'theirName',
    'theirDateOfBirth',
    'services',
    'needs',
    'check',
  ];
}

function when(isNeeded: boolean, page: SignUpPage): SignUpPage[] {
  return isNeeded ? [page] : [];
}

/** The age band today of whoever stands at the kiosk; null while no date of birth can be read. */
function askerBand({ born }: Draft, today: Day): AgeBand | null {
  const reading = readDateOfBirth(born, today);
  return reading.ok ? ageBandOf(ageOn(reading.dateOfBirth, today)) : null;
}

/** The page after `page`; `page` itself where nothing comes after it. */
export function nextPage(draft: Draft, page: SignUpPage, facts: Facts): SignUpPage {
  const route = routeOf(draft, facts);
  return route[route.indexOf(page) + 1] ?? page;
}

/** The page before `page`; null at the first, and where `page` is asked no more. */
export function pageBefore(draft: Draft, page: SignUpPage, facts: Facts): SignUpPage | null {
  const route = routeOf(draft, facts);
  return route[route.indexOf(page) - 1] ?? null;
}

/** The first page that still wants something: `check`, or another that sends or stops, where nothing is missing. */
export function firstOpenPage(draft: Draft, facts: Facts): SignUpPage {
  const route = routeOf(draft, facts);
  return route.find((page) => !isComplete(draft, page, facts)) ?? 'check';
}

function isComplete(draft: Draft, page: SignUpPage, facts: Facts): boolean {
  switch (page) {
    case 'recordTopics':
      return draft.statementsVersion === facts.statementsVersion;
    case 'statement':
      return draft.agreed.length >= facts.statements;
    case 'underEleven':
    case 'askerUnderSixteen':
    case 'check':
      return false;
    default:
      return problemsOn(draft, page, facts.today).length === 0;
  }
}

/** The pages whose answers `check` shows, and can open again. The statements are opened by what leads to them. */
export function isChangeable(draft: Draft, page: SignUpPage, facts: Facts): boolean {
  switch (page) {
    case 'start':
    case 'reuse':
    case 'statement':
    case 'underEleven':
    case 'askerUnderSixteen':
    case 'check':
      return false;
    case 'dateOfBirth':
      // Also where it came from check-in.
      return draft.who !== null;
    default:
      return routeOf(draft, facts).includes(page);
  }
}
