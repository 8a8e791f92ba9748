import * as z from 'zod';
import { clockTimeSchema } from '../rules/dates';
import { done, forRoles, instantSchema, nothing } from './roles';

/** How the machine of the kiosk stands. */
export const machineStateSchema = z.object({
  version: z.string(),
  electron: z.string(),
  system: z.string(),
  isTestBuild: z.boolean(),
  role: z.enum(['kiosk', 'hub', 'board']),
  service: z.enum(['open', 'outOfService', 'cleaning', 'closedHours']),
  site: z.string().nullable(),
  /** The walk-in session that is open. */
  walkIn: z.object({ name: z.string(), until: clockTimeSchema }).nullable(),
  dataFolder: z.string(),
  web: z.discriminatedUnion('state', [
    z.object({ state: z.enum(['starting', 'off']) }),
    z.object({
      state: z.literal('listening'),
      port: z.int(),
      addresses: z.array(z.string()),
      certificate: z.object({
        source: z.enum(['ownAuthority', 'practice']),
        fingerprint: z.string(),
        expiresAt: instantSchema,
        isToBeTrustedAnew: z.boolean(),
      }),
    }),
    z.object({
      state: z.enum(['portTaken', 'addressUnavailable', 'certificateUnusable', 'failed']),
      port: z.int(),
      reason: z.string(),
    }),
  ]),
  /** Keys are sealed by the operating system; else a stolen machine can be read unless its disk is encrypted. */
  areKeysSealed: z.boolean(),
  isFullScreen: z.boolean(),
  /** What is not locked down, by name; words are the page's. */
  notLockedDown: z.array(z.enum(['windowed', 'keysNotSealed', 'testBuild', 'notOwnAccount'])),
  startedAt: instantSchema,
});

const staff = forRoles('receptionist', 'manager');
const manager = forRoles('manager');

export const machineContract = {
  read: staff.input(nothing).output(machineStateSchema),
  outOfService: staff.input(nothing).output(done),
  inService: staff.input(nothing).output(done),
  /** The kiosk's screen takes no touch for a minute. */
  cleaning: staff
    .input(nothing)
    .output(done)
    .errors({ NO_KIOSK: { message: 'No kiosk window is open on this machine' } }),
  /** The kiosk sounds and speaks once. */
  testSound: staff.input(nothing).output(z.object({ spoke: z.boolean() })),
  openWalkIn: staff
    .input(z.strictObject({ name: z.string().trim().min(1).max(60), until: clockTimeSchema }))
    .output(done)
    .errors({ NOT_NOW: { message: 'It cannot be opened', data: z.object({ why: z.string() }) } }),
  closeWalkIn: staff.input(nothing).output(done),
  /** PEM of the own authority, for IT to hand out; null where the practice brings its own certificate. */
  authority: manager.input(nothing).output(z.object({ pem: z.string().nullable() })),
  renewAuthority: manager.input(nothing).output(done),
  /** Ends the program and starts it anew; or ends it. Whoever stands at the kiosk reads that it is out of service. */
  restart: manager.input(nothing).output(done),
  close: manager.input(nothing).output(done),
};

export const boardsContract = {
  list: staff.input(nothing).output(
    z.array(
      z.object({
        boardId: z.uuid(),
        name: z.string(),
        pairedAt: instantSchema,
        lastSeenAt: instantSchema.nullable(),
        isConnected: z.boolean(),
      }),
    ),
  ),
  /** By the code that an unpaired board shows. */
  pair: staff
    .input(z.strictObject({ code: z.string().trim().min(4).max(12), name: z.string().trim().min(1).max(60) }))
    .output(done)
    .errors({ NO_SUCH_CODE: { message: 'No board shows this code' } }),
  revoke: staff.input(z.strictObject({ boardId: z.uuid() })).output(done),
};

export type MachineState = z.infer<typeof machineStateSchema>;
