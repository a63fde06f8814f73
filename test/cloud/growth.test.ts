// Proves that a school costs the same beside twenty others: the same database calls, the same rows read.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  CLASS,
  HEAD_TEACHER,
  PRINCIPAL,
  SCHOOL,
  aNotice,
  anOuting,
  childId,
  fatherOf,
  givenSchool,
  keyOf,
  motherOf,
  type GivenSchool,
} from './given-school'
import { bring, moveAll, takeStock } from './other-schools'
import { takeRoll } from './roll/given-roll'

const CHILD = childId(CLASS, 0)
const MOTHER = motherOf(CHILD)
const OTHERS = 20
const span = { from: '2026-09-03', fromHalf: 'am', to: '2026-09-03', toHalf: 'pm' } as const

interface Cost {
  database: Record<string, number>
  rowsRead: number
}

/** A day as every school has it: signed, on leave, checked, written about; all that was due is done. */
async function aDay(school: GivenSchool): Promise<void> {
  const { noticeId } = await school.get(HEAD_TEACHER, 'notice.publish', anOuting())
  await school.tick()
  await school.get(MOTHER, 'slip.sign', { noticeId, classId: CLASS, childId: CHILD, version: 1, typedName: '王芳' })
  await school.get(fatherOf(CHILD), 'leave.submit', { childId: CHILD, kind: 'fever', proof: [], span })
  await takeRoll(school, { [childId(CLASS, 1)]: 'absent' })
  const talk = { childId: CHILD, to: { desk: 'head_teacher' }, about: 'matter', matter: '课间' } as const
  await school.get(MOTHER, 'talk.open', { ...talk, words: '请您多留意他的课间。', photos: [] })
}

/** What each action asks of the database, one after the other. */
async function costs(school: GivenSchool): Promise<Record<string, { calls: number; rows: number }>> {
  const cost: Record<string, { calls: number; rows: number }> = {}
  const spend = async <Result>(name: string, act: () => Promise<Result>): Promise<Result> => {
    await school.cloud.control('counters.reset')
    const result = await act()
    const { actions } = await school.cloud.control<{ actions: Record<string, Cost> }>('counters.read')
    const { database = {}, rowsRead: rows = 0 } = actions[name.split(' ')[0] ?? ''] ?? {}
    cost[name] = { calls: Object.values(database).reduce((sum, count) => sum + count, 0), rows }
    return result
  }
  for (const [who, openid, identity] of [
    ['family', MOTHER, keyOf('guardian', CHILD)],
    ['teacher', HEAD_TEACHER, keyOf('head_teacher', CLASS)],
    ['principal', PRINCIPAL, keyOf('principal', SCHOOL)],
  ] as const) {
    await spend(`today.read ${who}`, () => school.get(openid, 'today.read', { identity }))
  }
  const { noticeId } = await spend('notice.publish', () =>
    school.get(HEAD_TEACHER, 'notice.publish', aNotice({ replyMode: 'sign', kind: 'notice' })),
  )
  const at = { noticeId, classId: CLASS }
  await spend('slip.sign', () =>
    school.get(MOTHER, 'slip.sign', { ...at, childId: CHILD, version: 1, typedName: '王芳' }),
  )
  await spend('board.read', () => school.get(HEAD_TEACHER, 'board.read', at))
  await spend('roll.read', () => school.get(HEAD_TEACHER, 'roll.read', { classId: CLASS }))
  await spend('talk.list', () => school.get(HEAD_TEACHER, 'talk.list', { of: 'class', classId: CLASS }))
  await spend('statistics.read', () => school.get(PRINCIPAL, 'statistics.read', { schoolId: SCHOOL, range: 'term' }))
  await spend('statistics.class', () => school.get(HEAD_TEACHER, 'statistics.class', { classId: CLASS, range: 'term' }))
  return cost
}

test('G18 given twenty other schools, then no action asks more often or reads more than without them', async () => {
  const measured: Record<string, unknown>[] = []
  for (const others of [0, OTHERS]) {
    const school = await givenSchool()
    await aDay(school)
    const { collections } = await school.cloud.control<{ collections: string[] }>('data.collections')
    const kept = await takeStock(school, collections)
    for (let other = 1; other <= others; other++) await bring(school, moveAll(kept, { school: `s${other}` }))
    expect(await school.stored('schools')).toHaveLength(others + 1)
    await school.advance(61_000)
    measured.push(await costs(school))
    await school.stop()
  }
  const [alone, among] = measured
  expect(among).toEqual(alone)
})

test('G18 given twenty other schools, then a minute in which nothing is due reads no more than without them', async () => {
  const school = await givenSchool()
  const minute = async () => {
    await school.advance(61_000)
    await school.cloud.control('counters.reset')
    await school.tick()
    const { actions } = await school.cloud.control<{ actions: Record<string, Cost> }>('counters.read')
    return { database: actions['scheduler']?.database, rowsRead: actions['scheduler']?.rowsRead }
  }
  const { noticeId } = await school.get(HEAD_TEACHER, 'notice.publish', anOuting())
  await school.get(MOTHER, 'slip.sign', { noticeId, classId: CLASS, childId: CHILD, version: 1, typedName: '王芳' })
  await takeRoll(school, {})
  // Sent, rolled up, in the audit.
  for (let passed = 0; passed < 4; passed++) await minute()
  const alone = await minute()
  const { collections } = await school.cloud.control<{ collections: string[] }>('data.collections')
  const kept = await takeStock(school, collections)
  for (let other = 1; other <= OTHERS; other++) await bring(school, moveAll(kept, { school: `s${other}` }))
  expect(await minute()).toEqual(alone)
  expect(await school.stored('statistics')).toHaveLength(OTHERS + 2)
  await school.stop()
})

test('G18 whatever has duties can be asked for those of one school', () => {
  const file = readFileSync(join(__dirname, '..', '..', 'database', 'collections.json'), 'utf8')
  const collections = JSON.parse(file) as { name: string; indexes: { name: string }[] }[]
  const without = collections.filter(({ indexes }) => {
    const has = (wanted: string) => indexes.some(({ name }) => name === wanted)
    return has('duty_due') && !has('school_duty')
  })
  // A person belongs to no school; a bureau's seat is one a school, and named by it.
  expect(without.map(({ name }) => name).sort()).toEqual(['bureau_seats', 'people'])
})
