// Decides that the table of requirements cannot claim a proof that is not there.
import { join } from 'node:path'
import { checkRequirements, compareWithTests, listNamedIds, readTable } from '../../../scripts/check-requirements.mjs'

const table = [
  '| id | rule | kind | state |',
  '| M01 | two guardians | core | proved |',
  '| C02 | no flooding | core | built |',
  '| V7 | card | c |',
].join('\n')

describe('the table of requirements', () => {
  test('given a table, then every id has its state and presets are known', () => {
    expect([...readTable(table)]).toEqual([
      ['M01', 'proved'],
      ['C02', 'built'],
      ['V7', 'preset'],
    ])
  })

  test('given tests in titles, tables and named tables, then all their ids are found and no others', () => {
    const source = `
      const cases = [['C03 a flood', 'see C99'], ['C04', 1]]
      describe('L01 leave', () => {
        test(\`N0\${1} N02 opens\`, () => expect('T01').toBe('T02'))
        it.each([['P01', 2]])('%s counts', () => {})
        test.each(cases)('%s is refused', () => {})
      })`
    expect([...listNamedIds(source)].sort()).toEqual(['C03', 'C04', 'L01', 'N02', 'P01'])
  })

  test('given a proof that no test names, or a test of an unknown rule, then each is told', () => {
    const problems = compareWithTests(readTable(table), new Map([['Z99', ['unit/a.test.ts']]]))
    expect(problems).toHaveLength(2)
    expect(problems[0]).toMatch(/^M01 is called proved/)
    expect(problems[1]).toMatch(/^Z99 is named by unit\/a\.test\.ts/)
  })

  test('given the tests that are here, then docs/requirements.md is true and lists 211 rules', () => {
    const { output, note } = checkRequirements(join(__dirname, '..', '..', '..'))
    expect(output).toBe('')
    const figures = note.match(/\d+/g)?.map(Number) ?? []
    expect(figures.reduce((sum, figure) => sum + figure, 0)).toBe(211)
  })
})
