// Decides what a slip's board shows: every child's line in roll order, no openid, no ranking (X08).
import type { Board, BoardRow, NoticeState } from '@class-pact/core/contract'
import { countEntries, entryState, entryTime } from '@class-pact/core/notice'
import type { SlipDoc } from './documents'

/** What a board needs of a slip: all but the trail. */
export type BoardSlip = Omit<SlipDoc, 'trail' | 'audited' | 'trailOpen' | 'search'>
export const BOARD_FIELDS = { trail: 0, search: 0 } as const

export function slipState(slip: Pick<SlipDoc, 'state'>): NoticeState {
  return slip.state === 'running' ? 'published' : slip.state
}

export function describeBoard(slip: BoardSlip, canAct: boolean): Board {
  const rows = Object.entries(slip.entries).map(([childId, entry]): BoardRow => ({
    childId,
    no: entry.no,
    name: entry.name,
    state: entryState(entry),
    at: entryTime(entry),
    signer: entry.signer,
    closed: entry.closed?.why,
    followUps: entry.followUps,
  }))
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
    counts: countEntries(slip.entries),
    remindedAt: slip.remindedAt,
    rows: rows.sort((a, b) => a.no.localeCompare(b.no, 'en', { numeric: true })),
    canAct,
  }
}
