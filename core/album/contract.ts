// Decides what a phone may ask and learn about albums: photos of a class, and which children are in each (P01, P02).
import * as z from 'zod/mini'
import {
  LEADERS,
  answer,
  cursor,
  fileId,
  id,
  limits,
  postLine,
  words,
  type Cite,
  type Day,
  type Done,
  type Instant,
  type Paged,
  type Reason,
  type Rows,
} from '../wire'

const photo = z.object({ fileId, children: z.array(id).check(z.maxLength(limits.CLASS_SIZE_MAX)) })

export const albumPrepare = z.object({ classId: id })

/** The class in roll order, with what it needs to be fair: photos of each child this term (P01, Ch6). */
export interface AlbumPrepared {
  classId: string
  className: string
  /** Of the counting: this term, or since August where the school has entered none. */
  since: Day
  children: { childId: string; no: string; name: string; count: number; noPhotos?: true }[]
  median: number
}

export const albumPublish = z.object({
  classId: id,
  title: postLine(limits.ALBUM_TITLE_MAX),
  photos: z.array(photo).check(z.minLength(1), z.maxLength(limits.PHOTOS_MAX)),
  /** 全班相册: every child is tagged, absent, or wants no photos (P02). */
  whole: z.boolean(),
  /** 缺席 */
  absent: z.array(id).check(z.maxLength(limits.CLASS_SIZE_MAX)),
  /** Who has been shown who is seldom in a photo publishes all the same (P01). */
  sure: z.optional(z.boolean()),
})

/** checking: it appears by itself when every photo has passed; held: a person looks (C04). */
export type AlbumState = 'checking' | 'held' | 'published' | 'returned' | 'removed'

export interface AlbumPublished {
  albumId: string
  /** asking: nothing is stored; `seldom` says why. */
  state: AlbumState | 'asking'
  reasons: Reason[]
  /** Not published: these children are seldom in a photo, as the pact counts it; ask again with `sure`. */
  seldom?: { childId: string; name: string; count: number }[]
  median?: number
}

export const albumList = z.discriminatedUnion('of', [
  z.object({ of: z.literal('child'), childId: id, after: z.optional(cursor) }),
  z.object({ of: z.literal('class'), classId: id, after: z.optional(cursor) }),
  z.object({ of: z.literal('held'), schoolId: id, after: z.optional(cursor) }),
])

export interface AlbumRow {
  albumId: string
  title: string
  by: string
  at: Instant
  state: AlbumState
  /** That the reader may see. */
  photos: number
  /** A small picture, for some minutes; '' while there is none to show. */
  cover: string
}

/** The latest first. */
export interface AlbumList extends Paged {
  albums: AlbumRow[]
}

export const albumRead = z.object({ albumId: id })

export interface AlbumPhoto {
  photoId: string
  /** For some minutes; '' where it is not to be seen. */
  url: string
  thumb: string
  width: number
  height: number
  /** In roll order; of a family their own child alone. */
  children: { childId: string; name: string }[]
  state: 'pending' | 'pass' | 'doubted' | 'hidden'
}

export interface Album {
  albumId: string
  classId: string
  className: string
  title: string
  by: string
  at: Instant
  state: AlbumState
  whole: boolean
  absent: { childId: string; name: string }[]
  photos: AlbumPhoto[]
  reasons: Reason[]
  decided?: { at: Instant; by: string; words?: string; wordsHeld?: true }
  isMine: boolean
  /** The reader may save photos: staff, and families of a tagged child where the school allows it. */
  mayDownload: boolean
  mayRemove: boolean
  cites: Cite[]
}

/** A photo in full, for whoever may save it. */
export const albumDownload = z.object({ albumId: id, photoId: id })

export interface PhotoLink {
  url: string
}

/** The whole album, or one photo of it: file and thumbnail go. */
export const albumRemove = z.object({ albumId: id, photoId: z.optional(id) })

/** A held album: 通过 (with the photos that have been looked at) or 退回并说明; never an own one (G01). */
export const albumDecide = z.object({
  albumId: id,
  decision: z.enum(['approve', 'return']),
  words: z.optional(words),
})

/** 不出镜: from now on and for what is there, photos with the child are hidden from every other family at once. */
export const photoChoose = z.object({ childId: id, shown: z.boolean() })

export const photoChoice = z.object({ childId: id })

export interface PhotoChoice {
  shown: boolean
}

/** The writer answers it: the judge reads the title, and photos are made small. */
export const albumWritingRows = {
  'album.publish': {
    input: albumPublish,
    output: answer<AlbumPublished>(),
    roles: ['head_teacher', 'teacher'],
    scope: { find: 'albumClass' },
    needsCard: true,
    asksItself: true,
  },
} as const satisfies Rows

const READERS = ['guardian', 'head_teacher', 'teacher', ...LEADERS] as const

export const albumRows = {
  'album.prepare': {
    input: albumPrepare,
    output: answer<AlbumPrepared>(),
    roles: ['head_teacher', 'teacher'],
    scope: { find: 'albumClass' },
    looks: true,
  },
  'album.list': {
    input: albumList,
    output: answer<AlbumList>(),
    roles: READERS,
    scope: { find: 'albumPlace' },
    looks: true,
  },
  'album.read': { input: albumRead, output: answer<Album>(), roles: READERS, scope: { find: 'album' }, looks: true },
  'album.download': {
    input: albumDownload,
    output: answer<PhotoLink>(),
    roles: READERS,
    scope: { find: 'album' },
    looks: true,
  },
  'album.remove': {
    input: albumRemove,
    output: answer<Done>(),
    roles: ['head_teacher', 'teacher', ...LEADERS],
    scope: { find: 'album' },
  },
  'album.decide': {
    input: albumDecide,
    quotes: true,
    output: answer<Done>(),
    roles: LEADERS,
    scope: { find: 'album' },
  },
  'photo.choose': { input: photoChoose, output: answer<Done>(), roles: ['guardian'], scope: 'place' },
  'photo.choice': {
    input: photoChoice,
    output: answer<PhotoChoice>(),
    roles: ['guardian'],
    scope: 'place',
    looks: true,
  },
} as const satisfies Rows
