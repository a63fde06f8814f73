// Decides who is on the staff of a school whose figures are read, and in which range: one call.
import { beijingDay } from '@class-pact/core/calendar'
import type { Day, Grade, Instant, Period } from '@class-pact/core/contract'
import { gradeOfClass } from '@class-pact/core/family'
import { isWithinReach, rangeOf } from '@class-pact/core/statistics'
import type { Range } from '@class-pact/core/statistics/contract'
import type { ClassDoc } from '../class'
import { describeColleagues, lookUpStaff, markStaff, type Colleague, type StaffFound } from '../office'
import { schools, type SchoolDoc } from '../school'

interface Row extends Pick<SchoolDoc, '_id' | 'kind' | 'calendar' | 'principals' | 'office' | 'createdAt'> {
  posted: (Pick<ClassDoc, '_id' | 'name' | 'headTeacher' | 'teachers'> & { children: string[] })[]
  held: StaffFound['held']
}

export interface FoundStaff {
  school: Row
  period: Period
  /** In the order of the school. */
  colleagues: (Colleague & { classNames: string[] })[]
  classes: { classId: string; className: string; grade?: Grade; children: string[] }[]
  cardOf: (openid: string) => string | undefined
  /** Of a `staffId`; undefined: nobody who is here. */
  openidOf: (staffId: string) => string | undefined
}

const OF_A_CLASS = { name: 1, headTeacher: 1, teachers: 1, children: '$roster.childId' }

export async function findStaff(
  schoolId: string,
  { range, of, now }: { range: Range; of?: Day | undefined; now: Instant },
): Promise<FoundStaff | 'day' | undefined> {
  const today = beijingDay(now)
  if (!isWithinReach(of, today)) return 'day'
  const [row] = await schools.aggregate<Row>([
    { $match: { _id: schoolId } },
    { $project: { kind: 1, calendar: 1, principals: 1, office: 1, createdAt: 1 } },
    ...lookUpStaff(schoolId, OF_A_CLASS as unknown as Record<string, number>),
    { $limit: 1 },
  ])
  if (!row) return undefined
  const colleagues = describeColleagues(row, row, today).map((each) => ({
    ...each,
    classNames: row.posted
      .filter(({ headTeacher, teachers }) => [headTeacher, ...teachers].some((one) => one?.openid === each.openid))
      .map(({ name }) => name),
  }))
  const cards = new Map(colleagues.map(({ openid, card }) => [openid, card]))
  return {
    school: row,
    period: rangeOf({
      ...{ range, ...(of && { of }), today, calendar: row.calendar, since: beijingDay(row.createdAt) },
    }),
    colleagues,
    classes: row.posted.map(({ _id: classId, name: className, children }) => {
      const grade = gradeOfClass(className)
      return { classId, className, ...(grade && { grade }), children }
    }),
    cardOf: (openid) => cards.get(openid),
    openidOf: (staffId) => colleagues.find(({ openid }) => markStaff(schoolId, openid) === staffId)?.openid,
  }
}
