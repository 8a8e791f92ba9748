import { describe, expect, test } from 'vitest';
import { missingQueueSchema, printReasonSchema, sheetFaultSchema } from '../../../preload/contract/desk/printing';
import { slipStateSchema } from '../../../preload/contract/desk/slips';
import { slipFields, slipProblemSchema } from '../../../preload/contract/rules/slipValues';
import {
  printerLabel,
  printerTrouble,
  secondsOf,
  slipAdviceOf,
  slipFieldNames,
  slipProblemOf,
  slipRefusalOf,
  slipStateOf,
} from '../../../renderer/text/desk/slips';
import { isPrintReason, printReasonWords } from '../../../renderer/text/desk/slipsReasons';

describe('what a slip says of itself', () => {
  test('has a sentence and what to do for every reason', () => {
    expect(Object.keys(printReasonWords).sort()).toEqual([...printReasonSchema.options].sort());
    for (const reason of printReasonSchema.options) {
      const { what, todo } = printReasonWords[reason];
      for (const sentence of [what, todo]) expect(sentence).toMatch(/^[A-Z].*\.$/);
    }
    expect(isPrintReason('outOfPaper')).toBe(true);
    expect(isPrintReason('toString')).toBe(false);
  });

  test('never calls printed what is not, in no state and for no reason', () => {
    for (const state of slipStateSchema.options) {
      const isPrinted = slipStateOf(state, 'Office').includes('in the tray');
      expect(isPrinted, state).toBe(state === 'printed');
      for (const reason of printReasonSchema.options) {
        const advice = slipAdviceOf(state, reason).join(' ');
        expect(advice.includes('Take it at once'), state).toBe(state === 'printed');
        expect(advice.includes('prints by itself'), state).toBe(state === 'waiting');
        expect(advice.includes('Nothing comes out any more'), state).toBe(state === 'failed');
        expect(advice.includes('Go and look before you print again'), state).toBe(state === 'unknown');
      }
    }
    expect(slipAdviceOf('waiting', 'outOfPaper')).toEqual([
      'There is no paper in the printer.',
      'Put paper in.',
      'Then it prints by itself.',
    ]);
  });

  test('has a message for every problem of every detail, which quotes nothing', () => {
    for (const field of slipFields) {
      const name = slipFieldNames('emis')[field];
      for (const problem of slipProblemSchema.options) {
        const message = slipProblemOf(name, field, problem);
        expect(message.length, `${field} ${problem}`).toBeGreaterThan(10);
        expect(message).not.toMatch(/undefined/);
      }
    }
    expect(slipFieldNames('systmOne').secret).toBe('Passphrase');
    expect(slipProblemOf('ODS code', 'odsCode', 'missing')).toBe('Enter the ODS code');
    expect(slipProblemOf('Linkage key', 'secret', 'missing')).toBe('Enter the linkage key');
  });

  test('says why it was not made, and leaves to the general words what it does not know', () => {
    const said = sheetFaultSchema.options.map((why) => slipRefusalOf('NOT_MADE', { why }));
    expect(new Set(said).size).toBe(said.length);
    expect(slipRefusalOf('NOT_NOW', { why: 'recordMustBeOff' })).toContain('An authoriser must first confirm');
    expect(slipRefusalOf('CHANGED', { by: 'Maria', at: '2026-11-23T10:05:00.000Z' })).toContain('Maria was quicker');
    for (const why of missingQueueSchema.options)
      expect(slipRefusalOf('NO_PRINTER', { why })).toBe(
        `${printReasonWords[why].what} ${printReasonWords[why].todo} Nothing was printed.`,
      );
    expect(slipRefusalOf('LOST', undefined)).toBeNull();
  });
});

describe('a printer that is chosen', () => {
  test('is called by its name, with what it is and where it stands', () => {
    expect(printerLabel({ name: 'HP_1', description: 'Laser', location: 'Back office' })).toBe(
      'HP_1 (Laser, Back office)',
    );
    expect(printerLabel({ name: 'PDF', description: 'PDF', location: '' })).toBe('PDF');
  });

  test('says what stands in the way of it, and nothing where nothing does', () => {
    const printer = { name: 'HP_1', state: 'ready', reasons: [] };
    expect(printerTrouble(printer)).toBeNull();
    expect(printerTrouble({ ...printer, reasons: ['coverOpen'] })).toBe(
      'HP_1: A cover of the printer is open. Close it.',
    );
    expect(printerTrouble({ ...printer, state: 'stopped' })).toContain('HP_1: The printer is paused.');
    expect(printerTrouble({ ...printer, state: 'notAccepting' })).toContain('takes no pages now');
  });
});

test('time that is left is said in minutes and seconds', () => {
  expect([119.2, 60, 61, 59, 0, -3].map(secondsOf)).toEqual(['2 min', '1 min', '1 min 1 s', '59 s', '0 s', '0 s']);
});
