import type { SlipLanguage } from '../../../domain/slip/types';
import { en } from './en';
import type { PaperWords } from './words';

/** The words of the papers, by language. */
export const catalogues: Readonly<Record<SlipLanguage, PaperWords>> = { en };
