// Decides what a teacher knows before an album: the class in roll order, and how many photos each child has (P01, X07).
import { medianOf } from '@class-pact/core/album'
import type { Handler } from '../../common/call/handlers'
import { succeed } from '../../common/call/results'
import type { FoundClass } from './find-class'

export const prepareAlbum: Handler<'album.prepare', FoundClass> = (_input, { found }) => {
  const { classId, className, roster, since, counts, noPhotos } = found
  const children = roster.map(({ childId, no, name }) => ({
    ...{ childId, no, name },
    count: counts.get(childId) ?? 0,
    ...(noPhotos.has(childId) && { noPhotos: true as const }),
  }))
  return Promise.resolve(
    succeed({ classId, className, since, children, median: medianOf(children.map(({ count }) => count)) }),
  )
}
