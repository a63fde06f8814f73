// Decides the series of the principal's charts: rules, overrides, leave, clusters of sickness, the unreached.
import { addDays, beijingDay, mayBeSchoolDay, weekday } from '../calendar'
import { addCounts } from '../attendance'
import type { Day, SchoolCalendar } from '../wire'
import type { RuleCount, Statistics } from './contract'
import type { AttendanceFacts, LeaveFacts, VerdictFacts } from './facts'
import type { OverrideFacts, Sums } from './sums'
/** School days of chart Ch3 (screens.md 4). */
const LEAVE_DAYS = 30
/** Furthest look back for them: 30 school days and the longest holidays, calendar days. */
const LOOK_BACK_DAYS = 120

/** Refused and held posts per rule, most frequent first (X03). A post that broke two rules counts for both. */
export function countRules(verdicts: readonly Pick<VerdictFacts, 'rules' | 'verdict'>[]): RuleCount[] {
  const found = new Map<string, RuleCount>()
  for (const { rules, verdict } of verdicts) {
    for (const rule of new Set(rules)) {
      const row = found.get(rule) ?? { rule, refused: 0, held: 0 }
      if (verdict === 'refuse') row.refused++
      else row.held++
      found.set(rule, row)
    }
  }
  return [...found.values()].sort((a, b) => b.refused + b.held - a.refused - a.held || (a.rule < b.rule ? -1 : 1))
}

/** Urgent overrides by week (its Monday) and cause (X02, Ch4). */
export function countOverrides(overrides: readonly OverrideFacts[]): Statistics['overrides'] {
  const found = new Map<string, Statistics['overrides'][number]>()
  for (const { at, cause } of overrides) {
    const day = beijingDay(at)
    const week = addDays(day, 1 - weekday(day))
    const row = found.get(`${week}:${cause}`) ?? { week, cause, count: 0 }
    row.count++
    found.set(`${week}:${cause}`, row)
  }
  return [...found.values()].sort((a, b) =>
    a.week === b.week ? (a.cause < b.cause ? -1 : 1) : a.week < b.week ? -1 : 1,
  )
}

/** What charts by the day are made of. */
export interface Charted {
  leaves: readonly LeaveFacts[]
  attendance: readonly AttendanceFacts[]
}

/** The last 30 school days up to today, rising. */
function lastSchoolDays(today: Day, calendar: SchoolCalendar): Day[] {
  const days: Day[] = []
  for (let back = 0; back < LOOK_BACK_DAYS && days.length < LEAVE_DAYS; back++) {
    const day = addDays(today, -back)
    if (mayBeSchoolDay(day, calendar)) days.unshift(day)
  }
  return days
}

/** Late, early and not there, per school day, the last 30 up to today, rising (L10). */
export function countAttendance(
  classes: readonly Charted[],
  today: Day,
  calendar: SchoolCalendar,
): Statistics['attendance'] {
  const facts = classes.flatMap(({ attendance }) => attendance)
  return lastSchoolDays(today, calendar).map((day) => {
    const { late, early, absent } = addCounts(
      facts.filter((each) => each.day === day),
      false,
    )
    return { day, late, early, absent }
  })
}

/** Children on leave per school day, the last 30 up to today, rising; a child counts once a day (X06, Ch3). */
export function countLeaves(classes: readonly Charted[], today: Day, calendar: SchoolCalendar): Statistics['leaves'] {
  const days = lastSchoolDays(today, calendar)
  const leaves = classes.flatMap((each) => each.leaves)
  return days.map((day) => {
    const personal = new Map(
      leaves.filter((leave) => leave.day === day).map(({ childId, kind }) => [childId, kind === 'personal']),
    )
    const personalCount = [...personal.values()].filter(Boolean).length
    return { day, sick: personal.size - personalCount, personal: personalCount }
  })
}

/** The first day `countLeaves` may ask about. */
export function leavesSince(today: Day): Day {
  return addDays(today, 1 - LOOK_BACK_DAYS)
}

/** Slips that want a reply and have not reached everybody, class by class in the order given (Ch1). */
export function listUnreached(
  classes: readonly { classId: string; className: string; sums: Pick<Sums, 'unreached'> }[],
): Statistics['unreached'] {
  return classes.flatMap(({ classId, className, sums }) =>
    sums.unreached.map(({ noticeId, title, counts }) => ({ classId, className, counts, noticeId, title })),
  )
}

/** On leave today, or not there without. */
export function absentOn(today: Day, { leaves, attendance }: Charted): number {
  const absent = attendance.filter(({ day }) => day === today).flatMap(({ absentees }) => absentees)
  return new Set([...leaves.filter(({ day }) => day === today), ...absent].map(({ childId }) => childId)).size
}
