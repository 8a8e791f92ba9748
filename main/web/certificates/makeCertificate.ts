import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { addressBytes, type MachineNames } from '../machineNames';
import * as der from './der';

/** ECDSA with SHA-256 (RFC 5758). */
const signatureAlgorithm = der.sequence(der.objectIdentifier('1.2.840.10045.4.3.2'));
const commonName = der.objectIdentifier('2.5.4.3');
const serverUse = '1.3.6.1.5.5.7.3.1';
/** The longest common name there may be (RFC 5280, appendix A). */
const longestName = 64;

export interface KeyPair {
  publicKey: KeyObject;
  privateKey: KeyObject;
}

/** A new key on the curve P-256: what every browser and operating system of the last ten years takes. */
export function makeKeyPair(): KeyPair {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' });
}

interface Validity {
  /** Epoch milliseconds; certificates know whole seconds. */
  from: number;
  until: number;
}

/**
 * An authority that can do no more harm than it must: it signs for the names and addresses of one machine and no others (critical name
 * constraints), only certificates of servers, and no further authorities (path length 0).
 * @returns PEM.
 */
export function makeAuthority(options: { name: string; keys: KeyPair; names: MachineNames } & Validity): string {
  const { name, keys, names } = options;
  return certificate({
    ...options,
    issuer: name,
    subject: name,
    publicKey: keys.publicKey,
    signer: keys,
    extensions: [
      extension('2.5.29.19', der.sequence(der.yes, der.integer(Uint8Array.of(0))), 'critical'),
      // Bits 5 and 6: signs certificates, and lists of those withdrawn.
      extension('2.5.29.15', der.bits(Uint8Array.of(0b0000_0110), 1), 'critical'),
      extension('2.5.29.37', der.sequence(der.objectIdentifier(serverUse))),
      extension('2.5.29.30', der.sequence(der.tagged(0, ...permitted(names))), 'critical'),
    ],
  });
}

/**
 * A certificate that an authority made by `makeAuthority` gives to a server.
 * @returns PEM.
 */
export function makeServerCertificate(
  options: { authorityName: string; authorityKeys: KeyPair; publicKey: KeyObject; names: MachineNames } & Validity,
): string {
  const { authorityName, authorityKeys, names } = options;
  return certificate({
    ...options,
    issuer: authorityName,
    subject: names.hosts[0] ?? 'localhost',
    signer: authorityKeys,
    extensions: [
      extension('2.5.29.19', der.sequence(), 'critical'),
      // Bit 0: signs, which is all that today's key exchanges ask of a server's key.
      extension('2.5.29.15', der.bits(Uint8Array.of(0b1000_0000), 7), 'critical'),
      extension('2.5.29.37', der.sequence(der.objectIdentifier(serverUse))),
      extension('2.5.29.17', der.sequence(...hostNames(names), ...names.addresses.map((one) => ip(addressBytes(one))))),
    ],
  });
}

interface Contents extends Validity {
  issuer: string;
  subject: string;
  publicKey: KeyObject;
  signer: KeyPair;
  extensions: Buffer[];
}

function certificate({ issuer, subject, publicKey, signer, extensions, from, until }: Contents): string {
  const signed = der.sequence(
    der.tagged(0, der.integer(Uint8Array.of(2))),
    der.integer(randomBytes(16)),
    signatureAlgorithm,
    distinguishedName(issuer),
    der.sequence(der.time(from), der.time(until)),
    distinguishedName(subject),
    publicKey.export({ type: 'spki', format: 'der' }),
    der.tagged(
      3,
      der.sequence(
        ...extensions,
        extension('2.5.29.14', der.octets(keyId(publicKey))),
        extension('2.5.29.35', der.sequence(der.taggedBytes(0, keyId(signer.publicKey)))),
      ),
    ),
  );
  const signature = sign('sha256', signed, signer.privateKey);
  const whole = der.sequence(signed, signatureAlgorithm, der.bits(signature)).toString('base64');
  return `-----BEGIN CERTIFICATE-----\n${whole.replace(/.{1,64}/g, '$&\n')}-----END CERTIFICATE-----\n`;
}

function extension(id: string, value: Buffer, weight?: 'critical'): Buffer {
  const mark = weight === undefined ? [] : [der.yes];
  return der.sequence(der.objectIdentifier(id), ...mark, der.octets(value));
}

function distinguishedName(name: string): Buffer {
  return der.sequence(der.setOf(der.sequence(commonName, der.text(name.slice(0, longestName)))));
}

/** What tells two keys of one name apart. */
function keyId(key: KeyObject): Buffer {
  return createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest()
    .subarray(0, 20);
}

function hostNames({ hosts }: MachineNames): Buffer[] {
  return hosts.map((host) => der.taggedBytes(2, Buffer.from(host, 'ascii')));
}

const ip = (bytes: Buffer): Buffer => der.taggedBytes(7, bytes);

/** Each address alone: its bytes and a mask in which every bit counts. */
function permitted(names: MachineNames): Buffer[] {
  const addresses = names.addresses
    .map(addressBytes)
    .map((bytes) => ip(Buffer.concat([bytes, Buffer.alloc(bytes.length, 0xff)])));
  return [...hostNames(names), ...addresses].map((one) => der.sequence(one));
}
