// Decides what others read of the checks of a school's classes: how often somebody was late, left early, was not there.
import type { Stage } from '../../common/store/collection'
import { BOUNDS } from '../../common/store/bounds'
import type { StatisticsDoc } from './documents'

/** What `lookUpAttendance` brings with a row. */
export interface AttendanceRow {
  checks?: Pick<StatisticsDoc, 'classId' | 'attendance'>[]
}

/** Of some months, as the scheduler has rolled them up. */
export const lookUpAttendance = (schoolId: string, months: readonly string[]): Stage => ({
  $lookup: {
    from: 'statistics',
    pipeline: [
      { $match: { schoolId, month: { $in: [...months] } } },
      { $limit: BOUNDS.monthsOfSchool },
      {
        $project: {
          ...{ classId: 1, 'attendance.day': 1 },
          ...{ 'attendance.late': 1, 'attendance.early': 1, 'attendance.absent': 1 },
        },
      },
    ],
    as: 'checks',
  },
})

/** Of one class, each half day by itself; undefined: nobody has checked. */
export function attendanceIn({ checks = [] }: AttendanceRow, classId: string) {
  const days = checks.filter((each) => each.classId === classId).flatMap(({ attendance = [] }) => attendance)
  if (days.length === 0) return undefined
  const sum = (of: (day: (typeof days)[number]) => number) => days.reduce((total, day) => total + of(day), 0)
  return { late: sum(({ late }) => late), early: sum(({ early }) => early), truant: sum(({ absent }) => absent) }
}
