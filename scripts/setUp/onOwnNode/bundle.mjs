/* Bundles the application's code. Runs on the clone's own Node, with its packages. Argument: the folder to build into. */
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { build as bundle, transform } from 'esbuild';
import { build as buildPage } from 'vite';

const [, , folder] = process.argv;
const pages = ['kiosk', 'desk', 'board'].filter((page) => existsSync(join('renderer', page, 'index.html')));

/** What serves browsers is loaded once the patients' window stands: in the main file it would be read and parsed at every start. */
const webPackages = Object.keys(JSON.parse(readFileSync('package.json', 'utf8')).dependencies).filter((name) =>
  /^(fastify$|@fastify\/)/.test(name),
);

/** Our messages are our own; in the main file zod's in fifty languages would be a quarter of what every start reads. */
const englishOnly = {
  name: 'english-only',
  setup(build) {
    build.onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({
      contents: "export { default as en } from './en.js';",
    }));
  },
};

const nodeOptions = {
  plugins: [englishOnly],
  outdir: folder,
  outExtension: { '.js': '.cjs' },
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  external: ['electron'],
  // Packages written for ES modules ask where they are.
  define: { 'import.meta.url': 'bundledModuleUrl' },
  banner: { js: "const bundledModuleUrl = typeof __filename === 'string' ? 'file://' + __filename : '';" },
  // Half the bytes to read and parse at every start.
  minify: true,
  legalComments: 'none',
  sourcemap: 'external',
  sourcesContent: false,
  logLevel: 'warning',
};

const webPackagesApart = {
  name: 'web-packages-apart',
  setup(build) {
    build.onResolve({ filter: /^(fastify$|@fastify\/)/ }, ({ path }) => ({
      path: `../vendor/${path}.cjs`,
      external: true,
    }));
  },
};

try {
  await Promise.all([bundleMain(), bundleNodeSide(), bundleWebPackages(), copyPaperFiles(), ...pages.map(bundlePage)]);
} catch (error) {
  // esbuild has printed its own errors; the rest says what it has to say in its message.
  if (!Array.isArray(error.errors)) console.error(error.message);
  process.exit(1);
}

/** One file each for the preload script and every worker: nothing is looked for in node_modules at run time. */
function bundleNodeSide() {
  const workers = readdirSync(join('main', 'workers')).filter((name) => name.endsWith('.ts'));
  return bundle({
    ...nodeOptions,
    entryPoints: [
      { in: join('preload', 'index.ts'), out: join('preload', 'index') },
      ...workers.map((name) => ({ in: join('main', 'workers', name), out: join('workers', basename(name, '.ts')) })),
    ],
  });
}

/**
 * Main in a file for each `import()`, so that the desk is read after the patients' window stands; what they share is there once. Only ES
 * modules can be split, and the program is CommonJS: each file is turned into that afterwards.
 */
async function bundleMain() {
  const { banner, sourcemap: _map, ...options } = nodeOptions;
  const { outputFiles } = await bundle({
    ...options,
    plugins: [...options.plugins, webPackagesApart],
    format: 'esm',
    splitting: true,
    chunkNames: 'main/[name]-[hash]',
    entryPoints: [{ in: join('main', 'index.ts'), out: join('main', 'index') }],
    write: false,
  });
  for (const { path, text } of outputFiles) {
    const { code } = await transform(text, {
      format: 'cjs',
      platform: 'node',
      target: nodeOptions.target,
      minify: true,
      legalComments: 'none',
      banner: banner.js,
      supported: { 'dynamic-import': false },
    });
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, code);
  }
}

/** Each in a file of its own under `vendor/`. */
function bundleWebPackages() {
  return bundle({
    ...nodeOptions,
    entryPoints: webPackages.map((name) => ({ in: name, out: join('vendor', name) })),
  });
}

/** What papers are drawn with and looked at by, beside the program: fonts by the names their windows ask for, and the reader of QR codes. */
function copyPaperFiles() {
  const fonts = { mono: 'atkinson-hyperlegible-mono', text: 'atkinson-hyperlegible-next' };
  mkdirSync(join(folder, 'papers'), { recursive: true });
  for (const [name, family] of Object.entries(fonts)) {
    for (const [ending, script] of [
      ['', 'latin'],
      ['-ext', 'latin-ext'],
    ]) {
      const file = `${family}-${script}-wght-normal.woff2`;
      const from = join('node_modules', '@fontsource-variable', family, 'files', file);
      copyFileSync(from, join(folder, 'papers', `${name}${ending}.woff2`));
    }
  }
  const reader = join('node_modules', 'zxing-wasm', 'dist', 'reader', 'zxing_reader.wasm');
  copyFileSync(reader, join(folder, 'papers', 'zxing_reader.wasm'));
}

/** Each page stands alone in a folder of its own: one script, one style sheet, its fonts and pictures. */
function bundlePage(page) {
  return buildPage({
    configFile: 'vite.config.ts',
    root: join('renderer', page),
    build: { outDir: join(folder, 'renderer', page), emptyOutDir: true },
    logLevel: 'warn',
  });
}
