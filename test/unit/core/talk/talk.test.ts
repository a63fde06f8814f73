// Proves whose turn it is in a talk, to whom it rises, and what its readers may do, for any order of letters.
import * as fc from 'fast-check'
import { beijingDay, mayBeSchoolDay } from '@class-pact/core/calendar'
import { limits, type TalkEvent, type TalkLetter } from '@class-pact/core/contract'
import { createPact, nextOpening } from '@class-pact/core/pact'
import {
  TALK_ABOUT,
  TALK_DESKS,
  TALK_STATES,
  actsOf,
  afterOpenMinutes,
  afterSchoolDays,
  answeredAt,
  deskAt,
  isClosed,
  readersOf,
  risesOf,
  schoolDaysBetween,
  seenBy,
  stateOf,
  waitsSince,
  type Rules,
  type Thread,
  type Turn,
} from '@class-pact/core/talk'

const START = Date.parse('2026-09-01T10:00:00+08:00')
const HOUR = 3_600_000
const calendar = { rest: [], school: [] }
const base = createPact('school', 1, 'primary', '2026-08-01')
if (!base) throw new Error('no preset')
const rulesWith = (more: Record<string, Record<string, unknown> | undefined>): Rules => ({
  pact: {
    ...base,
    rules: Object.fromEntries(
      Object.entries({ ...base.rules, G21: undefined, T11: undefined, ...more }).filter(([, rule]) => rule),
    ) as Rules['pact']['rules'],
  },
  calendar,
})
const G21 = { headDays: 3, disciplineDays: 3, officeDays: 5 }

const letter = (side: TalkLetter['side'], at: number, arrivesAt = at, state: Turn['state'] = 'sent'): Turn => ({
  by: { side },
  ...{ state, at, arrivesAt },
})
const event = (kind: TalkEvent['kind'], at: number) => ({ kind, at })

const anyLetter = fc
  .record({
    side: fc.constantFrom('family', 'staff', 'leader'),
    state: fc.constantFrom('sent', 'sent', 'sent', 'held', 'checking', 'returned'),
    at: fc.integer({ min: 0, max: 400 }),
    later: fc.constantFrom(0, 0, 9),
  } as const)
  .map(({ side, state, at, later }) => letter(side, START + at * HOUR, START + (at + later) * HOUR, state))
const anyEvent = fc
  .record({
    kind: fc.constantFrom('passed', 'asked', 'closed', 'thanked', 'seen', 'moved'),
    at: fc.integer({ min: 0, max: 400 }),
  } as const)
  .map(({ kind, at }) => event(kind, START + at * HOUR))
const anyThread: fc.Arbitrary<Thread> = fc.record({
  letters: fc.array(anyLetter, { maxLength: 12 }).map((all) => all.sort((one, other) => one.at - other.at)),
  events: fc.array(anyEvent, { maxLength: 4 }).map((all) => all.sort((one, other) => one.at - other.at)),
})
const anyMoment = fc.integer({ min: -10, max: 450 }).map((hours) => START + hours * HOUR)

describe('given a thread (N15)', () => {
  test('N15 a question waits from its arrival, the answer ends that, and a new question begins anew', () => {
    const asked = letter('family', 10, 20)
    expect(waitsSince({ letters: [asked], events: [] })).toBe(20)
    expect(waitsSince({ letters: [asked, letter('staff', 30)], events: [] })).toBeUndefined()
    expect(waitsSince({ letters: [asked, letter('staff', 30), letter('family', 40)], events: [] })).toBe(40)
    // Written before the question arrived, it answers an earlier one.
    expect(waitsSince({ letters: [asked, letter('staff', 15)], events: [] })).toBe(20)
    // At the same moment the order of the letters tells.
    expect(waitsSince({ letters: [letter('family', 5), letter('staff', 5)], events: [] })).toBeUndefined()
    expect(waitsSince({ letters: [letter('staff', 5), letter('family', 5)], events: [] })).toBe(5)
  })

  test('G07 what was handed on waits for the leaders, whatever the teacher writes; older answers still count', () => {
    const letters = [letter('family', 1), letter('staff', 2), letter('staff', 6)]
    const events = [event('passed', 4)]
    expect(waitsSince({ letters, events })).toBe(4)
    expect(waitsSince({ letters: [...letters, letter('leader', 8)], events })).toBeUndefined()
  })

  test('N15 a letter that nobody has let through changes nothing', () => {
    fc.assert(
      fc.property(anyThread, anyMoment, (thread, now) => {
        const sent = { ...thread, letters: thread.letters.filter(({ state }) => state === 'sent') }
        for (const side of ['family', 'school'] as const)
          expect(stateOf(thread, side, now)).toBe(stateOf(sent, side, now))
        expect(waitsSince(thread)).toBe(waitsSince(sent))
      }),
    )
  })

  test('N15 after an answer of the leaders, or the end, nothing that was said before waits', () => {
    fc.assert(
      fc.property(anyThread, fc.constantFrom('leader', 'closed'), (thread, what) => {
        const end =
          Math.max(START, ...thread.letters.map(({ arrivesAt }) => arrivesAt), ...thread.events.map(({ at }) => at)) + 1
        const after: Thread =
          what === 'leader'
            ? { ...thread, letters: [...thread.letters, letter('leader', end)] }
            : { ...thread, events: [...thread.events, event('closed', end)] }
        expect(waitsSince(after)).toBeUndefined()
        expect(isClosed(after)).toBe(what === 'closed')
        expect(waitsSince({ ...after, letters: [...after.letters, letter('family', end + 1)] })).toBe(end + 1)
      }),
    )
  })

  test('T02 the other side’s state does not tell of letters that have not arrived', () => {
    fc.assert(
      fc.property(anyThread, anyMoment, (thread, now) => {
        for (const side of ['family', 'school'] as const) {
          const hidden = thread.letters.filter(
            ({ by, arrivesAt }) => (by.side === 'family') !== (side === 'family') && arrivesAt > now,
          )
          const without = { ...thread, letters: thread.letters.filter((each) => !hidden.includes(each)) }
          expect(seenBy(thread, side, now).letters).toEqual(seenBy(without, side, now).letters)
          expect(stateOf(thread, side, now)).toBe(stateOf(without, side, now))
        }
      }),
    )
  })

  test('C34 an answer is news until the family writes, or marks it as read', () => {
    const letters = [letter('family', 1), letter('staff', 2, 7)]
    expect(answeredAt({ letters, events: [] })).toBe(7)
    expect(answeredAt({ letters, events: [event('seen', 8)] })).toBeUndefined()
    expect(answeredAt({ letters: [...letters, letter('family', 9)], events: [] })).toBeUndefined()
  })
})

describe('given a matter that waits (G21, T11)', () => {
  const lying = { desk: 'head_teacher', deskSince: START, waitsSince: START } as const

  test('G21 it rises by school days: three with the teacher, three with the discipline office, five above', () => {
    const rises = risesOf(lying, rulesWith({ G21 }))
    expect(rises.map(({ desk, days }) => [desk, days])).toEqual([
      ['discipline', 3],
      ['office', 6],
      ['principal', 11],
    ])
    expect(rises[0]?.at).toBe(Date.parse('2026-09-04T10:00:00+08:00'))
    expect(deskAt(lying, rises, (rises[0]?.at ?? 0) - 1)).toEqual({ desk: 'head_teacher', since: START })
    expect(deskAt(lying, rises, rises[0]?.at ?? 0)).toMatchObject({ desk: 'discipline' })
  })

  test('G21 nothing rises that does not wait, was handed on, or where no rule says so', () => {
    const rules = rulesWith({ G21 })
    expect(risesOf({ desk: 'head_teacher', deskSince: START }, rules)).toEqual([])
    expect(risesOf({ ...lying, desk: 'principal' }, rules)).toEqual([])
    expect(risesOf(lying, rulesWith({}))).toEqual([])
  })

  test('G21 it only goes upward, each desk at most once, never one that the school leaves out', () => {
    const anyDays = fc.integer({ min: 0, max: 20 })
    fc.assert(
      fc.property(anyDays, anyDays, anyDays, anyMoment, anyMoment, (headDays, disciplineDays, officeDays, from, at) => {
        const rules = rulesWith({ G21: { headDays, disciplineDays, officeDays } })
        const found = risesOf({ desk: 'teacher', deskSince: at, waitsSince: from }, rules)
        const places = found.map(({ desk }) => TALK_DESKS.indexOf(desk))
        expect(places).toEqual([...new Set(places)].sort((one, other) => one - other))
        expect(found.every((rise, index) => rise.at > (found[index - 1]?.at ?? Math.max(from, at)))).toBe(true)
        expect(found.some(({ desk }) => desk === 'discipline')).toBe(disciplineDays > 0)
        expect(found.some(({ desk }) => desk === 'office')).toBe(officeDays > 0)
        expect(found.map(({ desk }) => desk).includes('principal')).toBe(true)
      }),
    )
  })

  test('G21 school days are counted as the calendar has them', () => {
    fc.assert(
      fc.property(anyMoment, fc.integer({ min: 1, max: 30 }), (since, days) => {
        const at = afterSchoolDays(since, days, calendar)
        expect(schoolDaysBetween(since, at, calendar)).toBe(days)
        expect(mayBeSchoolDay(beijingDay(at), calendar)).toBe(true)
      }),
    )
  })

  test('T11 minutes count only while a teacher may write', () => {
    const rules = rulesWith({ T11: { minutes: 20 } })
    const { pact } = rules
    const open = (at: number) => nextOpening(at, 'head_teacher', pact, calendar, 'private')
    expect(risesOf(lying, rules)).toMatchObject([{ desk: 'principal', at: START + 20 * 60_000 }])
    fc.assert(
      fc.property(anyMoment, fc.integer({ min: 0, max: 60 }), (since, minutes) => {
        const at = afterOpenMinutes(since, minutes, rules)
        expect(at).toBeGreaterThanOrEqual(open(since) + minutes * 60_000)
        expect(open(at)).toBe(at)
        expect(afterOpenMinutes(since, minutes + 1, rules)).toBeGreaterThan(at)
      }),
    )
  })

  test('C24 the leaders read only what came to them, and the discipline office only from its desk on', () => {
    const known = { openedAt: START, to: 'head_teacher' as const, events: [] }
    expect(readersOf(known, [])).toEqual({})
    expect(readersOf({ ...known, to: 'principal' }, [])).toEqual({ leadersFrom: START })
    expect(readersOf({ ...known, events: [{ kind: 'asked', at: 5, desk: 'principal' }] }, [])).toEqual({
      leadersFrom: 5,
    })
    const rises = risesOf(lying, rulesWith({ G21 }))
    const [first] = rises
    expect(readersOf(known, rises)).toEqual({ leadersFrom: first?.at, disciplineFrom: first?.at })
    const noted = { ...known, events: [{ kind: 'risen' as const, at: 7, desk: 'office' as const }] }
    expect(readersOf(noted, [])).toEqual({ leadersFrom: 7 })
  })
})

describe('given a reader (G07, P06)', () => {
  const roles = fc.constantFrom('guardian', 'head_teacher', 'teacher', 'officer', 'principal', 'office')
  const anyActing = fc.record({
    role: roles,
    state: fc.constantFrom(...TALK_STATES),
    desk: fc.constantFrom('head_teacher', 'teacher', 'principal'),
    deskNow: fc.constantFrom(...TALK_DESKS),
    about: fc.constantFrom(...TALK_ABOUT),
    letters: fc.integer({ min: 1, max: limits.LETTERS_MAX }),
    events: fc.constant([]),
    muted: fc.boolean(),
  } as const)

  test('G06 staff close only what is answered; only a family asks for the leaders, only a teacher hands on', () => {
    fc.assert(
      fc.property(anyActing, (acting) => {
        const may = actsOf(acting)
        const { role, state } = acting
        if (role !== 'guardian' && state !== 'answered') expect(may).not.toContain('close')
        if (role !== 'guardian') expect(may).not.toContain('ask')
        if (role !== 'head_teacher' && role !== 'teacher') expect(may).not.toContain('pass')
        if (acting.about !== 'idea' || role === 'guardian') expect(may).not.toContain('thank')
        expect(may.includes('send')).toBe(!acting.muted && acting.letters < limits.LETTERS_MAX)
        if (state === 'closed') expect(may.filter((act) => !['send', 'thank'].includes(act))).toEqual([])
      }),
    )
  })
})
