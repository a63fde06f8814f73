// Decides how a slip or a notice reads as one row of a list.
import type { NoticeRow } from '@class-pact/core/contract'
import { entryState, settleReply } from '@class-pact/core/notice'
import type { NoticeDoc } from './documents'
import { slipState, type SlipDoc } from '../slip'
import type { OwnChild } from '../../common/call/session'

export function describeSlip(slip: Omit<SlipDoc, 'entries'>): NoticeRow {
  const { noticeId, classId, className, source, kind, title, sender, replyMode, important, deadline } = slip
  const { publishedAt, version } = slip
  return {
    ...{ noticeId, classId, className, source, kind, title, sender, replyMode, important, deadline },
    ...{ publishedAt, version, state: slipState(slip) },
  }
}

/** A family's row: only the own children's lines (N16). */
export function describeOwnSlip(slip: SlipDoc, children: readonly OwnChild[]): NoticeRow {
  return {
    ...describeSlip(slip),
    mine: children.flatMap(({ childId, childName }) => {
      const entry = slip.entries[childId]
      return entry ? [{ childId, childName, state: entryState(entry) }] : []
    }),
  }
}

/** A notice as one row: of one class, or of the school when it went to several. */
export function describeNotice(notice: NoticeDoc, ofClass?: string): NoticeRow {
  const place = notice.classes.find(({ classId }) => classId === ofClass) ?? notice.classes[0]
  const whole = ofClass === undefined && notice.classes.length > 1
  return {
    noticeId: notice._id,
    classId: place?.classId ?? '',
    className: whole ? notice.schoolName : (place?.name ?? ''),
    source: notice.source,
    kind: notice.draft.kind,
    title: notice.draft.title,
    sender: notice.author.card,
    ...settled(notice),
    deadline: notice.draft.deadline,
    publishedAt: notice.publishedAt,
    releaseAt: notice.releaseAt,
    state: notice.state,
    version: notice.version,
  }
}

function settled({ draft }: NoticeDoc): Pick<NoticeRow, 'replyMode' | 'important'> {
  const { replyMode, important } = settleReply(draft)
  return { replyMode, important }
}
