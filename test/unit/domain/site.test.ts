import { describe, expect, it } from 'vitest';
import { resolveSite } from '../../../main/domain/site';

const main = { name: 'Main Surgery', count: 59 };
const branch = { name: 'Branch Surgery', count: 1 };

describe('the site of a kiosk', () => {
  it('is the only location of the list', () => {
    expect(resolveSite([branch], null, false)).toBe('Branch Surgery');
  });

  it('is unnamed when the list names no location', () => {
    expect(resolveSite([], null, false)).toBe('');
  });

  it('is unknown when there are several and none is set: check-in stays closed', () => {
    expect(resolveSite([main, branch], null, false)).toBeNull();
  });

  it('is the one set on the machine, as the list spells it', () => {
    expect(resolveSite([main, branch], ' branch  SURGERY ', false)).toBe('Branch Surgery');
  });

  it('is unknown when the one set is not on the list: nobody is sent to where they stand already', () => {
    expect(resolveSite([main, branch], 'Mian Surgery', false)).toBeNull();
  });

  it('is one place however the list spells it', () => {
    const shouted = { name: 'MAIN  SURGERY', count: 3 };
    expect(resolveSite([main, shouted], null, false)).toBe('Main Surgery');
    expect(resolveSite([main, shouted, branch], null, true)).toBe('Main Surgery');
  });

  it('is the busiest location in a demonstration that nobody has set up', () => {
    expect(resolveSite([branch, main], null, true)).toBe('Main Surgery');
  });
});
