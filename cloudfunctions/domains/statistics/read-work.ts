// Decides what classes have of registers, of contacts with families and of photos (X07, P01).
import { GRADES, type Grade, type PhotoFigures, type WorkFigures } from '@class-pact/core/contract'
import { medianOf } from '@class-pact/core/album'
import { CONTACT_WAYS, type ContactWay } from '@class-pact/core/register/contract'
import type { Contact } from '@class-pact/core/register'
import { beijingDay } from '@class-pact/core/calendar'
import type { Handler } from '../../common/call/handlers'
import { refuse, succeed } from '../../common/call/results'
import { BOUNDS } from '../../common/store/bounds'
import { presentOn } from '../class'
import { readStanding, type StandingLine, type StandingRow } from '../due'
import { schools } from '../school'
import { findStaff, type FoundStaff } from './find-staff'
import { staffOf, standingStage } from './read-staff'
import { contactsIn, lookUpContacts, spanOf, type ContactsRow } from './staff-work'

interface Row extends ContactsRow {
  standing: StandingRow[]
  shown: { _id: { classId: string; childId: string }; count: number }[]
  unseen: { _id: string }[]
}

export const readWork: Handler<'statistics.work'> = async ({ schoolId, range, of }, { now, identity }) => {
  const found = await findStaff(schoolId, { range, of, now })
  if (found === 'day') return refuse('INPUT_INVALID', { field: 'of' })
  if (!found) return refuse('FORBIDDEN')
  const { period } = found
  const span = spanOf(period)
  const [row] = await schools.aggregate<Row>([
    { $match: { _id: schoolId } },
    { $project: { _id: 1 } },
    ...lookUpContacts(schoolId, span),
    ...photoStages(found, beijingDay(now)),
    standingStage(schoolId, now),
    { $limit: 1 },
  ])
  if (!row) return refuse('FORBIDDEN')
  const classes = found.classes.filter(({ grade }) => !identity.grade || grade === identity.grade)
  const ids = new Set(classes.map(({ classId }) => classId))
  const standing = readStanding(row.standing[0], staffOf(found), { schoolId, now })
  const contacts = contactsIn(row)
  // A grade leader's school is the grade; duties that are no class's are the school's.
  const isOurs = (classId: string | undefined) => (classId === undefined ? !identity.grade : ids.has(classId))
  const within = (isIn: (classId: string | undefined) => boolean): WorkFigures =>
    describe(
      standing.filter(({ classId }) => isIn(classId)),
      contacts.filter(({ classId }) => isIn(classId)),
    )
  return succeed({
    ...period,
    asOf: now,
    classes: classes.map(({ classId, className, grade, children }) => {
      const photos = photosOf(children, classId, row)
      return {
        ...{ classId, className, ...(grade && { grade }) },
        ...within((each) => each === classId),
        ...(photos && { photos }),
      }
    }),
    grades: GRADES.flatMap((grade: Grade) => {
      const own = new Set(classes.filter((each) => each.grade === grade).map(({ classId }) => classId))
      return own.size > 0 ? [{ grade, ...within((each) => each !== undefined && own.has(each)) }] : []
    }),
    school: within(isOurs),
  })
}

function describe(standing: readonly StandingLine[], contacts: readonly Contact[]): WorkFigures {
  const done = standing.filter(({ isDone }) => isDone).length
  const ways = Object.fromEntries(CONTACT_WAYS.map((way) => [way, 0])) as Record<ContactWay, number>
  for (const { way } of contacts) ways[way]++
  return { registers: { done, overdue: standing.length - done }, contacts: contacts.length, ways }
}

/** Photos that somebody could see, of each child; and who wants none. */
const photoStages = ({ classes, period }: FoundStaff, today: string) => [
  {
    $lookup: {
      from: 'albums',
      pipeline: [
        {
          $match: {
            classId: { $in: classes.map(({ classId }) => classId) },
            state: 'published',
            publishedOn: { $gte: period.from, $lte: period.to },
          },
        },
        { $project: { classId: 1, 'photos.children': 1 } },
        { $unwind: '$photos' },
        { $unwind: '$photos.children' },
        { $group: { _id: { classId: '$classId', childId: '$photos.children' }, count: { $sum: 1 } } },
        { $limit: BOUNDS.childrenOfSchool },
      ],
      as: 'shown',
    },
  },
  {
    $lookup: {
      from: 'children',
      pipeline: [
        { $match: { classId: { $in: classes.map(({ classId }) => classId) }, noPhotos: true, ...presentOn(today) } },
        { $limit: BOUNDS.childrenOfSchool },
        { $project: { _id: 1 } },
      ],
      as: 'unseen',
    },
  },
]

/** The middle and the fewest, never who has how many: the head teacher sees that before sending (P01). */
function photosOf(children: readonly string[], classId: string, { shown, unseen }: Row): PhotoFigures | undefined {
  const own = shown.filter(({ _id }) => _id.classId === classId)
  const hidden = new Set(unseen.map(({ _id }) => _id))
  const counted = children.filter((childId) => !hidden.has(childId))
  if (own.length === 0 || counted.length === 0) return undefined
  const counts = new Map(own.map(({ _id, count }) => [_id.childId, count]))
  const photos = counted.map((childId) => counts.get(childId) ?? 0)
  const least = Math.min(...photos)
  return {
    children: counted.length,
    median: medianOf(photos),
    least,
    leastChildren: photos.filter((count) => count === least).length,
  }
}
