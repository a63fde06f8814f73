// Decides how tests run: three projects, TypeScript through swc, and one build before the tests that need what was built.
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

const swc = [
  '@swc/jest',
  { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' }, sourceMaps: 'inline' },
]

const project = (name, options) => ({
  displayName: name,
  rootDir: dirname(fileURLToPath(import.meta.url)),
  testMatch: [`<rootDir>/test/${name}/**/*.test.ts`],
  testEnvironment: 'node',
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'node'],
  moduleNameMapper: {
    '^@class-pact/judge$': '<rootDir>/core/judge/index.ts',
    '^@class-pact/core/([a-z-]+)$': '<rootDir>/core/$1/index.ts',
    '^@class-pact/core/([a-z-]+/contract)$': '<rootDir>/core/$1.ts',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/core/dist/', '<rootDir>/scripts/official/'],
  transform: { '\\.(ts|mjs)$': swc },
  ...options,
})

/** A limit for each test (jest has none per project): so long that a busy machine never reaches it, only what hangs. */
const within = (timeOutMs) => ({
  globals: { TIME_OUT_MS: timeOutMs },
  setupFilesAfterEnv: ['<rootDir>/test/set-time-out.ts'],
})

/** Tests of what was built, which hand their clouds on to one another. */
const onClouds = (timeOutMs) => ({
  globalSetup: '<rootDir>/test/cloud/keep-clouds.mjs',
  globalTeardown: '<rootDir>/test/cloud/end-clouds.mjs',
  ...within(timeOutMs),
})

/** Tests of what was built, whose phones are drawn in one browser. */
const onOneBrowser = (timeOutMs) => ({
  globalSetup: '<rootDir>/test/e2e/share-browser.mjs',
  globalTeardown: '<rootDir>/test/e2e/end-browser.mjs',
  ...within(timeOutMs),
})

export default {
  maxWorkers: 2,
  testSequencer: '<rootDir>/test/long-first.mjs',
  projects: [
    project('unit', within(300_000)),
    project('cloud', onClouds(600_000)),
    project('e2e', onOneBrowser(900_000)),
  ],
}
