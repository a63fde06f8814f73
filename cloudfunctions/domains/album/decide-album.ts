// Decides what a leader's word does to a held album: it goes on, or back; never an own one, never a risky photo (G01).
import type { Handler } from '../../common/call/handlers'
import { findCall, lookBack, refuseReused, unlessDone } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import { noteAct, withTrail } from '../../common/store/trail'
import { keepWords } from '../../common/wechat/check-words'
import type { AlbumDoc } from './documents'
import type { FoundAlbum } from './find-album'
import { placeNow, publishing } from './settle-album'
import { albums } from './store'

/** What WeChat calls risky is taken out first, or the album goes back: nobody's word shows it to families. */
export const decideAlbum: Handler<'album.decide', FoundAlbum> = async ({ albumId, decision, words }, session) => {
  const { openid, now, check, identity, found } = session
  const { album } = found
  if (album.by.openid === openid) return refuse('REVIEWER_IS_AUTHOR', { rule: 'G01' })
  const been = findCall(album.trail, session)
  if (been === 'other') return refuseReused()
  if (been === 'repeat') return succeed({})
  if (album.state !== 'held') return refuse('ALBUM_STATE', { facts: { state: album.state } })
  if (decision === 'return' && !words) return refuse('INPUT_INVALID', { field: 'words' })
  const isApproved = decision === 'approve'
  const risky = album.media.filter(({ suggest }) => suggest === 'risky')
  if (isApproved && risky.length > 0) return refuse('PHOTO_RISKY', { rule: 'C04', facts: { count: risky.length } })

  const decided = { by: identity.card, role: identity.role, at: now, decision, ...keepWords(words, check) }
  const changed = await albums.update(
    { _id: albumId, state: 'held', ...(isApproved && asSeen(album)), ...unlessDone(session) },
    withTrail(
      { $set: { ...(isApproved ? goingOn(album, now) : { state: 'returned' }), decided, updatedAt: now } },
      noteAct(session, identity.role, `album.${decision}`),
    ),
  )
  if (changed || (await lookBack(albums, albumId, session)) === 'repeat') return succeed({})
  return refuse('ALBUM_STATE', { facts: { state: 'held' } })
}

/** Photos are waited for while WeChat may still speak, and quiet hours still hold. */
function goingOn(album: AlbumDoc, now: number) {
  const { state, at } = placeNow(album, now, true)
  if (at !== undefined) return { state, duty: { kind: 'media', at, lease: 0, tries: 0 } }
  return { state, ...publishing(now) }
}

/** A verdict that comes between the look and the word is looked at first, as is a photo that has gone. */
function asSeen({ media, cuts }: AlbumDoc): Record<string, unknown> {
  return { cuts, ...Object.fromEntries(media.map(({ suggest }, index) => [`media.${index}.suggest`, suggest])) }
}
