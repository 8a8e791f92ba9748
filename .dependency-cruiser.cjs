/*
 * The walls of the project (docs/ARCHITECTURE.md): what may import what. Each message says where a thing belongs.
 * test/unit/walls.test.ts proves that every module is seen and that every rule below finds a planted violation.
 */
const electron = '(^|node_modules/)electron(/|$)';
const fastify = '(^|node_modules/)@?fastify(/|$)';
const react = '(^|node_modules/)(react|react-dom|react-i18next)(/|$)';
const inPackages = 'node_modules/';

/** `from` may import nothing of `to`. */
const never = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to });

module.exports = {
  forbidden: [
    never(
      'no-circles',
      {},
      { circular: true },
      'Two modules that need each other are one module, or a third is hiding between them.',
    ),
    never('no-unresolved', {}, { couldNotResolve: true }, 'What cannot be found cannot be checked.'),
    never(
      'contract-stands-alone',
      { path: '^preload/contract/' },
      {
        pathNot: ['^preload/contract/', `${inPackages}(zod|@orpc/contract|temporal-polyfill)/`],
      },
      'The contract is shared by every process: only zod, @orpc/contract and temporal-polyfill. Rules that need more belong in main/domain.',
    ),
    never(
      'preload-only-bridges',
      { path: '^preload/[^/]+$' },
      { pathNot: ['^preload/', electron] },
      'The preload script passes the port on and does nothing else: logic belongs in main or in the page.',
    ),
    never(
      'domain-is-pure',
      { path: '^main/domain/' },
      { pathNot: ['^main/domain/', '^preload/contract/', `${inPackages}temporal-polyfill/`] },
      'Rules have no input or output and no packages but temporal-polyfill: queries belong in main/store, devices behind main/services/ports.ts.',
    ),
    never(
      'store-is-only-the-database',
      { path: '^main/store/' },
      { path: ['^main/(?!store/|domain/)', '^preload/(?!contract/)', '^renderer/', electron, fastify] },
      'The store knows the database and the domain: what joins it with anything else belongs in main/services.',
    ),
    never(
      'lists-only-read',
      { path: '^main/lists/' },
      { path: ['^main/(?!lists/|domain/)', '^preload/(?!contract/)', '^renderer/', electron, fastify] },
      'A list adapter turns a file into our shape and writes nothing: keeping it belongs in main/services and main/store.',
    ),
    never(
      'demonstration-is-pure',
      { path: '^main/demonstration/' },
      {
        path: [
          '^main/(?!demonstration/|domain/)',
          '^preload/(?!contract/)',
          '^renderer/',
          electron,
          fastify,
          '^(node:)?(fs|net|http|https|child_process)',
        ],
      },
      'The made-up practice is data by rules: storing it belongs in main/services.',
    ),
    never(
      'services-know-no-machine',
      { path: '^main/services/' },
      {
        path: ['^main/(shell|web|workers)/', '^main/[^/]+$', '^preload/(?!contract/)', '^renderer/', electron, fastify],
      },
      'A service joins domain, store and lists. Electron belongs in main/shell, HTTP in main/web, behind main/services/ports.ts.',
    ),
    never(
      'shell-and-web-ask-services',
      { path: '^main/(shell|web)/' },
      {
        path: [
          '^main/(store|domain|lists|demonstration|workers)/',
          '^main/[^/]+$',
          '^preload/(?!contract/)',
          '^renderer/',
        ],
      },
      'Windows and HTTP ask a service; they reach neither the store nor the rules themselves.',
    ),
    never(
      'shell-and-web-are-strangers',
      { path: '^main/(shell|web)/' },
      { path: '^main/(shell|web)/', pathNot: '^main/$1/' },
      'Windows and HTTP do not know each other: what both need belongs in main/services.',
    ),
    never(
      'electron-only-in-shell',
      { path: '^(main|renderer|preload)/', pathNot: ['^main/shell/', '^main/[^/]+$', '^preload/[^/]+$'] },
      { path: electron },
      'Everything that touches Electron belongs in main/shell.',
    ),
    never(
      'fastify-only-in-web',
      { path: '^(main|renderer|preload)/', pathNot: '^main/web/' },
      { path: fastify },
      'Everything that touches HTTP belongs in main/web.',
    ),
    never(
      'flow-is-pure',
      { path: '^renderer/[^/]+/flow/' },
      { pathNot: ['^renderer/[^/]+/flow/', '^preload/contract/', `${inPackages}(zod|temporal-polyfill)/`] },
      'A flow is a pure state machine: screens belong in screens/, timers and calls in the page that runs the flow.',
    ),
    never(
      'flow-knows-no-screens',
      { path: '^renderer/[^/]+/flow/' },
      { path: react },
      'A flow is a pure state machine without React.',
    ),
    never(
      'pages-stay-pages',
      { path: '^renderer/' },
      { path: ['^main/', '^preload/(?!contract/)', electron] },
      'A page reaches the Node side only through its contract.',
    ),
    never(
      'pages-have-no-node',
      { path: '^renderer/' },
      { dependencyTypes: ['core'] },
      'A page has no Node: ask for it through the contract.',
    ),
    never(
      'one-contract-per-page',
      { path: '^renderer/kiosk/' },
      { path: '^preload/contract/(desk|board)' },
      'The patient-facing page knows the kiosk contract alone (design §4).',
    ),
    never(
      'board-knows-its-own-contract',
      { path: '^renderer/board/' },
      { path: '^preload/contract/(desk|kiosk)' },
      'The board shows calls and can ask for nothing else: what it needs belongs in preload/contract/board.ts.',
    ),
    never(
      'pages-do-not-mix',
      { path: '^renderer/(kiosk|desk|board)/' },
      { path: '^renderer/(kiosk|desk|board)/', pathNot: '^renderer/$1/' },
      'What two pages share belongs in renderer/ui or renderer/text.',
    ),
    never(
      'ui-serves-all-pages',
      { path: '^renderer/(ui|text)/' },
      { path: '^renderer/(kiosk|desk|board)/' },
      'What one page alone needs belongs in that page.',
    ),
    never(
      'product-without-tests',
      { path: '^(main|preload|renderer)/' },
      { path: '^(test|scripts)/' },
      'The product knows neither its tests nor its tools.',
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(node_modules/.cache|out|dist)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json', '.scss', '.css'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
