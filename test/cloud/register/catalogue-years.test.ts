// Decides that with every register on forty classes cost as few calls, and years of entries no more rows.
import { REGISTERS, type Register } from '@class-pact/core/register'
import { CLASS, HEAD_TEACHER, OTHER_CLASS, PRINCIPAL, SCHOOL, TEACHER, childId, keyOf, motherOf } from '../given-school'
import { givenCatalogue, type Keeping } from './catalogue/given-catalogue'
import { anEntry, keepEntries } from './given-entries'

const CHILD = childId(CLASS, 0)
const LOOKERS = [
  [HEAD_TEACHER, keyOf('head_teacher', CLASS), 2],
  [TEACHER, keyOf('teacher', CLASS), 2],
  [motherOf(CHILD), keyOf('guardian', CHILD), 2],
  [PRINCIPAL, keyOf('principal', SCHOOL), 3],
] as const

let school: Keeping
beforeAll(async () => {
  school = await givenCatalogue(['home', 'head', 'points', 'equipment'], { children: 40, moreClasses: 38 })
  await school.at('2026-12-21T10:00:00+08:00')
})
afterAll(() => school.stop())

interface Counted {
  actions: Record<string, { database: Record<string, number>; rowsRead: number }>
}
async function spend(action: 'register.due' | 'register.read' | 'register.summary', ask: () => Promise<unknown>) {
  await school.cloud.control('counters.reset')
  await ask()
  const { actions } = await school.cloud.control<Counted>('counters.read')
  const { database = {}, rowsRead = 0 } = actions[action] ?? {}
  return { calls: Object.values(database).reduce((sum, count) => sum + count, 0), rowsRead }
}
const spendAll = async () => {
  const spent: { calls: number; rowsRead: number }[] = []
  for (const [who, identity] of LOOKERS)
    spent.push(await spend('register.due', () => school.get(who, 'register.due', { identity })))
  return spent
}
/** One that is filled in each day, and one of what happens when it happens. */
const spendOnSheets = async () => {
  const spent: { calls: number; rowsRead: number }[] = []
  for (const action of ['register.read', 'register.summary'] as const)
    for (const register of ['class-log', 'safety-lessons']) {
      const place = { register, schoolId: SCHOOL, classId: CLASS }
      spent.push(await spend(action, () => school.get(HEAD_TEACHER, action, place)))
    }
  return spent
}

/** A slot of each month of a year, in the way of the register; what happens when it happens is over. */
function slotsIn({ period }: Register, year: number): { slot: string; on: string }[] {
  return Array.from({ length: 12 }, (_, month) => {
    const on = `${year}-${String(month + 1).padStart(2, '0')}-07`
    const slots = {
      ...{ day: on, week: `w${on}`, month: `m${on.slice(0, 7)}`, term: `t${year}-0${month < 6 ? 2 : 9}-01` },
      ...{ year: `y${year}`, once: `once`, event: '-' },
    }
    return { slot: slots[period.kind], on }
  })
}

/** Things and marks stay until somebody takes them back, and what is asked once is there once: they are no years. */
const isYearly = ({ makes, marks, period }: Register) => !makes && !marks && period.kind !== 'once'

async function keepYear(year: number) {
  for (const classId of [CLASS, OTHER_CLASS]) {
    const subject = { kind: 'child', id: childId(classId, 0), name: '王梓涵' }
    const entries = Object.entries<Register>(REGISTERS)
      .filter(([, register]) => isYearly(register))
      .flatMap(([register, rules]) =>
        slotsIn(rules, year).map(({ slot, on }) =>
          anEntry({ register, slot, on, classId, ...(rules.about === 'child' && { subject }) }),
        ),
      )
    await keepEntries(school, entries)
  }
}

test('D01 given every register and forty classes, then three years of entries cost no call and no row more', async () => {
  const before = await spendAll()
  expect(before.map(({ calls }, index) => calls <= (LOOKERS[index]?.[2] ?? 0))).toEqual([true, true, true, true])
  await keepYear(2024)
  const sheets = await spendOnSheets()
  expect(Math.max(...sheets.map(({ calls }) => calls))).toBeLessThanOrEqual(3)
  for (const year of [2022, 2023]) await keepYear(year)
  expect(await spendAll()).toEqual(before)
  expect(await spendOnSheets()).toEqual(sheets)
})
