import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { slipFields, type SlipValues } from '../../../../preload/contract/rules/slipValues';
import { readDetails } from '../../../../main/services/desk/slipsDetails';
import { born, sampleApplication, sampleProxy } from './applicationsSupport';

const good: SlipValues = { odsCode: 'A83005', accountId: '7741902263', secret: 'qT7fW9mKd3RxE' };
const { form } = sampleApplication();
const { form: proxy } = sampleProxy();
const problems = (change: Partial<SlipValues>, of = form) => {
  const read = readDetails('emis', { ...good, ...change }, of);
  return read.kind === 'wrong' ? read.problems : [];
};

describe('the details of a slip', () => {
  test.each([
    '13/07/1961',
    '13.07.1961',
    '13-07-61',
    '13/7/1961',
    '13071961',
    '130761',
    '19610713',
    '610713',
    '1961-07-13',
    '1961/7/13',
    '13Jul1961',
    '13-July-61',
    '13-JUL-1961',
  ])('are never the birthday of the patient: %s', (spelling) => {
    expect(problems({ secret: spelling })).toContainEqual({ field: 'secret', problem: 'isBirthDate' });
  });

  test('are never the birthday of whoever asks for somebody else, nor the one they ask for', () => {
    for (const secret of ['04/03/1985', '4-Mar-1985', '13/07/1961'])
      expect(problems({ secret }, proxy), secret).toEqual([{ field: 'secret', problem: 'isBirthDate' }]);
    expect(problems({ secret: '04/03/1985' })).toEqual([]);
  });

  test.each(['9990000018', '999-000-0018', 'NHS9990000018', '999.000.0018'])(
    'are never the NHS number of the patient: %s',
    (spelling) => {
      expect(problems({ secret: spelling })).toEqual([{ field: 'secret', problem: 'isNhsNumber' }]);
      expect(problems({ secret: '9990000026' })).toEqual([]);
    },
  );

  test('may be long numbers and words that a date happens to stand in', () => {
    const single = { ...form, dateOfBirth: born('1961-01-02') };
    for (const secret of ['1307196144', 'x13071961', '121961', '13Jul1961x', '14071961'])
      expect(problems({ secret }, single), secret).toEqual([]);
  });

  test('that are typed for the NHS App are looked at by nobody and kept nowhere', () => {
    expect(readDetails('nhsApp', { ...good, secret: '13071961' }, form)).toEqual({ kind: 'details', values: null });
  });

  test('are told of all at once, and come back tidied where none is wrong', () => {
    expect(problems({ odsCode: '', accountId: 'a', secret: '13071961' })).toEqual([
      { field: 'odsCode', problem: 'missing' },
      { field: 'accountId', problem: 'tooShort' },
      { field: 'secret', problem: 'isBirthDate' },
    ]);
    const typed = { odsCode: ' a83005\t', accountId: '\u200b7741902263 ', secret: ' qT7fW9mKd3RxE\n' };
    expect(readDetails('systmOne', typed, form)).toEqual({ kind: 'details', values: good });
  });

  test('never come back with the birthday as somebody writes it, whatever stands between its parts', () => {
    const separator = fc.constantFrom('', '/', '-', '.', '_', '--');
    const date = fc.date({ min: new Date('1920-01-01'), max: new Date('2015-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(date, separator, fc.constantFrom(...slipFields), fc.boolean(), (on, between, field, isBackwards) => {
        const iso = on.toISOString().slice(0, 10);
        const parts = iso.split('-');
        const spelling = (isBackwards ? parts : parts.toReversed()).join(between);
        const read = readDetails('emis', { ...good, [field]: spelling }, { ...form, dateOfBirth: born(iso) });
        expect(read.kind, spelling).toBe('wrong');
      }),
    );
  });
});
