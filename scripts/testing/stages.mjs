import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../setUp/command.mjs';
import { packageApp } from '../setUp/packageApp.mjs';
import { checkout, outFolder, ownEnvironment, ownNode } from '../setUp/paths.mjs';
import { sentenceOf } from '../setUp/say.mjs';
import { countOne, countPlaywright, countVitest } from './counts.mjs';

const reports = join(outFolder, 'test');
const programs = {
  prettier: 'prettier/bin/prettier.cjs',
  oxlint: 'oxlint/bin/oxlint',
  typescript: 'typescript/bin/tsc',
  vitest: 'vitest/vitest.mjs',
  playwright: '@playwright/test/cli.js',
};

/** Runs one of the project's own tools on its own Node, output passed through. */
function tool(name, args, env = {}) {
  const script = join(checkout, 'node_modules', programs[name]);
  return run(ownNode, [script, ...args], { cwd: checkout, env: ownEnvironment(env), stdio: ['ignore', 1, 2] });
}

const check = async (name, args) => countOne((await tool(name, args)) === 0);

function freshReport(name) {
  const file = join(reports, name);
  mkdirSync(reports, { recursive: true });
  rmSync(file, { force: true });
  return file;
}

/**
 * Every check of the project, in the order that fails soonest.
 * @type {{ group: 'static' | 'unit' | 'package' | 'e2e', heading: string, run: (ready: import('../setUp/setUp.mjs').Ready) => Promise<import('./counts.mjs').Counts> }[]}
 */
export const stages = [
  { group: 'static', heading: 'Format', run: () => check('prettier', ['--check', '.', '--log-level', 'warn']) },
  { group: 'static', heading: 'Lint', run: () => check('oxlint', ['--deny-warnings']) },
  { group: 'static', heading: 'Types of the Node side', run: () => check('typescript', ['-p', 'main', '--noEmit']) },
  { group: 'static', heading: 'Types of the pages', run: () => check('typescript', ['-p', 'renderer', '--noEmit']) },
  {
    group: 'static',
    heading: 'Types of the end-to-end tests',
    run: () => check('typescript', ['-p', 'test/e2e', '--noEmit']),
  },
  { group: 'unit', heading: 'Rules, lists, store and walls', run: runVitest },
  { group: 'package', heading: 'Package', run: runPackage },
  {
    group: 'e2e',
    heading: 'The kiosk in a real Electron, where time is measured',
    run: (ready) => runPlaywright(ready, 'quiet'),
  },
  { group: 'e2e', heading: 'The kiosk in a real Electron', run: (ready) => runPlaywright(ready, 'e2e') },
];

async function runVitest() {
  const file = freshReport('vitest.json');
  const code = await tool('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]);
  return countVitest(file, code);
}

async function runPackage(ready) {
  try {
    process.stdout.write(`${await packageApp(ready)}\n`);
    return countOne(true);
  } catch (error) {
    process.stdout.write(`${sentenceOf(error)}\n`);
    return countOne(false);
  }
}

async function runPlaywright({ executable, args, env }, project) {
  const file = freshReport(`${project}.json`);
  const code = await tool('playwright', ['test', `--project=${project}`, '--reporter=list,json'], {
    ...env,
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
    PLAYWRIGHT_FORCE_TTY: '0',
    RECEPTION_KIOSK_APP: JSON.stringify({ executable, args, env }),
  });
  return countPlaywright(file, code);
}
