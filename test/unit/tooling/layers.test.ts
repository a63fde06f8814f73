// Proves that every rule about the arrows of the house can fail: a small house that breaks each of them once.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const ROOT = join(__dirname, '../../..')

/** What a file imports, and the rule that forbids it. */
const BROKEN: Record<string, Record<string, string>> = {
  'core/family/index.ts': { './seats': 'no-cycles' },
  'core/leave/contract.ts': { '../pact/index': 'contracts-know-contracts-only' },
  'core/leave/span.ts': {
    '../../cloudfunctions/common/clock': 'core-uses-nothing-of-the-house',
    'node:fs': 'core-is-pure',
    'wx-server-sdk': 'core-has-no-sdk',
    '../pact/hours': 'core-domains-meet-at-the-index',
    '../judge/index': 'law-is-light',
  },
  'miniprogram/app.ts': {
    '../cloudfunctions/common/clock': 'phone-uses-core-only',
    'node:fs': 'phone-has-no-node',
    '../core/leave/span': 'others-enter-core-by-the-index',
    './nowhere': 'every-import-is-found',
    './packages/compose/form': 'main-package-uses-no-sub-package',
    '../core/judge/index': 'only-writers-carry-the-judge',
  },
  'miniprogram/packages/notice/detail.ts': { '../compose/form': 'sub-packages-stay-apart' },
  'cloudfunctions/api/index.ts': {
    '../../miniprogram/app': 'functions-use-core-only',
    '../exporter/index': 'callers-stay-apart',
    '../domains/leave/store': 'callers-enter-domains-by-the-index',
  },
  'cloudfunctions/common/clock.ts': {
    '../domains/leave/index': 'common-knows-no-domain',
    '../api/index': 'nothing-uses-callers',
  },
  'cloudfunctions/domains/notice/read.ts': { '../leave/store': 'domains-meet-at-the-index' },
  'demo/school.ts': { '../cloudfunctions/domains/leave/store': 'demo-uses-core-only' },
  'local/main.ts': { '../cloudfunctions/api/index': 'local-knows-no-product' },
  'scripts/start.ts': { '../local/main': 'nothing-uses-local', '../demo/school': 'nothing-uses-demo' },
}
const WHOLE = [
  'core/pact/index.ts',
  'core/pact/hours.ts',
  'core/judge/index.ts',
  'miniprogram/packages/compose/form.ts',
  'cloudfunctions/exporter/index.ts',
  'cloudfunctions/domains/leave/index.ts',
  'cloudfunctions/domains/leave/store.ts',
  'node_modules/wx-server-sdk/index.js',
]

let house: string
let violations: { from: string; rule: { name: string } }[]

beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'class-pact-layers-'))
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(house, file)), { recursive: true })
    writeFileSync(join(house, file), text)
  }
  // The other half of the ring.
  write('core/family/seats.ts', "import './index'\n")
  for (const file of WHOLE) write(file, 'export const there = true\n')
  for (const [file, imports] of Object.entries(BROKEN)) {
    write(
      file,
      `${Object.keys(imports)
        .map((path) => `import '${path}'\n`)
        .join('')}export const there = true\n`,
    )
  }
  write('tsconfig.json', '{ "compilerOptions": { "module": "ESNext", "moduleResolution": "bundler" } }')
  const cruise = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  const folders = ['core', 'cloudfunctions', 'miniprogram', 'demo', 'local', 'scripts']
  const args = [cruise, '--config', join(ROOT, '.dependency-cruiser.mjs'), '--output-type', 'json', ...folders]
  const { stdout } = spawnSync(process.execPath, args, { cwd: house, encoding: 'utf8', maxBuffer: 1e8 })
  violations = (JSON.parse(stdout) as { summary: { violations: typeof violations } }).summary.violations
})

afterAll(() => rmSync(house, { recursive: true, force: true }))

const cases = Object.entries(BROKEN).flatMap(([file, imports]) =>
  Object.entries(imports).map(([path, rule]) => [rule, file, path] as const),
)

test.each(cases)('given %s, then %s may not import %s', (rule, file) => {
  expect(violations.filter((each) => each.from === file).map((each) => each.rule.name)).toContain(rule)
})

test('given every rule of the house, then it is broken once above', async () => {
  const text = spawnSync(process.execPath, [
    '-e',
    `import('${join(ROOT, '.dependency-cruiser.mjs').replaceAll('\\', '/')}').then(({ default: { forbidden } }) => console.log(JSON.stringify(forbidden.map(({ name }) => name))))`,
  ]).stdout.toString()
  const broken = new Set(cases.map(([rule]) => rule))
  expect((JSON.parse(text) as string[]).filter((name) => !broken.has(name))).toEqual([])
})
