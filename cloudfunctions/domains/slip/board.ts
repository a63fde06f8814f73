// Decides what a slip's board shows: every child's line in roll order, no openid, no ranking (X08).
import type { Board, BoardRow, NoticeState } from '@class-pact/core/contract'
import { countEntries, entryState, entryTime, standingSignature } from '@class-pact/core/notice'
import type { SignFrom, SlipEntry } from '@class-pact/core/notice'
import { showWithdrawn } from '../../common/wechat/check-words'
import type { SlipDoc } from './documents'

/** What a board needs of a slip: all but the trail and the answers. */
export type BoardSlip = Omit<SlipDoc, 'trail' | 'audited' | 'trailOpen' | 'answers' | 'media' | 'search'>
export const BOARD_FIELDS = { trail: 0, answers: 0, media: 0, search: 0 } as const

export function slipState(slip: Pick<SlipDoc, 'state'>): NoticeState {
  return slip.state === 'running' ? 'published' : slip.state
}

/** What whoever looks may do beside: correct the notice, take it back. */
export type BoardMay = Pick<Board, 'canAmend' | 'canWithdraw'>

export function describeRow(childId: string, entry: SlipEntry, signFrom: SignFrom): BoardRow {
  return {
    childId,
    no: entry.no,
    name: entry.name,
    state: entryState(entry, signFrom),
    at: entryTime(entry, signFrom),
    ...signatureOf(entry, signFrom),
    closed: entry.closed?.why,
    followUps: entry.followUps,
  }
}

export function describeBoard(slip: BoardSlip, canAct: boolean, may: BoardMay = {}): Board {
  const rows = Object.entries(slip.entries).map(([childId, entry]) => describeRow(childId, entry, slip.signFrom))
  const opinions = Object.values(slip.entries).filter(({ opinion }) => opinion).length
  return {
    noticeId: slip.noticeId,
    classId: slip.classId,
    className: slip.className,
    title: slip.title,
    kind: slip.kind,
    replyMode: slip.replyMode,
    important: slip.important,
    state: slipState(slip),
    publishedAt: slip.publishedAt,
    deadline: slip.deadline,
    gap: slip.gap,
    counts: countEntries(slip.entries, slip.signFrom),
    remindedAt: slip.remindedAt,
    rows: rows.sort((a, b) => a.no.localeCompare(b.no, 'en', { numeric: true })),
    canAct,
    ...(opinions > 0 && { opinions }),
    ...may,
    ...(slip.withdrawn && { withdrawn: showWithdrawn(slip.withdrawn) }),
  }
}

/** Who signed the words that stand, or which earlier ones. */
function signatureOf(entry: SlipEntry, signFrom: SignFrom): Pick<BoardRow, 'signer' | 'signedVersion'> {
  if (standingSignature(entry, signFrom) !== undefined) return { signer: entry.signer }
  const signedVersion = entry.signedAt === undefined ? entry.earlier?.at(-1)?.version : (entry.version ?? 1)
  return signedVersion === undefined ? {} : { signedVersion }
}
