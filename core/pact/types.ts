// Decides what the pact engine is given and what it answers.
import type {
  Instant,
  NoticeDraft,
  NoticeKind,
  Reason,
  ReplyMode,
  Role,
  SchoolCalendar,
  UrgentCause,
  Verdict,
} from '../contract'

/** Where a text is going: a class notice, a comment under one, a private talk, the reason of a leave, an album's caption. */
export type PostKind = 'notice' | 'comment' | 'private' | 'leave' | 'album'

/** What somebody wants to say. */
export interface Post {
  role: Role
  kind: PostKind
  title?: string
  body: string
  noticeKind?: NoticeKind
  audience: 'class' | 'school' | 'child'
  replyMode?: ReplyMode
  /** How many photos hang on it. */
  photos?: number
  urgent?: { cause: UrgentCause; reason: string }
  event?: NoticeDraft['event']
  /** As the signature line will read; blank is a fault, absent means the server fills it in (N02). */
  issuer?: string
}

/** An album of the whole class, or of an activity (P01, P02). */
export interface AlbumFacts {
  wholeClass: boolean
  /** Names of the children marked in it. */
  tagged: string[]
  /** Absent, or their guardians want no photos. */
  excused?: string[]
  /** Photos of each child this term, by name. */
  termCounts?: Record<string, number>
}

/** What is known around the post. A guardian's phone has no roster: names are judged there only in the cloud. */
export interface JudgeContext {
  roster: { name: string; nicknames?: string[] }[]
  calendar: SchoolCalendar
  /** The author's own latest posts (C01–C03, N03). */
  previous?: { text: string; at: Instant }[]
  /** Hosts the school accepts; an entry covers its sub-domains (C12). */
  linkAllowList?: string[]
  /** 教育局许可号 (C16) */
  permissionNumber?: string
  /** 收费依据 (C36, C37) */
  feeBasis?: string
  /** Who approved it, where the pact wants an approval. */
  approvedBy?: string
  /** The author's child: a guardian may say what they like about it. */
  ownChild?: string
  /** The child whose guardians a private post goes to. */
  toChild?: string
  /** The teacher has opened comments under this notice (C29). */
  commentsOpen?: boolean
  /** Notices this class got this week already (T12). */
  weekCount?: number
  /** Media that hang on the post: voice, photo, video, file, qr_code, payment_code … */
  attachments?: string[]
  album?: AlbumFacts
}

export interface Judgement {
  verdict: Verdict
  /** Every finding; the deciding rule first. */
  reasons: Reason[]
  /** When a queued post goes out. */
  releaseAt?: Instant
}

/** Parameters of one rule in a pact. */
export type Params = Record<string, unknown>

/** Codes of what to do instead; the phone has the words (screens.md 7). */
export type WayOut =
  | 'acknowledge'
  | 'add_source'
  | 'amend_first'
  | 'appeal'
  | 'apply'
  | 'apply_third_seat'
  | 'call'
  | 'change_day'
  | 'confirm_card'
  | 'contact_teacher'
  | 'cover'
  | 'delete_link'
  | 'delete_sentence'
  | 'edit'
  | 'fee_notice'
  | 'fill_in'
  | 'fill_subject'
  | 'human_review'
  | 'leave_form'
  | 'merge'
  | 'own_guardians'
  | 'permission_number'
  | 'praise_letter'
  | 'principal_approval'
  | 'private_talk'
  | 'send_anyway'
  | 'tag_children'
  | 'urgent'
  | 'wait'
  | 'withdraw'

/** Where a rule stands in a school's papers: S0-3 二(一)6 = third rule set of seed 0, chapter two (one), item 6. */
export interface Source {
  seed: 'S0' | 'S1' | 'S2' | 'S3' | 'S4'
  article: string
  quote: string
}

/** Tabs of the pact page. */
export type RuleGroup = '时间' | '内容' | '成员' | '照片' | '请假' | '处理'
/** The tag beside a rule: what happens to a post that breaks it; 照此办理 = a way of working, nothing to break. */
export type RuleEffect = '不能发' | '先审核' | '会延后' | '会提醒' | '照此办理'

/** One rule of the catalogue. */
export interface RuleEntry {
  /** The rule's sentence, true whatever its parameters are; the phone says them (`titleOf`). */
  title: string
  group: RuleGroup
  effect: RuleEffect
  sources: Source[]
  wayOut: WayOut[]
}
