// Decides what a slip (one class's receipts for one notice) holds, how far it has come, and when it can be closed.
import type { EntryState, FollowUp, SlipCounts } from '../slip/contract'
import type { Instant, LineClosed, ReplyMode } from '../wire'
import { wantsReply } from './kinds'

/** One child's line on a slip. */
export interface SlipEntry {
  no: string
  name: string
  /** Guardians bound when it was published. */
  guardians: number
  /** Of them reached by a WeChat message. */
  pushed: number
  readAt?: Instant
  signedAt?: Instant
  /** 张小明妈妈 */
  signer?: string
  signerOpenid?: string
  signature?: string
  /** SHA-256 of the ink as it was signed, hexadecimal. */
  signatureDigest?: string
  typedName?: string
  late?: boolean
  /** What the family thinks of a letter (N07); `opinionDoubted`: WeChat has not let it pass. */
  opinion?: string
  opinionDoubted?: true
  /** The sheet that stands for this line too: another child's of the same guardian (N20). */
  answeredWith?: string
  /** Version that was signed (N11). */
  version?: number
  /** What was signed under earlier words, the oldest first: it stays as proof (N11). */
  earlier?: EarlierSignature[]
  followUps: FollowUp[]
  /** Has a follow-up that stands. */
  followed: boolean
  /** Version that the family was told of; absent: the first (N11). */
  followedVersion?: number
  /** The child has gone: nobody is asked any more; what was signed or told before stands (L12). */
  closed?: { why: LineClosed; at: Instant }
}
export type Entries = Record<string, SlipEntry>

/** A signature that was given under other words than those that stand now. */
export type EarlierSignature = Pick<
  SlipEntry,
  'signer' | 'signerOpenid' | 'signature' | 'signatureDigest' | 'typedName' | 'late'
> & { signedAt: Instant; version: number }

/** A slip's `signFrom`: the first version whose answers count, what was answered before is asked again (N11). Absent: all count. */
export type SignFrom = number | undefined

export interface Addressee {
  childId: string
  no: string
  name: string
  guardians: number
}

/** The entries of a fresh slip: one for every child addressed, also for children without a guardian (N07). */
export function openEntries(roster: readonly Addressee[]): Entries {
  return Object.fromEntries(
    roster.map(({ childId, no, name, guardians }) => [
      childId,
      { no, name, guardians, pushed: 0, followUps: [], followed: false },
    ]),
  )
}

/** When it was signed, if that was under words that still stand (N11). */
export function standingSignature(
  entry: Pick<SlipEntry, 'signedAt' | 'version'>,
  signFrom?: SignFrom,
): Instant | undefined {
  return (entry.version ?? FIRST_VERSION) >= (signFrom ?? FIRST_VERSION) ? entry.signedAt : undefined
}

/** Whether the family has been told of the words that still stand (N11). */
export function isFollowed(entry: SlipEntry, signFrom?: SignFrom): boolean {
  return entry.followed && (entry.followedVersion ?? FIRST_VERSION) >= (signFrom ?? FIRST_VERSION)
}

const FIRST_VERSION = 1

/** 已签 · 电话/纸质 · 已离校 · 已读未签 · 未读 · 收不到提醒 · 未绑定. A signature counts more than a follow-up: it is the family's own. */
export function entryState(entry: SlipEntry, signFrom?: SignFrom): EntryState {
  if (standingSignature(entry, signFrom) !== undefined) return 'signed'
  if (isFollowed(entry, signFrom)) return 'followed'
  if (entry.closed) return 'closed'
  if (entry.guardians === 0) return 'unbound'
  if (entry.readAt !== undefined) return 'read'
  return entry.pushed > 0 ? 'unread' : 'not_reminded'
}

/** When the child's line reached its state. */
export function entryTime(entry: SlipEntry, signFrom?: SignFrom): Instant | undefined {
  const toldAt = isFollowed(entry, signFrom) ? standingFollowUp(entry)?.at : undefined
  return standingSignature(entry, signFrom) ?? toldAt ?? entry.closed?.at ?? entry.readAt
}

/** The latest follow-up, if it has not been taken back. */
function standingFollowUp(entry: SlipEntry): FollowUp | undefined {
  const last = entry.followUps[entry.followUps.length - 1]
  return last?.takesBack ? undefined : last
}

/** signed + followed + missing = total, always: counted from the entries, stored nowhere (N06); closed lines are not there. */
export function countEntries(entries: Entries, signFrom?: SignFrom): SlipCounts {
  const counts: SlipCounts = { total: 0, signed: 0, followed: 0, read: 0, missing: 0 }
  for (const entry of Object.values(entries)) {
    const state = entryState(entry, signFrom)
    if (state === 'closed') continue
    counts.total++
    if (state === 'signed') counts.signed++
    else if (state === 'followed') counts.followed++
    else counts.missing++
    if (state === 'read') counts.read++
  }
  return counts
}

/** Children nobody has been sure to reach yet. */
export function missingChildren(entries: Entries, signFrom?: SignFrom): string[] {
  return Object.keys(entries).filter((childId) => {
    const entry = entries[childId]
    return entry !== undefined && !['signed', 'followed', 'closed'].includes(entryState(entry, signFrom))
  })
}

/** An important notice closes only when every child is signed or followed up (N06, N07); others at any time. */
export function canClose(slip: { important: boolean; replyMode: ReplyMode }, counts: SlipCounts): boolean {
  return counts.missing === 0 || !(slip.important && wantsReply(slip.replyMode))
}

/** The deadline itself is still in time (N07). */
export function isPast(deadline: Instant | undefined, now: Instant): boolean {
  return deadline !== undefined && now > deadline
}

/** Past its deadline with children missing (N10). */
export function isOverdue(
  slip: { deadline?: Instant; replyMode: ReplyMode },
  counts: SlipCounts,
  now: Instant,
): boolean {
  return isPast(slip.deadline, now) && wantsReply(slip.replyMode) && counts.missing > 0
}
