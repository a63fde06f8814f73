// Decides how an album is brought on: it appears when every photo has passed, waits for a person, and files go (C04).
import { placeAlbum } from '@class-pact/core/album'
import { beijingDay } from '@class-pact/core/calendar'
import type { Instant } from '@class-pact/core/contract'
import { finishing, type StepDone } from '../../common/call/duties'
import { readClock } from '../../common/clock'
import { deleteFiles } from '../../common/files/delete-files'
import type { Duty } from '../../common/store/documents'
import { withTrail } from '../../common/store/trail'
import { mediaReason } from '../../common/wechat/check-reasons'
import type { AlbumDoc } from './documents'
import { albums } from './store'

/** From then on families see it, and its term counts it. */
export const publishing = (now: Instant): Required<Pick<AlbumDoc, 'publishedAt' | 'publishedOn'>> => ({
  publishedAt: now,
  publishedOn: beijingDay(now),
})

/** Where it stands by what is known of it at this moment. */
export function placeNow(album: AlbumDoc, now: Instant, looked: boolean): ReturnType<typeof placeAlbum> {
  const { media, checkUntil, releaseAt } = album
  const suggestions = media.map(({ suggest }) => suggest)
  return placeAlbum({ doubted: false, looked, media: suggestions, checkUntil, ...(releaseAt && { releaseAt }) }, now)
}

/** Whatever the duty was for: files that are to go first, then where the album stands. */
export async function settleAlbum(album: AlbumDoc, duty: Duty): Promise<StepDone> {
  if (album.dropping.length > 0) await dropNamed(album)
  if (album.state !== 'checking') return 'done'
  const now = readClock()
  const { state, at } = placeNow(album, now, album.decided?.decision === 'approve')
  if (at !== undefined) return { next: { kind: 'media', at } }
  const isOut = state === 'published'
  const reasons = isOut ? album.reasons : [...album.reasons, mediaReason({ version: album.pactVersion })]
  await albums.update(
    // A verdict that has come meanwhile is looked at first.
    { _id: album._id, state: 'checking', 'duty.kind': duty.kind, 'duty.at': duty.at },
    withTrail(
      { $set: { state, reasons, updatedAt: now, ...(isOut && publishing(now)) } },
      finishing(duty, isOut ? 'album.appear' : 'album.hold'),
    ),
  )
  return 'done'
}

/** The files first, which are named until they are gone: whatever breaks in between is done again. */
export async function dropNamed({ _id, dropping }: Pick<AlbumDoc, '_id' | 'dropping'>): Promise<void> {
  await deleteFiles(dropping)
  await albums.update({ _id }, { $pull: { dropping: { $in: dropping } } })
}
