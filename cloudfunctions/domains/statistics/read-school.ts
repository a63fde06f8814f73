// Decides the principal's page: every class, every grade, the school, and the series behind the charts (X01–X06, X08).
import { beijingDay, gapBetween } from '@class-pact/core/calendar'
import { GRADES, type Day, type GradeFigures, type SchoolCalendar } from '@class-pact/core/contract'
import {
  addSums,
  countAttendance,
  countLeaves,
  countOverrides,
  countRules,
  figuresOf,
  hideFew,
  isWithinReach,
  listUnreached,
  type Reading,
} from '@class-pact/core/statistics'
import type { Handler } from '../../common/call/handlers'
import { refuse, succeed } from '../../common/call/results'
import { isLeader } from '../../common/call/scope'
import { describeWarning } from '../attendance'
import { readFacts, type FoundBook } from './facts'

/** Days that the calendar does not know are counted, and said to be. */
function leavesOf(classes: readonly FoundBook[], today: Day, calendar: SchoolCalendar) {
  const leaves = countLeaves(classes, today, calendar)
  const gap = gapBetween(leaves[0]?.day ?? today, today, calendar)
  return { leaves, ...(gap && { gap }) }
}

export const readSchool: Handler<'statistics.read'> = async ({ schoolId, range, of }, { now, identity }) => {
  if (!isWithinReach(of, beijingDay(now))) return refuse('INPUT_INVALID', { field: 'of' })
  const facts = await readFacts({ schoolId, range, ...(of && { of }), now })
  if (!facts) return refuse('FORBIDDEN')
  const { school, period, before, asOf } = facts
  const classes = facts.classes.filter((each) => !identity.grade || each.grade === identity.grade)
  const seesStaff = isLeader(identity)
  const reading: Reading = { now, before, seesStaff }
  const { verdicts, overrides } = addSums(classes.map(({ sums }) => ({ ...sums, minutes: [] })))
  return succeed({
    ...period,
    asOf,
    classes: classes.map((each) => ({
      ...{ classId: each.classId, className: each.className, ...(each.grade && { grade: each.grade }) },
      ...figuresOf([each], reading),
    })),
    grades: gradesOf(classes, reading),
    school: figuresOf(classes, reading),
    rules: countRules(hideFew(verdicts, seesStaff) ?? []),
    unreached: listUnreached(classes),
    overrides: countOverrides(hideFew(overrides, seesStaff) ?? []),
    // The last 30 school days, whatever the range. A symptom is nobody's but the leaders'.
    attendance: countAttendance(classes, period.to, school.calendar),
    ...leavesOf(classes, period.to, school.calendar),
    clusters: seesStaff ? facts.warnings.map((warning) => describeWarning(warning, now)) : [],
  })
}

/** Counted over the children of all its classes. */
function gradesOf(classes: readonly FoundBook[], reading: Reading): GradeFigures[] {
  return GRADES.flatMap((grade) => {
    const own = classes.filter((each) => each.grade === grade)
    return own.length > 0 ? [{ grade, classes: own.length, ...figuresOf(own, reading) }] : []
  })
}
