// Decides how one album reads: its photos one under another, whom a reader is told of, what may be done (3.14, P01–P03).
import type { Album, AlbumPhoto, Instant } from '@class-pact/core/contract'
import { ALBUM_STATE_SENTENCES, PHOTO_STATE_WORDS } from '../../../domains/album/words'
import { formatClass, formatMoment } from '../../../services/format'
import { presentReason } from '../../../services/sentences'

export interface PhotoView {
  photoId: string
  /** As wide as the screen; '' where it is not to be seen. */
  src: string
  url: string
  /** Height in percent of its width: the page stands still while photos come. */
  ratio: number
  names: string
  /** Empty for a photo that everybody entitled sees. */
  state: string
  label: string
  maySave: boolean
}

export interface AlbumView {
  title: string
  sub: string
  /** What comes of an album that is not out. */
  state: string
  isWaiting: boolean
  photos: PhotoView[]
  absent: string
  /** Why it waits: a sentence with the rule it comes from. */
  reasons: { key: number; sentence: string; cite: string }[]
  decided: string
  decidedWords: string
  mayRemove: boolean
  /** A leader looks at it now. */
  decides: boolean
  /** An own one waits for somebody else (G01). */
  isOwnHeld: boolean
}

/** Whose eyes: staff read every name, a family only their own child's. */
export interface AlbumReader {
  isStaff: boolean
  isLeader: boolean
}

/** A photo whose size nobody knows is drawn like one that lies. */
const USUAL_RATIO = 75
/** A panorama does not take the page. */
const RATIO_MAX = 200

const ratioOf = ({ width, height }: AlbumPhoto) =>
  width > 0 && height > 0 ? Math.min(RATIO_MAX, Math.round((height / width) * 100)) : USUAL_RATIO

export function presentAlbum(album: Album, now: Instant, { isStaff, isLeader }: AlbumReader): AlbumView {
  const { title, className, by, at, state, absent, whole, decided, reasons, isMine, mayRemove } = album
  const isHeld = state === 'held'
  return {
    title,
    sub: [formatClass(className), by, formatMoment(at, now), whole ? '全班相册' : ''].filter(Boolean).join('，'),
    state: ALBUM_STATE_SENTENCES[state],
    isWaiting: state === 'checking' || isHeld,
    photos: album.photos.map((photo, index) => presentPhoto(photo, index, album, isStaff)),
    absent: isStaff && absent.length > 0 ? `缺席：${absent.map(({ name }) => name).join('、')}` : '',
    reasons: isStaff
      ? reasons.map((reason, key) => {
          const { sentence, cite } = presentReason(reason, { now, isStaff })
          return { key, sentence, cite }
        })
      : [],
    decided: isStaff && decided ? `${decided.by}，${formatMoment(decided.at, now)}` : '',
    decidedWords: decided?.words ?? (decided?.wordsHeld ? '说明还在检查' : ''),
    mayRemove,
    decides: isLeader && isHeld && !isMine,
    isOwnHeld: isHeld && isMine,
  }
}

function presentPhoto(photo: AlbumPhoto, index: number, album: Album, isStaff: boolean): PhotoView {
  const { photoId, url, thumb, children, state } = photo
  const names = children.map(({ name }) => name).join('、')
  const said = names ? (isStaff ? names : `有${names}`) : isStaff ? '没有标记孩子' : ''
  const word = isStaff ? PHOTO_STATE_WORDS[state] : ''
  return {
    photoId,
    src: url || thumb,
    url,
    ratio: ratioOf(photo),
    names: said,
    state: word,
    // A family hears of no other family's child: only what the cloud tells them is said (3.14).
    label: [`第${index + 1}张照片，共${album.photos.length}张`, said, word].filter(Boolean).join('，'),
    maySave: album.mayDownload && url !== '',
  }
}
