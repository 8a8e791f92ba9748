import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLog } from '../../../main/shell/log';
import type { LogFields } from '../../../main/services/ports';

let folder: string;
let written: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'log-'));
  written = '';
  vi.spyOn(process.stderr, 'write').mockImplementation((chunk) => {
    written += String(chunk);
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

describe('the log', () => {
  it('writes an event and its allowed fields as one line of JSON', () => {
    createLog().warn('page.denied', { kind: 'download', count: 2 });
    const line = JSON.parse(written) as Record<string, unknown>;
    expect(Object.keys(line).sort()).toEqual(['count', 'event', 'kind', 'level', 'time']);
    expect(line).toMatchObject({ event: 'page.denied', kind: 'download', count: 2 });
  });

  it('drops whatever has no field of its own: a name, a date of birth or an NHS number cannot be passed', () => {
    const patient = {
      name: 'Ruth KHAN',
      lastName: 'KHAN',
      dateOfBirth: '1961-03-04',
      nhsNumber: '9990000018',
      postcode: 'LS1 1AB',
      err: new Error('KHAN'),
      message: 'KHAN',
      stack: 'KHAN',
    };
    const log = createLog();
    for (const write of [log.info, log.warn, log.error])
      write('checkIn.answered', { kind: 'reception', ...patient } as LogFields);
    expect(written.trim().split('\n')).toHaveLength(3);
    for (const value of ['Ruth', 'KHAN', '1961', '03-04', '999000', 'LS1']) expect(written).not.toContain(value);
  });

  it('names neither the machine nor the process', () => {
    createLog().info('app.started');
    expect(written).not.toMatch(/hostname|"pid"/);
  });

  it('is kept in a file that only its owner can read, and a full one is set aside', async () => {
    writeFileSync(join(folder, 'kiosk.log'), 'x'.repeat(5_000_001));
    const log = createLog();
    log.keepIn(folder);
    log.info('app.ready', { milliseconds: 7 });
    await vi.waitFor(() => {
      expect(readFileSync(join(folder, 'kiosk.log'), 'utf8')).toContain('"milliseconds":7');
    });
    expect(statSync(join(folder, 'kiosk.log')).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'kiosk.1.log')).size).toBe(5_000_001);
  });
});
