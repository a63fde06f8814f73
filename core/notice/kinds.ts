// Decides which reply a kind of notice demands, whatever its author chose, and which notices are important (N05, N08).
import type { NoticeKind, ReplyMode } from '../wire'
import type { NoticeDraft } from './contract'
/** 外出 放假停课 收费 离校 告家长书: in writing and in time, so signed for (N07, N08, L09). */
const SIGNED_KINDS: readonly NoticeKind[] = ['outing', 'closure', 'fee', 'dismissal', 'letter']
/** 安全: nobody may be missed, so at least confirmed (N06). */
const CONFIRMED_KINDS: readonly NoticeKind[] = ['safety']

/** 资源 刊物: something to read, nothing to answer (P06, H18). */
const READ_KINDS: readonly NoticeKind[] = ['resource', 'bulletin']

export interface Settled {
  replyMode: ReplyMode
  /** Stays on top until answered (N14), is followed up and closed only when everybody is reached (N06). */
  important: boolean
  /** The kind decided the reply, not the author. */
  forced: boolean
}

/** Whether a kind wants a signature, whatever its author chose (S3 篇4.4). */
export function isSigned(kind: NoticeKind | undefined): boolean {
  return kind !== undefined && SIGNED_KINDS.includes(kind)
}

/** Whether a family has to do something besides opening the notice (N05). */
export function wantsReply(mode: ReplyMode): boolean {
  return mode === 'confirm' || mode === 'sign' || mode === 'form' || mode === 'report'
}

/** 通知 活动 安全 家长会 资源: what the staff is told or asked; the others are letters to families (N19). */
const STAFF_KINDS: readonly NoticeKind[] = ['notice', 'activity', 'safety', 'meeting', 'resource']
const STAFF_REPLIES: readonly ReplyMode[] = ['read', 'confirm', 'sign', 'report']

/** The first field that does not go with whom a notice is written to: the staff reports, families do not. */
export function misfitFor({ audience, kind, replyMode }: Pick<NoticeDraft, 'audience' | 'kind' | 'replyMode'>) {
  if (audience.to !== 'staff') return replyMode === 'report' ? 'replyMode' : undefined
  if (!STAFF_KINDS.includes(kind)) return 'kind'
  return STAFF_REPLIES.includes(replyMode) ? undefined : 'replyMode'
}

/** Settles reply mode and importance of a draft. An important notice always wants a reply: else nobody could close it. */
export function settleReply({ kind, replyMode }: Pick<NoticeDraft, 'kind' | 'replyMode'>): Settled {
  if (isSigned(kind)) return { replyMode: 'sign', important: true, forced: replyMode !== 'sign' }
  if (CONFIRMED_KINDS.includes(kind) && !wantsReply(replyMode)) {
    return { replyMode: 'confirm', important: true, forced: true }
  }
  if (READ_KINDS.includes(kind) && wantsReply(replyMode)) return { replyMode: 'read', important: false, forced: true }
  return { replyMode, important: replyMode === 'sign' || CONFIRMED_KINDS.includes(kind), forced: false }
}
