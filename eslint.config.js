import eslint from '@eslint/js'
import { configs as regexp } from 'eslint-plugin-regexp'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'

/** Over budget means that a concept has no name yet; comments count, for they are read as well. */
const budget = (file, fn) => ({
  'max-lines': ['error', { max: file }],
  'max-lines-per-function': ['error', { max: fn }],
  'max-depth': ['error', 3],
})

export default defineConfig(
  globalIgnores(['dist/', 'output/', 'coverage/', '.node-versions/']),
  eslint.configs.recommended,
  regexp['flat/recommended'],
  {
    files: ['**/*.ts', 'src/pages/*.js'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/consistent-type-exports': 'error',
      // noPropertyAccessFromIndexSignature asks for the brackets that this rule would remove.
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Texts are walked by code point on purpose.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
    },
  },
  {
    rules: {
      ...budget(250, 60),
      'no-console': 'error',
      // Documents hold control characters, and expressions that find them are meant.
      'no-control-regex': 'off',
      'object-shorthand': 'error',
      'prefer-template': 'error',
      // Expressions without the flag see halves of characters outside the basic plane.
      'require-unicode-regexp': 'error',
      // What takes more than linear time on some text lets one document stop the program.
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': 'error',
      'no-restricted-imports': [
        'error',
        {
          paths: [{ name: 'natural', message: 'Its root reads .env and prints to stdout; import the file you need.' }],
        },
      ],
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      // Stages are pure: the same document and rules give the same report at any time, anywhere.
      'no-restricted-globals': ['error', 'Date', 'setTimeout', 'setInterval'],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Nothing in a report may be left to chance.' },
        { object: 'process', property: 'env', message: 'Surroundings come in as arguments.' },
      ],
    },
  },
  // Limits are about time: they end a reading, and are no part of any report.
  { files: ['src/threads/watch.ts'], rules: { 'no-restricted-globals': 'off' } },
  // The compiler knows what a browser has.
  { files: ['src/pages/*.js'], rules: { 'no-undef': 'off' } },
  // PDF.js tells of lost text by the console only; this file listens.
  { files: ['src/pdf/collect-warnings.ts'], rules: { 'no-console': 'off' } },
  { files: ['src/cli/bin.ts'], rules: { 'no-restricted-properties': 'off', 'no-restricted-globals': 'off' } },
  { files: ['test/**/*.ts', 'fixtures/**/*.ts', '*.config.*'], rules: { ...budget(400, 120), 'no-console': 'off' } },
  // A `describe` is a heading, not a function.
  { files: ['test/**/*.ts'], rules: { 'max-lines-per-function': 'off' } },
)
