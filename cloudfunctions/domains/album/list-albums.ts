// Decides which albums somebody finds: families those that are out, staff also their own, leaders those that are held.
import type { Input, Paged } from '@class-pact/core/contract'
import type { Handler, Session, Whose } from '../../common/call/handlers'
import { succeed } from '../../common/call/results'
import { belongsTo, isLeader } from '../../common/call/scope'
import { guardianOf } from '../../common/call/session'
import type { Where } from '../../common/store/collection'
import { lookUpList, readList, readPage, type List, type Page } from '../../common/store/pages'
import { linkFiles } from '../../common/wechat/files'
import { classes } from '../class'
import { describeRow, isSeen, photosFor, type Reader } from './describe-album'
import type { AlbumDoc } from './documents'
import { LOOK_UP_CHILDREN, aroundOf, familyIn, type Named } from './find-album'

type Row = Omit<AlbumDoc, 'trail'> & { named: Named[] }
type Query = Input<'album.list'>

const OUT: Where = { state: 'published' }

/** Their own too, as long as they are somewhere. */
const outOrOwn = (openid: string): Where => ({
  $or: [OUT, { 'by.openid': openid, state: { $in: ['checking', 'held', 'returned'] } }],
})

const listOf = (where: Where): List => ({
  parts: [
    {
      from: 'albums',
      where,
      order: [['createdAt', -1]],
      then: [{ $project: { trail: 0 } }, ...LOOK_UP_CHILDREN],
    },
  ],
})

/** With the page itself: of a class the school is known only when it has been read. */
export async function findPlace(query: Query, session: Session): Promise<Whose<Page<Row>> | undefined> {
  const { openid, person } = session
  const { after } = query
  if (query.of === 'held') {
    const found = await readPage<Row>(openid, listOf({ schoolId: query.schoolId, state: 'held' }), after)
    return { found, place: { schoolId: query.schoolId }, may: isLeader }
  }
  if (query.of === 'child') {
    const classId = guardianOf(person, query.childId)?.classId
    if (!classId) return undefined
    const found = await readPage<Row>(openid, listOf({ classId, ...OUT }), after)
    return { found, place: { childId: query.childId }, may: ({ role }) => role === 'guardian' }
  }
  const { classId } = query
  const serves = person.identities.some(
    (each) => isLeader(each) || (['head_teacher', 'teacher'].includes(each.role) && belongsTo(each, { classId })),
  )
  const list = listOf({ classId, ...(serves ? outOrOwn(openid) : OUT) })
  const [row] = await classes.aggregate<{ schoolId: string }>([
    { $match: { _id: classId } },
    { $project: { schoolId: 1 } },
    ...lookUpList('albums', list, after),
  ])
  if (!row) return undefined
  const place = { classId, schoolId: row.schoolId }
  // Whoever is family and staff of a class opens its albums as staff.
  const isStaff = person.identities.some(
    (each) => each.role !== 'guardian' && isStaffRole(each.role) && belongsTo(each, place),
  )
  return {
    found: readList<Row>(row, 'albums', list, after),
    place,
    may: ({ role }) => (role === 'guardian') !== isStaff,
  }
}

const isStaffRole = (role: string) => ['head_teacher', 'teacher', 'office', 'principal'].includes(role)

export const listAlbums: Handler<'album.list', Page<Row>> = async (_query, session) => {
  const { openid, identity, found } = session
  const rows = found.rows.map((album) => {
    const reader: Reader = { openid, identity, family: familyIn(album, session) }
    const shown = photosFor(album, aroundOf(album.named), reader)
    const cover = shown.find(({ state }) => isSeen(album, state, reader))?.photo.thumb.fileId
    return { album, count: shown.length, cover }
  })
  const links = await linkFiles(rows.flatMap(({ cover = [] }) => cover))
  const { total, next }: Paged = found
  return succeed({
    albums: rows.map(({ album, count, cover = '' }) => describeRow(album, count, links.get(cover) ?? '')),
    total,
    ...(next && { next }),
  })
}
