import * as z from 'zod';

/** The kinds of help of the Accessible Information Standard (DAPB1605), in our order. */
export const needKindSchema = z.enum([
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
]);
export type NeedKind = z.infer<typeof needKindSchema>;
