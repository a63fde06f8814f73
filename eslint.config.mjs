// Decides what lint refuses: whatever hides a type, a lost promise, a heavy import, and WXML that WeChat would stumble over.
import wxmlParser from '@wxml/parser'
import wxml from 'eslint-plugin-wxml'
import tseslint from 'typescript-eslint'

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', '**/miniprogram_npm/**', '.data/**', '.cache/**', 'coverage/**'] },
  // What other people write, faults included.
  { ignores: ['test/e2e/phone-runtime/strangers/**'] },
  {
    files: ['**/*.mjs'],
    extends: [tseslint.configs.strict],
    rules: { '@typescript-eslint/no-dynamic-delete': 'off' },
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strict],
    languageOptions: {
      parserOptions: {
        project: [
          'tsconfig.json',
          'tsconfig.node.json',
          'tsconfig.browser.json',
          'test/unit/miniprogram/tsconfig.json',
        ],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false, properties: false } },
      ],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true, varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      'no-restricted-imports': [
        'error',
        {
          paths: [{ name: 'zod', message: "Import 'zod/mini': the whole of zod weighs 443 KB, too much for a phone." }],
        },
      ],
      'no-console': 'off',
      eqeqeq: 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['core/**/*.ts', 'miniprogram/**/*.ts'],
    ignores: ['**/miniprogram_npm/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'Literal[regex.pattern=/\\(\\?<[=!]/]',
          message: 'Phones before iOS 16.4 cannot even load this file: write it with `pattern` of core/text.',
        },
      ],
    },
  },
  {
    files: ['**/*.wxml'],
    ignores: ['**/miniprogram_npm/**'],
    plugins: { wxml },
    languageOptions: { parser: wxmlParser },
    rules: {
      'wxml/report-wxml-syntax-error': 'error',
      'wxml/report-wxs-syntax-error': 'error',
      'wxml/report-interpolation-error': 'error',
      'wxml/no-duplicate-attributes': 'error',
      'wxml/no-inconsistent-tagname': 'error',
      'wxml/no-wx-for-with-wx-else': 'error',
      'wxml/no-wx-for-with-wx-if': 'error',
      'wxml/no-wx-if-string': 'error',
      'wxml/no-unexpected-string-bool': 'error',
      'wxml/no-vue-directive': 'error',
      'wxml/no-dynamic-wx-key': 'error',
      'wxml/no-index-in-wx-key': 'error',
      'wxml/wx-key': 'error',
      'wxml/no-const-and-let-in-wxs': 'error',
      'wxml/wxs-module-prop': 'error',
      'wxml/wxs-must-be-top-level': 'error',
      // WeChat's own score (体验评分) asks for a depth under 30 in all; one file may use half of it.
      'wxml/max-depth': ['error', 15],
    },
  },
)
