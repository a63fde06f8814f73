// Decides the series of the principal's charts: rules, overrides, leave, clusters of sickness, the unreached.
import { addDays, beijingDay, mayBeSchoolDay, weekday } from '../calendar'
import { addCounts } from '../attendance'
import type { Day, SchoolCalendar } from '../wire'
import type { Statistics } from './contract'
import { wantsReply } from '../notice'
import type { ClassFacts } from './facts'
import { countingSlips, distinctVerdicts } from './figures'
/** School days of chart Ch3 (screens.md 4). */
const LEAVE_DAYS = 30
/** Furthest look back for them: 30 school days and the longest holidays, calendar days. */
const LOOK_BACK_DAYS = 120

/** Refused and held posts per rule, most frequent first (X03). A post that broke two rules counts for both. */
export function countRules(classes: readonly ClassFacts[]): Statistics['rules'] {
  const found = new Map<string, { rule: string; refused: number; held: number }>()
  for (const { rules, verdict } of distinctVerdicts(classes)) {
    for (const rule of new Set(rules)) {
      const row = found.get(rule) ?? { rule, refused: 0, held: 0 }
      if (verdict === 'refuse') row.refused++
      else row.held++
      found.set(rule, row)
    }
  }
  return [...found.values()].sort((a, b) => b.refused + b.held - a.refused - a.held || (a.rule < b.rule ? -1 : 1))
}

/** Urgent overrides by week (its Monday) and cause; a notice to many classes counts once (X02, Ch4). */
export function countOverrides(classes: readonly ClassFacts[]): Statistics['overrides'] {
  const notices = new Map(
    classes
      .flatMap(countingSlips)
      .flatMap((slip) => (slip.urgentCause ? [[slip.noticeId, { ...slip, cause: slip.urgentCause }] as const] : [])),
  )
  const found = new Map<string, Statistics['overrides'][number]>()
  for (const { publishedAt, cause } of notices.values()) {
    const day = beijingDay(publishedAt)
    const week = addDays(day, 1 - weekday(day))
    const row = found.get(`${week}:${cause}`) ?? { week, cause, count: 0 }
    row.count++
    found.set(`${week}:${cause}`, row)
  }
  return [...found.values()].sort((a, b) =>
    a.week === b.week ? (a.cause < b.cause ? -1 : 1) : a.week < b.week ? -1 : 1,
  )
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
  classes: readonly ClassFacts[],
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
export function countLeaves(
  classes: readonly ClassFacts[],
  today: Day,
  calendar: SchoolCalendar,
): Statistics['leaves'] {
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
export function listUnreached(classes: readonly ClassFacts[]): Statistics['unreached'] {
  return classes.flatMap((facts) =>
    countingSlips(facts)
      .filter(({ replyMode, counts }) => wantsReply(replyMode) && counts.missing > 0)
      .map(({ noticeId, title, counts }) => ({
        classId: facts.classId,
        className: facts.className,
        counts,
        noticeId,
        title,
      })),
  )
}
