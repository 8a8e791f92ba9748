import type { SignUpOffers } from '../../preload/contract/signUp';
import type { PracticeRules } from './types';

/** The practice's words and choices for sign-up, as the kiosk is given them. */
export function offersOf(rules: PracticeRules): SignUpOffers {
  return {
    nhsAppLink: rules.nhsAppLink,
    photoDocuments: rules.photoDocuments,
    addressDocuments: rules.addressDocuments,
    addressWithinMonths: rules.addressWithinMonths,
    identityCheckHours: rules.identityCheckHours,
    emailEndings: rules.emailEndings,
    recordTopics: rules.recordTopics,
    statements: rules.recordStatements,
    statementsVersion: statementsVersionOf(rules.recordStatements),
  };
}

const offsetBasis = 0x811c9dc5;
const prime = 0x01000193;

/**
 * A short name for exactly these words in this order: eight hexadecimal characters, the same on every machine (FNV-1a of 32 bits over UTF-16
 * code units). It tells that words have changed between two moments; it proves nothing against somebody who chooses words to match.
 */
export function statementsVersionOf(statements: readonly string[]): string {
  // As JSON, so that the same letters in other sentences are other words.
  const text = JSON.stringify(statements);
  let hash = offsetBasis;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), prime);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
