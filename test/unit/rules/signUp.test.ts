import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAddressLine } from '../../../preload/contract/rules/address';
import { ageBandOf, ageOn } from '../../../preload/contract/rules/ages';
import { readEmail, readMobile } from '../../../preload/contract/rules/contact';
import { dateOfBirthSchema, dateSchema } from '../../../preload/contract/rules/dates';
import { groupNhsNumber, isValidNhsNumber, readNhsNumber } from '../../../preload/contract/rules/nhsNumber';
import { readPersonName } from '../../../preload/contract/rules/personName';
import { readReference, referenceAlphabet, referenceSchema } from '../../../preload/contract/rules/reference';

const hostile = [
  '%',
  '*',
  '-',
  "'",
  '😀',
  'x'.repeat(10_000),
  '\u202eabc',
  '<script>',
  '"',
  '\u0000',
  '=1+1',
  '@',
  '()',
];

describe('a name', () => {
  test.each([
    'Łukasz',
    "O'Neil",
    'Smith-Jones',
    'van der Berg',
    'Nguyễn',
    'Ó Súilleabháin',
    'Ştefănescu',
    'St. John',
    '李',
    'محمد',
    'J',
  ])('is taken as people write it: %s', (name) => {
    expect(readPersonName(name)).toEqual({ ok: true, name });
  });

  test('loses spaces around it and curly signs', () => {
    expect(readPersonName('  Mary   Ann ')).toEqual({ ok: true, name: 'Mary Ann' });
    expect(readPersonName('O\u2019Neil\u2013Fox')).toEqual({ ok: true, name: "O'Neil-Fox" });
  });

  test.each(['12', 'R2D2', 'a@b', ...hostile.filter((text) => text.length < 100)])(
    'is not what is no name: %j',
    (text) => {
      expect(readPersonName(text).ok).toBe(text === '\u202eabc');
    },
  );

  test('is not empty, and not longer than any name', () => {
    expect(readPersonName(' \u200f ')).toEqual({ ok: false, problem: 'empty' });
    expect(readPersonName('x'.repeat(61))).toEqual({ ok: false, problem: 'tooLong' });
  });
});

describe('a way to write to somebody', () => {
  test.each(['jo@example.com', 'jo.o+nhs@mail.example.co.uk', "o'neil@example.org"])(
    'is an email address: %s',
    (email) => {
      expect(readEmail(` ${email} `)).toEqual({ ok: true, email });
    },
  );

  test.each(['jo', 'jo@', '@example.com', 'jo@example', 'jo@@example.com', 'jo@example..com', 'jo@-example.com', ''])(
    'is no email address: %j',
    (text) => {
      expect(readEmail(text)).toEqual({ ok: false, problem: 'notAnEmail' });
    },
  );

  test.each(['07700 900123', '+44 7700 900123', '0044 (0)7700 900 123', '+44(0)7700900123', '07700-900123'])(
    'is a mobile number however it is written: %s',
    (text) => {
      expect(readMobile(text)).toEqual({ ok: true, mobile: '07700900123' });
    },
  );

  test('tells a landline from what is no number', () => {
    expect(readMobile('0113 496 0123')).toEqual({ ok: false, problem: 'landline' });
    for (const text of ['07700', '7700900123', '07000900123', '0770090012x', ...hostile])
      expect(readMobile(text)).toEqual({ ok: false, problem: 'notAMobile' });
  });
});

describe('an NHS number as it is typed', () => {
  test.each(['9990000018', '999 000 0018', '999-000-0018'])('is read with and without groups: %s', (text) => {
    expect(readNhsNumber(text)).toEqual({ ok: true, nhsNumber: '9990000018' });
  });

  test.each([
    ['', 'empty'],
    ['QQ123456C', 'nationalInsurance'],
    ['QQ 12 34 56 C', 'nationalInsurance'],
    ['99900000I8', 'letters'],
    ['999000001', 'wrongLength'],
    ['99900000188', 'wrongLength'],
    ['9991234567', 'invalid'],
    ['0000000000', 'invalid'],
  ])('says how it is wrong: %j is %s', (text, problem) => {
    expect(readNhsNumber(text)).toEqual({ ok: false, problem });
  });

  test('is shown in groups of three, three and four', () => {
    expect(groupNhsNumber('9990000018')).toBe('999 000 0018');
    expect(groupNhsNumber('9990')).toBe('999 0');
    expect(groupNhsNumber('')).toBe('');
  });

  test('is never taken without passing Modulus 11, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (text) => {
        const reading = readNhsNumber(text);
        if (reading.ok) expect(isValidNhsNumber(reading.nhsNumber)).toBe(true);
      }),
    );
  });
});

describe('a line of an address', () => {
  test.each(['12 Harbour View', "Flat 2/1, 4 St John's Road", 'Caffè & Co. (rear)', 'Llanfairpwllgwyngyll'])(
    'is taken: %s',
    (line) => {
      expect(readAddressLine(` ${line} `)).toEqual({ ok: true, line });
    },
  );

  test('is neither empty nor a trick', () => {
    expect(readAddressLine('  ')).toEqual({ ok: false, problem: 'empty' });
    for (const text of ['<b>', '%', '=1+1', '😀', 'x'.repeat(81), 'a\u0000b'])
      expect(readAddressLine(text)).toEqual({ ok: false, problem: 'notALine' });
  });
});

describe('an age', () => {
  const age = (born: string, on: string): number => ageOn(dateOfBirthSchema.parse(born), dateSchema.parse(on));

  test('changes on the birthday', () => {
    expect(age('2010-11-23', '2026-11-22')).toBe(15);
    expect(age('2010-11-23', '2026-11-23')).toBe(16);
  });

  test('of somebody born on 29 February changes on 1 March of other years', () => {
    expect(age('2016-02-29', '2027-02-28')).toBe(10);
    expect(age('2016-02-29', '2027-03-01')).toBe(11);
    expect(age('2016-02-29', '2028-02-29')).toBe(12);
  });

  test('decides who speaks for themselves', () => {
    expect([10, 11, 15, 16].map(ageBandOf)).toEqual(['child', 'young', 'young', 'adult']);
  });
});

describe('a reference', () => {
  test('is read with or without its dash, in small letters and with spaces', () => {
    for (const typed of ['DFJ-KM2', 'dfjkm2', ' DFJ KM2 ', 'DFJ\u2013KM2'])
      expect(readReference(typed)).toBe('DFJ-KM2');
  });

  test('is nothing else', () => {
    for (const typed of ['', 'DFJ-KM', 'DFJ-KM22', 'ABC-DEF', '000-000', ...hostile])
      expect(readReference(typed)).toBeNull();
  });

  test('of its own alphabet is always read back', () => {
    const character = fc.constantFrom(...referenceAlphabet);
    fc.assert(
      fc.property(fc.array(character, { minLength: 6, maxLength: 6 }), (characters) => {
        const text = `${characters.slice(0, 3).join('')}-${characters.slice(3).join('')}`;
        expect(referenceSchema.safeParse(readReference(text)).success).toBe(true);
        expect(readReference(text)).toBe(text);
      }),
    );
  });
});
