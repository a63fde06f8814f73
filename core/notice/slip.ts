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
  /** The sheet that stands for this line too: another child's of the same guardian (N20). */
  answeredWith?: string
  /** Version that was signed (N11). */
  version?: number
  followUps: FollowUp[]
  /** Has a follow-up that stands. */
  followed: boolean
  /** The child has gone: nobody is asked any more; what was signed or told before stands (L12). */
  closed?: { why: LineClosed; at: Instant }
}
export type Entries = Record<string, SlipEntry>

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

/** 已签 · 电话/纸质 · 已离校 · 已读未签 · 未读 · 收不到提醒 · 未绑定. A signature counts more than a follow-up: it is the family's own. */
export function entryState(entry: SlipEntry): EntryState {
  if (entry.signedAt !== undefined) return 'signed'
  if (entry.followed) return 'followed'
  if (entry.closed) return 'closed'
  if (entry.guardians === 0) return 'unbound'
  if (entry.readAt !== undefined) return 'read'
  return entry.pushed > 0 ? 'unread' : 'not_reminded'
}

/** When the child's line reached its state. */
export function entryTime(entry: SlipEntry): Instant | undefined {
  return (
    entry.signedAt ?? (entry.followed ? standingFollowUp(entry)?.at : undefined) ?? entry.closed?.at ?? entry.readAt
  )
}

/** The latest follow-up, if it has not been taken back. */
function standingFollowUp(entry: SlipEntry): FollowUp | undefined {
  const last = entry.followUps[entry.followUps.length - 1]
  return last?.takesBack ? undefined : last
}

/** signed + followed + missing = total, always: counted from the entries, stored nowhere (N06); closed lines are not there. */
export function countEntries(entries: Entries): SlipCounts {
  const counts: SlipCounts = { total: 0, signed: 0, followed: 0, read: 0, missing: 0 }
  for (const entry of Object.values(entries)) {
    const state = entryState(entry)
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
export function missingChildren(entries: Entries): string[] {
  return Object.keys(entries).filter((childId) => {
    const entry = entries[childId]
    return entry !== undefined && entry.signedAt === undefined && !entry.followed && !entry.closed
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
