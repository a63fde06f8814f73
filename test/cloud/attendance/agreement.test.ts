// Decides that whoever asks for a day's attendance, on whatever page, gets the same sums, whatever has happened.
import type { AttendanceCounts, Input } from '@class-pact/core/contract'
import fc from 'fast-check'
import {
  CLASS,
  HEAD_TEACHER,
  OTHER_CLASS,
  OTHER_HEAD_TEACHER,
  PRINCIPAL,
  SCHOOL,
  childId,
  givenSchool,
  keyOf,
  motherOf,
  type GivenSchool,
} from '../given-school'
import { takeRoll } from './given-rolls'

const CHILDREN = 8
const CLASSES = [
  { classId: CLASS, head: HEAD_TEACHER },
  { classId: OTHER_CLASS, head: OTHER_HEAD_TEACHER },
  { classId: 'class-more-0', head: 'o-head-0' },
]
const DAYS = ['2026-09-01', '2026-09-02', '2026-09-03', '2026-09-04']
const NEWCOMERS = '甲乙丙丁戊己庚辛壬癸子丑'
/** Of three children one has nobody who could ask for leave. */
const hasFamily = (index: number) => index % 3 !== 2

const leave = fc.record({
  index: fc.nat(CHILDREN - 1).filter(hasFamily),
  kind: fc.constantFrom<Input<'leave.submit'>['kind']>('fever', 'cough', 'personal'),
  toHalf: fc.constantFrom('am' as const, 'pm' as const),
  /** Handed in before the roll or after it; decided, or not yet. */
  isLate: fc.boolean(),
  answer: fc.constantFrom('approve', 'reject', 'none'),
})
const ofClass = fc.record({
  marks: fc.dictionary(
    fc.nat(CHILDREN - 1).map(String),
    fc.constantFrom('present' as const, 'late' as const, 'early' as const, 'absent' as const),
  ),
  leaves: fc.uniqueArray(leave, { selector: ({ index }) => index, maxLength: 4 }),
  newcomer: fc.boolean(),
  isTaken: fc.boolean(),
})
type Morning = typeof ofClass extends fc.Arbitrary<infer Value> ? Value : never
/** The same mornings each time: what fails can be looked at. */
const MORNINGS = fc.sample(fc.tuple(ofClass, ofClass, ofClass), { numRuns: DAYS.length, seed: 13 })

let school: GivenSchool
beforeAll(async () => {
  school = await givenSchool({ children: CHILDREN, moreClasses: 1, now: `${DAYS[0]}T07:40:00+08:00` })
})
afterAll(() => school.stop())

const six = ({ total, present, late, early, leave: away, absent }: AttendanceCounts) => ({
  ...{ total, present, late, early, leave: away, absent },
})
const addUp = (all: ReturnType<typeof six>[]) =>
  all.reduce((sum, counts) => ({
    ...{ total: sum.total + counts.total, present: sum.present + counts.present, late: sum.late + counts.late },
    ...{ early: sum.early + counts.early, leave: sum.leave + counts.leave, absent: sum.absent + counts.absent },
  }))

async function askForLeave(day: string, classId: string, head: string, each: Morning['leaves'][number]) {
  const child = childId(classId, each.index)
  const { leaveId } = await school.get(motherOf(child), 'leave.submit', {
    ...{ childId: child, kind: each.kind, proof: [], reason: '家里有事' },
    span: { from: day, fromHalf: 'am', to: day, toHalf: each.toHalf },
  })
  if (each.answer === 'none') return
  const approve = each.answer === 'approve'
  await school.get(head, 'leave.decide', { leaveId, approve, ...(!approve && { words: '请再问一下医生。' }) })
}

async function live(day: string, number: number, { classId, head }: (typeof CLASSES)[number], morning: Morning) {
  for (const each of morning.leaves.filter(({ isLate }) => !isLate)) await askForLeave(day, classId, head, each)
  if (morning.newcomer)
    await school.get(head, 'child.add', { classId, name: `新${NEWCOMERS[number] ?? ''}`, no: String(50 + number) })
  if (morning.isTaken) {
    const marks = Object.entries(morning.marks).map(([index, mark]) => [childId(classId, Number(index)), mark] as const)
    await takeRoll(school, head, classId, Object.fromEntries(marks))
  }
  for (const each of morning.leaves.filter(({ isLate }) => isLate)) await askForLeave(day, classId, head, each)
}

test.each(DAYS.map((day, index) => [day, index] as const))(
  'X06 L10 Q11 on %s the page of the day, the class’s month, the figures and 今天 say the same sums',
  async (day, index) => {
    const mornings = MORNINGS[index] ?? []
    await school.at(`${day}T07:40:00+08:00`)
    for (const [at, each] of CLASSES.entries()) {
      const morning = mornings[at]
      if (morning) await live(day, index * 3 + at, each, morning)
    }
    await school.advance(60_000)
    await school.tick()
    const page = await school.get(PRINCIPAL, 'attendance.day', { schoolId: SCHOOL })
    const statistics = await school.get(PRINCIPAL, 'statistics.read', { schoolId: SCHOOL, range: 'month' })
    for (const [at, { classId, head }] of CLASSES.entries()) {
      const counts = page.classes.find((each) => each.classId === classId)?.am?.counts
      expect(counts !== undefined).toBe(mornings[at]?.isTaken)
      const month = await school.get(head, 'attendance.class', { classId })
      const figures = statistics.classes.find((each) => each.classId === classId)?.attendance
      expect(figures).toMatchObject(six(month.sums))
      const today = await school.get(head, 'today.read', { identity: keyOf('head_teacher', classId) })
      const check = today.role === 'head_teacher' ? today.check?.counts : undefined
      if (!counts) continue
      // 今天 says what was saved, until the roll is opened again; leave that came since is on the page.
      const isSaved = mornings[at]?.leaves.every(({ isLate }) => !isLate)
      expect(check).toEqual(isSaved ? six(counts) : expect.anything())
      const { total, present, late, early, leave: away, absent, sick = 0, personal = 0 } = counts
      expect([present + late + early + away + absent, sick + personal]).toEqual([total, away])
      const { children } = page.classes.find((each) => each.classId === classId) ?? {}
      expect(total).toBe(children)
      expect(month.days.find((each) => each.day === day)?.am?.counts).toEqual(counts)
      const roll = await school.get(head, 'roll.read', { classId })
      expect(roll.counts).toEqual(six(counts))
    }
    const taken = page.classes.flatMap(({ am }) => am?.counts ?? [])
    expect(page.school.am.taken).toBe(taken.length)
    if (taken.length > 0) expect(six(page.school.am.counts)).toEqual(addUp(taken.map(six)))
  },
)
