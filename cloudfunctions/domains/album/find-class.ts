// Decides what is read of a class before an album of it: who is on the roll, who wants no photos, and who has how many.
import { beijingDay } from '@class-pact/core/calendar'
import type { Day } from '@class-pact/core/contract'
import type { Session, Whose } from '../../common/call/handlers'
import { deriveId } from '../../common/ids'
import { BOUNDS } from '../../common/store/bounds'
import type { Stage } from '../../common/store/collection'
import { classes, presentOn, type ChildDoc, type ClassDoc } from '../class'
import { lookUpPact, type PactDoc } from '../pact'
import type { SchoolDoc } from '../school'
import type { AlbumDoc } from './documents'

interface Row extends Pick<ClassDoc, '_id' | 'schoolId' | 'name' | 'roster'> {
  schools: SchoolDoc[]
  pacts: PactDoc[]
  /** Here, and wanting no photos. */
  unseen: Pick<ChildDoc, '_id'>[]
  since: Day
  counts: { _id: string; count: number }[]
  repeated: AlbumDoc[]
}

export interface FoundClass {
  classId: string
  className: string
  roster: ClassDoc['roster']
  school: SchoolDoc
  pact: PactDoc
  /** 不出镜 */
  noPhotos: Set<string>
  /** Of the counting. */
  since: Day
  /** Photos of each child since then. */
  counts: Map<string, number>
  /** What this very call has published before. */
  repeated?: AlbumDoc
}

/** Of an album that this person makes with this call. */
export const albumIdOf = ({ openid, requestId }: Pick<Session, 'openid' | 'requestId'>): string =>
  deriveId('album', openid, requestId)

/** All in one call, counted by the database; undefined: no such class, or one that has graduated. */
export async function findAlbumClass(
  { classId }: { classId: string },
  session: Session,
): Promise<Whose<FoundClass> | undefined> {
  const today = beijingDay(session.now)
  const [row] = await classes.aggregate<Row>([
    { $match: { _id: classId, archived: { $exists: false } } },
    { $lookup: { from: 'schools', localField: 'schoolId', foreignField: '_id', as: 'schools' } },
    lookUpPact(session.now, { field: 'schoolId' }),
    {
      $lookup: {
        from: 'children',
        pipeline: [
          { $match: { classId, noPhotos: true, ...presentOn(today) } },
          { $limit: BOUNDS.childrenOfClass },
          { $project: { _id: 1 } },
        ],
        as: 'unseen',
      },
    },
    { $addFields: { since: termStart(today) } },
    lookUpCounts(classId),
    { $lookup: { from: 'albums', pipeline: [{ $match: { _id: albumIdOf(session) } }], as: 'repeated' } },
    { $project: { trail: 0, 'schools.trail': 0 } },
    { $limit: 1 },
  ])
  const [[school] = [], [pact] = []] = [row?.schools, row?.pacts]
  if (!row || !school || !pact) return undefined
  const found = {
    classId,
    className: row.name,
    roster: row.roster,
    school,
    pact,
    noPhotos: new Set(row.unseen.map(({ _id }) => _id)),
    since: row.since,
    counts: new Map(row.counts.map(({ _id, count }) => [_id, count])),
    ...(row.repeated[0] && { repeated: row.repeated[0] }),
  }
  return { found, place: { classId, schoolId: row.schoolId } }
}

/** The day on which the latest term began, as far as the school has entered terms of this school year; else 1 August. */
function termStart(today: Day): unknown {
  const year = Number(today.slice(0, 4)) - (today.slice(5) < '08-01' ? 1 : 0)
  const terms = { $ifNull: [{ $arrayElemAt: ['$schools.calendar.terms', 0] }, []] }
  const begun = { $filter: { input: terms, as: 'term', cond: { $lte: ['$$term.from', today] } } }
  const days = { $map: { input: begun, as: 'term', in: '$$term.from' } }
  return { $max: { $concatArrays: [[`${year}-08-01`], days] } }
}

/** Photos that somebody could see; one in which a child is hidden counts too. */
function lookUpCounts(classId: string): Stage {
  return {
    $lookup: {
      from: 'albums',
      let: { since: '$since' },
      pipeline: [
        { $match: { classId, state: 'published', $expr: { $gte: ['$publishedOn', '$$since'] } } },
        { $unwind: '$photos' },
        { $unwind: '$photos.children' },
        { $group: { _id: '$photos.children', count: { $sum: 1 } } },
        { $limit: BOUNDS.childrenOfClass },
      ],
      as: 'counts',
    },
  }
}
