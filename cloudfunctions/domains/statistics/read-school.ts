// Decides the principal's page: every class, the school, and the series behind the charts (X01–X06, X08).
import { beijingDay } from '@class-pact/core/calendar'
import { gradeOfClass } from '@class-pact/core/family'
import {
  classFigures,
  countLeaves,
  countOverrides,
  countRules,
  findClusters,
  listUnreached,
  schoolFigures,
  withinRange,
} from '@class-pact/core/statistics'
import type { Handler } from '../../common/call/handlers'
import { refuse, succeed } from '../../common/call/results'
import { readFacts } from './facts'

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
    // The last 30 school days and today's clusters, whatever the range.
    leaves: countLeaves(classes, today, school.calendar),
    clusters: findClusters(classes, today),
  })
}
