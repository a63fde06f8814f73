// Decides an officer's today page: who they are, and of the classes that are theirs how many children are away (M17).
import { beijingDay } from '@class-pact/core/calendar'
import type { Identity, Instant, Office, TodayOfficer } from '@class-pact/core/contract'
import type { Person } from '../../common/call/person'
import { BOUNDS } from '../../common/store/bounds'
import { lookUpClasses, ofTheirGrade, type ClassLine } from '../class'
import { schools } from '../school'
import { lookUpTasks, readTasks } from './tasks'

interface Row {
  classes: ClassLine[]
  away: { _id: string; children: string[] }[]
}

/** Offices that may open classes today; registers come with their own. */
const OF_CLASSES: readonly Office[] = ['grade_leader', 'weekly_duty', 'discipline']

export async function readOfficerToday(
  { _id: openid }: Pick<Person, '_id'>,
  identity: Identity,
  now: Instant,
): Promise<TodayOfficer> {
  const { schoolId, grade, until } = identity
  const today = beijingDay(now)
  const office = identity.office ?? 'equipment'
  const row = await readClasses(schoolId, today, openid)
  const seesLeave = office !== 'discipline'
  const away = new Map(seesLeave ? row?.away.map(({ _id, children }) => [_id, children.length]) : [])
  const classes = OF_CLASSES.includes(office) ? ofTheirGrade(row?.classes ?? [], identity) : []
  return {
    role: 'officer',
    ...readTasks(row, { schoolId, openid, now }),
    ...{ now, schoolId, today, office, ...(grade && { grade }), ...(until && { until }) },
    classes: classes.map(({ _id: classId, name: className, children }) => ({
      ...{ classId, className, children, leavesToday: away.get(classId) ?? 0 },
    })),
  }
}

async function readClasses(schoolId: string, today: string, openid: string): Promise<Row | undefined> {
  const [row] = await schools.aggregate<Row>([
    { $match: { _id: schoolId } },
    { $project: { _id: 1 } },
    lookUpClasses(schoolId),
    {
      $lookup: {
        from: 'leaves',
        pipeline: [
          { $match: { schoolId, dates: today, state: 'approved' } },
          { $group: { _id: '$classId', children: { $addToSet: '$childId' } } },
          { $limit: BOUNDS.classesOfSchool },
        ],
        as: 'away',
      },
    },
    ...lookUpTasks(schoolId, openid),
  ])
  return row
}
