// Proves at whose desk an open case lies, and who may act there, whatever days a school gives each desk.
import fc from 'fast-check'
import { instantOf } from '@class-pact/core/calendar'
import { CASE_DESKS } from '@class-pact/core/contract'
import { USUAL_LADDER, canAct, deskAt, deskOf, leadersFrom, risesOf } from '@class-pact/core/moderation'

const CALENDAR = { rest: [], school: [] }
const THURSDAY = instantOf('2026-09-03', '10:00')
const DAYS = { headTeacher: 3, discipline: 3, office: 5 }
const DAY_MS = 86_400_000

describe('G21 a case that nobody settles', () => {
  test('given 3, 3 and 5 school days, then it rises over weekends, each step with the days it waited', () => {
    expect(risesOf(DAYS, THURSDAY, CALENDAR)).toEqual([
      { desk: 'head_teacher', at: THURSDAY },
      { desk: 'discipline', at: instantOf('2026-09-08', '10:00'), days: 3 },
      { desk: 'office', at: instantOf('2026-09-11', '10:00'), days: 3 },
      { desk: 'principal', at: instantOf('2026-09-18', '10:00'), days: 5 },
    ])
  })

  test('given a desk with no days, then it is left out, and the next follows', () => {
    const rises = risesOf({ headTeacher: 2, discipline: 0, office: 0 }, THURSDAY, CALENDAR)
    expect(rises.map(({ desk }) => desk)).toEqual(['head_teacher', 'principal'])
  })

  test('given any days, then the desks stand in order, rise in time, and end with the principal', () => {
    const days = fc.integer({ min: 0, max: 30 })
    fc.assert(
      fc.property(days, days, days, fc.integer({ min: 0, max: 400 }), (headTeacher, discipline, office, later) => {
        const opened = THURSDAY + later * DAY_MS
        const rises = risesOf({ headTeacher, discipline, office }, opened, CALENDAR)
        const places = rises.map(({ desk }) => CASE_DESKS.indexOf(desk))
        expect(places).toEqual([...places].sort((one, other) => one - other))
        expect(rises.every(({ at }, index) => index === 0 || at > (rises[index - 1]?.at ?? 0))).toBe(true)
        expect(rises[0]?.at).toBe(opened)
        expect(rises[rises.length - 1]?.desk).toBe('principal')
        for (const { desk, at } of rises) expect(deskAt(rises, at)).toBe(desk)
      }),
    )
  })

  test('given each desk, then exactly who is there, or over it, may act, and a closed case is nobody’s', () => {
    const rises = risesOf(DAYS, THURSDAY, CALENDAR)
    const about = { openedAt: THURSDAY, ladder: USUAL_LADDER, rises, steps: [], state: 'open' as const }
    const roles = ['head_teacher', 'teacher', 'officer', 'office', 'principal', 'guardian'] as const
    const who = rises.map(({ at }) => roles.filter((role) => canAct(about, role, at)))
    expect(who).toEqual([
      ['head_teacher', 'teacher'],
      ['officer', 'office', 'principal'],
      ['office', 'principal'],
      ['principal'],
    ])
    expect(roles.filter((role) => canAct({ ...about, state: 'closed' }, role, THURSDAY))).toEqual([])
    expect(leadersFrom(about)).toBe(rises[1]?.at)
  })

  test('G06 given a pact without steps upward, then it is the leaders’ after the ladder’s days, as before', () => {
    const about = { openedAt: THURSDAY, ladder: USUAL_LADDER, steps: [], state: 'open' as const }
    expect(deskOf(about, THURSDAY + 7 * DAY_MS - 1)).toBe('head_teacher')
    expect(deskOf(about, THURSDAY + 7 * DAY_MS)).toBe('office')
    expect(canAct(about, 'officer', THURSDAY + 7 * DAY_MS)).toBe(false)
  })
})
