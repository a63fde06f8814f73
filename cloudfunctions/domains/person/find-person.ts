// Decides who somebody is at this moment: as children, classes and schools have them (docs/adr/0008).
import type { Identity, Role } from '@class-pact/core/contract'
import { beijingDay } from '@class-pact/core/calendar'
import {
  describeBureau,
  describeLeader,
  describeOfficer,
  describeStandIn,
  describeTeacher,
} from '@class-pact/core/family'
import { readClock } from '../../common/clock'
import type { Stage, Where } from '../../common/store/collection'
import type { ChildDoc, ClassDoc } from '../class'
import type { Person, PersonDoc } from '../../common/call/person'
import type { BureauSeatDoc } from '../bureau'
import type { OfficeDoc } from '../office'
import { lookUpPact, toPact, type PactDoc } from '../pact'
import type { SchoolDoc } from '../school'
import { people } from './people'

/** Children of one family, classes of one teacher, schools of one leader: more than anybody has. */
const SEATS_MOST = 30
const POSTS_MOST = 100
const OFFICES_MOST = 30

type Seat = Pick<ChildDoc, '_id' | 'schoolId' | 'classId' | 'name' | 'guardians' | 'away' | 'cardsFrom'>
type Post = Pick<
  ClassDoc,
  '_id' | 'schoolId' | 'name' | 'order' | 'headTeacher' | 'teachers' | 'supervisor' | 'archived' | 'standIn'
>
type Held = Pick<OfficeDoc, '_id' | 'schoolId' | 'office' | 'grade' | 'name' | 'until'>
type Office = Pick<SchoolDoc, '_id' | 'name' | 'kind' | 'principals' | 'office' | 'stop'>

interface Row extends PersonDoc {
  seats: Seat[]
  posts: Post[]
  offices: Office[]
  held: Held[]
  seatClasses: Pick<ClassDoc, '_id' | 'name' | 'archived'>[]
  schools: Pick<SchoolDoc, '_id' | 'name' | 'kind' | 'stop'>[]
  bureaus: Pick<BureauSeatDoc, 'bureauId' | 'bureau' | 'person'>[]
  law?: LawRow[]
}

/** What is in force in one class. */
interface LawRow extends Pick<ClassDoc, 'roster'> {
  pacts: PactDoc[]
  schools: Pick<SchoolDoc, 'calendar'>[]
}

/**
 * One call, whatever somebody is. Nothing of it is kept: a seat that was taken away a moment ago is not there.
 * Undefined: nobody who has agreed to anything, or somebody whose deletion has begun.
 * @param lawOf the class whose pact and names are brought along
 */
export async function findPerson(openid: string, lawOf?: string): Promise<Person | undefined> {
  const [row] = await people.aggregate<Row>([
    { $match: { _id: openid } },
    find('children', 'seats', { 'guardians.openid': openid }, SEATS_MOST, [
      ...['schoolId', 'classId', 'name', 'guardians', 'away', 'cardsFrom'],
    ]),
    find(
      'classes',
      'posts',
      { $or: ['headTeacher', 'teachers', 'supervisor', 'standIn'].map((post) => ({ [`${post}.openid`]: openid })) },
      POSTS_MOST,
      ['schoolId', 'name', 'order', 'headTeacher', 'teachers', 'supervisor', 'archived', 'standIn'],
    ),
    find('offices', 'held', { openid, state: 'held' }, OFFICES_MOST, ['schoolId', 'office', 'grade', 'name', 'until']),
    find('schools', 'offices', { $or: [{ 'principals.openid': openid }, { 'office.openid': openid }] }, OFFICES_MOST, [
      'name',
      'kind',
      'principals',
      'office',
      'stop',
    ]),
    find('bureau_seats', 'bureaus', { openid, state: 'held' }, 1, ['bureauId', 'bureau', 'person']),
    { $lookup: { from: 'classes', localField: 'seats.classId', foreignField: '_id', as: 'seatClasses' } },
    { $addFields: { schoolIds: { $setUnion: ['$seats.schoolId', '$posts.schoolId', '$held.schoolId'] } } },
    { $lookup: { from: 'schools', localField: 'schoolIds', foreignField: '_id', as: 'schools' } },
    {
      $project: {
        schoolIds: 0,
        'seatClasses.roster': 0,
        'seatClasses.trail': 0,
        'schools.trail': 0,
        'schools.calendar': 0,
      },
    },
    ...(lawOf === undefined ? [] : [lookUpLaw(lawOf)]),
    { $limit: 1 },
  ])
  if (!row || row.leaving !== undefined) return undefined
  const { seats, posts, offices, held, seatClasses, schools, bureaus, law, ...person } = row
  const named = seats.flatMap(({ _id, guardians }): [string, string][] => {
    const name = guardians.find((each) => each.openid === openid)?.name
    return name ? [[_id, name]] : []
  })
  const guardianNames = Object.fromEntries(named)
  const atSchools = describe(openid, { seats, posts, offices, held, seatClasses, schools })
  // Whoever looks over schools is nobody in any of them: a seat or a post taken meanwhile ends it (G22).
  const all = atSchools.length > 0 ? atSchools : bureaus.flatMap(describeBureau)
  const [identities, former] = [all.filter(({ closed }) => !closed), all.filter(({ closed }) => closed)]
  return { ...person, guardianNames, identities, former, ...lawIn(law) }
}

function lookUpLaw(classId: string): Stage {
  const calendar = { from: 'schools', localField: 'schoolId', foreignField: '_id', as: 'schools' }
  const pipeline = [
    { $match: { _id: classId } },
    { $project: { schoolId: 1, roster: 1 } },
    lookUpPact(readClock(), { field: 'schoolId' }),
    { $lookup: calendar },
    { $project: { roster: 1, pacts: 1, 'schools.calendar': 1 } },
  ]
  return { $lookup: { from: 'classes', pipeline, as: 'law' } }
}

function lawIn([found]: LawRow[] = []): Pick<Person, 'law'> {
  const [pact] = found?.pacts ?? []
  const [school] = found?.schools ?? []
  if (!found || !pact || !school) return {}
  return { law: { pact: toPact(pact), calendar: school.calendar, roster: found.roster } }
}

function find(from: string, as: string, match: Where, limit: number, fields: readonly string[]): Stage {
  const wanted = Object.fromEntries(fields.map((field) => [field, 1]))
  return { $lookup: { from, pipeline: [{ $match: match }, { $limit: limit }, { $project: wanted }], as } }
}

/** Leading before teaching before the family; classes in school order. */
const RANK: readonly Role[] = [
  ...(['principal', 'office', 'head_teacher', 'teacher'] as const),
  ...(['officer', 'stand_in', 'guardian', 'supervisor'] as const),
]

function describe(
  openid: string,
  { seats, posts, offices, held, seatClasses, schools }: Omit<Row, keyof PersonDoc | 'bureaus' | 'law'>,
) {
  const today = beijingDay(readClock())
  const schoolOf = new Map([...schools, ...offices].map((school) => [school._id, school]))
  const placeOf = (schoolId: string) => {
    const school = schoolOf.get(schoolId)
    return school && { schoolId, schoolName: school.name, schoolKind: school.kind }
  }
  const identities = [
    ...offices.flatMap((office) => describeOffice(openid, office)),
    ...posts
      .sort((a, b) => a.order - b.order)
      .flatMap((post): Identity[] => {
        const place = placeOf(post.schoolId)
        if (!place) return []
        const inClass = { ...place, classId: post._id, className: post.name, ...closing(post) }
        const { headTeacher, teachers } = post
        const teacher = teachers.find((each) => each.openid === openid)
        return [
          ...(headTeacher?.openid === openid ? [describeTeacher(inClass, 'head_teacher', headTeacher)] : []),
          ...(teacher ? [describeTeacher(inClass, 'teacher', teacher)] : []),
          ...describeStanding(openid, inClass, post, today),
        ]
      }),
    ...held.flatMap(({ _id: officeId, schoolId, until, ...office }) => {
      const place = placeOf(schoolId)
      const isOver = until !== undefined && until < today
      return place && !isOver ? [describeOfficer(place, { officeId, ...office, until })] : []
    }),
    ...seats.flatMap((seat): Identity[] => {
      const place = placeOf(seat.schoolId)
      const itsClass = seatClasses.find(({ _id }) => _id === seat.classId)
      const guardian = seat.guardians.find((each) => each.openid === openid)
      if (!place || !itsClass || !guardian) return []
      const inClass = { ...place, classId: itsClass._id, className: itsClass.name, ...closing(itsClass, seat) }
      return [describeSeat(inClass, seat, guardian)]
    }),
    ...posts.flatMap((post) => describeSupervision(openid, post, seats, placeOf(post.schoolId))),
  ]
  const stopped = identities.map((identity) => {
    const stop = schoolOf.get(identity.schoolId)?.stop?.level
    return stop ? { ...identity, stop } : identity
  })
  return stopped.sort((a, b) => RANK.indexOf(a.role) - RANK.indexOf(b.role))
}

type Place = Pick<Identity, 'schoolId' | 'schoolName' | 'schoolKind'>

/** From the first of their days to the last, and not a minute longer (L03). */
function describeStanding(
  openid: string,
  inClass: Place & Required<Pick<Identity, 'classId' | 'className'>>,
  { standIn }: Post,
  today: string,
): Identity[] {
  if (standIn?.openid !== openid || today < standIn.from || today > standIn.to) return []
  return [describeStandIn(inClass, { card: standIn.card, until: standIn.to })]
}

/** What has ended there: the child's own going before the class's. */
function closing(
  { archived }: Pick<ClassDoc, 'archived'>,
  { away }: Pick<Seat, 'away'> = {},
): Pick<Identity, 'closed'> {
  if (away && away.from <= beijingDay(readClock())) return { closed: away.state }
  return archived ? { closed: 'archived' } : {}
}

function describeOffice(openid: string, { _id, name, kind, principals, office = [] }: Office): Identity[] {
  const place = { schoolId: _id, schoolName: name, schoolKind: kind }
  const [principal, clerk] = [principals, office].map((held) => held.find((each) => each.openid === openid))
  return [
    ...(principal ? [describeLeader(place, 'principal', principal.name)] : []),
    ...(clerk ? [describeLeader(place, 'office', clerk.name)] : []),
  ]
}

function describeSeat(
  place: Place & Pick<Identity, 'classId' | 'className' | 'closed'>,
  { _id: childId, name: childName, cardsFrom = 0 }: Seat,
  { relation, card, since, confirmedAt = since }: Seat['guardians'][number],
): Identity {
  const asked = confirmedAt < cardsFrom && { unconfirmed: true as const }
  return { key: `guardian:${childId}`, role: 'guardian', ...place, childId, childName, relation, card, ...asked }
}

/** Whoever supervises a class sits beside a child of it; without a seat there is no supervision (M06). */
function describeSupervision(openid: string, post: Post, seats: Seat[], place: Place | undefined): Identity[] {
  const { _id: classId, name: className, supervisor } = post
  const seated = seats.some((seat) => seat.classId === classId && !closing(post, seat).closed)
  if (!place || !seated || supervisor?.openid !== openid) return []
  return [{ key: `supervisor:${classId}`, role: 'supervisor', ...place, classId, className, card: supervisor.card }]
}
