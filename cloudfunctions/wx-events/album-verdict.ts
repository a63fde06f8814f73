// Decides what a verdict on an album's photo changes: its own line, once; the scheduler then brings the album on (C04).
import { readClock } from '../common/clock'
import { albums, type AlbumDoc } from '../domains/album'

export type AlbumPhotos = Pick<AlbumDoc, '_id' | 'media'>

/** A photo taken out at this very moment moves the others up: the line is looked for again. */
const ROUNDS_MAX = 10

export async function findAlbumByTrace(traceId: string): Promise<AlbumPhotos | undefined> {
  const [album] = await albums.list<AlbumPhotos>({ 'media.traceId': traceId }, { limit: 1, fields: { media: 1 } })
  return album
}

export async function settleAlbumPhoto(
  found: AlbumPhotos,
  traceId: string,
  suggest: AlbumDoc['media'][number]['suggest'],
): Promise<void> {
  let album: AlbumPhotos | undefined = found
  for (let round = 0; album && round < ROUNDS_MAX; round++) {
    const line = album.media.findIndex((each) => each.traceId === traceId)
    if (line < 0 || album.media[line]?.suggest !== 'pending') return
    const path = `media.${line}`
    const isOurs = { _id: album._id, [`${path}.traceId`]: traceId, [`${path}.suggest`]: 'pending' }
    if (await albums.update(isOurs, { $set: { [`${path}.suggest`]: suggest } })) {
      await albums.update({ _id: album._id, state: 'checking' }, { $set: { 'duty.at': readClock() } })
      return
    }
    album = await findAlbumByTrace(traceId)
  }
}
