// Decides what is told of a notice's versions: the words of each, when they came out, what was corrected (N11).
import type { NoticeDetail, NoticeVersion } from '@class-pact/core/contract'
import type { Amended, Amends, FormerWords, NoticeDoc } from './documents'

/** All versions, the first one first; the last are the words that stand. */
export function historyOf(notice: NoticeDoc): NoticeVersion[] {
  const { version, draft, amended, publishedAt, createdAt, versions = [] } = notice
  return [...versions, { version, at: amended?.at ?? publishedAt ?? createdAt, draft, amended }].map(describeVersion)
}

function describeVersion({ version, at, draft, amended }: FormerWords): NoticeVersion {
  const { title, body, deadline, event, photos } = draft
  return {
    ...{ version, at, title, body, deadline, event, photos: photos.length },
    ...(amended && { by: amended.by, asksAgain: amended.asksAgain, note: amended.note }),
  }
}

export function describeAmended({ at, by, asksAgain, note }: Amended): NonNullable<NoticeDetail['amended']> {
  return { at, by, asksAgain, ...(note && { note }) }
}

export function describeAmends({ noticeId, done }: Amends): NonNullable<NoticeDetail['amends']> {
  return { noticeId, ...(done && { done }) }
}
