// Decides what the judge is given and what it answers.
import type { NoticeDraft } from '../notice/contract'
import type { PostKind } from '../pact'
import type { Instant, NoticeKind, Reason, ReplyMode, Role, SchoolCalendar, UrgentCause, Verdict } from '../wire'

/** What somebody wants to say. */
export interface Post {
  role: Role
  kind: PostKind
  title?: string
  body: string
  noticeKind?: NoticeKind
  /** `children`: some families of a class; `staff`: whoever works at the school, no family. */
  audience: 'class' | 'school' | 'child' | 'children' | 'staff'
  replyMode?: ReplyMode
  /** How many photos hang on it. */
  photos?: number
  urgent?: { cause: UrgentCause; reason: string }
  event?: NoticeDraft['event']
  /** The author asks for the principal's exception, with this reason (N09). */
  exception?: NoticeDraft['exception']
  /** What else others read of it, by the field it was written in: questions of a form, items of a fee. */
  more?: { field: string; text: string }[]
  /** As the signature line will read; blank is a fault, absent means the server fills it in (N02). */
  issuer?: string
}

/** An album of the whole class, or of an activity (P01, P02). */
export interface AlbumFacts {
  wholeClass: boolean
  /** Names of the children marked in it, once a photo. */
  tagged: string[]
  /** Absent, or their guardians want no photos. */
  excused?: string[]
  /** Photos of each child this term, by name. */
  termCounts?: Record<string, number>
}

/** A post of the author's own; of a notice also which one, and what it announced. */
export interface Previous {
  text: string
  at: Instant
  noticeId?: string
  title?: string
  event?: NoticeDraft['event']
}

/** What is known around the post. A guardian's phone has no roster: names are judged there only in the cloud. */
export interface JudgeContext {
  roster: { name: string; nicknames?: string[] }[]
  calendar: SchoolCalendar
  /** The author's own latest posts (C01–C03, N03). */
  previous?: Previous[]
  /** Hosts the school accepts; an entry covers its sub-domains (C12). */
  linkAllowList?: string[]
  /** 教育局许可号 (C16) */
  permissionNumber?: string
  /** 收费依据 (C36, C37) */
  feeBasis?: string
  /** Who approved it, where the pact wants an approval. */
  approvedBy?: string
  /** Another leader could approve what this one writes (C37). */
  secondLeader?: boolean
  /** The author's child: a guardian may say what they like about it. */
  ownChild?: string
  /** The child whose guardians a private post goes to. */
  toChild?: string
  /** The teacher has opened comments under this notice (C29). */
  commentsOpen?: boolean
  /** Notices this class got this week already (T12). */
  weekCount?: number
  /** Media that hang on the post: voice, photo, video, file … */
  attachments?: string[]
  /** What the codes in its photos say, by the photo: `photos.1` (C11, C12, C36). */
  codes?: { field: string; text: string }[]
  album?: AlbumFacts
}

export interface Judgement {
  verdict: Verdict
  /** Every finding; the deciding rule first. */
  reasons: Reason[]
  /** When a queued post goes out. */
  releaseAt?: Instant
}
