// Proves that docs/words.md lists every field that takes words, with the check that the program gives it, and no other.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { functionOf, type ActionName, type Row } from '../../../core/contract'
import { listWords } from '../../../core/wire/words'
import { ACTIONS } from '../../actions'

const TABLE = readFileSync(join(__dirname, '../../../docs/words.md'), 'utf8')

/** What the dispatcher does with the words of a row (cloudfunctions/common/call/check-input.ts). */
function checkOf(row: Row, action: string, kind: string): string {
  if (row.asksItself) return functionOf(action) === 'writer' ? 'the pact, WeChat' : 'WeChat, kept whatever it says'
  if (row.quotes) return 'WeChat'
  if (row.underPact && kind === 'note') return 'the house, the pact, WeChat'
  return row.mustPass ? 'the house, WeChat, must pass' : 'the house, WeChat'
}

const inContract = (Object.keys(ACTIONS) as ActionName[]).flatMap((action) => {
  const row: Row = ACTIONS[action]
  return listWords(row.input).map(({ field, kind }) => `${action} · ${field} · ${kind} · ${checkOf(row, action, kind)}`)
})

const cellsOf = (line: string) =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim().replaceAll('`', ''))
const lines = TABLE.split('\n').filter((line) => line.startsWith('| `'))

describe('C04 given the table of all words that other people read', () => {
  test('when it is held against the contract, then every field stands in it with its check, and nothing else does', () => {
    const listed = lines.map((line) => cellsOf(line).slice(0, 4).join(' · '))
    expect(listed.sort()).toEqual([...new Set(inContract)].sort())
  })

  test('when a line is read, then it says who reads the words', () => {
    expect(lines.length).toBeGreaterThan(0)
    for (const line of lines) expect(cellsOf(line)[4]).toMatch(/\p{L}{3,}/u)
  })
})
