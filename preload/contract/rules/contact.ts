import * as z from 'zod';

/** An email address as people have them: one @, a dot behind it, no spaces and nothing invisible (staff copy it). Whether it exists nobody knows before something is sent there. */
export const emailSchema = z
  .string()
  .max(254)
  .regex(
    /^[^\s\p{C}@<>"(),:;\\[\]]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+$/u,
  );

/** A UK mobile number with its leading 0, digits only: `07700900123`. */
export const mobileSchema = z.string().regex(/^07[1-57-9]\d{8}$/);

export type EmailReading = { ok: true; email: string } | { ok: false; problem: 'notAnEmail' };
export type MobileReading = { ok: true; mobile: string } | { ok: false; problem: 'notAMobile' | 'landline' };

/** Reads a typed email address; spaces are dropped, as on-screen keyboards add them. Never throws. */
export function readEmail(text: string): EmailReading {
  const email = text.replace(/[\s\p{Cf}]/gu, '');
  return emailSchema.safeParse(email).success ? { ok: true, email } : { ok: false, problem: 'notAnEmail' };
}

/** Reads a typed mobile number: `07700 900123`, `+44 7700 900123`, `0044 (0)7700 900123`. Another UK number is told apart. Never throws. */
export function readMobile(text: string): MobileReading {
  const bare = text.replace(/[\s\p{Cf}().\u2010-\u2015-]/gu, '');
  const national = bare.replace(/^(?:\+|00)440?/, '0');
  if (mobileSchema.safeParse(national).success) return { ok: true, mobile: national };
  return { ok: false, problem: /^0[123]\d{8,9}$/.test(national) ? 'landline' : 'notAMobile' };
}
