import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readRulesFile, UnusableRulesFile } from '../../../main/services/rulesFile';
import { temporaryFolder } from '../../support/temporaryStore';

function fileOf(content: string | Buffer): string {
  const path = join(temporaryFolder(), 'rules.json');
  writeFileSync(path, content);
  return path;
}

test('a file of rules is one JSON object, with or without a byte-order mark', async () => {
  expect(await readRulesFile(fileOf('{"joinMinutes":30}'))).toEqual({ joinMinutes: 30 });
  expect(await readRulesFile(fileOf('\uFEFF{"waitingArea":"Zürich"}\r\n'))).toEqual({ waitingArea: 'Zürich' });
});

test.each([
  ['nothing', ''],
  ['a list', '[{"joinMinutes":30}]'],
  ['a word', '"joinMinutes"'],
  ['null', 'null'],
  ['a missing comma', '{\n  "joinMinutes": 30\n  "closedDays": []\n}'],
  ['another encoding', Buffer.from([0xff, 0xfe, 0x7b, 0x00])],
  ['two megabytes', `{"practiceName":"${'x'.repeat(2_000_000)}"}`],
])('%s is refused in one sentence that names the file', async (_what, content) => {
  const refusal = await readRulesFile(fileOf(content)).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(UnusableRulesFile);
  expect((refusal as Error).message).toMatch(/^rules\.json was not used: [^\n]+\.$/);
});

test('a file that is not there is refused by its name alone', async () => {
  await expect(readRulesFile(join(temporaryFolder(), 'none.json'))).rejects.toThrow(/^none\.json was not used: /);
});
