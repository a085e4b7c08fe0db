import js from '@eslint/js';
import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const doorway =
  'Raw IPC is spoken only in the doorway (src/main/electron/doorway.ts and src/preload/index.ts): add a request to src/shared/contract.ts instead.';

const namedExportsOnly = { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' };

// Names of signs, of formats and of the program itself are the same in every language.
const sameEverywhere = '(Lectern|CSV|TSV|JSON|SVG|PNG|HTML|XML|CQL|TMX|[A-Z]²?|[A-Z][A-Za-z]?[0-9]?)';
const spokenAttributes =
  '(label|title|aria-label|aria-description|aria-roledescription|placeholder|heading|hint|alt|description|textValue|summary|note|problem)';
const untranslated = 'Words go through t() of src/renderer/language/words.ts: see docs/architecture.md.';
const kept =
  'This is said once, in English: t() and tables of words are asked when something is drawn, not when a file is loaded.';
const wordsOfTheInterface = [
  { selector: `JSXText[value=/\\p{L}/u]:not([value=/^\\s*${sameEverywhere}\\s*$/])`, message: untranslated },
  ...['', ' > JSXExpressionContainer', ' > JSXExpressionContainer > ConditionalExpression'].flatMap((within) => [
    {
      selector: `JSXAttribute[name.name=/^${spokenAttributes}$/]${within} > Literal[value=/\\p{L}{2}/u]:not([value=/^${sameEverywhere}$/])`,
      message: untranslated,
    },
    {
      selector: `JSXAttribute[name.name=/^${spokenAttributes}$/]${within} > TemplateLiteral > TemplateElement[value.raw=/\\p{L}{2}/u]`,
      message: untranslated,
    },
  ]),
  // A sentence anywhere else: a capital, and words between blanks.
  {
    selector: 'Literal[value=/^[A-Z][a-z]+[,;:]? [a-z]+/]:not(NewExpression *):not(ThrowStatement *)',
    message: untranslated,
  },
  {
    selector: 'TemplateElement[value.raw=/(^|[.!?] )[A-Z][a-z]+ [a-z]+/]:not(NewExpression *):not(ThrowStatement *)',
    message: untranslated,
  },
  { selector: 'CallExpression[callee.name=/^(t|common)$/]:not(:function *)', message: kept },
  { selector: 'MemberExpression[object.name=/^[a-z]+(Words|Names)$/]:not(:function *)', message: kept },
];

export default tseslint.config(
  { ignores: ['out/**', 'node_modules/**', 'coverage/**', 'bench/results/**', 'test/e2e/artifacts/**'] },
  js.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      // Hot loops index typed arrays whose bounds the loop itself holds.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/prefer-for-of': 'off',
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      'no-restricted-syntax': ['error', namedExportsOnly],
    },
  },
  {
    files: ['src/**/*.ts', 'src/**/*.tsx'],
    rules: {
      'no-restricted-imports': [
        'error',
        { paths: [{ name: 'electron', importNames: ['ipcMain', 'ipcRenderer'], message: doorway }] },
      ],
    },
  },
  { files: ['src/main/electron/doorway.ts', 'src/preload/index.ts'], rules: { 'no-restricted-imports': 'off' } },
  {
    files: ['src/renderer/**/*.ts', 'src/renderer/**/*.tsx'],
    plugins: { 'react-hooks': hooks },
    rules: {
      ...hooks.configs.recommended.rules,
      'no-restricted-syntax': ['error', namedExportsOnly, ...wordsOfTheInterface],
    },
  },
  { files: ['*.config.ts'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['**/*.mjs', '**/*.cjs'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        module: 'writable',
        URL: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
      },
    },
  },
);
