// Decides whether the pact stays as exact on the posts kept to measure with as docs/pacts.md says.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(__dirname, '../../../..')
interface Line {
  expect: string
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
const isAlarm = ({ verdict }: Answer) => ['hold', 'deflect', 'refuse'].includes(verdict)
const share = (items: boolean[]) => items.filter(Boolean).length / items.length

describe.each(['posts-tune.jsonl', 'posts-frozen.jsonl'])('%s', (file) => {
  const input = readFileSync(join(root, 'test/data', file), 'utf8')
  const lines = parse<Line>(input)
  const { stdout } = spawnSync(process.execPath, [join(root, 'scripts/judge.mjs')], {
    input,
    encoding: 'utf8',
    maxBuffer: 1e8,
  })
  const answers = parse<Answer>(stdout)
  const pairs = lines.map((line, at) => ({ line, answer: answers[at] ?? { verdict: '', rules: [] } }))
  const honest = pairs.filter(({ line }) => line.expect === 'allow')
  const breaches = pairs.filter(({ line }) => line.expect !== 'allow')
  const caught = breaches.filter(
    ({ line, answer }) => isAlarm(answer) || (TELLING.includes(line.expect) && answer.rules.length > 0),
  )

  it('C10 given honest posts, when judged, then at most one in a hundred is held, deflected or refused', () => {
    expect(share(honest.map(({ answer }) => isAlarm(answer)))).toBeLessThanOrEqual(0.01)
  })
  it('C18 given breaches, when judged, then most are caught and the right rule decides', () => {
    expect(caught.length / breaches.length).toBeGreaterThanOrEqual(0.85)
    expect(share(caught.map(({ line, answer }) => answer.rules[0] === line.expect))).toBeGreaterThanOrEqual(0.9)
  })
})
