// Decides what is read of a class and its timetable, in one call, and whose it is to change (E23).
import type { Whose } from '../../common/call/handlers'
import { classes, type ClassDoc } from '../class'
import type { SchoolDoc } from '../school'
import type { TimetableDoc } from './documents'

export interface FoundTimetable extends Pick<ClassDoc, '_id' | 'schoolId' | 'name' | 'headTeacher' | 'teachers'> {
  archived?: ClassDoc['archived']
  calendar: SchoolDoc['calendar']
  timetable?: TimetableDoc
}

interface Row extends Omit<FoundTimetable, 'calendar' | 'timetable'> {
  schools: Pick<SchoolDoc, 'calendar'>[]
  timetables: TimetableDoc[]
}

/** Whoever is or was in the class reads it, also when it has graduated. */
export async function findReadable({ classId }: { classId: string }): Promise<Whose<FoundTimetable> | undefined> {
  const [row] = await classes.aggregate<Row>([
    { $match: { _id: classId } },
    { $project: { schoolId: 1, name: 1, headTeacher: 1, teachers: 1, archived: 1 } },
    { $lookup: { from: 'schools', localField: 'schoolId', foreignField: '_id', as: 'schools' } },
    { $lookup: { from: 'timetables', localField: '_id', foreignField: '_id', as: 'timetables' } },
    {
      $project: {
        schoolId: 1,
        name: 1,
        headTeacher: 1,
        teachers: 1,
        archived: 1,
        'schools.calendar': 1,
        timetables: 1,
      },
    },
    { $limit: 1 },
  ])
  if (!row) return undefined
  const { schools, timetables, ...found } = row
  const calendar = schools[0]?.calendar ?? { rest: [], school: [] }
  return {
    found: { ...found, calendar, ...(timetables[0] && { timetable: timetables[0] }) },
    place: { classId, schoolId: found.schoolId },
  }
}

/** Nothing changes any more in a class that has graduated (L13). */
export async function findClass(input: { classId: string }): Promise<Whose<FoundTimetable> | undefined> {
  const whose = await findReadable(input)
  return whose?.found.archived ? undefined : whose
}
