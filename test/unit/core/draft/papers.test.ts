// Proves that papers by strangers are read as well as docs/pacts.md says, those that nobody has read among them.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { isRuleId } from '@class-pact/core/pact'
import { LEARNT } from '../../../../core/draft/reader/learnt'

const root = join(__dirname, '../../../..')
const inPapers = (file: string) => join(root, 'test/data/papers', file)
const runScript = (script: string, args: string[], input?: string) =>
  spawnSync(process.execPath, [join(root, 'scripts', script), ...args], { input, encoding: 'utf8', maxBuffer: 1e8 })
    .stdout

/** The figures that `npm run measure-drafts` prints, as shares. */
function measure(names: string) {
  const printed = runScript('measure-drafts.mjs', [join(root, 'test/data/papers'), names])
  const share = (what: string) => Number(new RegExp(`${what} ([\\d.]+) %`).exec(printed)?.[1])
  const [, leaks] = /leaked a rule (\d+)\//.exec(printed) ?? []
  return {
    found: share('rules found'),
    right: share('proposed rules right'),
    parameters: share('parameters right'),
    kinds: share('kinds right'),
    leaks: Number(leaks),
  }
}

describe('given papers that the reader learnt from, when they are read', () => {
  const { found, right, parameters, kinds, leaks } = measure('^dev-')
  it('then the right rules are found and what is proposed is right', () => {
    expect(found).toBeGreaterThanOrEqual(97.5)
    expect(right).toBeGreaterThanOrEqual(96)
    expect(parameters).toBeGreaterThanOrEqual(85)
    expect(kinds).toBeGreaterThanOrEqual(95)
  })
  it('then nothing is proposed that must not be enforced (G08)', () => expect(leaks).toBe(0))
})

describe.each([
  ['of the first two hands', '^frozen-[ab]', { found: 83.5, right: 93.5, parameters: 82.5, leaks: 1 }],
  ['of three fresh hands', '^frozen-[cde]', { found: 83.5, right: 94.5, parameters: 70, leaks: 1 }],
  ['of three more, looked at once', '^frozen-[fgh]', { found: 85, right: 95, parameters: 76, leaks: 1 }],
])('given papers %s that nobody has read, when they are read', (_, names, least) => {
  const { found, right, parameters, leaks } = measure(names)
  it('then they are read as well as docs/pacts.md says', () => {
    expect(found).toBeGreaterThanOrEqual(least.found)
    expect(right).toBeGreaterThanOrEqual(least.right)
    expect(parameters).toBeGreaterThanOrEqual(least.parameters)
  })
  it('then hardly anything is proposed that must not be enforced (G08)', () =>
    expect(leaks).toBeLessThanOrEqual(least.leaks))
})

describe('given what the reader learns from', () => {
  const files = readdirSync(join(root, 'test/data/papers')).filter((file) => !file.startsWith('frozen-'))
  it('then each sentence names rules that exist, or none', () => {
    const own = readFileSync(inPapers('sayings.txt'), 'utf8').trim().split('\n')
    const said = files
      .filter((file) => /^sayings-.*jsonl$/.test(file))
      .flatMap((file) => readFileSync(inPapers(file), 'utf8').trim().split('\n'))
      .flatMap((line) => (JSON.parse(line) as { rules: { id: string }[] }).rules.map(({ id }) => id))
    const ids = [...own.map((line) => line.split(' ', 1)[0] ?? '').filter((id) => id !== '-'), ...said]
    expect(ids.filter((id) => !isRuleId(id))).toEqual([])
  })

  it('then the weights were learnt from the files as they are: after a change, npm run train-drafts', () => {
    const hash = createHash('sha256')
    for (const file of files.sort()) hash.update(file).update(readFileSync(inPapers(file)))
    expect(LEARNT.from).toBe(hash.digest('hex').slice(0, 16))
  })
})

describe('given a paper on stdin, when npm run draft-pact reads it', () => {
  it('then it writes a line for each clause in the order of the paper, and nothing else', () => {
    const paper = readFileSync(inPapers('dev-a01.txt'), 'utf8')
    const lines = runScript('draft-pact.mjs', [], paper).trim().split('\n')
    const clauses = lines.map((line) => JSON.parse(line) as { line: string; kind: string; rules: unknown[] })
    let from = 0
    for (const { line } of clauses) {
      const at = paper.indexOf(line, from)
      expect(at).toBeGreaterThanOrEqual(from)
      from = at + line.length
    }
    expect(Object.keys(clauses[0] ?? {})).toEqual(['line', 'kind', 'rules'])
  })
})
