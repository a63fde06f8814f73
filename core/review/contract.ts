// Decides what a leader may ask and learn about held posts, urgent posts and kept evidence.
import * as z from 'zod/mini'
import {
  answer,
  LEADERS,
  cursor,
  fileId,
  id,
  limits,
  words,
  type Awaits,
  type KindFields,
  type NoticeEvent,
  type Rows,
  type Done,
  type Instant,
  type NoticeDocument,
  type NoticeKind,
  type Paged,
  type Reason,
  type Role,
  type UrgentCause,
} from '../wire'

/** `classId`: as the head teacher of that class, where the pact leaves its subject teachers' posts to them (G01). */
export const reviewList = z.object({ schoolId: id, classId: z.optional(id), after: z.optional(cursor) })

/** What only a principal decides first, then the rest; the oldest first. */
export interface ReviewList extends Paged {
  items: ReviewItem[]
  /** No other leader could look at what the reader writes (G01). */
  isOnlyLeader: boolean
}

export interface ReviewItem {
  noticeId: string
  classIds: string[]
  classNames: string[]
  author: string
  kind: NoticeKind
  title: string
  body: string
  /** With WeChat's word on each, also when it came after the post was held. */
  photos: { fileId: string; url: string; suggest: 'pending' | 'pass' | 'review' | 'risky' }[]
  /** What its kind has besides, if anything, and what its author asks of the principal. */
  fields?: KindFields
  event?: NoticeEvent
  /** Whose word it waits for; absent: any leader's but the author's. */
  awaits?: Awaits
  /** Its author asks for a person's look at what the judge refuses. */
  asksReview?: true
  documents?: NoticeDocument[]
  reasons: Reason[]
  /** What WeChat's check said. */
  check: { suggest: 'pass' | 'review' | 'risky' | 'unavailable'; label?: number }
  heldAt: Instant
  isMine: boolean
  /** Kept as evidence (G11). */
  kept: boolean
}

/** Urgent posts that went out in quiet hours and that no leader has looked at yet (T01). */
export const overrideList = z.object({ schoolId: id, after: z.optional(cursor) })

export interface Override {
  noticeId: string
  /** Absent: it went to one family (C24). */
  title?: string
  author: string
  className: string
  cause: UrgentCause
  reason: string
  at: Instant
  /** Whoever asks wrote it: another leader looks at it (G01). */
  isMine: boolean
}

/** The oldest first. */
export interface Overrides extends Paged {
  overrides: Override[]
}

export const overrideSee = z.object({ noticeId: id })

/** 通过 退回并说明 不予发出 请对方私聊: back to its author, to be said to one family (G17). */
export const REVIEW_DECISIONS = ['approve', 'return', 'refuse', 'talk'] as const

export type ReviewDecision = (typeof REVIEW_DECISIONS)[number]

/** A return needs words: they are what the author mends by. */
export const reviewDecide = z.object({
  noticeId: id,
  decision: z.enum(REVIEW_DECISIONS),
  words: z.optional(words),
  /** Photos that WeChat calls risky and the reviewer has looked at: without them the post is not let through. */
  seen: z.optional(z.array(fileId).check(z.maxLength(limits.PHOTOS_MAX))),
})

/** A held post is kept as it stands, for whoever decides later (G11); again it changes nothing. */
export const evidenceKeep = z.object({ noticeId: id })

export const evidenceList = z.object({ schoolId: id, after: z.optional(cursor) })

export interface EvidenceList extends Paged {
  evidence: Evidence[]
}

/** What was written, by whom, when, and what was decided of it: complete, and sealed when it was kept. */
export interface Evidence {
  evidenceId: string
  noticeId: string
  classNames: string[]
  /** As in the audit: the same mark for the same person. */
  by: string
  author: string
  role: Role
  writtenAt: Instant
  title: string
  body: string
  photos: string[]
  /** SHA-256 of each photo as it was kept, and where it opens for some minutes. */
  photoDigests: string[]
  photoUrls: string[]
  /** PDFs, each with the SHA-256 it was kept with. */
  documents?: (NoticeDocument & { digest: string })[]
  rules: string[]
  /** WeChat's label, if it gave one. */
  label?: number
  keptAt: Instant
  keptBy: string
  decided?: { decision: 'approve' | 'return' | 'talk' | 'refuse'; at: Instant; by: string; words?: string }
  /** SHA-256 over what was kept; the audit's row `evidence.keep` has it too. */
  digest: string
  /** It still fits what is kept. */
  intact: boolean
}

export const reviewRows = {
  'review.list': {
    input: reviewList,
    output: answer<ReviewList>(),
    roles: [...LEADERS, 'officer', 'head_teacher'],
    offices: ['discipline'],
    scope: 'place',
    looks: true,
  },
  'review.decide': {
    input: reviewDecide,
    quotes: true,
    output: answer<Done>(),
    roles: [...LEADERS, 'head_teacher'],
    scope: { find: 'post' },
  },
  // A principal's own urgent posts stand under nobody else's eyes: that role goes first.
  'override.list': {
    input: overrideList,
    output: answer<Overrides>(),
    roles: ['principal', 'office'],
    scope: 'place',
    looks: true,
  },
  'override.see': {
    input: overrideSee,
    output: answer<Done>(),
    roles: ['principal', 'office'],
    scope: { find: 'postWithoutTrail' },
  },
  'evidence.keep': { input: evidenceKeep, output: answer<Done>(), roles: LEADERS, scope: { find: 'post' } },
  'evidence.list': {
    input: evidenceList,
    output: answer<EvidenceList>(),
    roles: ['principal'],
    scope: 'place',
    looks: true,
  },
} as const satisfies Rows
