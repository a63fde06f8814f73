// Decides what is read to say what is open in a school: its figures in one call, its duties in another (G13).
import { beijingDay } from '@class-pact/core/calendar'
import type { Inspection, Instant } from '@class-pact/core/contract'
import { inspectClass, inspectSchool } from '@class-pact/core/report'
import { withinRange, type ClassFacts, type Range } from '@class-pact/core/statistics'
import { lookUpOpen, readOpen, type DueFound } from '../due'
import { schools } from '../school'
import { readFacts, type SchoolFacts } from '../statistics'
import { termOf } from './term'

export interface FoundInspection {
  facts: SchoolFacts
  /** In grade order, within the range alone. */
  classes: ClassFacts[]
  inspection: Inspection
}

/** @param classId narrows to one class */
export async function readInspection(
  schoolId: string,
  { classId, range, now }: { classId?: string; range: Range; now: Instant },
): Promise<FoundInspection | undefined> {
  const [facts, [row]] = await Promise.all([
    readFacts(schoolId, classId, range, now),
    schools.aggregate<DueFound>([
      { $match: { _id: schoolId } },
      { $project: { _id: 1 } },
      ...lookUpOpen(schoolId, now),
      { $limit: 1 },
    ]),
  ])
  if (!facts) return undefined
  const due = readOpen(row, { schoolId, now })
  const classes = facts.classes.map((each) => withinRange(each, facts.days))
  const term = termOf(beijingDay(now), facts.school.calendar)
  return {
    facts,
    classes,
    inspection: {
      ...{ schoolId, now },
      ...(term && { term: { from: term.from, to: term.to } }),
      classes: classes.map((each) => inspectClass(each, due, now)),
      school: classId === undefined ? inspectSchool(due) : [],
    },
  }
}
