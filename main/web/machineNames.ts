import { isIP } from 'node:net';
import { hostname, networkInterfaces } from 'node:os';

/** What a machine is called on its network. */
export interface MachineNames {
  /** Lower case; the machine's own name first, `localhost` last. */
  hosts: string[];
  /** IP addresses without brackets and zone, those of the network first, loopback last. */
  addresses: string[];
}

const loopback = ['127.0.0.1', '::1'];

/** The names and addresses of this machine at this moment. */
export function lookAtMachine(): MachineNames {
  const seen = Object.values(networkInterfaces())
    .flatMap((entries) => entries ?? [])
    .filter(({ internal, address }) => !internal && !isOfOneLink(address))
    .map(({ address }) => address);
  return machineNames(hostname(), seen);
}

/**
 * @param name as the operating system gives it: a short name or a full one.
 * @param seen addresses of the network interfaces.
 */
export function machineNames(name: string, seen: readonly string[]): MachineNames {
  const whole = name.toLowerCase().replace(/\.$/, '');
  const short = whole.split('.')[0] ?? '';
  const hosts = [short, whole, `${short}.local`, 'localhost'].filter(isHostName);
  const inOrder = [...seen].sort((one, other) => isIP(one) - isIP(other) || one.localeCompare(other));
  return { hosts: [...new Set(hosts)], addresses: [...new Set([...inOrder, ...loopback])] };
}

/** Link-local addresses mean nothing to another machine without saying through which of its interfaces. */
function isOfOneLink(address: string): boolean {
  return /^fe[89ab]/i.test(address) || address.startsWith('169.254.');
}

/** Underscores are not allowed in host names, but Windows has them and browsers take them. */
function isHostName(name: string): boolean {
  return isIP(name) === 0 && name.length <= 253 && /^[a-z0-9_-]{1,63}(\.[a-z0-9_-]{1,63})*$/.test(name);
}

/** Whether a machine that only itself can reach is asked: in a demonstration the desk is served there alone. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.');
}

/** The bytes of an IP address: 4 or 16 of them. */
export function addressBytes(address: string): Buffer {
  if (isIP(address) === 4) return Buffer.from(address.split('.').map(Number));
  // The address parser of URLs knows every way to write one, a last part in IPv4 digits too.
  const written = new URL(`https://[${address}]`).hostname.slice(1, -1);
  const [front = '', back] = written.split('::');
  const groups = (part: string): number[] =>
    part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16));
  const first = groups(front);
  const last = back === undefined ? [] : groups(back);
  const zeros = Array<number>(8 - first.length - last.length).fill(0);
  return Buffer.from([...first, ...zeros, ...last].flatMap((group) => [group >> 8, group & 0xff]));
}
