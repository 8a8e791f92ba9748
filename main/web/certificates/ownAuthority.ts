import { createPrivateKey, createPublicKey, X509Certificate } from 'node:crypto';
import * as z from 'zod';
import type { Log, Vault } from '../../services/ports';
import type { MachineNames } from '../machineNames';
import { type Credential, endOf, speaksFor, startOf } from './credential';
import { type KeyPair, makeAuthority, makeKeyPair, makeServerCertificate } from './makeCertificate';

const vaultName = 'deskAuthority';
const day = 24 * 60 * 60 * 1000;
const authorityLasts = 3652 * day;
const serverCertificateLasts = 90 * day;
const renewedWithin = 30 * day;
/** Clocks of a practice's machines differ: what is made now must be valid for a browser that is behind. */
const headStart = day;

const keptSchema = z.strictObject({
  certificate: z.string(),
  key: z.string(),
  name: z.string(),
  names: z.strictObject({ hosts: z.array(z.string()), addresses: z.array(z.string()) }),
});
type Kept = z.infer<typeof keptSchema>;

interface Authority extends Kept {
  parsed: X509Certificate;
  keys: KeyPair;
}

/** The authority this machine made for itself, and the certificate it gives to the desk's server. */
export interface OwnAuthority {
  /**
   * What to serve now: made at first, and made anew in good time. Throws what the vault throws.
   * @param names all of the machine's, for an authority that is to be made.
   * @param reachable those of them that browsers can reach.
   * @param now epoch milliseconds.
   */
  credential(names: MachineNames, reachable: MachineNames, now: number): Promise<Credential>;
  /** Makes a new authority for the present names; every browser has to be told to trust it. Throws what the vault throws. */
  renew(names: MachineNames, now: number): Promise<void>;
}

/** The authority with its key is kept in the vault; the key of the server's certificate lives in memory alone and changes with each start. */
export function createOwnAuthority(vault: Vault, log: Log): OwnAuthority {
  let authority: Authority | null = null;
  let served: { certificate: X509Certificate; pem: string; key: string } | null = null;

  const renew = async (names: MachineNames, now: number): Promise<Authority> => {
    const made = make(names, now);
    await vault.write(vaultName, JSON.stringify(keptSchema.parse(kept(made))));
    log.info('web.certificateMade', { kind: 'authority' });
    authority = made;
    served = null;
    return made;
  };

  return {
    async credential(names, reachable, now) {
      authority ??= read(await vault.read(vaultName)) ?? (await renew(names, now));
      if (served === null || isDue(served.certificate, now)) {
        served = serve(authority, now);
        log.info('web.certificateMade', { kind: 'server' });
      }
      const { certificate, pem, key } = served;
      return {
        source: 'ownAuthority',
        id: certificate.fingerprint256,
        secure: { cert: pem, key },
        fingerprint: authority.parsed.fingerprint256,
        expiresAt: new Date(endOf(certificate)).toISOString(),
        isToBeTrustedAnew: isDue(authority.parsed, now) || lacks(authority.names, reachable),
        authority: authority.certificate,
        hosts: authority.names.hosts,
        isFor: (host) => speaksFor(certificate, host),
      };
    },
    async renew(names, now) {
      await renew(names, now);
    },
  };
}

/** Near its end, or not begun: a machine whose clock had stopped makes certificates of another year. */
function isDue(certificate: X509Certificate, now: number): boolean {
  return now > endOf(certificate) - renewedWithin || now < startOf(certificate);
}

/**
 * Whether the machine is called something that the authority may not speak for. IPv6 addresses count only where there are no others:
 * many of them change every day for privacy (RFC 8981), and nobody types them.
 */
function lacks(covered: MachineNames, present: MachineNames): boolean {
  const short = present.addresses.filter((address) => !address.includes(':'));
  const typed = short.some((address) => !address.startsWith('127.')) ? short : present.addresses;
  return (
    present.hosts.some((host) => !covered.hosts.includes(host)) ||
    typed.some((address) => !covered.addresses.includes(address))
  );
}

/** Null for what is not there or is no authority: then a new one is made, and staff see that it must be trusted. */
function read(text: string | null): Authority | null {
  if (text === null) return null;
  try {
    const whole = keptSchema.parse(JSON.parse(text));
    const privateKey = createPrivateKey(whole.key);
    const parsed = new X509Certificate(whole.certificate);
    if (!parsed.checkPrivateKey(privateKey)) return null;
    return { ...whole, parsed, keys: { privateKey, publicKey: createPublicKey(privateKey) } };
  } catch {
    return null;
  }
}

function kept({ certificate, key, name, names }: Authority): Kept {
  return { certificate, key, name, names };
}

function make(names: MachineNames, now: number): Authority {
  const keys = makeKeyPair();
  // The day tells two authorities of one machine apart in a list of trusted ones, when the older is to be removed.
  const name = `Reception Kiosk ${(names.hosts[0] ?? '').slice(0, 30)} ${new Date(now).toISOString().slice(0, 10)}`;
  const certificate = makeAuthority({ name, keys, names, from: now - headStart, until: now + authorityLasts });
  return { certificate, key: pemOf(keys), name, names, keys, parsed: new X509Certificate(certificate) };
}

function serve(authority: Authority, now: number): { certificate: X509Certificate; pem: string; key: string } {
  const keys = makeKeyPair();
  const pem = makeServerCertificate({
    authorityName: authority.name,
    authorityKeys: authority.keys,
    publicKey: keys.publicKey,
    // Exactly the authority's own names: one name more, and browsers refuse the whole certificate.
    names: authority.names,
    from: now - headStart,
    until: now + serverCertificateLasts,
  });
  return { certificate: new X509Certificate(pem), pem, key: pemOf(keys) };
}

const pemOf = ({ privateKey }: KeyPair): string => privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
