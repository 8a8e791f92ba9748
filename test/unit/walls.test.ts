import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { cruise, type ICruiseOptions, type ICruiseResult } from 'dependency-cruiser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const project = resolve(import.meta.dirname, '../..');
const folders = ['main', 'preload', 'renderer'];
const { forbidden, options } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as {
  forbidden: { name: string; comment: string }[];
  options: ICruiseOptions;
};

async function cruiseIn(baseDir: string): Promise<ICruiseResult> {
  const ruleSet = { forbidden } as NonNullable<ICruiseOptions['ruleSet']>;
  const { output } = await cruise(folders, { ...options, baseDir, ruleSet, validate: true });
  if (typeof output === 'string') throw new Error('the walls were drawn instead of checked');
  return output;
}

function codeFilesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

describe('the walls of this project', () => {
  let found: ICruiseResult;
  beforeAll(async () => {
    found = await cruiseIn(project);
  });

  test('see every module there is', () => {
    const onDisk = folders
      .flatMap((folder) => codeFilesIn(join(project, folder)))
      .map((file) => relative(project, file));
    const seen = found.modules
      .map(({ source }) => source)
      .filter((source) => /^(main|preload|renderer)\/.*\.tsx?$/.test(source));
    // Types of a package that has none are seen as a file and as the package.
    expect([...new Set(seen)].toSorted()).toEqual(onDisk.toSorted());
    expect(seen.length).toBeGreaterThan(50);
  });

  test('see what the modules import, types too', () => {
    expect(found.summary.totalDependenciesCruised).toBeGreaterThan(found.modules.length);
    const types = found.modules
      .flatMap(({ dependencies }) => dependencies)
      .filter(({ dependencyTypes }) => dependencyTypes.includes('type-only'));
    expect(types.length).toBeGreaterThan(10);
  });

  test('stand', () => {
    const broken = found.summary.violations.map(({ rule, from, to }) => `${from} -> ${to}: ${rule.name}`);
    expect(broken).toEqual([]);
  });

  test('say of each rule where a thing belongs instead', () => {
    for (const { name, comment } of forbidden) expect(comment, name).toMatch(/^[A-Z].{20,}\.$/);
  });
});

/** One import for each rule that breaks it: [rule, file, what it imports]. */
const planted: [rule: string, file: string, imports: string][] = [
  ['no-circles', 'main/domain/first.ts', './second'],
  ['no-unresolved', 'main/services/unresolved.ts', './nowhere'],
  ['contract-stands-alone', 'preload/contract/one.ts', 'kysely'],
  ['contract-stands-alone', 'preload/contract/two.ts', 'node:fs'],
  ['contract-stands-alone', 'preload/contract/three.ts', '../../main/domain/rule'],
  ['preload-only-bridges', 'preload/bridge.ts', '../main/services/service'],
  ['domain-is-pure', 'main/domain/one.ts', 'node:crypto'],
  ['domain-is-pure', 'main/domain/two.ts', '../store/table'],
  ['domain-is-pure', 'main/domain/three.ts', 'electron'],
  ['domain-is-pure', 'main/domain/four.ts', 'zod'],
  ['domain-is-pure', 'main/domain/five.ts', '../services/service'],
  ['store-is-only-the-database', 'main/store/one.ts', '../services/service'],
  ['store-is-only-the-database', 'main/store/two.ts', '../lists/list'],
  ['store-is-only-the-database', 'main/store/three.ts', 'electron'],
  ['lists-only-read', 'main/lists/one.ts', '../store/table'],
  ['lists-only-read', 'main/lists/two.ts', '../services/service'],
  ['lists-only-read', 'main/lists/three.ts', 'electron'],
  ['demonstration-is-pure', 'main/demonstration/one.ts', '../store/table'],
  ['demonstration-is-pure', 'main/demonstration/two.ts', 'node:fs'],
  ['services-know-no-machine', 'main/services/one.ts', 'electron'],
  ['services-know-no-machine', 'main/services/two.ts', '../shell/window'],
  ['services-know-no-machine', 'main/services/three.ts', '../index'],
  ['shell-and-web-ask-services', 'main/shell/one.ts', '../store/table'],
  ['shell-and-web-ask-services', 'main/web/one.ts', '../domain/rule'],
  ['shell-and-web-are-strangers', 'main/web/two.ts', '../shell/window'],
  ['electron-only-in-shell', 'main/web/three.ts', 'electron'],
  ['electron-only-in-shell', 'renderer/kiosk/electron.ts', 'electron'],
  ['fastify-only-in-web', 'main/shell/two.ts', 'fastify'],
  ['flow-is-pure', 'renderer/kiosk/flow/one.ts', '../screens/Screen'],
  ['flow-is-pure', 'renderer/kiosk/flow/two.ts', 'node:timers'],
  ['flow-knows-no-screens', 'renderer/kiosk/flow/three.ts', 'react'],
  ['pages-stay-pages', 'renderer/kiosk/one.ts', '../../main/domain/rule'],
  ['pages-stay-pages', 'renderer/ui/one.ts', '../../preload/bridge'],
  ['pages-have-no-node', 'renderer/kiosk/two.ts', 'node:fs'],
  ['one-contract-per-page', 'renderer/kiosk/three.ts', '../../preload/contract/desk'],
  ['board-knows-its-own-contract', 'renderer/board/one.ts', '../../preload/contract/desk'],
  ['pages-do-not-mix', 'renderer/kiosk/four.ts', '../desk/page'],
  ['ui-serves-all-pages', 'renderer/ui/two.ts', '../kiosk/screens/Screen'],
  ['product-without-tests', 'main/services/four.ts', '../../test/support/helper'],
];

/** Harmless modules for the planted imports to find. */
const harmless = [
  'main/index.ts',
  'main/domain/rule.ts',
  'main/store/table.ts',
  'main/lists/list.ts',
  'main/services/service.ts',
  'main/shell/window.ts',
  'preload/contract/desk.ts',
  'renderer/desk/page.ts',
  'renderer/kiosk/screens/Screen.tsx',
  'test/support/helper.ts',
];

describe('a planted violation', () => {
  let folder: string;
  let found: ICruiseResult;

  function plant(file: string, text: string): void {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'walls-'));
    symlinkSync(join(project, 'node_modules'), join(folder, 'node_modules'));
    for (const file of harmless) plant(file, 'export const nothing = 0;\n');
    plant('main/domain/second.ts', "import './first';\nexport const nothing = 0;\n");
    for (const [, file, imports] of planted)
      plant(file, `import * as other from '${imports}';\nexport const kept = other;\n`);
    found = await cruiseIn(folder);
  });

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  test.each(planted)('of %s in %s is found', (rule, file) => {
    const broken = found.summary.violations.filter(({ from }) => from === file).map((violation) => violation.rule.name);
    expect(broken).toContain(rule);
  });

  test('is there for every rule', () => {
    expect([...new Set(planted.map(([rule]) => rule))].toSorted()).toEqual(
      forbidden.map(({ name }) => name).toSorted(),
    );
  });

  test('is not found in what breaks nothing', () => {
    expect(found.summary.violations.filter(({ from }) => harmless.includes(from))).toEqual([]);
  });
});
