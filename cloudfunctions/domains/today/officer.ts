// Decides an officer's today page: who they are, and of the classes that are theirs how many children are away (M17).
import { beijingDay } from '@class-pact/core/calendar'
import type { Identity, Instant, Office, SchoolCalendar, TodayOfficer } from '@class-pact/core/contract'
import type { Person } from '../../common/call/person'
import { BOUNDS } from '../../common/store/bounds'
import { countOf, lookUpCount, type Counted } from '../../common/store/pages'
import { lookUpClasses, ofTheirGrade, type ClassLine } from '../class'
import { countDue, lookUpDue, type DueFound, type Looker } from '../due'
import { disciplineCases } from '../moderation'
import { lookUpPact, type PactDoc } from '../pact'
import { schools } from '../school'
import { countAtDesk, lookUpReadAlong, type WaitingTalk } from '../talk'
import { lookUpTasks, readTasks } from './tasks'

interface Row extends DueFound {
  classes: ClassLine[]
  away: { _id: string; children: string[] }[]
  cases: Counted
  calendar: SchoolCalendar
  pacts: PactDoc[]
  letters: WaitingTalk[]
}

/** Offices that may open classes today; registers come with their own. */
const OF_CLASSES: readonly Office[] = ['grade_leader', 'weekly_duty', 'discipline']

export async function readOfficerToday(person: Person, identity: Identity, now: Instant): Promise<TodayOfficer> {
  const { schoolId, grade, until } = identity
  const today = beijingDay(now)
  const office = identity.office ?? 'equipment'
  const { _id: openid } = person
  const looker = { person, identity, now }
  const row = await readRow(schoolId, openid, looker)
  const registers = countDue(row, looker)
  const seesLeave = office !== 'discipline'
  const away = new Map(seesLeave ? row?.away.map(({ _id, children }) => [_id, children.length]) : [])
  const classes = OF_CLASSES.includes(office) ? ofTheirGrade(row?.classes ?? [], identity) : []
  return {
    role: 'officer',
    ...(office === 'discipline' && comeToDiscipline(row, now)),
    ...readTasks(row, { schoolId, openid, now }),
    ...(registers && { registers }),
    ...{ now, schoolId, today, office, ...(grade && { grade }), ...(until && { until }) },
    classes: classes.map(({ _id: classId, name: className, children }) => ({
      ...{ classId, className, children, leavesToday: away.get(classId) ?? 0 },
    })),
  }
}

function comeToDiscipline(row: Row | undefined, now: Instant): Pick<TodayOfficer, 'cases' | 'letters'> {
  const pact = row?.pacts[0]
  const cases = countOf(row?.cases)
  const letters = row && pact ? countAtDesk(row.letters, 'discipline', { pact, calendar: row.calendar }, now) : 0
  return { ...(cases > 0 && { cases }), ...(letters > 0 && { letters }) }
}

async function readRow(schoolId: string, openid: string, looker: Looker): Promise<Row | undefined> {
  const { now } = looker
  const [row] = await schools.aggregate<Row>([
    { $match: { _id: schoolId } },
    { $project: { calendar: 1 } },
    lookUpClasses(schoolId),
    {
      $lookup: {
        from: 'leaves',
        pipeline: [
          { $match: { schoolId, dates: beijingDay(now), state: 'approved' } },
          { $group: { _id: '$classId', children: { $addToSet: '$childId' } } },
          { $limit: BOUNDS.classesOfSchool },
        ],
        as: 'away',
      },
    },
    lookUpCount('cases', 'cases', disciplineCases(schoolId, now)),
    lookUpReadAlong(schoolId, now),
    lookUpPact(now, { schoolId }),
    ...lookUpTasks(schoolId, openid),
    ...lookUpDue(looker),
  ])
  return row
}
