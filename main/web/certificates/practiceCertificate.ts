import { createHash, X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createSecureContext } from 'node:tls';
import type { Vault } from '../../services/ports';
import { type Credential, endOf, hostsIn, speaksFor, startOf, type Unusable } from './credential';

/** Under this name the vault keeps the passphrase of a PFX file, if it has one. */
const passphraseName = 'pfxPassphrase';
const serverUse = '1.3.6.1.5.5.7.3.1';

export interface CertificateFiles {
  /** Absolute path: PEM, whose further certificates lead to the authority, or PFX. */
  certificateFile: string;
  /** Absolute path of the PEM of the key; null where it is in the same file. */
  keyFile: string | null;
}

/**
 * The certificate that the practice's IT gave. Nothing replaces one that cannot be used: a browser that trusts the practice's own would
 * meet another in its place, which is just what an attack looks like.
 * @param now epoch milliseconds.
 */
export async function readPracticeCertificate(
  { certificateFile, keyFile }: CertificateFiles,
  vault: Vault,
  now: number,
): Promise<Credential | Unusable> {
  const certificate = await readOrNull(certificateFile);
  if (certificate === null) return { reason: `The certificate file ${certificateFile} cannot be read.` };
  const key = keyFile === null ? certificate : await readOrNull(keyFile);
  if (key === null) return { reason: `The key file ${keyFile ?? certificateFile} cannot be read.` };
  const isPem = certificate.includes('-----BEGIN ');
  const passphrase = isPem ? null : await vault.read(passphraseName);
  const secure: Credential['secure'] = isPem
    ? { cert: certificate.toString('latin1'), key: key.toString('latin1') }
    : { pfx: certificate, ...(passphrase === null ? {} : { passphrase }) };
  const parsed = leafOf(secure);
  if (parsed === null) return { reason: whyUnreadable(certificateFile, keyFile, isPem, passphrase !== null) };
  const problem = problemOf(parsed, now);
  if (problem !== null) return { reason: `The certificate in ${certificateFile} ${problem}.` };
  return {
    source: 'practice',
    id: createHash('sha256').update(certificate).update(key).digest('hex'),
    secure,
    fingerprint: parsed.fingerprint256,
    expiresAt: new Date(endOf(parsed)).toISOString(),
    isToBeTrustedAnew: false,
    authority: null,
    hosts: hostsIn(parsed),
    isFor: (host) => speaksFor(parsed, host),
  };
}

async function readOrNull(path: string): Promise<Buffer | null> {
  return readFile(path).catch(() => null);
}

/** The server's own certificate, or null where certificate, key and passphrase do not open or do not belong together. */
function leafOf(secure: Credential['secure']): X509Certificate | null {
  try {
    const { context } = createSecureContext(secure) as { context: { getCertificate?(): Buffer | null } };
    if ('cert' in secure) return new X509Certificate(secure.cert);
    const bytes = context.getCertificate?.();
    return bytes === undefined || bytes === null ? null : new X509Certificate(bytes);
  } catch {
    return null;
  }
}

function whyUnreadable(file: string, keyFile: string | null, isPem: boolean, hasPassphrase: boolean): string {
  if (isPem) {
    const where = keyFile === null ? 'a key in the same file' : `the key in ${keyFile}`;
    return `The certificate in ${file} cannot be used with ${where}: one is damaged, has a passphrase, or they do not belong together.`;
  }
  return hasPassphrase
    ? `The certificate file ${file} does not open with the passphrase that is kept for it.`
    : `The certificate file ${file} is damaged, or has a passphrase and none is kept for it.`;
}

/** What browsers would object to whatever they trust, as the end of a sentence. */
function problemOf(certificate: X509Certificate, now: number): string | null {
  const uses = certificate.keyUsage as string[] | undefined;
  if (now > endOf(certificate)) return `ended on ${dayOf(endOf(certificate))}`;
  if (now < startOf(certificate)) return `begins only on ${dayOf(startOf(certificate))}`;
  if (uses !== undefined && !uses.includes(serverUse)) return 'is not meant for servers';
  return certificate.subjectAltName === undefined ? 'names no machine (no subject alternative name)' : null;
}

const dayOf = (epochMilliseconds: number): string => new Date(epochMilliseconds).toISOString().slice(0, 10);
