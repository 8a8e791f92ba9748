import type { WebStatus } from '../services/ports';
import type { Credential } from './certificates/credential';
import { isLoopback, type MachineNames } from './machineNames';

/** How an open door stands. @param host where it is open; undefined: everywhere. */
export function listeningStatus(
  port: number,
  host: string | undefined,
  names: MachineNames,
  credential: Credential,
): WebStatus {
  const { source, fingerprint, expiresAt, isToBeTrustedAnew } = credential;
  return {
    state: 'listening',
    port,
    addresses: addressesOf(host, names, credential).map((name) => `https://${bracketed(name)}:${port}`),
    certificate: { source, fingerprint, expiresAt, isToBeTrustedAnew },
  };
}

/** Names before numbers, those that the practice chose first; and only what the certificate speaks for, unless that would be nothing. */
function addressesOf(host: string | undefined, names: MachineNames, credential: Credential): string[] {
  const isOnlyHere = host !== undefined && isLoopback(host);
  const isMeant = (name: string): boolean => isLoopback(name) === isOnlyHere && !name.endsWith('.local');
  const chosen = credential.source === 'practice' ? credential.hosts : [];
  const all = [...new Set([...chosen, ...[...names.hosts, ...names.addresses].filter(isMeant)])];
  const covered = all.filter((name) => credential.isFor(name));
  return covered.length > 0 ? covered : all;
}

const bracketed = (name: string): string => (name.includes(':') ? `[${name}]` : name);

/** Why the port could not be opened, in one sentence for staff. */
export function refusedStatus(error: unknown, host: string | null, port: number): WebStatus {
  switch ((error as { code?: unknown } | null)?.code) {
    case 'EADDRINUSE':
      return { state: 'portTaken', port, reason: `Another program on this machine uses port ${port}.` };
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return { state: 'addressUnavailable', port, reason: `This machine has no address ${host ?? ''} at the moment.` };
    case 'EACCES':
      return { state: 'failed', port, reason: `The operating system does not let this program use port ${port}.` };
    default:
      return { state: 'failed', port, reason: 'The page for reception could not be started.' };
  }
}
