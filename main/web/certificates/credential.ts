import type { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';

/** What the desk's server shows to browsers, and what staff are told of it. */
export interface Credential {
  source: 'ownAuthority' | 'practice';
  /** The same as long as what is served is the same. */
  id: string;
  secure: { cert: string; key: string } | { pfx: Buffer; passphrase?: string };
  /** SHA-256 of what browsers are to trust, as `AB:CD:…`. */
  fingerprint: string;
  /** UTC instant at which what is served ends. */
  expiresAt: string;
  isToBeTrustedAnew: boolean;
  /** PEM of the own authority; null where the practice brought its certificate. */
  authority: string | null;
  /** Host names that stand in the certificate, without patterns. */
  hosts: string[];
  /** Whether a browser that asks for this host name or IP address finds it in the certificate. */
  isFor(host: string): boolean;
}

/** A certificate that cannot be served. */
export interface Unusable {
  /** One sentence for staff that names the file. */
  reason: string;
}

/** Whether `certificate` speaks for a host name or an IP address (without brackets). */
export function speaksFor(certificate: X509Certificate, host: string): boolean {
  return (isIP(host) === 0 ? certificate.checkHost(host) : certificate.checkIP(host)) !== undefined;
}

/** The host names in a certificate, without patterns such as `*.practice.nhs.uk`. */
export function hostsIn(certificate: X509Certificate): string[] {
  const entries = (certificate.subjectAltName ?? '').split(', ');
  return entries.flatMap((entry) => /^DNS:([\w.-]+)$/.exec(entry)?.[1]?.toLowerCase() ?? []);
}

export const startOf = (certificate: X509Certificate): number => Date.parse(certificate.validFrom);
export const endOf = (certificate: X509Certificate): number => Date.parse(certificate.validTo);
