import type { NeedKind } from '../../../preload/contract/kiosk';

/** All kinds of help, in the contract's order (a test holds the two together). Written out: its schema would bring its library with it. */
export const needKinds: readonly NeedKind[] = [
  'interpreter',
  'signLanguage',
  'lipReading',
  'hearingLoop',
  'largePrint',
  'easyRead',
  'braille',
  'audio',
  'guideToRoom',
  'moreTime',
  'supporter',
  'somethingElse',
];
