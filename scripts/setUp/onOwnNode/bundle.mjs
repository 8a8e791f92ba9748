/* Bundles the application's code. Runs on the clone's own Node, with its packages. Argument: the folder to build into. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build as bundle } from 'esbuild';
import { build as buildPage } from 'vite';

const [, , folder] = process.argv;
const pages = ['kiosk', 'desk', 'board'].filter((page) => existsSync(join('renderer', page, 'index.html')));

/** What serves browsers is loaded once the patients' window stands: in the main file it would be read and parsed at every start. */
const webPackages = Object.keys(JSON.parse(readFileSync('package.json', 'utf8')).dependencies).filter((name) =>
  /^(fastify$|@fastify\/)/.test(name),
);

const nodeOptions = {
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
  await Promise.all([bundleNodeSide(), bundleWebPackages(), ...pages.map(bundlePage)]);
} catch (error) {
  // esbuild has printed its own errors; the rest says what it has to say in its message.
  if (!Array.isArray(error.errors)) console.error(error.message);
  process.exit(1);
}

/** One file each for main, the preload script and every worker: nothing is looked for in node_modules at run time. */
function bundleNodeSide() {
  const workers = readdirSync(join('main', 'workers')).filter((name) => name.endsWith('.ts'));
  return bundle({
    ...nodeOptions,
    plugins: [webPackagesApart],
    entryPoints: [
      { in: join('main', 'index.ts'), out: join('main', 'index') },
      { in: join('preload', 'index.ts'), out: join('preload', 'index') },
      ...workers.map((name) => ({ in: join('main', 'workers', name), out: join('workers', basename(name, '.ts')) })),
    ],
  });
}

/** Each in a file of its own under `vendor/`. */
function bundleWebPackages() {
  return bundle({
    ...nodeOptions,
    entryPoints: webPackages.map((name) => ({ in: name, out: join('vendor', name) })),
  });
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
