import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isConnecting, reasonsOf } from '../../../../main/shell/printing/cups/reasons';
import { printReasonSchema } from '../../../../preload/contract/desk/printing';

describe('what a printer says of itself', () => {
  it.each([
    ['media-jam-error', 'jammed'],
    ['media-jam', 'jammed'],
    ['cover-open', 'coverOpen'],
    ['door-open-error', 'coverOpen'],
    ['interlock-open-error', 'coverOpen'],
    ['media-empty-error', 'outOfPaper'],
    ['media-needed', 'outOfPaper'],
    ['toner-empty-error', 'outOfInk'],
    ['marker-supply-empty-error', 'outOfInk'],
    ['marker-waste-full-error', 'outOfInk'],
    ['offline-report', 'offline'],
    ['offline-error', 'offline'],
    ['cups-remote-stopped', 'offline'],
    ['paused', 'paused'],
    ['moving-to-paused', 'paused'],
    ['fuser-over-temp-error', 'attention'],
    ['some-new-word', 'attention'],
  ])('%s means %s', (word, reason) => {
    expect(reasonsOf([word])).toEqual([reason]);
  });

  it.each([
    'none',
    'connecting-to-device',
    'media-low-warning',
    'media-empty-warning',
    'toner-low-report',
    'marker-supply-almost-empty',
    'marker-waste-almost-full-warning',
    'media-near-empty',
    'cups-waiting-for-job-completed',
    'cups-missing-filter-warning',
    'wifi-not-configured-report',
    'com.example.sleeping',
  ])('%s stops nothing', (word) => {
    expect(reasonsOf([word])).toEqual([]);
  });

  it('is told by what matters most first, each thing once', () => {
    const words = ['paused', 'some-new-word', 'media-empty-error', 'media-needed', 'toner-low', 'media-jam-error'];
    expect(reasonsOf(words)).toEqual(['jammed', 'outOfPaper', 'paused', 'attention']);
  });

  it('is a reason that staff have words for, or none, whatever it is', () => {
    const words = fc.array(fc.oneof(fc.string(), fc.stringMatching(/^[a-z]+(-[a-z]+){0,3}$/)));
    fc.assert(
      fc.property(words, (all) => {
        const reasons = reasonsOf(all);
        expect(new Set(reasons).size).toBe(reasons.length);
        for (const reason of reasons) expect(printReasonSchema.options).toContain(reason);
        expect(reasonsOf([...all].reverse())).toEqual(reasons);
      }),
    );
  });
});

it('a printer that is being reached says so', () => {
  expect(isConnecting(['none'])).toBe(false);
  expect(isConnecting(['media-low', 'connecting-to-device'])).toBe(true);
});
