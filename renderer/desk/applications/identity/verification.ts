import type { Interpreter, Method } from '../../../../preload/contract/desk/applications';

/** What is being filled in about a verification. Kinds of document and confirmations; no numbers, no answers. */
export interface VerificationDraft {
  method: Method;
  photoDocument: string | null;
  addressDocument: string | null;
  interpreter: Interpreter;
  hasCompanion: boolean;
  wasAskedAlone: boolean;
  isThePerson: boolean;
  isTheRecord: boolean;
}

export const newVerification: VerificationDraft = {
  method: 'documents',
  photoDocument: null,
  addressDocument: null,
  interpreter: 'none',
  hasCompanion: false,
  wasAskedAlone: false,
  isThePerson: false,
  isTheRecord: false,
};

export type MissingPart = 'photo' | 'address' | 'relative' | 'alone' | 'person' | 'record';

/**
 * Whether they are asked alone if anybody presses them: where somebody is at their side.
 * @param isForTwo it is about two people, so somebody else always is.
 */
export function isToBeAskedAlone({ interpreter, hasCompanion }: VerificationDraft, isForTwo: boolean): boolean {
  return isForTwo || interpreter !== 'none' || hasCompanion;
}

/** What is missing before it is a verification, in the order of the page. */
export function missingParts(draft: VerificationDraft, isForTwo: boolean): MissingPart[] {
  const isByDocuments = draft.method === 'documents';
  const parts: (MissingPart | false)[] = [
    isByDocuments && draft.photoDocument === null && 'photo',
    isByDocuments && draft.addressDocument === null && 'address',
    // A relative never answers questions out of the record.
    draft.method === 'vouchingWithRecord' && draft.interpreter === 'relative' && 'relative',
    isToBeAskedAlone(draft, isForTwo) && !draft.wasAskedAlone && 'alone',
    !draft.isThePerson && 'person',
    !draft.isTheRecord && 'record',
  ];
  return parts.filter((part) => part !== false);
}

/** What the contract takes of a verification, beside which application it is of. */
export interface Verification {
  method: Method;
  photoDocument: string | null;
  addressDocument: string | null;
  interpreter: Interpreter;
  isThePerson: true;
  isTheRecord: true;
  wasAskedAlone: boolean;
}

/** As the contract takes it; null while something is missing. What another method would have asked is left out. */
export function verificationOf(draft: VerificationDraft, isForTwo: boolean): Verification | null {
  if (missingParts(draft, isForTwo).length > 0) return null;
  const isByDocuments = draft.method === 'documents';
  return {
    method: draft.method,
    photoDocument: isByDocuments ? draft.photoDocument : null,
    addressDocument: isByDocuments ? draft.addressDocument : null,
    interpreter: draft.interpreter,
    isThePerson: true,
    isTheRecord: true,
    wasAskedAlone: isToBeAskedAlone(draft, isForTwo) && draft.wasAskedAlone,
  };
}
