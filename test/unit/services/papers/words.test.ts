import { describe, expect, it } from 'vitest';
import { drawSheet, sheetOf } from '../../../../main/services/papers/sheet';
import { en } from '../../../../main/services/papers/words/en';
import type { PaperWords } from '../../../../main/services/papers/words/words';
import { paperSizes } from '../../../../preload/contract/rules/paper';
import { exampleBring, exampleInvitation, exampleSetup, exampleTicket } from '../../../support/papers';
import { htmlOf, textOf } from './support';

describe('the setup slip', () => {
  const emis = exampleSetup('ordinary', 'emis');

  it('says whose it is, and labels each detail as the app does', () => {
    const text = textOf(sheetOf(emis, 'a4'));
    for (const words of [
      'Amelia O.',
      'Practice code (ODS code)',
      'A83005',
      'Account ID',
      '1194704',
      'Linkage key',
      'dE0f1p4aO2z35',
    ])
      expect(text).toContain(words);
    expect(textOf(sheetOf(exampleSetup('ordinary', 'systmOne'), 'a4'))).toMatch(/^Passphrase$/m);
    expect(text).toMatch(/number zero\n/);
    expect(text).not.toContain('number six');
    expect(text).toContain('Treat this like a password');
    expect(text).toContain('23 December 2026');
  });

  it('has no details and no date for the NHS App, where people prove who they are', () => {
    const text = textOf(sheetOf({ ...emis, system: 'nhsApp', values: null }, 'a5'));
    expect(text).toContain('You do not need any details from us.');
    expect(text).not.toMatch(/Account ID|Linkage key|Passphrase|Use it by/);
  });

  it('never speaks of an NHS number or an address, and of a date of birth only as something to type', () => {
    for (const system of ['emis', 'systmOne', 'nhsApp'] as const) {
      const text = textOf(sheetOf(exampleSetup('longest', system), 'a4'));
      expect(text).not.toMatch(/NHS number|postcode|\b\d{3} ?\d{3} ?\d{4}\b(?!,)/i);
      expect(text.replaceAll('type your name and date of birth', '')).not.toMatch(/date of birth|born/i);
    }
  });

  it('has the reference of its application, so that two slips of one name are told apart', () => {
    for (const size of paperSizes) {
      expect(textOf(sheetOf(emis, size))).toMatch(/^Our reference \(not to be typed\)\nK7M-42W$/m);
      expect(textOf(sheetOf({ ...emis, reference: null }, size))).not.toContain('Our reference');
    }
  });

  it('calls nobody by nothing, where a name holds no letter', () => {
    expect(textOf(sheetOf({ ...emis, name: '' }, 'a5'))).not.toMatch(/^For$/m);
  });

  it('says that a sample is one', () => {
    expect(textOf(sheetOf({ ...emis, isSample: true }, 'roll58'))).toContain('SAMPLE');
    expect(textOf(sheetOf(emis, 'roll58'))).not.toContain('SAMPLE');
  });

  it('names of a long link the place alone', () => {
    expect(textOf(sheetOf(emis, 'a4'))).toContain('www.nhs.uk/nhs-app\n');
    expect(textOf(sheetOf(exampleSetup('longest', 'emis'), 'a4'))).toMatch(/^It opens\nwww\.nhs\.uk$/m);
  });
});

it('takes whatever somebody is called as text', () => {
  const nasty = '<script>alert("1")</script>&\'';
  const slip = { ...exampleSetup('ordinary', 'emis'), practice: nasty, name: nasty, helpPhone: nasty };
  const values = { odsCode: 'A83005', accountId: '1194704', secret: '<b>&"\'</b>x' };
  for (const size of paperSizes) {
    const sheet = sheetOf({ ...slip, values }, size);
    expect(htmlOf(sheet)).not.toMatch(/<script|<b>&/);
    expect(textOf(sheet).split(nasty)).toHaveLength(4);
    expect(textOf(sheet)).toContain(values.secret);
  }
  const note = { ...exampleBring('ordinary'), photoDocuments: [nasty], identityCheckHours: nasty };
  expect(htmlOf(sheetOf(note, 'a5'))).not.toContain('<script');
  expect(
    htmlOf(sheetOf({ ...exampleTicket('ordinary', 'ticket'), holds: { kind: 'ticket', ticket: nasty } }, 'roll80')),
  ).not.toContain('<script');
});

it('keeps the direction of a name or a number to itself', () => {
  const turned = '\u202e\u2067Oak';
  const slip = { ...exampleSetup('ordinary', 'emis'), practice: turned, name: turned, helpPhone: turned };
  for (const size of paperSizes) expect(htmlOf(sheetOf(slip, size)).split(`<bdi>${turned}</bdi>`)).toHaveLength(4);
  const note = { ...exampleBring('ordinary'), photoDocuments: [turned], identityCheckHours: turned };
  expect(htmlOf(sheetOf(note, 'a4')).split(`<bdi>${turned}</bdi>`)).toHaveLength(3);
});

it('an invitation says that it is a choice, and holds no detail', () => {
  const text = textOf(sheetOf(exampleInvitation('ordinary'), 'a5'));
  expect(text).toContain('Amelia O.');
  expect(text).toContain('It is your choice.');
  expect(text).not.toMatch(/Account ID|Linkage key|Passphrase/i);
});

it('a note of what to bring has what is missing and no name', () => {
  const text = textOf(sheetOf(exampleBring('ordinary'), 'roll80'));
  expect(text).toContain('Photocard driving licence');
  expect(text).toContain('It must be from the last 3 months.');
  expect(text).not.toContain('Someone to help with language');
  expect(text).toContain('You never need ID to see a doctor or a nurse.');
});

it('says everything in a second language beneath the English', () => {
  const planted = longer(en);
  const sheet = drawSheet(exampleSetup('ordinary', 'emis'), 'roll80', [en, planted]);
  const text = textOf(sheet);
  for (const pick of [
    (words: PaperWords) => words.setup.heading,
    (words: PaperWords) => words.setup.steps.emis[2],
    (words: PaperWords) => words.setup.secret.lost,
    (words: PaperWords) => words.day(exampleSetup('ordinary', 'emis').issuedOn),
  ]) {
    expect(text).toContain(`${pick(en)}\n${pick(planted)}\n`);
  }
  expect(htmlOf(sheet)).toContain('lang="de" dir="rtl"');
  // Details are told once, whatever is said around them.
  expect(text.split('dE0f1p4aO2z35')).toHaveLength(2);
});

/** A language of long words, written from the right. */
function longer<T>(words: T): T {
  const change = (value: unknown, name = ''): unknown => {
    if (name === 'language') return 'de';
    if (name === 'direction') return 'rtl';
    if (typeof value === 'string') return value.replace(/\w{4,}/g, (word) => `${word}en${word}`);
    if (typeof value === 'function') return (...given: unknown[]) => change(Reflect.apply(value, undefined, given));
    if (Array.isArray(value)) return value.map((one: unknown) => change(one));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, change(inner, key)]));
  };
  return change(words) as T;
}
