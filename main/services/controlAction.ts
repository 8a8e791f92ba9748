import * as z from 'zod';
import { clockTimeSchema } from '../../preload/contract/rules/dates';

/**
 * What `control` may ask for. A file of rules is handed over by its content: the owner need not be able to read it. What a rule may hold
 * is for the rules to say, in a sentence, so that no value of one is refused here.
 */
export const controlActionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('status') }),
  z.strictObject({ kind: z.literal('settings') }),
  z.strictObject({ kind: z.literal('change'), rules: z.record(z.string(), z.unknown()) }),
  z.strictObject({ kind: z.literal('outOfService') }),
  z.strictObject({ kind: z.literal('inService') }),
  z.strictObject({ kind: z.literal('cleaning') }),
  z.strictObject({ kind: z.literal('walkIn'), name: z.string(), until: clockTimeSchema }),
  z.strictObject({ kind: z.literal('walkInClose') }),
  z.strictObject({ kind: z.literal('managerCode') }),
]);
export type ControlAction = z.infer<typeof controlActionSchema>;
