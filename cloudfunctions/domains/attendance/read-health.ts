// Decides what the office reads of a day's health: symptom by symptom, class by class, names for who leads (S2 第二条1).
import { beijingDay, mayBeSchoolDay } from '@class-pact/core/calendar'
import { byNumber } from '@class-pact/core/child'
import type { HealthClass, LeaveKind, Symptom } from '@class-pact/core/contract'
import { SYMPTOMS } from '@class-pact/core/roll/contract'
import type { Handler } from '../../common/call/handlers'
import { refuse, succeed } from '../../common/call/results'
import { BOUNDS } from '../../common/store/bounds'
import { lookUpClasses, type ClassLine } from '../class'
import type { LeaveDoc } from '../leave'
import { schools, type SchoolDoc } from '../school'
import { lookUpRolls, ON_LEAVE, type RollRow } from './look-up'

type LeaveRow = Pick<LeaveDoc, 'classId' | 'childId' | 'childName' | 'no' | 'kind'>
interface Row extends Pick<SchoolDoc, 'calendar'> {
  classes: ClassLine[]
  rolls: RollRow[]
  leaves: LeaveRow[]
}

/** 其他病假 names no symptom. */
const SEEN_AS: Record<Exclude<LeaveKind, 'personal'>, Symptom> = {
  ...{ fever: 'fever', cough: 'cough', stomach: 'stomach', sick: 'other' },
}

export const readHealth: Handler<'attendance.health'> = async (input, { now }) => {
  const { schoolId } = input
  const day = input.day ?? beijingDay(now)
  const [row] = await schools.aggregate<Row>([
    { $match: { _id: schoolId } },
    { $project: { calendar: 1 } },
    lookUpClasses(schoolId),
    lookUpRolls({ schoolId, day }),
    {
      $lookup: {
        from: 'leaves',
        pipeline: [
          { $match: { schoolId, dates: day, kind: { $ne: 'personal' }, ...ON_LEAVE } },
          { $limit: BOUNDS.childrenOfSchool },
          { $project: { classId: 1, childId: 1, childName: 1, no: 1, kind: 1 } },
        ],
        as: 'leaves',
      },
    },
  ])
  if (!row) return refuse('FORBIDDEN')
  const taken = new Set(row.rolls.flatMap(({ classId, half }) => (half === 'am' ? [classId] : [])))
  const symptoms = SYMPTOMS.flatMap((symptom) => {
    const classes = row.classes
      .map((each) => describeClass(each, row, symptom))
      .filter(({ children }) => children.length > 0)
    const children = classes.reduce((sum, each) => sum + each.children.length, 0)
    return children > 0 ? [{ symptom, children, classes }] : []
  })
  return succeed({
    ...{ day, now, symptoms },
    ...(!mayBeSchoolDay(day, row.calendar) && { rest: true as const }),
    untaken: row.classes
      .filter(({ _id }) => !taken.has(_id))
      .map(({ _id: classId, name: className }) => ({ classId, className })),
  })
}

/** Each child once: what the leave says comes before what was seen. */
function describeClass({ _id: classId, name: className }: ClassLine, row: Row, symptom: Symptom): HealthClass {
  const seen = row.rolls
    .filter((roll) => roll.classId === classId)
    .flatMap(({ lines }) => Object.entries(lines))
    .filter(([, line]) => line.symptoms?.includes(symptom))
    .map(([childId, { no, name }]) => ({ childId, no, name }))
  const away = row.leaves
    .filter((leave) => leave.classId === classId && leave.kind !== 'personal' && SEEN_AS[leave.kind] === symptom)
    .map(({ childId, no, childName: name }) => ({ childId, no, name, away: true as const }))
  const children = [...new Map([...seen, ...away].map((child) => [child.childId, child])).values()]
  return { classId, className, children: children.sort(byNumber) }
}
