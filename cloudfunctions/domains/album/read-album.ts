// Decides what somebody reads of an album, and which photo they may save (P06).
import type { Handler, InPlace, Session } from '../../common/call/handlers'
import { refuse, succeed } from '../../common/call/results'
import { linkFiles } from '../../common/wechat/files'
import { describeAlbum, isSeen, maySave, photosFor, type Reader } from './describe-album'
import { familyIn, type FoundAlbum } from './find-album'

const readerOf = (session: Session & InPlace & { found: FoundAlbum }): Reader => ({
  openid: session.openid,
  identity: session.identity,
  family: familyIn(session.found.album, session),
})

export const readAlbum: Handler<'album.read', FoundAlbum> = async (_input, session) => {
  const { found } = session
  if (found.album.state === 'removed') return refuse('ALBUM_STATE', { facts: { state: 'removed' } })
  return succeed(await describeAlbum(found, readerOf(session)))
}

export const downloadPhoto: Handler<'album.download', FoundAlbum> = async ({ photoId }, session) => {
  const { found } = session
  const reader = readerOf(session)
  const shown = photosFor(found.album, found, reader).find(({ photo }) => photo.photoId === photoId)
  if (!shown || !isSeen(found.album, shown.state, reader)) return refuse('FORBIDDEN')
  if (!maySave(shown.photo, found, reader)) return refuse('FORBIDDEN', { rule: 'P06' })
  const { fileId } = shown.photo.file
  const url = (await linkFiles([fileId])).get(fileId)
  return url ? succeed({ url }) : refuse('TRY_AGAIN')
}
