// Decides how leaders look at urgent posts that are out: each with its reason, until one has looked (T01, X02).
import type { Override } from '@class-pact/core/contract'
import type { Handler } from '../../common/call/handlers'
import { refuse, succeed } from '../../common/call/results'
import { readPage, type Part } from '../../common/store/pages'
import { noteAct, withTrail } from '../../common/store/trail'
import { notices, type NoticeDoc } from '../notice'
import { placeOf, unseenOverrides } from './unseen'
import type { FoundSeen } from './find-post'

export const listOverrides: Handler<'override.list'> = async ({ schoolId, after }, { openid, identity }) => {
  const waiting: Part = {
    from: 'notices',
    where: unseenOverrides(schoolId),
    order: [['publishedAt', 1]],
    then: [{ $project: { trail: 0, search: 0 } }],
  }
  const { rows, total, next } = await readPage<NoticeDoc>(openid, { parts: [waiting] }, after)
  const overrides = rows.flatMap((notice): Override[] => {
    const { _id: noticeId, draft, author, audience, urgent, publishedAt: at } = notice
    if (!urgent || at === undefined) return []
    // What one family was told is read by nobody else (C24).
    const title = audience.to === 'child' ? undefined : draft.title
    const { cause, reason } = urgent
    const isMine = author.openid === openid && identity.role !== 'principal'
    return [{ noticeId, title, author: author.card, className: placeOf(notice), cause, reason, at, isMine }]
  })
  return succeed({ overrides, total, next })
}

/** The first look counts; looking again changes nothing. A principal's own stands under nobody else's eyes. */
export const seeOverride: Handler<'override.see', FoundSeen> = async ({ noticeId }, session) => {
  const { openid, now, identity: leader } = session
  const { post: notice } = session.found
  if (notice.urgentSeen) return succeed({})
  if (!notice.urgent || notice.publishedAt === undefined) {
    return refuse('NOTICE_STATE', { facts: { state: notice.state } })
  }
  if (notice.author.openid === openid && leader.role !== 'principal')
    return refuse('REVIEWER_IS_AUTHOR', { rule: 'G01' })
  const urgentSeen = { at: now, by: leader.card, role: leader.role }
  await notices.update(
    { _id: noticeId, urgentSeen: { $exists: false } },
    withTrail({ $set: { urgentSeen } }, noteAct(session, leader.role, 'override.see')),
  )
  return succeed({})
}
