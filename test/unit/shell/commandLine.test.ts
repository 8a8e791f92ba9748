import { describe, expect, it } from 'vitest';
import { BadCommandLine } from '../../../main/shell/badCommandLine';
import { readCommandLine } from '../../../main/shell/commandLine';

describe('the command line', () => {
  it('opens a demonstration in a window when nothing is said', () => {
    const line = readCommandLine([], false);
    expect(line).toMatchObject({ command: 'kiosk', isDemonstration: true, dataFolder: null, isFullScreen: false });
  });

  it('takes a data folder for a real practice, full screen, unless --demo says otherwise', () => {
    expect(readCommandLine(['--data-dir', 'x'], false)).toMatchObject({ isDemonstration: false, isFullScreen: true });
    expect(readCommandLine(['--data-dir', 'x', '--windowed'], false).isFullScreen).toBe(false);
    expect(readCommandLine(['--data-dir=x', '--demo'], false)).toMatchObject({
      isDemonstration: true,
      isFullScreen: false,
    });
    expect(readCommandLine(['--kiosk'], false)).toMatchObject({ isDemonstration: true, isFullScreen: true });
  });

  it('reads the files of import and the lists of the kiosk', () => {
    expect(readCommandLine(['import', '--data-dir', 'x', 'a.csv', 'b.csv', '--json'], false)).toMatchObject({
      command: 'import',
      files: ['a.csv', 'b.csv'],
      isJson: true,
    });
    expect(readCommandLine(['--list', 'a.csv', '--list', 'b.csv'], false).files).toEqual(['a.csv', 'b.csv']);
  });

  it('reads a file of settings for the kiosk', () => {
    expect(readCommandLine(['--data-dir', 'x', '--settings', 'rules.json'], false).settingsFile).toBe('rules.json');
    expect(readCommandLine([], false)).toMatchObject({ settingsFile: null, action: null });
  });

  it.each([
    [['status'], { kind: 'status' }],
    [['settings'], { kind: 'settings' }],
    [['settings', 'rules.json'], { kind: 'change', file: 'rules.json' }],
    [['out-of-service'], { kind: 'outOfService' }],
    [['in-service'], { kind: 'inService' }],
    [['cleaning'], { kind: 'cleaning' }],
    [['walk-in', 'Flu clinic', '12:30'], { kind: 'walkIn', name: 'Flu clinic', until: '12:30' }],
    [['walk-in-close'], { kind: 'walkInClose' }],
    [['manager-code'], { kind: 'managerCode' }],
  ])('reads control %j', (words, action) => {
    const line = readCommandLine(['control', '--data-dir', 'x', '--demo', '--json', ...words], true);
    expect(line).toMatchObject({ command: 'control', isDemonstration: true, isJson: true, dataFolder: 'x', action });
  });

  it('sets the clock and shortens idle times only in a demonstration', () => {
    expect(readCommandLine(['--demo', '--now', '2026-11-23T10:00'], false).startAt).toBe('2026-11-23T10:00');
    expect(() => readCommandLine(['--data-dir', 'x', '--now', '2026-11-23T10:00'], false)).toThrow(BadCommandLine);
    expect(() => readCommandLine(['--data-dir', 'x', '--idle-seconds', '5'], false)).toThrow(BadCommandLine);
  });

  it.each([
    [['--now', '2026-02-31T10:00']],
    [['--now', 'tomorrow']],
    [['--now', '2026-11-23T24:30']],
    [['--now', '2026-11-23']],
    [['--idle-seconds', '0']],
    [['--idle-seconds', 'soon']],
    [['import', '--data-dir', 'x']],
    [['import', 'a.csv']],
    [['import', '--data-dir', 'x', 'a.csv', '--settings', 'rules.json']],
    [['control', 'status']],
    [['control', '--data-dir', 'x']],
    [['control', '--data-dir', 'x', 'open']],
    [['control', '--data-dir', 'x', 'toString']],
    [['control', '--data-dir', 'x', 'status', 'more']],
    [['control', '--data-dir', 'x', 'manager-code', 'max']],
    [['control', '--data-dir', 'x', 'settings', 'a.json', 'b.json']],
    [['control', '--data-dir', 'x', 'walk-in', 'Flu clinic']],
    [['control', '--data-dir', 'x', 'walk-in', ' ', '12:30']],
    [['control', '--data-dir', 'x', 'walk-in', 'Flu clinic', '24:00']],
    [['control', '--data-dir', 'x', 'walk-in', 'Flu', 'clinic', '12:30']],
    [['control', '--data-dir', 'x', 'status', '--list', 'a.csv']],
    [['--settings']],
    [['--list']],
    [['stray']],
    [['--lst', 'a.csv']],
  ])('refuses %j in one sentence', (words) => {
    expect(() => readCommandLine(words, false)).toThrow(BadCommandLine);
    expect(() => readCommandLine(words, false)).toThrow(/^[^\n]+\.$/);
  });

  it.each([
    '--remote-debugging-port=9222',
    '--remote-debugging-pipe',
    '--inspect',
    '--inspect=0',
    '--no-sandbox',
    '--disable-web-security',
    '--user-data-dir=/tmp/x',
    '--js-flags=--expose-gc',
    '--load-extension=/tmp/x',
  ])('refuses the foreign switch %s once packaged', (word) => {
    expect(() => readCommandLine([word], true)).toThrow(BadCommandLine);
    expect(() => readCommandLine(['--demo', word, '--data-dir', 'x'], true)).toThrow(BadCommandLine);
  });

  it('lets a test driver in before packaging, and nothing else', () => {
    expect(readCommandLine(['--inspect=0', '--remote-debugging-port=0', '--demo'], false).isDemonstration).toBe(true);
    expect(() => readCommandLine(['--disable-web-security'], false)).toThrow(BadCommandLine);
  });
});
