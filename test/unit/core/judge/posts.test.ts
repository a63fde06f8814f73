// Decides whether the pact stays as exact on posts by strangers as docs/pacts.md says.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(__dirname, '../../../..')
const inPosts = (file: string) => join(root, 'test/data/posts', file)
interface Line {
  expect: string
  also?: string[]
  roster: string
}
interface Answer {
  verdict: string
  rules: string[]
}
/** Rules that only tell the sender. */
const TELLING = ['C02', 'C24', 'C26', 'C30', 'N03']
const parse = <Item>(lines: string) =>
  lines
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Item)
const rosters = JSON.parse(readFileSync(inPosts('rosters.json'), 'utf8')) as Record<string, string[]>
const isAlarm = ({ verdict }: Answer) => ['hold', 'deflect', 'refuse'].includes(verdict)
const share = (items: boolean[]) => items.filter(Boolean).length / items.length

const runScript = (script: string, args: string[], input?: string) =>
  spawnSync(process.execPath, [join(root, 'scripts', script), ...args], { input, encoding: 'utf8', maxBuffer: 1e8 })

/** Two hands wrote these: no rule was tuned on them, no weight learnt from them. */
const FROZEN = ['frozen-1.jsonl', 'frozen-2.jsonl']

describe('frozen posts', () => {
  const lines = FROZEN.flatMap((file) => parse<Line>(readFileSync(inPosts(file), 'utf8')))
  const input = lines.map((line) => JSON.stringify({ ...line, roster: rosters[line.roster] ?? [] })).join('\n')
  const answers = parse<Answer>(runScript('judge.mjs', [], input).stdout)
  const pairs = lines.map((line, at) => ({ line, answer: answers[at] ?? { verdict: '', rules: [] } }))
  const honest = pairs.filter(({ line }) => line.expect === 'ok')
  const fair = ({ expect: rule, also = [] }: Line) => [rule, ...also]
  const breaches = pairs.filter(({ line }) => line.expect !== 'ok')
  const caught = breaches.filter(
    ({ line, answer }) =>
      isAlarm(answer) || (answer.verdict !== 'allow' && fair(line).some((rule) => TELLING.includes(rule))),
  )

  it('C10 given honest posts by strangers, when judged, then at most one in a hundred is stopped', () => {
    expect(share(honest.map(({ answer }) => isAlarm(answer)))).toBeLessThanOrEqual(0.01)
  })
  it('C18 given breaches by strangers, when judged, then most are caught and the right rule decides', () => {
    expect(caught.length / breaches.length).toBeGreaterThanOrEqual(0.85)
    expect(share(caught.map(({ line, answer }) => fair(line).includes(answer.rules[0] ?? '')))).toBeGreaterThanOrEqual(
      0.9,
    )
  })
})

it('C10 given the posts as they are, when the weights are looked at, then they were learnt from these', () => {
  const learnt = readFileSync(join(root, 'core/judge/reader/learnt.ts'), 'utf8')
  const { stdout } = runScript('train-reader.mjs', ['--hash'])
  expect(stdout.trim()).toMatch(/^[0-9a-f]{16}$/)
  expect(learnt).toContain(stdout.trim())
})
