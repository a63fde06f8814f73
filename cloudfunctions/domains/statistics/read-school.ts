// Decides the principal's page: every class, the school, and the series behind the charts (X01–X06, X08).
import { beijingDay, gapBetween } from '@class-pact/core/calendar'
import type { Day, SchoolCalendar } from '@class-pact/core/contract'
import { gradeOfClass } from '@class-pact/core/family'
import {
  classFigures,
  countAttendance,
  countLeaves,
  countOverrides,
  countRules,
  listUnreached,
  schoolFigures,
  withinRange,
  type ClassFacts,
} from '@class-pact/core/statistics'
import type { Handler } from '../../common/call/handlers'
import { refuse, succeed } from '../../common/call/results'
import { isLeader } from '../../common/call/scope'
import { describeWarning } from '../attendance'
import { readFacts } from './facts'

/** Days that the calendar does not know are counted, and said to be. */
function leavesOf(classes: readonly ClassFacts[], today: Day, calendar: SchoolCalendar) {
  const leaves = countLeaves(classes, today, calendar)
  const gap = gapBetween(leaves[0]?.day ?? today, today, calendar)
  return { leaves, ...(gap && { gap }) }
}

export const readSchool: Handler<'statistics.read'> = async ({ schoolId, range }, { now, identity }) => {
  const facts = await readFacts(schoolId, undefined, range, now)
  if (!facts) return refuse('FORBIDDEN')
  const { school, days, asOf } = facts
  const { grade } = identity
  const classes = facts.classes.filter(({ className }) => !grade || gradeOfClass(className) === grade)
  const today = beijingDay(now)
  const inRange = classes.map((each) => withinRange(each, days))
  return succeed({
    range,
    ...days,
    asOf,
    classes: inRange.map((each) => classFigures(each, today)),
    school: schoolFigures(inRange, today),
    rules: countRules(inRange),
    unreached: listUnreached(inRange),
    overrides: countOverrides(inRange),
    // The last 30 school days, whatever the range. A symptom is nobody's but the leaders'.
    attendance: countAttendance(classes, today, school.calendar),
    ...leavesOf(classes, today, school.calendar),
    clusters: isLeader(identity) ? facts.warnings.map((warning) => describeWarning(warning, now)) : [],
  })
}
