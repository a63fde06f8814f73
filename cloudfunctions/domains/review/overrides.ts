// Decides how leaders look at urgent posts after they went out: each with its reason, until one of them has looked (T01, X02).
import type { Override } from '@class-pact/core/contract'
import type { Handler } from '../../common/call/handlers'
import { refuse, succeed } from '../../common/call/results'
import { placeOf, unseenOverrides } from '../slip'
import { memberOf } from '../../common/call/session'
import type { NoticeDoc } from '../notice'
import { notices } from '../notice'
import { readPage, type Part } from '../../common/store/pages'
import { noteAct, withTrail } from '../../common/store/trail'
import { LEADERS } from '../notice'

export const listOverrides: Handler<'override.list'> = async ({ schoolId, after }, { person, openid }) => {
  const leader = memberOf(person, schoolId, LEADERS)
  if (!leader) return refuse('FORBIDDEN')
  const waiting: Part = {
    from: 'notices',
    where: unseenOverrides(schoolId),
    order: [['publishedAt', 1]],
    then: [{ $project: { trail: 0 } }],
  }
  const { rows, total, next } = await readPage<NoticeDoc>(openid, { parts: [waiting] }, after)
  const overrides = rows.flatMap((notice): Override[] => {
    const { _id: noticeId, draft, author, audience, urgent, publishedAt: at } = notice
    if (!urgent || at === undefined) return []
    // What one family was told is read by nobody else (C24).
    const title = audience.to === 'child' ? undefined : draft.title
    const { cause, reason } = urgent
    const isMine = author.openid === openid && leader.role !== 'principal'
    return [{ noticeId, title, author: author.card, className: placeOf(notice), cause, reason, at, isMine }]
  })
  return succeed({ overrides, total, next })
}

/** The first look counts; looking again changes nothing. A principal's own stands under nobody else's eyes. */
export const seeOverride: Handler<'override.see'> = async ({ noticeId }, session) => {
  const { person, openid, now } = session
  const notice = await notices.find<NoticeDoc>(noticeId, { trail: 0 })
  const leader = notice && memberOf(person, notice.schoolId, LEADERS)
  if (!notice || !leader) return refuse('FORBIDDEN')
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
