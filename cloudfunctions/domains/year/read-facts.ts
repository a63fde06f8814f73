// Decides what is read of a school before its classes go up: the classes and this year, in one call.
import { createHash } from 'node:crypto'
import type { Instant, YearAnswers } from '@class-pact/core/contract'
import { planYear, yearToCome, type Planned, type YearClass } from '@class-pact/core/year'
import { BOUNDS } from '../../common/store/bounds'
import type { ClassDoc } from '../class'
import { schools, type SchoolDoc } from '../school'
import type { YearDoc } from './documents'
import { yearId } from './store'

type FoundClass = Pick<ClassDoc, '_id' | 'name' | 'order' | 'headTeacher' | 'archived' | 'parked'> & {
  children: number
}

export interface YearFacts {
  schoolId: string
  kind: SchoolDoc['kind']
  year: number
  classes: FoundClass[]
  run?: YearDoc
}

type Row = Pick<SchoolDoc, '_id' | 'kind'> & { classes: FoundClass[]; years: YearDoc[] }

export async function readYearFacts(schoolId: string, now: Instant): Promise<YearFacts | undefined> {
  const year = yearToCome(now)
  const [row] = await schools.aggregate<Row>([
    { $match: { _id: schoolId } },
    { $project: { kind: 1 } },
    {
      $lookup: {
        from: 'classes',
        pipeline: [
          { $match: { schoolId } },
          { $sort: { order: 1 } },
          { $limit: BOUNDS.classesOfSchool },
          { $project: { name: 1, order: 1, headTeacher: 1, archived: 1, parked: 1, children: { $size: '$roster' } } },
        ],
        as: 'classes',
      },
    },
    { $lookup: { from: 'years', pipeline: [{ $match: { _id: yearId(schoolId, year) } }], as: 'years' } },
  ])
  return row && { schoolId, kind: row.kind, year, classes: row.classes, run: row.years[0] }
}

export function planOf({ kind, year, classes }: YearFacts, answers: YearAnswers): { plan: Planned; digest: string } {
  const plan = planYear(classes.map(standingOf), { kind, year, answers })
  return { plan, digest: digestOf(plan) }
}

function standingOf({ _id: classId, name, order, archived, parked }: FoundClass): YearClass {
  return {
    classId,
    standing: { name, order, ...(archived && { archived: archived.year }), ...(parked && { parked }) },
  }
}

/** Of what becomes of every class, not of how many children it has at the moment. */
function digestOf({ classes }: Planned): string {
  const lines = classes.map(({ classId, standing, to, newHead }) => [classId, standing, to, newHead ?? false])
  return createHash('sha256').update(JSON.stringify(lines)).digest('hex')
}
