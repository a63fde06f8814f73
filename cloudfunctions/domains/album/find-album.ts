// Decides whose an album is: its class's when it is out; before that, and after, its author's and the leaders' (C04).
import type { Identity } from '@class-pact/core/contract'
import { nameOnRoll } from '@class-pact/core/roster'
import type { Session, Whose } from '../../common/call/handlers'
import { belongsTo, isLeader } from '../../common/call/scope'
import type { Stage } from '../../common/store/collection'
import type { ChildDoc } from '../class'
import { lookUpPact, type PactDoc } from '../pact'
import type { AlbumDoc } from './documents'
import { albums } from './store'

export type Named = Pick<ChildDoc, '_id' | 'name' | 'no' | 'mark' | 'noPhotos'>

/** Children of an album as they are called now, and whether they want photos now. */
export interface Around {
  /** 不出镜 */
  noPhotos: ReadonlySet<string>
  nameOf: ReadonlyMap<string, { no: string; name: string }>
}

export interface FoundAlbum extends Around {
  album: AlbumDoc
  pact?: PactDoc
}

/** As `named`: whoever is tagged or absent. */
export const LOOK_UP_CHILDREN: Stage[] = [
  { $lookup: { from: 'children', localField: 'childIds', foreignField: '_id', as: 'named' } },
  {
    $project: {
      ...{ 'named.guardians': 0, 'named.contacts': 0, 'named.trail': 0 },
      ...{ 'named.admitted': 0, 'named.removed': 0, 'named.nicknames': 0 },
    },
  },
]

export function aroundOf(named: readonly Named[]): Around {
  return {
    noPhotos: new Set(named.flatMap(({ _id, noPhotos }) => (noPhotos ? [_id] : []))),
    nameOf: new Map(named.map(({ _id, no, ...child }) => [_id, { no, name: nameOnRoll(child) }])),
  }
}

/** The album with the wishes of everybody in it, in one call: a wish holds from the moment it is said. */
export async function findAlbum(
  { albumId }: { albumId: string },
  session: Session,
): Promise<Whose<FoundAlbum> | undefined> {
  const [row] = await albums.aggregate<AlbumDoc & { named: Named[]; pacts: PactDoc[] }>([
    { $match: { _id: albumId } },
    ...LOOK_UP_CHILDREN,
    lookUpPact(session.now, { field: 'schoolId' }),
    { $limit: 1 },
  ])
  if (!row) return undefined
  const { named, pacts, ...album } = row
  const place = { schoolId: album.schoolId, classId: album.classId }
  const found = { album, ...aroundOf(named), ...(pacts[0] && { pact: pacts[0] }) }
  return { found, place, may: (identity) => mayOpen(album, identity, session) }
}

/** Whoever is family and staff of a class opens its albums as staff. */
function mayOpen(album: AlbumDoc, identity: Identity, { openid, person }: Session): boolean {
  if (identity.role !== 'guardian') {
    return album.state === 'published' || album.by.openid === openid || isLeader(identity)
  }
  const serves = person.identities.some(
    (each) => each.role !== 'guardian' && STAFF_HERE.includes(each.role) && belongsTo(each, album),
  )
  return album.state === 'published' && !serves
}
const STAFF_HERE: readonly Identity['role'][] = ['head_teacher', 'teacher', 'office', 'principal']

/** The children beside whom somebody sits in the album's class. */
export function familyIn({ classId }: Pick<AlbumDoc, 'classId'>, { person }: Pick<Session, 'person'>): string[] {
  return person.identities.flatMap(({ role, classId: at, childId }) =>
    role === 'guardian' && at === classId && childId ? [childId] : [],
  )
}
