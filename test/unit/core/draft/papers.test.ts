// Proves that papers by strangers are read as well as docs/pacts.md says, those that nobody has read among them.
import { readFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { isRuleId } from '@class-pact/core/pact'

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

describe('given papers that the wordings were made by, when they are read', () => {
  const { found, right, parameters, kinds, leaks } = measure('^dev-')
  it('then the right rules are found and what is proposed is right', () => {
    expect(found).toBeGreaterThanOrEqual(95)
    expect(right).toBeGreaterThanOrEqual(97)
    expect(parameters).toBeGreaterThanOrEqual(95)
    expect(kinds).toBeGreaterThanOrEqual(93)
  })
  it('then nothing is proposed that must not be enforced (G08)', () => expect(leaks).toBe(0))
})

describe('given papers that nobody has read, when they are read', () => {
  const { found, right, parameters, leaks } = measure('^frozen-')
  it('then they are read as well as docs/pacts.md says', () => {
    expect(found).toBeGreaterThanOrEqual(75)
    expect(right).toBeGreaterThanOrEqual(90)
    expect(parameters).toBeGreaterThanOrEqual(77)
  })
  it('then hardly anything is proposed that must not be enforced (G08)', () => expect(leaks).toBeLessThanOrEqual(1))
})

describe('given the sentences that the reader learns from', () => {
  const lines = readFileSync(inPapers('sayings.txt'), 'utf8').trim().split('\n')
  it('then each names a rule that exists, or none', () => {
    const ids = lines.map((line) => line.split(' ', 1)[0] ?? '')
    expect(ids.filter((id) => id !== '-' && !isRuleId(id))).toEqual([])
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
