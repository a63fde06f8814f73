// Proves what is due, done and overdue of a register: quotas, what counts by itself, settings, the clock.
import fc from 'fast-check'
import { addDays, instantOf } from '@class-pact/core/calendar'
import {
  findRegister,
  linesOf,
  REGISTERS,
  type Contact,
  type DutyLine,
  type Register,
  type Setting,
  type Tally,
  type Unit,
} from '@class-pact/core/register'

const CALENDAR = { rest: [], school: [], terms: [{ from: '2026-09-01', to: '2027-01-22' }] }
const KEPT: Setting[] = [{ register: 'r', since: '2026-09-01', values: {} }]
const at = (day: string, clock = '12:00') => instantOf(day, clock)
const register = (more: Partial<Register>): Register => ({
  ...{ title: '', area: 'own', keeps: [], sources: [], about: 'class', period: { kind: 'month' } },
  parts: [{ id: 'fill', title: '', by: ['head_teacher'], fields: [] }],
  ...more,
})
const CLASS: Unit = { kind: 'class', id: 'c', classId: 'c' }
const classOf = (size: number, marked = 0): Unit => ({
  ...CLASS,
  children: Array.from({ length: size }, (_, index) => ({ id: `k${index}`, isMarked: index < marked })),
})
const tally = (more: Partial<Tally> = {}): Tally => ({
  ...{ register: 'r', slot: 'm2026-11', subject: 'c', classId: 'c', by: 't', parts: ['fill'], state: 'done', times: 1 },
  ...more,
})
const contact = (more: Partial<Contact> = {}): Contact => ({
  ...{ classId: 'c', childId: 'k0', by: 't', way: 'phone', at: at('2026-11-25') },
  ...more,
})
interface Given {
  now: number
  units?: Unit[]
  tallies?: Tally[]
  contacts?: Contact[]
  settings?: Setting[]
}
const lines = (of: Register, { now, units = [CLASS], tallies = [], contacts = [], settings = KEPT }: Given) =>
  linesOf({ id: 'r', register: of, settings, calendar: CALENDAR, now, units, tallies, contacts })
const shown = (all: readonly DutyLine[]) =>
  all.map(({ slot, done, needed, state }) => `${slot.key} ${done}/${needed} ${state}`)
const last = (all: readonly DutyLine[]) => shown(all).slice(-1)

describe('what is asked of whoever fills it', () => {
  const contacts = register({ about: 'child', quota: { per: 'filler', least: 4 }, many: true, feeds: { contacts: {} } })
  const teacher: Unit = { kind: 'filler', id: 't' }

  test('H01 given a teacher with 3 contacts on the 25th, then 3 of 4 are shown', () => {
    const tallies = [tally({ subject: 'k0', times: 2 }), tally({ subject: 'k1', by: 'other', times: 5 })]
    expect(last(lines(contacts, { now: at('2026-11-25'), units: [teacher], tallies, contacts: [contact()] }))).toEqual([
      'm2026-11 3/4 due',
    ])
  })

  test('H01 given an entry that is a contact as well, then it counts once, and one of another register beside it', () => {
    const given = { now: at('2026-11-25'), units: [teacher], tallies: [tally({ subject: 'k0' })] }
    const twice = [
      contact({ register: 'r' }),
      contact({ register: 'other' }),
      contact({ at: at('2026-10-31', '23:59') }),
    ]
    expect(last(lines(contacts, { ...given, contacts: twice }))).toEqual(['m2026-11 2/4 due'])
  })

  test('H11 given a register of visits, then a call is none', () => {
    const visits = register({ quota: { per: 'filler', least: 1 }, feeds: { contacts: { ways: ['visit'] } } })
    const given = { now: at('2026-11-25'), units: [teacher] }
    expect(last(lines(visits, { ...given, contacts: [contact()] }))).toEqual(['m2026-11 0/1 due'])
    expect(last(lines(visits, { ...given, contacts: [contact({ way: 'visit' })] }))).toEqual(['m2026-11 1/1 done'])
  })

  test('H01 given void, refused and open entries, then they count nowhere', () => {
    const tallies = (['void', 'refused', 'open'] as const).map((state) => tally({ state, times: 4 }))
    expect(last(lines(contacts, { now: at('2026-11-25'), units: [teacher], tallies }))).toEqual(['m2026-11 0/4 due'])
  })
})

describe('what is asked of each child', () => {
  const cards = register({
    ...{ about: 'child', period: { kind: 'term' }, many: true, feeds: { contacts: {} } },
    quota: { per: 'subject', least: 2, marked: 4 },
  })
  const card = (subject: string, times: number) => tally({ slot: 't2026-09-01', subject, times })

  test('H02 given a child that is marked with 3 cards, then 3 of 4 are open; what another has more does not help', () => {
    const given = { now: at('2027-01-10'), tallies: [card('k0', 3), card('k1', 9)] }
    expect(
      shown(
        lines(cards, { ...given, units: [{ kind: 'subject', id: 'k0', children: [{ id: 'k0', isMarked: true }] }] }),
      ),
    ).toEqual(['t2026-09-01 3/4 due'])
    expect(shown(lines(cards, { ...given, units: [classOf(3, 1)] }))).toEqual(['t2026-09-01 5/8 due'])
  })

  test('H12 given a class of 40 and 19 calls, then 19 of 20; the same child twice is one', () => {
    const calls = register({
      ...{ about: 'child', period: { kind: 'week' }, many: true },
      ...{ quota: { per: 'share', percent: 50 }, feeds: { contacts: { ways: ['phone'] } } },
    })
    const on = at('2026-12-02')
    const tallies = Array.from({ length: 10 }, (_, n) => tally({ slot: 'w2026-11-30', subject: `k${n}`, times: 2 }))
    const more = Array.from({ length: 10 }, (_, n) => contact({ childId: `k${n + 9}`, at: on }))
    const given = { now: on, units: [classOf(40)], tallies }
    expect(last(lines(calls, { ...given, contacts: more }))).toEqual(['w2026-11-30 19/20 due'])
    expect(last(lines(calls, { ...given, contacts: [...more, contact({ childId: 'k30', at: on })] }))).toEqual([
      'w2026-11-30 20/20 done',
    ])
    expect(lines(calls, { ...given, units: [classOf(0)] })).toEqual([])
  })
})

describe('the clock', () => {
  const log = findRegister('class-log') ?? register({})
  const given = { settings: [{ register: 'r', since: '2026-11-30', values: {} }] }

  test('D01 given 16:30 and nothing, then it is overdue; a second before it is due', () => {
    expect(shown(lines(log, { ...given, now: at('2026-11-30', '16:30') - 1_000 }))).toEqual(['2026-11-30 0/1 due'])
    expect(shown(lines(log, { ...given, now: at('2026-11-30', '16:30') }))).toEqual(['2026-11-30 0/1 overdue'])
    const tallies = [tally({ slot: '2026-11-30' })]
    expect(shown(lines(log, { ...given, now: at('2026-11-30', '23:00'), tallies }))).toEqual(['2026-11-30 1/1 done'])
  })

  test('D01 given five school days, then what is undone in them still shows, and the sixth does not', () => {
    const all = lines(log, { now: at('2026-11-30', '08:00') })
    expect(shown(all).slice(0, 1)).toEqual(['2026-11-23 0/1 overdue'])
    expect(shown(all)).toHaveLength(6)
  })

  test('D06 given week 3 and no plan, then it is overdue', () => {
    const plan = register({ period: { kind: 'term', at: 'begin', weeks: 2 } })
    expect(shown(lines(plan, { now: at('2026-09-01') }))).toEqual(['t2026-09-01 0/1 due'])
    expect(shown(lines(plan, { now: at('2026-09-13', '24:00') - 1 }))).toEqual(['t2026-09-01 0/1 due'])
    expect(shown(lines(plan, { now: at('2026-09-14', '00:00') }))).toEqual(['t2026-09-01 0/1 overdue'])
  })

  test('D10 given the last working day, then the meeting is due on it and ahead until then', () => {
    const meeting = register({ period: { kind: 'month', on: 'last_working_day' } })
    expect(last(lines(meeting, { now: at('2026-10-29') }))).toEqual(['m2026-10 0/1 ahead'])
    expect(last(lines(meeting, { now: at('2026-10-30', '00:00') }))).toEqual(['m2026-10 0/1 due'])
    expect(last(lines(meeting, { now: at('2026-10-31', '00:00') }))).toEqual(['m2026-10 0/1 overdue'])
  })

  test('D04 given something of Friday, then it is ahead on Thursday; something of the week is due from Monday on', () => {
    const [friday, week] = [register({ period: { kind: 'week', on: 5 } }), register({ period: { kind: 'week' } })]
    expect(last(lines(friday, { now: at('2026-12-03') }))).toEqual(['w2026-11-30 0/1 ahead'])
    expect(last(lines(friday, { now: at('2026-12-04') }))).toEqual(['w2026-11-30 0/1 due'])
    expect(last(lines(week, { now: at('2026-11-30', '00:00') }))).toEqual(['w2026-11-30 0/1 due'])
  })

  test('H05 given the term’s end without minutes, then it is open, and ahead while there are more than four weeks', () => {
    const minutes = register({ about: 'school', period: { kind: 'term' } })
    const units: Unit[] = [{ kind: 'school', id: 's' }]
    expect(shown(lines(minutes, { now: at('2026-12-25'), units }))).toEqual(['t2026-09-01 0/1 ahead'])
    expect(shown(lines(minutes, { now: at('2026-12-26'), units }))).toEqual(['t2026-09-01 0/1 due'])
    expect(shown(lines(minutes, { now: at('2027-01-23', '00:00'), units }))).toEqual(['t2026-09-01 0/1 overdue'])
  })
})

describe('what a school has switched on', () => {
  const month = register({
    quota: { per: 'filler', least: 'times' },
    parameters: { times: { kind: 'number', usual: 1, least: 1, most: 9, unit: '次' } },
  })
  const setting = (since: string, times: number, until?: string): Setting => ({
    ...{ register: 'r', since, values: { times } },
    ...(until && { until }),
  })

  test('H01 given a register that is off, or not on yet, then nothing is due', () => {
    const now = at('2026-11-25')
    expect(lines(month, { now, settings: [] })).toEqual([])
    expect(lines(month, { now, settings: [setting('2026-09-01', 1, '2026-11-25')] })).toEqual([])
    expect(lines(month, { now, settings: [setting('2026-11-26', 1)] })).toEqual([])
    expect(lines(month, { now, settings: [{ ...setting('2026-09-01', 1), register: 'other' }] })).toEqual([])
  })

  test('H01 given a register that goes on within a month, then the next month is the first that is asked', () => {
    const settings = [setting('2026-11-10', 1)]
    expect(lines(month, { now: at('2026-11-25'), settings })).toEqual([])
    expect(shown(lines(month, { now: at('2026-12-01'), settings }))).toEqual(['m2026-12 0/1 ahead'])
  })

  test('H01 given other numbers within a month, then the month is judged by those that held when it began', () => {
    const settings = [setting('2026-09-01', 4, '2026-11-10'), setting('2026-11-10', 2)]
    expect(shown(lines(month, { now: at('2026-12-01'), settings }))).toEqual([
      'm2026-11 0/4 overdue',
      'm2026-12 0/2 ahead',
    ])
  })

  test('H01 given a break, then what was due before it does not come back', () => {
    const settings = [setting('2026-09-01', 1, '2026-11-05'), setting('2026-11-30', 1)]
    expect(shown(lines(month, { now: at('2026-12-01'), settings }))).toEqual(['m2026-12 0/1 ahead'])
  })
})

describe('every register, any day', () => {
  const IDS = Object.keys(REGISTERS)
  const CALENDARS = [{ rest: [], school: [] }, CALENDAR]
  const anyRegister = fc.constantFrom(...IDS)
  const anyCalendar = fc.constantFrom(...CALENDARS)
  const anyNow = fc
    .tuple(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 0, max: 1439 }))
    .map(([ahead, minute]) => at(addDays('2026-01-01', ahead), '00:00') + minute * 60_000)
  const units: Unit[] = [
    classOf(5, 2),
    { kind: 'filler', id: 't' },
    { kind: 'school', id: 's' },
    { kind: 'subject', id: 'k0' },
  ]
  const RANK = { ahead: 0, due: 1, overdue: 2, done: 3 }
  const duties = (id: string, more: object) => ({
    ...{
      id,
      register: findRegister(id) ?? register({}),
      settings: [{ register: id, since: '2026-01-01', values: {} }],
    },
    ...{ calendar: CALENDAR, now: 0, units, tallies: [], contacts: [] as Contact[] },
    ...more,
  })
  const keyOf = ({ slot, unit }: DutyLine) => `${slot.key} ${unit.kind}`

  test('D01 given any register, clock and calendar, then there is an answer, and every slot of it has begun', () => {
    fc.assert(
      fc.property(anyRegister, anyCalendar, anyNow, (id, calendar, now) => {
        for (const line of linesOf(duties(id, { calendar, now }))) {
          expect(line.needed).toBeGreaterThan(0)
          expect(at(line.slot.from, '00:00')).toBeLessThanOrEqual(now)
          expect(line.state === 'overdue').toBe(now >= line.slot.dueAt)
        }
      }),
      { numRuns: 150 },
    )
  })

  test('D01 given one entry or contact more, then no line is less done than before', () => {
    fc.assert(
      fc.property(anyRegister, anyNow, fc.integer({ min: 1, max: 4 }), fc.nat(), (id, now, times, pick) => {
        const before = linesOf(duties(id, { now }))
        const slot = before[pick % Math.max(before.length, 1)]?.slot.key ?? '-'
        const tallies = [tally({ register: id, slot, subject: 'k0', times })]
        const after = linesOf(duties(id, { now, tallies, contacts: [contact({ at: now })] }))
        expect(after.map(keyOf)).toEqual(before.map(keyOf))
        for (const [index, line] of after.entries()) {
          expect(line.done).toBeGreaterThanOrEqual(before[index]?.done ?? 0)
          expect(line.state === 'done' || line.state === before[index]?.state).toBe(true)
        }
      }),
      { numRuns: 150 },
    )
  })

  test('D01 given a later clock while nothing is done, then nothing goes back from overdue to due or ahead', () => {
    fc.assert(
      fc.property(anyRegister, anyNow, fc.integer({ min: 1, max: 400 }), (id, now, hours) => {
        const later = linesOf(duties(id, { now: now + hours * 3_600_000 }))
        for (const line of linesOf(duties(id, { now }))) {
          const then = later.find((each) => keyOf(each) === keyOf(line))
          if (then) expect(RANK[then.state]).toBeGreaterThanOrEqual(RANK[line.state])
        }
      }),
      { numRuns: 150 },
    )
  })

  test('D01 given any day on which a register is switched on, then nothing of it is overdue that morning, and no due moment moves', () => {
    const anySince = fc.integer({ min: 0, max: 400 }).map((ahead) => addDays('2026-08-01', ahead))
    fc.assert(
      fc.property(anyRegister, anyCalendar, anySince, fc.nat(60), (id, calendar, since, later) => {
        const settings = [{ register: id, since, values: {} }]
        const first = linesOf(duties(id, { calendar, settings, now: at(since, '00:00') }))
        const then = linesOf(duties(id, { calendar, settings, now: at(addDays(since, later), '12:00') }))
        for (const line of first) {
          expect(line.state).not.toBe('overdue')
          const same = then.find((each) => keyOf(each) === keyOf(line))
          if (same) expect(same.slot.dueAt).toBe(line.slot.dueAt)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('E01 given a device that comes after all have been signed over, then it has as long as they had', () => {
    const settings = [{ register: 'device-handover', since: '2026-09-01', values: {} }]
    const device: Unit = { kind: 'subject', id: 'd', since: '2027-01-20' }
    const given = { settings, units: [device] }
    const stateAt = (day: string) =>
      linesOf(duties('device-handover', { ...given, now: at(day) })).map(({ state }) => state)
    expect(stateAt('2027-01-25')).toEqual(['due'])
    expect(stateAt('2027-04-10')).toEqual(['overdue'])
    expect(linesOf(duties('device-handover', { settings, now: at('2027-01-25') })).at(-1)?.state).toBe('overdue')
  })

  test('D01 given a register that is switched off, then nothing of it is due any more', () => {
    fc.assert(
      fc.property(anyRegister, anyNow, (id, now) => {
        const settings = [{ register: id, since: '2026-01-01', until: '2026-01-01', values: {} }]
        expect(linesOf(duties(id, { now, settings }))).toEqual([])
      }),
      { numRuns: 100 },
    )
  })
})
