import type { ReadySnapshot } from '../../../../preload/contract/kiosk';
import { reuse, toggleService } from './draft';
import type { SignUpPatientEvent } from './events';
import type { FlowEvent } from '../events';
import type { Draft, SignUpScreen } from './state';

/** An event that marks a choice. */
export type ChoiceEvent = Extract<
  SignUpPatientEvent | FlowEvent,
  {
    type:
      | 'wishChosen'
      | 'whoseChosen'
      | 'whoChosen'
      | 'reuseChosen'
      | 'relationshipChosen'
      | 'nhsNumberKnown'
      | 'contactSafeChosen'
      | 'serviceToggled'
      | 'needToggled'
      | 'languageChosen';
  }
>;

/** The answers with a choice made, or null where it is not asked on this page. */
export function choose(screen: SignUpScreen, event: ChoiceEvent, snapshot: ReadySnapshot): Draft | null {
  const { page, draft, given } = screen;
  switch (event.type) {
    case 'wishChosen':
      return page === 'accountWish' ? { ...draft, wish: event.wish } : null;
    case 'whoseChosen':
      return page === 'accountWhose' ? { ...draft, whose: event.whose } : null;
    case 'whoChosen':
      return page === 'whoFor' ? { ...draft, who: event.who } : null;
    case 'reuseChosen':
      return page === 'reuse' && given !== null ? reuse(draft, given, event.isAgreed) : null;
    case 'relationshipChosen':
      return page === 'relationship' ? { ...draft, relationship: event.relationship } : null;
    case 'nhsNumberKnown':
      return page === 'knowsNhsNumber' ? { ...draft, knowsNhsNumber: event.isKnown } : null;
    case 'contactSafeChosen':
      return page === 'contactSafe' ? { ...draft, isContactSafe: event.isSafe } : null;
    case 'serviceToggled':
      return page === 'services' ? toggleService(draft, event.service) : null;
    case 'needToggled':
      return page === 'needs' ? toggleNeed(draft, event.need) : null;
    case 'languageChosen':
      return page === 'needs' ? withLanguage(draft, event.language, snapshot) : null;
  }
}

/** Where one of a few is chosen the tap itself goes on. */
export function goesOn({ type }: ChoiceEvent): boolean {
  return type !== 'serviceToggled' && type !== 'needToggled' && type !== 'languageChosen';
}

/** As after a check-in: the language goes with the interpreter. */
function toggleNeed(draft: Draft, need: Draft['needs'][number]): Draft {
  const isChosen = draft.needs.includes(need);
  const needs = isChosen ? draft.needs.filter((one) => one !== need) : [...draft.needs, need];
  return { ...draft, needs, language: needs.includes('interpreter') ? draft.language : null };
}

function withLanguage(draft: Draft, language: string | null, { interpreterLanguages }: ReadySnapshot): Draft | null {
  const isOffered = language === null || interpreterLanguages.includes(language);
  return draft.needs.includes('interpreter') && isOffered ? { ...draft, language } : null;
}
