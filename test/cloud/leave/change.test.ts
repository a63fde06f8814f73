// Decides that a leave is changed by another that takes its place, and that no half day ever counts twice or is lost.
import fc from 'fast-check'
import {
  CLASS,
  HEAD_TEACHER,
  MORNING,
  OFFICE,
  PRINCIPAL,
  SCHOOL,
  childId,
  fatherOf,
  givenSchool,
  motherOf,
  type GivenSchool,
} from '../given-school'
import { addDays } from '@class-pact/core/calendar'
import type { Input, LeaveState } from '@class-pact/core/contract'

let school: GivenSchool
beforeAll(async () => {
  school = await givenSchool({ children: 60 })
})
afterAll(() => school.stop())

let index = 0
let child = ''
let mother = ''
/** Every third has no family here. */
const nextChild = () => {
  if (index % 3 === 2) index++
  child = childId(CLASS, index++)
  mother = motherOf(child)
}
beforeEach(async () => {
  nextChild()
  await school.at(MORNING)
})

type Leave = Input<'leave.submit'>
interface Stored {
  _id: string
  childId: string
  state: LeaveState
  slots: string[]
  dates: string[]
  days: number
  wants?: string[]
  replacedBy?: string
}
const aLeave = (from: string, to: string, more: Partial<Leave> = {}): Leave => ({
  ...{ childId: child, kind: 'sick', proof: [], span: { from, fromHalf: 'am', to, toHalf: 'pm' } },
  ...more,
})
const submit = async (...leave: Parameters<typeof aLeave>) =>
  (await school.get(mother, 'leave.submit', aLeave(...leave))).leaveId
const approve = (leaveId: string) => school.get(HEAD_TEACHER, 'leave.decide', { leaveId, approve: true })
const stored = async () => (await school.stored<Stored>('leaves')).filter((leave) => leave.childId === child)
const one = async (id: string) => (await stored()).find(({ _id }) => _id === id)
/** What counts, half day by half day, as rolls and figures read it. */
const counting = (leaves: Stored[]) =>
  leaves
    .filter(({ state }) => ['pending', 'approved', 'returned'].includes(state))
    .flatMap(({ slots }) => slots.filter((slot) => slot.startsWith(`${child}:`)))
const daysOf = (slots: string[]) => [...new Set(slots.map((slot) => slot.split(':').slice(-2)[0]))].sort()
const settle = async () => {
  await school.advance(10_000)
  await school.tick(2)
}

test('L03 an approved leave is changed by another: the old one stays until the new one is approved', async () => {
  const old = await submit('2026-09-02', '2026-09-03')
  await approve(old)
  const changed = await submit('2026-09-03', '2026-09-04', { replaces: old })
  expect(await school.get(mother, 'leave.read', { leaveId: changed })).toMatchObject({
    ...{ state: 'pending', days: 2, replaces: { leaveId: old, span: { from: '2026-09-02' } } },
  })
  expect(await one(old)).toMatchObject({ state: 'approved', dates: ['2026-09-02', '2026-09-03'] })
  expect(await one(changed)).toMatchObject({ dates: ['2026-09-04'] })
  await approve(changed)
  await settle()
  expect(await one(old)).toMatchObject({ state: 'withdrawn', replacedBy: changed, slots: [`free:${old}`] })
  expect(await one(changed)).toMatchObject({ state: 'approved', dates: ['2026-09-03', '2026-09-04'] })
  expect((await one(changed))?.wants).toBeUndefined()
})

test('L03 a change that is rejected, or taken back, leaves the old one as it was', async () => {
  const old = await submit('2026-09-02', '2026-09-03')
  await approve(old)
  const rejected = await submit('2026-09-03', '2026-09-04', { replaces: old })
  await school.get(HEAD_TEACHER, 'leave.decide', { leaveId: rejected, approve: false })
  await school.get(HEAD_TEACHER, 'leave.undo', { leaveId: rejected })
  expect(await one(rejected)).toMatchObject({ state: 'pending' })
  expect(daysOf(counting([(await one(rejected)) as Stored]))).toEqual(['2026-09-04'])
  await school.get(HEAD_TEACHER, 'leave.decide', { leaveId: rejected, approve: false })
  const withdrawn = await submit('2026-09-03', '2026-09-04', { replaces: old })
  await approve(withdrawn)
  await school.get(HEAD_TEACHER, 'leave.undo', { leaveId: withdrawn })
  await school.get(mother, 'leave.withdraw', { leaveId: withdrawn })
  await settle()
  expect(await one(old)).toMatchObject({ state: 'approved', dates: ['2026-09-02', '2026-09-03'] })
})

test('L03 a second change waits for the first, also at once; another leave does not lie on either', async () => {
  const old = await submit('2026-09-02', '2026-09-03')
  const both = await Promise.all(
    [mother, fatherOf(child)].map((who) =>
      school.ask(who, 'leave.submit', aLeave('2026-09-02', '2026-09-02', { replaces: old })),
    ),
  )
  const first = both.flatMap((reply) => (reply.ok ? [reply.data.leaveId] : []))
  expect(first).toHaveLength(1)
  expect(await school.ask(mother, 'leave.submit', aLeave('2026-09-03', '2026-09-03'))).toMatchObject({
    error: { code: 'LEAVE_OVERLAP', facts: { leaveId: old } },
  })
})

test('L03 days that the child was away stay on the old leave, and the change begins no earlier than it', async () => {
  const old = await submit('2026-09-01', '2026-09-03', { kind: 'personal', reason: '家里有事' })
  await approve(old)
  await school.at('2026-09-02T13:00:00+08:00')
  const personal = { kind: 'personal', reason: '家里有事', replaces: old } as const
  expect(await school.ask(mother, 'leave.submit', aLeave('2026-08-31', '2026-09-04', personal))).toMatchObject({
    error: { code: 'LEAVE_LATE' },
  })
  const changed = await submit('2026-09-03', '2026-09-04', personal)
  await approve(changed)
  await settle()
  expect(await one(old)).toMatchObject({ state: 'returned', dates: ['2026-09-01', '2026-09-02'] })
  expect(await one(changed)).toMatchObject({ dates: ['2026-09-03', '2026-09-04'] })
})

test('L03 only the own family’s leave of the same child is changed, and none that is over', async () => {
  const old = await submit('2026-09-01', '2026-09-01')
  await approve(old)
  const otherMother = mother
  nextChild()
  expect(await school.ask(mother, 'leave.submit', aLeave('2026-09-02', '2026-09-02', { replaces: old }))).toMatchObject(
    {
      error: { code: 'FORBIDDEN' },
    },
  )
  await school.at('2026-09-02T09:00:00+08:00')
  const theirs = aLeave('2026-09-02', '2026-09-02', { childId: childId(CLASS, 0), replaces: old })
  expect((await school.ask(otherMother, 'leave.submit', theirs)).ok).toBe(false)
})

describe('given a time of going early or coming late', () => {
  const half = { from: '2026-09-02', fromHalf: 'pm', to: '2026-09-02', toHalf: 'pm' } as const

  test('L03 it is kept and counts nothing', async () => {
    const leaveId = await submit('', '', { span: { ...half, leaveAt: '15:30' } })
    expect(await school.get(HEAD_TEACHER, 'leave.read', { leaveId })).toMatchObject({
      ...{ days: 0.5, span: { ...half, leaveAt: '15:30' } },
    })
  })

  test.each([
    ['leaveAt', { leaveAt: '10:00' }],
    ['backAt', { backAt: '11:59' }],
    ['backAt', { leaveAt: '15:30', backAt: '15:30' }],
    ['leaveAt', { leaveAt: '25:00' }],
  ] as const)('L03 %s that does not lie in its half day is refused: %j', async (field, times) => {
    expect(await school.ask(mother, 'leave.submit', aLeave('', '', { span: { ...half, ...times } }))).toMatchObject({
      error: { code: 'INPUT_INVALID', field: `span.${field}` },
    })
  })
})

/** Some lessons on Saturdays, some days off, a term that ends soon, or nothing entered at all. */
const aCalendar = fc.record({
  rest: fc.uniqueArray(fc.nat(25), { maxLength: 5 }).map((days) => days.map((count) => addDays('2026-09-01', count))),
  school: fc.subarray(['2026-09-05', '2026-09-12', '2026-09-19', '2026-09-20']),
  terms: fc.constantFrom([], [{ from: '2026-08-31', to: '2026-09-11' }], [{ from: '2026-08-31', to: '2027-01-22' }]),
})
interface CalendarOfRun {
  rest: string[]
  school: string[]
  terms: readonly object[]
}
const teachBy = async ({ rest, school: extra, terms }: CalendarOfRun) => {
  const [one] = (await school.stored<{ _id: string }>('schools')).filter(({ _id }) => _id === SCHOOL)
  const calendar = {
    rest: rest.filter((day) => !extra.includes(day)),
    school: extra,
    ...(terms.length > 0 && { terms }),
  }
  await school.cloud.control('data.put', { documents: { schools: [{ ...one, calendar }] } })
}

test('L03 L14 X06 whatever a family and its school do, no half day counts twice, and what counts is what is held', async () => {
  const step = fc.record({
    act: fc.constantFrom(
      'submit',
      'change',
      'approve',
      'office',
      'principal',
      'reject',
      'undo',
      'withdraw',
      'return',
      'clock',
      'day',
    ),
    which: fc.nat(5),
    from: fc.nat(9),
    length: fc.oneof(fc.nat(6), fc.integer({ min: 7, max: 20 })),
    noon: fc.boolean(),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 14 }), aCalendar, async (steps, calendar) => {
      nextChild()
      await teachBy(calendar)
      await school.at(MORNING)
      let today = '2026-09-01'
      for (const { act, which, from, length, noon } of steps) {
        const ids = (await stored()).map(({ _id }) => _id)
        const leaveId = ids[which % Math.max(1, ids.length)] ?? ''
        const span = {
          ...({ from: addDays(today, from), fromHalf: noon ? 'pm' : 'am' } as const),
          ...({ to: addDays(today, from + length), toHalf: 'pm' } as const),
        }
        if (act === 'submit') await school.ask(mother, 'leave.submit', aLeave('', '', { span }))
        else if (act === 'clock') await settle()
        else if (act === 'day') {
          today = addDays(today, 1)
          await school.at(`${today}T09:00:00+08:00`)
        } else if (leaveId === '') continue
        else if (act === 'change') await school.ask(mother, 'leave.submit', aLeave('', '', { span, replaces: leaveId }))
        else if (act === 'approve' || act === 'reject')
          await school.ask(HEAD_TEACHER, 'leave.decide', { leaveId, approve: act === 'approve' })
        else if (act === 'office') await school.ask(OFFICE, 'leave.decide', { leaveId, approve: true })
        else if (act === 'principal') await school.ask(PRINCIPAL, 'leave.decide', { leaveId, approve: true })
        else if (act === 'undo') await school.ask(HEAD_TEACHER, 'leave.undo', { leaveId })
        else if (act === 'withdraw') await school.ask(mother, 'leave.withdraw', { leaveId })
        else await school.ask(mother, 'leave.return', { leaveId })

        const leaves = await stored()
        const slots = counting(leaves)
        expect(new Set(slots).size).toBe(slots.length)
        for (const each of leaves) {
          const held = counting([each])
          // What is said to be asked for is what is held, half day by half day.
          if (each.state === 'pending' || (each.state === 'approved' && !each.wants))
            expect((each.wants ?? held).length).toBe(each.days * 2)
          expect([...each.dates].sort()).toEqual(
            each.state === 'withdrawn' || each.state === 'rejected' ? [...each.dates].sort() : daysOf(held),
          )
        }
      }
      await settle()
      expect((await stored()).filter(({ state, wants }) => state === 'approved' && wants !== undefined)).toEqual([])
    }),
    { numRuns: 10 },
  )
}, 240_000)
