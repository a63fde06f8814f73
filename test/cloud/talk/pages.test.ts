// Decides that no list of talks or letters hides what waits: more than a page, what waits first, every row once.
import { limits, type ActionName, type Input, type Output } from '@class-pact/core/contract'
import {
  CLASS,
  HEAD_TEACHER,
  MORNING,
  PRINCIPAL,
  SCHOOL,
  fatherOf,
  givenSchool,
  keyOf,
  type GivenSchool,
} from '../given-school'
import { CHILD, MOTHER, aTalk } from './given-talk'

const NOW = Date.parse(MORNING)
const HOUR_MS = 3_600_000
/** Threads that wait, those that were answered, and letters that wait for a look: each more than two pages. */
const MANY = 2 * limits.PAGE_SIZE + 5

let school: GivenSchool
beforeAll(async () => {
  school = await givenSchool()
  const { talkId } = await school.get(MOTHER, 'talk.open', aTalk())
  const found = (await school.stored<{ _id: string; letters: object[] }>('talks')).find(({ _id }) => _id === talkId)
  const { duty: _, ...sample } = { duty: undefined, ...found }
  const [letter] = found?.letters ?? []
  const at = NOW - 100 * HOUR_MS
  const aRow = (id: string, index: number, fields: object) => ({
    ...sample,
    ...{ _id: id, updatedAt: at + index, openedAt: at, leadersFrom: at },
    ...fields,
  })
  const documents = Array.from({ length: MANY }, (_each, index) => [
    // Ten at a time have waited equally long.
    aRow(`waits-${index}`, index, { waitsSince: at + Math.floor(index / 10) }),
    aRow(`answered-${index}`, index, { waitsSince: undefined, state: 'answered' }),
    aRow(`holds-${index}`, index, {
      ...{
        waitsSince: undefined,
        writers: [fatherOf(CHILD)],
        leadersFrom: undefined,
        holding: ['head_teacher', 'leaders'],
      },
      letters: (['head_teacher', 'leaders'] as const).map((looker) => ({
        ...letter,
        ...{ letterId: `${looker}-${index}`, state: 'held', looker, heldAt: at + Math.floor(index / 10) },
      })),
    }),
  ]).flat()
  await school.cloud.control('data.import', { collection: 'talks', documents })
}, 180_000)
afterAll(() => school.stop())

interface Listed {
  total?: number
  next?: string
}

/** Every page of a list, one after another. */
async function walk<Name extends ActionName, Row>(
  openid: string,
  action: Name,
  input: Input<Name>,
  rowsOf: (page: Output<Name>) => Row[],
): Promise<{ total: number | undefined; pages: number; rows: Row[] }> {
  const pages: Output<Name>[] = []
  let next: string | undefined
  do {
    const page = await school.get(openid, action, {
      ...input,
      ...(next !== undefined && { after: next }),
    } as Input<Name>)
    pages.push(page)
    next = (page as Listed).next
  } while (next !== undefined && pages.length < 20)
  return { total: (pages[0] as Listed).total, pages: pages.length, rows: pages.flatMap(rowsOf) }
}

test.each([
  ['a family', MOTHER, { of: 'child', childId: CHILD }, 2 * MANY + 1],
  ['the head teacher', HEAD_TEACHER, { of: 'class', classId: CLASS }, 2 * MANY + 1],
  ['the principal', PRINCIPAL, { of: 'school', schoolId: SCHOOL }, 2 * MANY],
] as const)(
  'N15 %s finds every thread once, those that wait first, the longest first',
  async (_, who, input, count) => {
    const { total, pages, rows } = await walk(who, 'talk.list', input, ({ talks }) => talks)
    expect(pages).toBeGreaterThan(2)
    expect(total).toBe(count)
    expect(rows).toHaveLength(count)
    expect(new Set(rows.map(({ talkId }) => talkId)).size).toBe(count)
    const waiting = rows.filter(({ state }) => state === 'waiting')
    expect(rows.slice(0, waiting.length)).toEqual(waiting)
    expect(waiting.length).toBeGreaterThanOrEqual(MANY)
    const since = waiting.map((row) => row.since ?? Infinity)
    expect(since).toEqual([...since].sort((one, other) => one - other))
  },
)

test.each([
  ['the head teacher', HEAD_TEACHER, { of: 'class', classId: CLASS }, 'head_teacher'],
  ['the leaders', PRINCIPAL, { of: 'school', schoolId: SCHOOL }, 'leaders'],
] as const)('G02 %s reach every letter that waits for their look, the longest first', async (_, who, input, looker) => {
  const { total, pages, rows } = await walk(who, 'letter.held', input, ({ letters }) => letters)
  expect(pages).toBeGreaterThan(2)
  expect(total).toBe(MANY)
  expect(new Set(rows.map(({ letterId }) => letterId)).size).toBe(MANY)
  expect(rows.every(({ letterId }) => letterId.startsWith(looker))).toBe(true)
  const held = rows.map(({ heldAt }) => heldAt)
  expect(held).toEqual([...held].sort((one, other) => one - other))
})

test('N15 G02 the today page counts what waits beyond a page', async () => {
  const today = await school.get(HEAD_TEACHER, 'today.read', { identity: keyOf('head_teacher', CLASS) })
  expect(today).toMatchObject({ heldLetters: MANY })
  expect(await school.get(PRINCIPAL, 'today.read', { identity: keyOf('principal', SCHOOL) })).toMatchObject({
    heldLetters: MANY,
  })
})

test('M12 whoever writes much finds every own letter, page by page', async () => {
  const { total, pages, rows } = await walk(MOTHER, 'talk.own', {}, ({ letters }) => letters)
  expect(pages).toBeGreaterThan(2)
  expect(rows).toHaveLength(total ?? 0)
  expect(total).toBeGreaterThan(2 * MANY)
})
