// Decides the shape of an album's document: photos, who is in each, what WeChat says of each, and where it stands.
import type { AlbumState, CheckedWords, Day, Instant, Reason, Role } from '@class-pact/core/contract'
import type { CheckResult, Duty, Founded, KeptFile, Trailed } from '../../common/store/documents'
import type { PhotoVerdict } from '../../common/wechat/media-check'

/** Whose it is stands in the album. */
type AlbumFile = Omit<KeptFile, 'owner'>

export interface AlbumPhotoDoc {
  /** Derived from its author and their requestId: nobody guesses it. */
  photoId: string
  file: AlbumFile
  thumb: AlbumFile
  /** As it is shown: one that lies on its side is as wide as it is high in the file. */
  width: number
  height: number
  /** Who is tagged in it; how they are called, and whether they want photos, their own documents say. */
  children: string[]
}

export interface AlbumDoc extends Founded, Trailed {
  _id: string
  schoolId: string
  classId: string
  className: string
  by: { openid: string; card: string; role: Role }
  title: CheckedWords
  /** 全班相册 */
  whole: boolean
  absent: string[]
  photos: AlbumPhotoDoc[]
  /** By the file of the photo. */
  media: PhotoVerdict[]
  /** Whoever is tagged or absent in it. */
  childIds: string[]
  state: AlbumState
  reasons: Reason[]
  check: CheckResult
  pactVersion: number
  createdAt: Instant
  /** WeChat is waited for until then; later a person looks. */
  checkUntil: Instant
  /** The end of the quiet time it was made in. */
  releaseAt?: Instant
  publishedAt?: Instant
  /** Tells the term it counts in (P01). */
  publishedOn?: Day
  decided?: {
    by: string
    role: Role
    at: Instant
    decision: 'approve' | 'return'
    words?: CheckedWords
    wordsCheck?: CheckResult
  }
  /** Files that nobody sees any more: named until they are gone. */
  dropping: string[]
  /** Photos taken out of it, so that two who take out at once notice one another. */
  cuts: number
  updatedAt: Instant
  duty?: Duty
}
