import { services } from '../../../../preload/contract/signUp';
import type { Service } from '../../../../preload/contract/signUp';
import type { Draft, GivenAtCheckIn, SignUpPage, SignUpScreen } from './state';
import { firstFieldOf, isFilledDateField } from './fields';
import { isBlank } from './problems';

const noTexts: Draft['texts'] = {
  firstName: '',
  lastName: '',
  theirFirstName: '',
  theirLastName: '',
  nhsNumber: '',
  line1: '',
  line2: '',
  town: '',
  postcode: '',
  email: '',
  mobile: '',
};

const noDate: Draft['born'] = { day: '', month: '', year: '' };

/** An application with nothing in it. */
export function emptyDraft(draftId: string): Draft {
  return {
    draftId,
    elapsed: 0,
    who: null,
    wish: null,
    whose: null,
    isReused: null,
    relationship: null,
    texts: noTexts,
    born: noDate,
    theirBorn: noDate,
    knowsNhsNumber: null,
    isContactSafe: null,
    services: [],
    agreed: [],
    statementsVersion: null,
    needs: [],
    language: null,
  };
}

/** The first page of an application. */
export function firstPage(draftId: string, given: GivenAtCheckIn | null): SignUpScreen {
  return openPage(
    {
      kind: 'signUp',
      page: 'start',
      draft: emptyDraft(draftId),
      given,
      activeField: null,
      isFieldSelected: false,
      problems: [],
      cleared: null,
      change: null,
    },
    'start',
  );
}

/** `page` of the same application, as somebody comes to it. A date that is there already is typed over. */
export function openPage(screen: SignUpScreen, page: SignUpPage): SignUpScreen {
  const activeField = firstFieldOf(page);
  const isFieldSelected = isFilledDateField(screen.draft, page, activeField);
  return { ...screen, page, activeField, isFieldSelected, problems: [], cleared: null };
}

/** What was given at check-in is used, or no longer. What was typed instead of it stays. */
export function reuse(draft: Draft, given: GivenAtCheckIn, isReused: boolean): Draft {
  const postcode = given.postcode ?? '';
  if (isReused) {
    const texts = postcode === '' ? draft.texts : { ...draft.texts, postcode };
    return { ...draft, isReused, born: given.dateEntry, texts };
  }
  if (draft.isReused !== true) return { ...draft, isReused };
  const texts = draft.texts.postcode === postcode ? { ...draft.texts, postcode: '' } : draft.texts;
  return { ...draft, isReused, born: noDate, texts };
}

/** A service chosen, or no longer, in the order they are shown in. What was agreed to goes with the record. */
export function toggleService(draft: Draft, service: Service): Draft {
  const isChosen = draft.services.includes(service);
  const chosen = services.filter((one) => (one === service ? !isChosen : draft.services.includes(one)));
  const toggled = { ...draft, services: chosen };
  return chosen.includes('record') ? toggled : withoutAgreements(toggled);
}

/** Nothing is agreed to any more, and what to think of beforehand is shown anew. */
export function withoutAgreements(draft: Draft): Draft {
  return { ...draft, agreed: [], statementsVersion: null };
}

/** There is something to contact them by, as far as it is typed. */
export function hasContact({ texts }: Draft): boolean {
  return !isBlank(texts, 'email') || !isBlank(texts, 'mobile');
}
