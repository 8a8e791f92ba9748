import { isSame, type Rules } from './values';

/** What somebody wants changed and has not saved: by name, only what differs. */
export type Draft = Readonly<Record<string, unknown>>;

/** The draft after one value was edited; what is as saved again leaves it. */
export function edit(draft: Draft, saved: Rules, name: string, value: unknown): Draft {
  const rest = Object.entries(draft).filter(([other]) => other !== name);
  return Object.fromEntries(isSame(saved[name], value) ? rest : [...rest, [name, value]]);
}

/** What is in force with the draft over it. */
export function withDraft(saved: Rules, draft: Draft): Rules {
  return { ...saved, ...draft };
}

/** The draft against settings that somebody else has changed meanwhile: what they have made the same is no change any more. */
export function rebase(draft: Draft, saved: Rules): Draft {
  return Object.fromEntries(Object.entries(draft).filter(([name, value]) => !isSame(saved[name], value)));
}

/** Which way a draft would change the sign-off, which wants a word of its own. */
export function signOffIn(saved: Rules, draft: Draft): 'signedOff' | 'takenBack' | null {
  if (!Object.hasOwn(draft, 'isSignedOff') || isSame(saved['isSignedOff'], draft['isSignedOff'])) return null;
  return draft['isSignedOff'] === true ? 'signedOff' : 'takenBack';
}
