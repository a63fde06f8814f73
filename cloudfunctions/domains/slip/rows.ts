// Decides how a slip reads as one row of a list.
import type { NoticeRow } from '@class-pact/core/contract'
import { entryState } from '@class-pact/core/notice'
import type { OwnChild } from '../../common/call/session'
import { showWithdrawn } from '../../common/wechat/check-words'
import { slipState } from './board'
import type { SlipDoc } from './documents'

export function describeSlip(slip: Omit<SlipDoc, 'entries' | 'search'>): NoticeRow {
  const { noticeId, classId, className, source, kind, title, sender, replyMode, important, deadline } = slip
  const { publishedAt, version } = slip
  return {
    ...{ noticeId, classId, className, source, kind, title, sender, replyMode, important, deadline },
    ...{ publishedAt, version, state: slipState(slip) },
    ...(slip.withdrawn && { withdrawn: showWithdrawn(slip.withdrawn) }),
  }
}

/** A family's row: only the own children's lines (N16). */
export function describeOwnSlip(slip: SlipDoc, children: readonly OwnChild[]): NoticeRow {
  return {
    ...describeSlip(slip),
    mine: children.flatMap(({ childId, childName }) => {
      const entry = slip.entries[childId]
      return entry ? [{ childId, childName, state: entryState(entry, slip.signFrom) }] : []
    }),
  }
}
