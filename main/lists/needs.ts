import { foldWords } from './words';

/** Words for "no need", and for "nobody has asked": a patient of whom the list knows nothing is asked at the kiosk. */
const noNeed = new Set(
  [
    'no',
    'none',
    'n',
    '0',
    'false',
    'nil',
    'na',
    'n/a',
    'not applicable',
    'not needed',
    'not required',
    'no needs',
    'no need',
    'no communication needs',
    'no known needs',
    'none known',
    'none needed',
    'none required',
    'none recorded',
    'no interpreter',
    'no interpreter needed',
    'no interpreter required',
    'interpreter not needed',
    'interpreter not required',
    'not recorded',
    'not known',
    'unknown',
    'not stated',
    'not asked',
    'English',
    'English language',
    'Main spoken language English',
    'en',
    'eng',
  ].map(foldWords),
);

/**
 * Does a cell about communication say that there is a need (DAPB1605: identify, record, flag)? Any words but those for "none" do, and any
 * main language but English. Which need it is we do not hold.
 */
export function saysNeed(text: string): boolean {
  const folded = foldWords(text);
  // A tick says yes; dashes and question marks say nothing.
  return folded === '' ? /[✓✔☑]/u.test(text) : !noNeed.has(folded);
}
