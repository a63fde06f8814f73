// Decides how a notice reads as one row of a list.
import type { NoticeRow } from '@class-pact/core/contract'
import { settleReply } from '@class-pact/core/notice'
import { showWithdrawn } from '../../common/wechat/check-words'
import type { NoticeDoc } from './documents'

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
    gap: notice.gap,
    state: notice.state,
    version: notice.version,
    ...(notice.amends && { amends: true as const }),
    ...(notice.withdrawn && { withdrawn: showWithdrawn(notice.withdrawn) }),
    ...(notice.audience.to === 'staff' && { toStaff: {} }),
  }
}

function settled({ draft }: NoticeDoc): Pick<NoticeRow, 'replyMode' | 'important'> {
  const { replyMode, important } = settleReply(draft)
  return { replyMode, important }
}
