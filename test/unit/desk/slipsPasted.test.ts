import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pastedDetails } from '../../../renderer/desk/slips/pastedBlock';

describe('a block copied with the names of its details', () => {
  test('is taken apart on one line, on lines of its own, and in columns', () => {
    const two = { accountId: '4455667788', secret: 'pX7kR2mQ9tB4v' };
    expect(pastedDetails('Account ID: 4455667788 Linkage key: pX7kR2mQ9tB4v')).toEqual(two);
    expect(pastedDetails('Account ID\r\n4455667788\r\nLinkage Key\r\npX7kR2mQ9tB4v\r\n')).toEqual(two);
    expect(pastedDetails('account id\t4455667788\tPassphrase\tpX7kR2mQ9tB4v')).toEqual(two);
    expect(
      pastedDetails(
        'Name: Zephyrine\nODS Code (could be called Practice ID): a12345\nUsername = 4455667788\n\nLinkage Key (could be called Passphrase):\npX7kR2mQ9tB4v\nKeep it safe.',
      ),
    ).toEqual({ odsCode: 'A12345', ...two });
  });

  test('is left alone where it has no names, two answers, or is a whole letter', () => {
    for (const text of ['', 'pX7kR2mQ9tB4v', 'Account ID:', 'my account ID is 12', 'x'.repeat(3_000)])
      expect(pastedDetails(text)).toBeNull();
    expect(pastedDetails('Account ID: 123\nAccount ID: 456')).toBeNull();
    expect(pastedDetails('Account ID: 123\nUsername: 123')).toEqual({ accountId: '123' });
  });

  test('is never guessed at: what does not belong stays with the detail, where it is told of', () => {
    expect(pastedDetails('Linkage key: abc def')).toEqual({ secret: 'abc def' });
    expect(pastedDetails('Account ID: 123456, Linkage key: abcDEF99, ODS code: A12345')).toBeNull();
    expect(pastedDetails('Linkage key: abcDEF99; Account ID: 123456')).toBeNull();
    expect(pastedDetails('Account ID\tLinkage key\tODS code\n123456\tabcDEF99\tA12345')).toBeNull();
    // What stands further below belongs to something else.
    expect(pastedDetails('Account ID:\n\n9990000018')).toBeNull();
  });

  test('gives back every key that a system can give out', () => {
    const sign = fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code));
    fc.assert(
      fc.property(fc.string({ unit: sign, minLength: 6, maxLength: 40 }), (secret) => {
        fc.pre(!/(?:user ?name|pass ?phrase)[:=]/i.test(secret));
        expect(pastedDetails(`Account ID: 123 Linkage key: ${secret}`)).toEqual({ accountId: '123', secret });
      }),
    );
  });
});
