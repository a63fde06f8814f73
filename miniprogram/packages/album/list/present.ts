// Decides how albums stand in a list: a small picture, the title, by whom and when, how many photos.
import type { AlbumRow, Instant } from '@class-pact/core/contract'
import { ALBUM_STATE_WORDS } from '../../../domains/album/words'
import { formatMoment } from '../../../services/format'

export interface AlbumRowView {
  albumId: string
  title: string
  sub: string
  /** Empty for an album that is out. */
  state: string
  cover: string
  label: string
}

export function presentAlbums(albums: AlbumRow[], now: Instant): AlbumRowView[] {
  return albums.map(({ albumId, title, by, at, state, photos, cover }) => {
    const sub = `${by}，${formatMoment(at, now)}，${photos}张`
    const word = ALBUM_STATE_WORDS[state]
    return { albumId, title, sub, state: word, cover, label: [title, word, sub].filter(Boolean).join('，') }
  })
}
