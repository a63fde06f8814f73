// Decides that the ledger of requirements cannot claim what is not so: each of its refusals is provoked here.
import { join } from 'node:path'
import {
  IDS,
  checkLedger,
  checkRequirements,
  listDoors,
  listNamedIds,
  listPages,
  readLedger,
} from '../../../scripts/check/requirements.mjs'

const ROWS = {
  M01: '| M01 | two guardians | core | proved | packages/join/invite | cloud/join.test.ts, unit/join.test.ts | |',
  C02: '| C02 | no flooding | core | engine | | unit/judge.test.ts | no comments |',
  H01: '| H01 | contacts | ext | later | | | |',
  V7: '| V7 | card | c |',
}
const FACTS = {
  tests: new Map([
    ['cloud/join.test.ts', new Set(['M01', 'V7'])],
    ['unit/join.test.ts', new Set(['M01'])],
    ['unit/judge.test.ts', new Set(['C02'])],
  ]),
  pages: ['packages/join/invite', 'pages/today'],
  doors: ['notice.publish', 'duty:remind'],
}
const NO_ID = 'Z99'
const COUNTS = '**1 proved · 1 engine · 1 later**'
type Changes = Partial<Record<keyof typeof ROWS, string>>

/** The small ledger with some rows written otherwise; the ids there are stay the four. */
const check = (changes: Changes = {}, facts: Partial<typeof FACTS> = {}, counts = COUNTS) =>
  checkLedger(
    { markdown: [counts, ...Object.values({ ...ROWS, ...changes })].join('\n'), ...FACTS, ...facts },
    Object.keys(ROWS),
  )
const naming = (file: string, ...ids: string[]) => ({ tests: new Map([...FACTS.tests, [file, new Set(ids)]]) })
const met = (place: string) => ({ M01: ROWS.M01.replace('packages/join/invite', place) })
const proved = (by: string) => ({ M01: ROWS.M01.replace('cloud/join.test.ts, unit/join.test.ts', by) })

describe('a ledger', () => {
  test('given it tells the truth, then there is nothing to say', () => {
    expect(check()).toEqual([])
    expect(check(met('notice.publish, duty:remind, pages/today'))).toEqual([])
  })

  test.each<[string, Changes, string[]]>([
    ['a missing id', { H01: '' }, ['H01 is missing.']],
    ['an id that is listed twice', { H01: `${ROWS.H01}\n${ROWS.H01}` }, ['H01 is listed twice.']],
    ['an id that does not exist', { V7: `${ROWS.V7}\n${ROWS.H01.replace('H01', NO_ID)}` }, [`${NO_ID} is no id`]],
    ['an unknown state', { H01: ROWS.H01.replace('later', 'built') }, ['H01 has the unknown state "built".']],
    ['a row cut short', { H01: '| H01 | contacts |' }, ['H01 has the unknown state "".']],
    ['proved without a proof', proved(''), ['M01 is called proved without a proof.']],
    ['a proof that does not exist', proved('cloud/gone.test.ts'), ['M01 is proved by test/cloud/gone.test.ts']],
    ['a proof that does not name the id', proved('cloud/join.test.ts, unit/judge.test.ts'), ['M01 is not named by']],
    ['proved by unit tests alone', proved('unit/join.test.ts'), ['M01 is called proved by unit tests alone.']],
    ['proved and met nowhere', met(''), ['M01 is called proved, and nobody meets it']],
    ['a page that does not exist', met('packages/join/gone'), ['M01 is met at packages/join/gone']],
    ['an action that does not exist', met('notice.shout'), ['M01 is met at notice.shout']],
    ['a duty that does not exist', met('duty:sing'), ['M01 is met at duty:sing']],
    [
      'an engine at a page that is none',
      { C02: ROWS.C02.replace('engine | |', 'engine | gone |') },
      ['C02 is met at gone'],
    ],
    ['engine without a proof', { C02: ROWS.C02.replace('unit/judge.test.ts', '') }, ['C02 is called engine without']],
    ['an engine’s proof that is gone', { C02: ROWS.C02.replace('judge', 'gone') }, ['C02 is proved by test/unit/gone']],
    [
      'an engine’s proof about something else',
      { C02: ROWS.C02.replace('judge', 'join') },
      ['C02 is not named by test/unit/join.test.ts.'],
    ],
    [
      'later with a proof',
      { H01: ROWS.H01.replace('later | |', 'later | | cloud/join.test.ts') },
      ['H01 is called later'],
    ],
  ])('given %s, then it is refused', (_, changes, told) => {
    const problems = check(changes).filter((problem) => !problem.startsWith('The counts'))
    expect(problems.map((problem, index) => problem.slice(0, told[index]?.length))).toEqual(told)
  })

  test('given a test of an id that does not exist, then it is refused; a preset is known', () => {
    expect(check({}, naming('unit/a.test.ts', NO_ID, 'V7'))).toEqual([
      `${NO_ID} is named by test/unit/a.test.ts, and is no id of the requirements.`,
    ])
  })

  test('given counts that are not those of the lines, then it is refused', () => {
    expect(check({}, {}, '**3 proved · 0 engine · 0 later**')).toEqual([
      'The counts are not 1 proved · 1 engine · 1 later.',
    ])
  })
})

describe('what the ledger is compared with', () => {
  test('given a table as Prettier lays it out, then its rows are read', () => {
    const table =
      '| id  | rule |\n| --- | ---- |\n| M01 | two  | core | proved | pages/today, a.b | cloud/a.test.ts | x |'
    expect(readLedger(table)).toEqual([
      { id: 'M01', state: 'proved', places: ['pages/today', 'a.b'], proofs: ['cloud/a.test.ts'] },
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

  test('given app.json, then a page’s last name is written once', () => {
    const app = { pages: ['pages/today/today'], subPackages: [{ root: 'packages/leave', pages: ['form/form', 'x/y'] }] }
    expect(listPages(JSON.stringify(app))).toEqual(['pages/today', 'packages/leave/form', 'packages/leave/x/y'])
  })

  test('given sources, then rows of actions and kinds of duties are doors, and other words are none', () => {
    const sources = [`const A = { 'leave.submit': { roles } }; field('event.place')`, `next: { kind: 'remind', at }`]
    expect(listDoors(sources)).toEqual(['leave.submit', 'duty:remind'])
  })

  test('given what is here, then docs/requirements.md is true and lists 237 rules', () => {
    const { output, note } = checkRequirements(join(__dirname, '..', '..', '..'))
    expect(output).toBe('')
    expect(IDS).toHaveLength(237)
    expect(note.match(/\d+/g)?.reduce((sum: number, figure: string) => sum + Number(figure), 0)).toBe(IDS.length)
  })
})
