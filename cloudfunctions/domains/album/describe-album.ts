// Decides how an album reads to whoever may open it: families see what is open to them, and their own child's name.
import { isOpenTo, stateOfPhoto } from '@class-pact/core/album'
import type { Album, AlbumPhoto, AlbumRow, Identity } from '@class-pact/core/contract'
import { mayFamiliesSave } from '@class-pact/core/pact'
import { byNumber } from '@class-pact/core/child'
import { isLeader } from '../../common/call/scope'
import { showWords } from '../../common/wechat/check-words'
import { linkFiles } from '../../common/wechat/files'
import type { AlbumDoc, AlbumPhotoDoc } from './documents'
import type { Around, FoundAlbum } from './find-album'

/** Who looks: somebody of the staff, or the family of these children. */
export interface Reader {
  openid: string
  identity: Pick<Identity, 'role'>
  family: readonly string[]
}
const isFamily = ({ identity }: Pick<Reader, 'identity'>): boolean => identity.role === 'guardian'

type Seen = Pick<AlbumDoc, 'photos' | 'media' | 'decided'>

const factsOf = ({ media }: Seen, { file, children }: AlbumPhotoDoc) => ({
  children,
  suggest: media.find(({ fileId }) => fileId === file.fileId)?.suggest ?? 'review',
})
const lookedAt = ({ decided }: Seen) => decided?.decision === 'approve'

/** The photos of an album that somebody sees, with how they stand. */
export function photosFor(
  album: Seen,
  { noPhotos }: Pick<Around, 'noPhotos'>,
  reader: Reader,
): { photo: AlbumPhotoDoc; state: AlbumPhoto['state'] }[] {
  const around = { noPhotos, looked: lookedAt(album) }
  return album.photos.flatMap((photo) => {
    const facts = factsOf(album, photo)
    if (!isFamily(reader)) return [{ photo, state: stateOfPhoto(facts, around) }]
    return isOpenTo(reader.family, facts, around) ? [{ photo, state: 'pass' as const }] : []
  })
}

/** Not a photo that WeChat has not let pass, but for its author and the leaders. */
const seesUnchecked = ({ by }: Pick<AlbumDoc, 'by'>, { openid, identity }: Reader) =>
  by.openid === openid || isLeader(identity)
export const isSeen = (album: Pick<AlbumDoc, 'by'>, state: AlbumPhoto['state'], reader: Reader): boolean =>
  state === 'pass' || state === 'hidden' || seesUnchecked(album, reader)

export async function describeAlbum(found: FoundAlbum, reader: Reader): Promise<Album> {
  const { album, pact } = found
  const shown = photosFor(album, found, reader)
  const open = shown.filter(({ state }) => isSeen(album, state, reader)).map(({ photo }) => photo)
  const links = await linkFiles(open.flatMap(({ file, thumb }) => [file.fileId, thumb.fileId]))
  const named = (childIds: readonly string[]) =>
    childIds
      .flatMap((childId) => {
        const child = found.nameOf.get(childId)
        return child && (!isFamily(reader) || reader.family.includes(childId)) ? [{ childId, ...child }] : []
      })
      .sort(byNumber)
      .map(({ childId, name }) => ({ childId, name }))
  const isMine = album.by.openid === reader.openid
  return {
    albumId: album._id,
    classId: album.classId,
    className: album.className,
    title: album.title,
    by: album.by.card,
    at: album.publishedAt ?? album.createdAt,
    state: album.state,
    whole: album.whole,
    absent: named(album.absent),
    photos: shown.map(({ photo: { photoId, file, thumb, width, height, children }, state }) => ({
      ...{ photoId, width, height, state },
      url: links.get(file.fileId) ?? '',
      thumb: links.get(thumb.fileId) ?? '',
      children: named(children),
    })),
    reasons: isFamily(reader) ? [] : album.reasons,
    ...(album.decided && !isFamily(reader) && { decided: describeDecision(album.decided) }),
    isMine: isMine && !isFamily(reader),
    mayDownload: shown.some(({ photo }) => maySave(photo, { pact }, reader)),
    mayRemove: mayRemove(album, reader),
    cites: album.reasons.map(({ cite }) => cite),
  }
}

const describeDecision = ({ at, by, ...kept }: NonNullable<AlbumDoc['decided']>) => ({ at, by, ...showWords(kept) })

/** Staff, and the family of a child in the photo where the school allows it (P06). */
export function maySave(photo: AlbumPhotoDoc, { pact }: Pick<FoundAlbum, 'pact'>, reader: Reader): boolean {
  if (!isFamily(reader)) return true
  return pact !== undefined && mayFamiliesSave(pact) && photo.children.some((each) => reader.family.includes(each))
}

/** A subject teacher takes away their own, the head teacher any of the class, leaders any of the school. */
export function mayRemove({ by, state }: AlbumDoc, { openid, identity }: Reader): boolean {
  if (state === 'removed' || identity.role === 'guardian') return false
  return identity.role !== 'teacher' || by.openid === openid
}

/** As a list shows it: with the photos that the reader sees, and the first of them. */
export function describeRow(
  { _id: albumId, title, by, publishedAt, createdAt, state }: Omit<AlbumDoc, 'trail'>,
  photos: number,
  cover: string,
): AlbumRow {
  return { albumId, title, by: by.card, at: publishedAt ?? createdAt, state, photos, cover }
}
