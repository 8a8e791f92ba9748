import * as z from 'zod';
import { paperSizeSchema } from '../rules/paper';
import { done, forRoles, nothing } from './roles';

const rulesSchema = z.record(z.string(), z.unknown());
/** What belongs to this machine alone. */
export const machineSettingsSchema = z.strictObject({
  site: z.string().max(200).nullable(),
  deskHost: z.string().max(100).nullable(),
  deskPort: z.int().min(0).max(65_535),
  deskCertificateFile: z.string().max(1000).nullable(),
  deskKeyFile: z.string().max(1000).nullable(),
  isBoardOnSecondScreen: z.boolean(),
  watchedFolder: z.string().max(1000).nullable(),
  slipPrinters: z.record(paperSizeSchema, z.string().max(200).nullable()),
  kioskPrinter: z.string().max(200).nullable(),
  kioskPaper: z.enum(['roll80', 'roll58']),
});

const manager = forRoles('manager');
const invalid = {
  /** One sentence for each thing that is wrong; nothing was changed. */
  INVALID: { message: 'These settings do not hold together', data: z.object({ problems: z.array(z.string()) }) },
};

export const settingsContract = {
  /** `defaults`: what each rule is where the practice has not set it. `sites`, `clinicians`, `slotTypes`: as today's lists name them. */
  read: manager.input(nothing).output(
    z.object({
      rules: rulesSchema,
      defaults: rulesSchema,
      machine: machineSettingsSchema,
      sites: z.array(z.string()),
      clinicians: z.array(z.string()),
      slotTypes: z.array(z.string()),
      /** Network interfaces of this machine that the desk can be served on. */
      interfaces: z.array(z.object({ name: z.string(), address: z.string() })),
    }),
  ),
  /** Checked whole; each rule audited with before and after; in force at once. */
  change: manager
    .input(z.strictObject({ rules: rulesSchema }))
    .output(z.object({ changed: z.array(z.string()) }))
    .errors(invalid),
  changeMachine: manager
    .input(z.strictObject({ machine: machineSettingsSchema.partial() }))
    .output(done)
    .errors(invalid),
  /** What opens the PFX file of the practice's IT; kept in the encrypted store, never shown or exported. Null takes it away. */
  setCertificatePassphrase: manager
    .input(z.strictObject({ passphrase: z.string().min(1).max(200).nullable() }))
    .output(done),
  /** All rules as a file for the next kiosk: no secret, no account, nothing of this machine. */
  export: manager.input(nothing).output(z.object({ fileName: z.string(), text: z.string() })),
  /** What a file of rules would change, and what is wrong with it; changes nothing. */
  look: manager.input(z.strictObject({ text: z.string().max(400_000) })).output(
    z.object({
      changes: z.array(z.object({ name: z.string(), before: z.unknown(), after: z.unknown() })),
      problems: z.array(z.string()),
    }),
  ),
};

export type MachineSettingsForm = z.infer<typeof machineSettingsSchema>;
