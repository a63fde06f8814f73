// Decides how an album or a photo of it goes: from every list at once, then its files, both sizes of them.
import type { Handler } from '../../common/call/handlers'
import { findCall, lookBack, refuseReused, unlessDone } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import type { Change, Where } from '../../common/store/collection'
import { noteAct, withTrail } from '../../common/store/trail'
import { mayRemove } from './describe-album'
import type { AlbumDoc, AlbumPhotoDoc } from './documents'
import { familyIn, type FoundAlbum } from './find-album'
import { dropNamed } from './settle-album'
import { albums } from './store'

/** People who take photos out of one album at the same moment: the class's staff and the leaders. */
const ROUNDS_MAX = 10

const filesOf = (photos: readonly AlbumPhotoDoc[]) => photos.flatMap(({ file, thumb }) => [file.fileId, thumb.fileId])

/** The document lets go first, and names the files until they are gone: a crash in between is finished by the clock. */
export const removeAlbum: Handler<'album.remove', FoundAlbum> = async ({ albumId, photoId }, session) => {
  const { openid, identity, now } = session
  let album: AlbumDoc | undefined = session.found.album
  for (let round = 0; album && round < ROUNDS_MAX; round++) {
    const been = findCall(album.trail, session)
    if (been === 'other') return refuseReused()
    if (been === 'repeat') return succeed({})
    if (album.state === 'removed') return refuse('ALBUM_STATE', { facts: { state: album.state } })
    if (!mayRemove(album, { openid, identity, family: familyIn(album, session) })) return refuse('FORBIDDEN')
    const going = photoId === undefined ? album.photos : album.photos.filter((each) => each.photoId === photoId)
    if (photoId !== undefined && going.length === 0) return refuse('INPUT_INVALID', { field: 'photoId' })

    const dropping = [...album.dropping, ...filesOf(going)]
    const { where, change } = without(album, going, dropping)
    const act = noteAct(session, identity.role, photoId === undefined ? 'album.remove' : 'album.cut')
    const duty = { kind: 'sweep', at: now, lease: 0, tries: 0 }
    const $set = { ...change.$set, dropping, updatedAt: now, duty }
    if (await albums.update({ ...where, ...unlessDone(session) }, withTrail({ ...change, $set }, act))) {
      await dropNamed({ _id: albumId, dropping }).catch(() => undefined)
      return succeed({})
    }
    album = await albums.find(albumId)
  }
  return (await lookBack(albums, albumId, session)) === 'repeat' ? succeed({}) : refuse('TRY_AGAIN')
}

/** As it was read: of two who take out at once the second reads again. Without its last photo there is no album. */
function without(
  { _id, photos, media, absent, whole, childIds, cuts, state }: AlbumDoc,
  going: readonly AlbumPhotoDoc[],
  dropping: readonly string[],
): { where: Where; change: Change } {
  const left = photos.filter((each) => !going.includes(each))
  const tagged = [...new Set([...left.flatMap(({ children }) => children), ...absent])]
  const isGone = left.length === 0
  const fields = {
    childIds: isGone ? [] : tagged,
    // 全班相册 is what has everybody in it.
    whole: whole && childIds.every((each) => tagged.includes(each)),
    ...(isGone && { state: 'removed', absent: [], photos: [], media: [] }),
  }
  const pulled = {
    photos: { photoId: { $in: going.map(({ photoId }) => photoId) } },
    // Verdicts may come at this very moment: only the line of what goes is taken out.
    media: { fileId: { $in: media.flatMap(({ fileId }) => (dropping.includes(fileId) ? [fileId] : [])) } },
  }
  return {
    where: { _id, cuts, state },
    change: { $set: fields, ...(!isGone && { $pull: pulled }), $inc: { cuts: 1 } },
  }
}
