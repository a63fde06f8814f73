// Decides how the classes of a school come along with a row: those that are here, in school order, with their size.
import type { Identity } from '@class-pact/core/contract'
import { gradeOfClass } from '@class-pact/core/family'
import { BOUNDS } from '../../common/store/bounds'
import type { Stage } from '../../common/store/collection'
import type { ClassDoc } from './documents'

export type ClassLine = Pick<ClassDoc, '_id' | 'name'> & { children: number }

/** As `classes`; graduated ones stay out (L13). */
export function lookUpClasses(schoolId: string): Stage {
  return {
    $lookup: {
      from: 'classes',
      pipeline: [
        { $match: { schoolId, archived: { $exists: false } } },
        { $sort: { order: 1 } },
        { $limit: BOUNDS.classesOfSchool },
        { $project: { name: 1, children: { $size: '$roster' } } },
      ],
      as: 'classes',
    },
  }
}

/** A grade leader serves the own grade's classes, whoever has no grade all of them (M17). */
export function ofTheirGrade<Row extends { name: string }>(rows: readonly Row[], { grade }: Identity): Row[] {
  return rows.filter(({ name }) => !grade || gradeOfClass(name) === grade)
}
