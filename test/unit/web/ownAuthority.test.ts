import { generateKeyPairSync, X509Certificate } from 'node:crypto';
import { connect, createServer } from 'node:tls';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeAuthority, makeKeyPair, makeServerCertificate } from '../../../main/web/certificates/makeCertificate';
import { createOwnAuthority } from '../../../main/web/certificates/ownAuthority';
import { addressBytes, type MachineNames, machineNames } from '../../../main/web/machineNames';
import { createSilentLog } from '../../support/fakePorts';
import { createVault, names } from './support';

const day = 24 * 60 * 60 * 1000;
const now = Date.now();
const authorityName = 'Reception Kiosk test';

/** What a client that trusts `authority` alone says of `certificate` at `host`: null when it is content. */
async function opinionOf(authority: string, certificate: string, key: string, host: string): Promise<string | null> {
  const server = createServer({ cert: certificate, key });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const opinion = await new Promise<string | null>((resolve) => {
    const socket = connect({ host: '127.0.0.1', port, ca: authority, servername: host }, () => {
      socket.destroy();
      resolve(null);
    });
    socket.once('error', (error) => {
      resolve(error.message);
    });
  });
  server.close();
  return opinion;
}

/** A server certificate that somebody makes who has stolen the authority's key. */
function stolen(change: { names?: MachineNames }): { authority: string; certificate: string; key: string } {
  const [keys, serverKeys] = [makeKeyPair(), makeKeyPair()];
  const validity = { from: now - day, until: now + day };
  const authority = makeAuthority({ name: authorityName, keys, names, ...validity });
  const certificate = makeServerCertificate({
    authorityName,
    authorityKeys: keys,
    publicKey: serverKeys.publicKey,
    names: change.names ?? names,
    ...validity,
  });
  return { authority, certificate, key: serverKeys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() };
}

describe('an authority', () => {
  test('is read as it was meant', () => {
    const { authority, certificate } = stolen({});
    const parsed = new X509Certificate(authority);
    const given = new X509Certificate(certificate);
    expect(parsed.ca).toBe(true);
    expect(parsed.subject).toBe(`CN=${authorityName}`);
    expect(parsed.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1']);
    expect(given.ca).toBe(false);
    expect(given.verify(parsed.publicKey)).toBe(true);
    expect(given.checkIssued(parsed)).toBe(true);
    expect(given.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1']);
    expect(given.subjectAltName).toBe(
      'DNS:kiosk-1, DNS:kiosk-1.local, DNS:localhost, IP Address:192.0.2.7, IP Address:127.0.0.1, IP Address:0:0:0:0:0:0:0:1',
    );
  });

  test('marks name constraints, path length and key usage as critical', () => {
    const { raw } = new X509Certificate(stolen({}).authority);
    const hex = raw.toString('hex');
    const critical = '0101ff04';
    expect(hex).toContain(`0603551d1e${critical}`);
    // Basic constraints: an authority, path length 0. Key usage: certificates and lists of those withdrawn, nothing else.
    expect(hex).toContain(`0603551d13${critical}0830060101ff020100`);
    expect(hex).toContain(`0603551d0f${critical}0403020106`);
  });

  test.each(['kiosk-1', 'localhost', 'kiosk-1.local'])('vouches for %s', async (host) => {
    const { authority, certificate, key } = stolen({});
    expect(await opinionOf(authority, certificate, key, host)).toBeNull();
  });

  test.each([
    ['another name', machineNames('www.example.org', [])],
    ['another address', { hosts: ['kiosk-1'], addresses: ['192.0.2.8'] }],
    ['another address of version 6', { hosts: ['kiosk-1'], addresses: ['2001:db8::1'] }],
  ])('cannot vouch for %s, even with its key stolen', async (_what, other) => {
    const { authority, certificate, key } = stolen({ names: other });
    expect(await opinionOf(authority, certificate, key, other.hosts[0] ?? '')).toBe('permitted subtree violation');
  });
});

describe('the kept authority', () => {
  const own = (vault = createVault()): ReturnType<typeof createOwnAuthority> =>
    createOwnAuthority(vault, createSilentLog());

  test('is the same after a restart, with a new certificate for the server', async () => {
    const vault = createVault();
    const first = await own(vault).credential(names, names, now);
    const second = await own(vault).credential(names, names, now);
    expect(second.authority).toBe(first.authority);
    expect(second.id).not.toBe(first.id);
    expect([...vault.kept.keys()]).toEqual(['deskAuthority']);
  });

  test('gives certificates of 90 days, and the next one when 30 are left', async () => {
    const authority = own();
    const first = await authority.credential(names, names, now);
    expect(Math.round((Date.parse(first.expiresAt) - now) / day)).toBe(90);
    expect((await authority.credential(names, names, now + 59 * day)).id).toBe(first.id);
    const next = await authority.credential(names, names, now + 61 * day);
    expect(next.id).not.toBe(first.id);
    expect(next.authority).toBe(first.authority);
  });

  test('is to be trusted anew for a new name or address, but not for an address of version 6 that changes daily', async () => {
    const authority = own();
    const trusted = async (hosts: string, seen: string[]): Promise<boolean> =>
      !(await authority.credential(names, machineNames(hosts, seen), now)).isToBeTrustedAnew;
    expect(await trusted('kiosk-1', ['192.0.2.7'])).toBe(true);
    expect(await trusted('kiosk-1', [])).toBe(true);
    expect(await trusted('kiosk-1', ['192.0.2.7', '2001:db8::99'])).toBe(true);
    expect(await trusted('kiosk-1', ['2001:db8::99'])).toBe(false);
    expect(await trusted('kiosk-1', ['192.0.2.8'])).toBe(false);
    expect(await trusted('kiosk-2', ['192.0.2.7'])).toBe(false);
  });

  test('is to be trusted anew when it nears its end, or was made by a clock that had stopped', async () => {
    const authority = own();
    await authority.credential(names, names, now);
    expect((await authority.credential(names, names, now + 3640 * day)).isToBeTrustedAnew).toBe(true);
    expect((await authority.credential(names, names, now - 3000 * day)).isToBeTrustedAnew).toBe(true);
  });

  test('is made anew where what is kept cannot be used', async () => {
    const vault = createVault();
    const first = await own(vault).credential(names, names, now);
    const text = vault.kept.get('deskAuthority') ?? '';
    const foreignKey = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
    const swapped = JSON.stringify({
      ...(JSON.parse(text) as object),
      key: foreignKey.export({ type: 'pkcs8', format: 'pem' }),
    });
    for (const broken of ['', '{}', text.slice(0, 200), swapped]) {
      vault.kept.set('deskAuthority', broken);
      // oxlint-disable-next-line no-await-in-loop
      const { authority } = await own(vault).credential(names, names, now);
      expect(authority).not.toBe(first.authority);
      expect(vault.kept.get('deskAuthority')).toContain('BEGIN CERTIFICATE');
    }
  });

  test('keeps nothing, and serves nothing new, when the vault refuses', async () => {
    const vault = createVault();
    const authority = own({ ...vault, write: () => Promise.reject(new Error('disk full')) });
    await expect(authority.credential(names, names, now)).rejects.toThrow('disk full');
  });

  test('has a readable end whatever the length of its names', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.stringMatching(/^[a-z][a-z0-9-]{0,62}$/),
        fc.array(fc.ipV4(), { maxLength: 40 }),
        async (host, seen) => {
          const called = machineNames(host, seen);
          const { authority, isFor } = await own().credential(called, called, now);
          expect(new X509Certificate(authority ?? '').ca).toBe(true);
          for (const name of [...called.hosts, ...called.addresses]) expect(isFor(name)).toBe(true);
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe('names of a machine', () => {
  test('are its short and full name, its name on the link, and localhost', () => {
    expect(machineNames('Kiosk-1.Practice.Example.', ['2001:db8::7', '192.0.2.7'])).toEqual({
      hosts: ['kiosk-1', 'kiosk-1.practice.example', 'kiosk-1.local', 'localhost'],
      addresses: ['192.0.2.7', '2001:db8::7', '127.0.0.1', '::1'],
    });
    expect(machineNames('kiosk 1', []).hosts).toEqual(['localhost']);
  });

  test('have addresses of 4 or 16 bytes, however they are written', () => {
    fc.assert(
      fc.property(fc.ipV6(), (address) => {
        const bytes = addressBytes(address);
        expect(bytes).toHaveLength(16);
        const written = (bytes.toString('hex').match(/.{4}/g) ?? []).join(':');
        expect(new URL(`https://[${written}]`).host).toBe(new URL(`https://[${address}]`).host);
      }),
    );
    expect([...addressBytes('192.0.2.7')]).toEqual([192, 0, 2, 7]);
  });
});
