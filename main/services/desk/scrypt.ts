import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** Cost of a guess: 32 MiB and some 80 ms on a small PC (OWASP's second choice of parameters for interactive use). */
const cost = { logN: 15, r: 8, p: 1 } as const;
const saltBytes = 16;
const hashBytes = 32;
/** Codes are found by their hash, so all have one salt; their own randomness keeps them apart. */
const codeSalt = Buffer.from('reception-kiosk one-time code');
/** At most so many at once: the others of Node's four threads stay free for files and names, whatever desks do. */
const atOnce = 2;

/** A passphrase or PIN as it is kept: `scrypt$15$8$1$salt$hash`. */
export async function hashSecret(secret: string): Promise<string> {
  const salt = randomBytes(saltBytes);
  const hash = await derive(secret, salt, cost);
  return ['scrypt', cost.logN, cost.r, cost.p, salt.toString('base64url'), hash.toString('base64url')].join('$');
}

/** Whether `secret` is the one that is kept. `kept` null: there is none, which takes as long to find out. */
export async function isSecret(secret: string, kept: string | null): Promise<boolean> {
  const parts = partsOf(kept);
  const hash = await derive(secret, parts?.salt ?? codeSalt, parts?.cost ?? cost);
  return parts !== null && hash.length === parts.hash.length && timingSafeEqual(hash, parts.hash);
}

/** The hash by which a one-time code is kept and found. */
export async function hashOfCode(code: string): Promise<string> {
  return (await derive(code, codeSalt, cost)).toString('base64url');
}

interface Cost {
  logN: number;
  r: number;
  p: number;
}

function partsOf(kept: string | null): { cost: Cost; salt: Buffer; hash: Buffer } | null {
  const [kind, logN, r, p, salt, hash] = (kept ?? '').split('$');
  if (kind !== 'scrypt' || salt === undefined || hash === undefined) return null;
  return {
    cost: { logN: Number(logN), r: Number(r), p: Number(p) },
    salt: Buffer.from(salt, 'base64url'),
    hash: Buffer.from(hash, 'base64url'),
  };
}

let running = 0;
const waiting: (() => void)[] = [];

async function derive(secret: string, salt: Buffer, { logN, r, p }: Cost): Promise<Buffer> {
  while (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
  try {
    return await new Promise<Buffer>((resolve, reject) => {
      const options = { N: 2 ** logN, r, p, maxmem: 2 * 128 * 2 ** logN * r };
      scrypt(secret, salt, hashBytes, options, (error, hash) => {
        if (error === null) resolve(hash);
        else reject(error);
      });
    });
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}
