// The import rules of docs/architecture.md. `tsc -b` enforces the project references; this holds the finer ones.
const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { pathNot: allowed },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, pathNot: ['\\.d\\.ts$', '/(main|index)\\.tsx?$'] },
      to: {},
    },
    only(
      'shared-imports-zod-only',
      '^src/shared/',
      ['^src/shared/', 'node_modules/zod/'],
      'The contract is for every door: it may not know any of them.',
    ),
    only(
      'corpus-is-pure',
      '^src/corpus/',
      ['^src/corpus/', '^src/shared/', 'node_modules/flexsearch/'],
      'The engine knows no Node, no DOM and no Electron.',
    ),
    {
      name: 'flexsearch-only-in-index',
      severity: 'error',
      from: { pathNot: '^src/corpus/index/' },
      to: { path: 'node_modules/flexsearch/' },
    },
    only(
      'worker-imports',
      '^src/worker/',
      [
        '^src/worker/',
        '^src/corpus/',
        '^src/export/',
        '^src/shared/',
        '^node:',
        '^(fs|path|os|url|crypto|worker_threads|zlib|stream|util|events|string_decoder|buffer|sqlite|perf_hooks|timers|child_process)(/|$)',
        'node_modules/',
      ],
      'The worker is reached by messages and imports no door.',
    ),
    only(
      'export-imports',
      '^src/export/',
      ['^src/export/', '^src/shared/', 'node_modules/(csv-stringify|write-excel-file|docx|fflate)/'],
      'Writers of files know rows and columns, not where they come from or go.',
    ),
    {
      name: 'worker-no-ui-libraries',
      severity: 'error',
      from: { path: '^src/worker/' },
      to: { path: 'node_modules/(electron|react|ws)/' },
    },
    {
      name: 'main-not-engine',
      comment: 'Main talks to the engine only through the worker.',
      severity: 'error',
      from: { path: '^src/main/' },
      to: { path: '^src/(corpus|worker|renderer|preload)/' },
    },
    {
      name: 'workbench-knows-no-door',
      severity: 'error',
      from: { path: '^src/main/workbench/' },
      to: { path: '^src/main/(electron|web|cli)/' },
    },
    {
      name: 'electron-only-in-its-rooms',
      severity: 'error',
      from: { pathNot: '^src/(main/electron|preload)/' },
      to: { path: 'node_modules/electron/' },
    },
    only(
      'preload-is-thin',
      '^src/preload/',
      ['^src/preload/', '^src/shared/', 'node_modules/electron/', '^electron$'],
      'The bridge only.',
    ),
    only(
      'renderer-imports',
      '^src/renderer/',
      ['^src/renderer/', '^src/shared/', 'node_modules/(?!electron/|ws/|flexsearch/)'],
      'The page reaches the machine only through the contract.',
    ),
    {
      name: 'features-are-separate',
      comment: 'A feature never imports another feature; what two need lives in app/ or ui/.',
      severity: 'error',
      from: { path: '^src/renderer/features/([^/]+)/' },
      to: { path: '^src/renderer/features/', pathNot: '^src/renderer/features/$1/' },
    },
    only(
      'language-is-the-floor',
      '^src/renderer/language/',
      ['^src/renderer/language/', '^src/shared/', 'node_modules/(i18next|react-i18next|react|react-aria-components)/'],
      'Every other part of the page speaks through it.',
    ),
    {
      name: 'ui-knows-no-feature',
      severity: 'error',
      from: { path: '^src/renderer/ui/' },
      to: { path: '^src/renderer/(features|app)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'],
    },
  },
};
