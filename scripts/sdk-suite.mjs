// Decides how the SDK's own public database tests run here: a checked-out copy of them, the installed SDK.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runNode } from './run-child.mjs'
import { runMain, say, Stop } from './say.mjs'
import { KNOWN } from './sdk-suite/known.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const find = createRequire(import.meta.url).resolve

/** The suite makes its collections itself, but the indexes its geographic tests need were made in the console. */
const GEO_INDEXES = { attractions: 'location', 'db-test-geo-advanced': 'point' }

function declareIndexes() {
  return Object.entries(GEO_INDEXES).map(([name, path]) => {
    return { name, rule: 'ADMINONLY', indexes: [{ name: path, fields: [[path, '2dsphere']], unique: false }] }
  })
}

/** jest's configuration: the suite as it is, with `src`, `lib` and `@cloudbase/database/src` leading to what is installed. */
function configure(suite) {
  const database = join(dirname(find('@cloudbase/database/package.json')), 'dist', 'commonjs')
  const sdk = dirname(find('@cloudbase/node-sdk'))
  const jsc = { target: 'es2022', parser: { syntax: 'typescript' } }
  return {
    rootDir: suite,
    testMatch: ['<rootDir>/test/database/**/*.test.ts'],
    testEnvironment: 'node',
    modulePaths: [join(root, 'node_modules')],
    moduleNameMapper: {
      '^power-assert$': join(root, 'scripts', 'sdk-suite', 'power-assert.cjs'),
      '^(\\.\\./)+src/index$': find('@cloudbase/node-sdk'),
      '^(\\.\\./)+lib/(const/code)$': `${sdk}/$2`,
      '^@cloudbase/database/src/(.*)$': `${database}/$1`,
    },
    setupFilesAfterEnv: ['<rootDir>/test/setup.js', join(root, 'scripts', 'sdk-suite', 'async-describe.cjs')],
    transform: { '\\.ts$': [find('@swc/jest'), { jsc, module: { type: 'commonjs' } }] },
  }
}

/** Starts a cloud that forgets everything when it ends. */
function startCloud(folder) {
  writeFileSync(join(folder, 'collections.json'), JSON.stringify(declareIndexes()))
  mkdirSync(join(folder, 'functions'))
  const args = ['--functions', join(folder, 'functions'), '--database', folder, '--port', '0', '--no-timers', '--json']
  const cloud = spawn(process.execPath, [join(root, 'dist', 'local', 'cloud.mjs'), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return new Promise((done, fail) => {
    cloud.stdout.once('data', (line) => done({ url: JSON.parse(String(line)).cloud, stop: () => cloud.kill() }))
    cloud.once('exit', (code) => fail(new Stop(`The local cloud ended with ${code}.`)))
  })
}

/** What the SDK and the suite's configuration read from the environment. */
function environmentFor(url) {
  return {
    ...process.env,
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${new URL(url).origin}/admin` }),
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    SCF_NAMESPACE: 'local-env',
    // Some cases expect the dates of the machine they were written on.
    TZ: 'Asia/Shanghai',
    TEST_SECRET_ID: 'id',
    TEST_SECRET_KEY: 'key',
    TEST_ENV: 'local-env',
  }
}

function report({ testResults }) {
  const counts = { passed: 0, failed: 0, known: 0, skipped: 0 }
  for (const { name: path, assertionResults, message } of testResults) {
    const file = basename(path)
    if (assertionResults.length === 0) {
      counts.failed++
      say(`failed  ${file}: ${message}`)
    }
    for (const { status, fullName, failureMessages } of assertionResults) {
      const reason = KNOWN[`${file}: ${fullName}`]
      if (status === 'passed') counts.passed++
      else if (status !== 'failed') counts.skipped++
      else if (reason) {
        counts.known++
        say(`known   ${file}: ${fullName}\n        ${reason}`)
      } else {
        counts.failed++
        say(`failed  ${file}: ${fullName}\n${failureMessages.join('\n').split('\n').slice(0, 12).join('\n')}`)
      }
    }
  }
  console.log(
    Object.entries(counts)
      .map(([what, count]) => `${count} ${what}`)
      .join(', '),
  )
  return counts.failed === 0 ? 0 : 1
}

/** `node scripts/sdk-suite.mjs FOLDER [options of jest]`: FOLDER is a copy of github.com/TencentCloudBase/node-sdk. */
runMain(async ([given, ...options]) => {
  const suite = resolve(given ?? '')
  if (!given || !existsSync(join(suite, 'test', 'database'))) {
    throw new Stop('Name the folder of a copy of TencentCloudBase/node-sdk: node scripts/sdk-suite.mjs FOLDER')
  }
  const { default: buildOnce } = await import('./build-once.mjs')
  await buildOnce()
  const folder = mkdtempSync(join(tmpdir(), 'class-pact-suite-'))
  const cloud = await startCloud(folder)
  try {
    const results = join(folder, 'results.json')
    const config = join(folder, 'jest.json')
    writeFileSync(config, JSON.stringify(configure(suite)))
    const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js')
    await runNode(
      [
        jest,
        '--config',
        config,
        '--runInBand',
        '--silent',
        '--forceExit',
        '--json',
        '--outputFile',
        results,
        ...options,
      ],
      { cwd: suite, env: environmentFor(cloud.url), stdio: 'ignore' },
    )
    return report(JSON.parse(readFileSync(results, 'utf8')))
  } finally {
    cloud.stop()
    rmSync(folder, { recursive: true, force: true })
  }
})
