import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const project = resolve(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(project, path), 'utf8');
const packageJson = JSON.parse(read('package.json')) as {
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
};

/** Every text file of the project, without what is installed, built or downloaded. */
function projectFiles(): string[] {
  const left = new Set(['node_modules', 'out', 'dist', 'test-results', 'playwright-report', '.git']);
  const walk = (folder: string): string[] =>
    readdirSync(join(project, folder), { withFileTypes: true }).flatMap((entry) => {
      const path = join(folder, entry.name);
      if (left.has(entry.name)) return [];
      return entry.isDirectory() ? walk(path) : [path];
    });
  return walk('.').filter((path) => /\.(ts|tsx|mjs|cjs|js|json|md|ya?ml|sh|scss|html|svg)$|(^|\/)[\w.]+$/.test(path));
}

/** The titles of the tests in a file; `${…}` in a title stands for anything. A test that is left out proves nothing. */
function titlesIn(source: string): RegExp[] {
  const calls =
    /(?<!\.(?:skip|todo|fixme|fails)|describe|step)\(\s*(['"`])((?:\\.|(?!\1)[^\\])*)\1\s*,\s*(?:async\b|\(|\{|function\b)/g;
  return [...source.matchAll(calls)].map(([, quote, title = '']) => {
    const plain = title.replace(/\\(.)/g, '$1');
    const parts = quote === '`' ? plain.split(/\$\{[^}]*\}/) : [plain];
    return new RegExp(`^${parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.+')}$`);
  });
}

interface Hazard {
  id: string;
  text: string;
  proofs: { file: string; title: string }[];
}

function hazards(): Hazard[] {
  return read('docs/clinical-safety/hazards.md')
    .split(/^## (?=H-)/m)
    .slice(1)
    .map((text) => ({
      id: text.slice(0, 5),
      text,
      proofs: [...text.matchAll(/^- `(test\/[^`]+)`: “(.+)”$/gm)].map(([, file = '', title = '']) => ({ file, title })),
    }));
}

describe('the hazard log', () => {
  test('numbers its hazards without a gap', () => {
    const ids = hazards().map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(10);
    expect(ids).toEqual(ids.map((_, index) => `H-${String(index + 1).padStart(3, '0')}`));
  });

  test.each(hazards().map((hazard) => [hazard.id, hazard] as const))(
    '%s says cause, control, proof and what is open',
    (_id, hazard) => {
      for (const part of ['**Cause.**', '**Control.**', '**Proof.**', '**Open.**']) expect(hazard.text).toContain(part);
      expect(hazard.proofs.length).toBeGreaterThan(0);
      // A line of proof that is written in another way would not be checked.
      const listed = hazard.text.split('**Proof.**')[1]?.split('**Open.**')[0] ?? '';
      expect(listed.match(/^- /gm)?.length).toBe(hazard.proofs.length);
    },
  );

  const proofs = hazards().flatMap(({ proofs: found }) => found);
  test.each(proofs.map(({ file, title }) => [file, title] as const))(
    'names a test that exists: %s, %s',
    (file, title) => {
      expect(existsSync(join(project, file)), `${file} does not exist`).toBe(true);
      expect(
        titlesIn(read(file)).some((known) => known.test(title)),
        `${file} has no test “${title}”`,
      ).toBe(true);
    },
  );
});

test('a test that is left out or renamed would be noticed', () => {
  const source =
    "test('one', () => {});\ntest.skip('two', () => {});\ndescribe('three', () => {});\ntest(`${count} times`, async () => {});";
  const has = (title: string): boolean => titlesIn(source).some((known) => known.test(title));
  expect(['one', 'two', 'three', '50 times', ' times', 'on'].map(has)).toEqual([
    true,
    false,
    false,
    true,
    false,
    false,
  ]);
});

/** First cells of the table rows of a document that begin with a word in code. */
const rowsOf = (text: string): string[][] =>
  [...text.matchAll(/^\| (`.+) \|$/gm)].map(([, row = '']) => row.split(' | '));

test('the README has every option of the command line and no other', () => {
  const options = /const options = \{\n([\s\S]+?)\n\} as const/.exec(read('main/shell/commandLine.ts'))?.[1] ?? '';
  const known = [...options.matchAll(/^ {2}'?([a-z-]+)'?: \{/gm)].map(([, name]) => `--${name}`);
  const told = rowsOf(read('README.md')).flatMap(([cell]) => /^`(--[a-z-]+)/.exec(cell ?? '')?.[1] ?? []);
  expect(known.length).toBeGreaterThan(5);
  expect(told.toSorted()).toEqual(known.toSorted());
});

test('every npm script that a document names exists, and the README names them all', () => {
  const documents = projectFiles().filter((path) => path.endsWith('.md'));
  const named = (text: string): string[] =>
    [...text.matchAll(/npm (?:run (?:--silent )?([\w-]+)|(start|test)\b)/g)].map(
      ([, run, short]) => run ?? short ?? '',
    );
  for (const path of documents) {
    for (const name of named(read(path))) expect(packageJson.scripts, `${path}: npm run ${name}`).toHaveProperty(name);
  }
  expect([...new Set(named(read('README.md')))].toSorted()).toEqual(Object.keys(packageJson.scripts).toSorted());
});

test('the architecture page has every package with its version, and no other', () => {
  const told = rowsOf(read('docs/ARCHITECTURE.md'))
    .filter((cells) => /^\d/.test(cells[1] ?? '') || (cells[1] ?? '').startsWith('npm:'))
    .map(([name = '', version, why]) => ({
      name: name.replaceAll('`', ''),
      version,
      hasReason: (why ?? '').length > 3,
    }));
  const known = Object.entries({ ...packageJson.dependencies, ...packageJson.devDependencies });
  expect(told).toEqual(known.map(([name, version]) => ({ name, version, hasReason: true })));
});

test('every link between documents leads somewhere', () => {
  const documents = projectFiles().filter((path) => path.endsWith('.md'));
  const links = documents.flatMap((path) =>
    [...read(path).matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(([, target = '']) => ({
      path,
      target: join(path, '..', target),
    })),
  );
  expect(links.length).toBeGreaterThan(5);
  expect(links.filter(({ target }) => !existsSync(join(project, target)))).toEqual([]);
});

test('decisions are numbered without a gap, and say what was decided and why', () => {
  const files = readdirSync(join(project, 'docs', 'decisions')).toSorted();
  expect(files.map((name) => name.slice(0, 4))).toEqual(files.map((_, index) => String(index + 1).padStart(4, '0')));
  for (const [index, name] of files.entries()) {
    const text = read(join('docs', 'decisions', name));
    expect(text, `decision ${name}`).toMatch(new RegExp(`^# ${index + 1}\\. `));
    for (const part of ['**Decided.**', '**Why.**']) expect(text, `decision ${name}`).toContain(part);
  }
});

test('the two pictures of the README are small', () => {
  const folder = join(project, 'docs', 'images');
  const pictures = readdirSync(folder);
  expect(pictures.toSorted()).toEqual(['checked-in.png', 'welcome.png']);
  const tooBig = pictures.filter((name) => statSync(join(folder, name)).size > 150_000);
  expect(tooBig).toEqual([]);
});

test('no file names a folder of one machine or the host of a registry', () => {
  // Put together here, so that this file does not hold them itself.
  const words = [
    ['', 'work', ''].join('/'),
    ['', 'root', ''].join('/'),
    ['registry', 'npmjs'].join('.'),
    ['deb', 'debian'].join('.'),
  ];
  const found = projectFiles().flatMap((path) => {
    const text = read(path);
    return words.filter((word) => text.includes(word)).map((word) => `${path}: ${word}`);
  });
  expect(found).toEqual([]);
});
