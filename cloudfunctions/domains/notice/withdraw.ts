// Decides how a notice is taken back: first the notice, then its slips; what a crash leaves open the scheduler sweeps (G18).
import { SWEEP_AFTER_MS, canWithdraw } from '@class-pact/core/notice'
import type { Handler } from '../../common/call/handlers'
import { findCall, refuseReused } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import { memberOf } from '../../common/call/session'
import { withdrawSlips } from '../slip'
import { notices } from './notices'
import { noteAct, withTrail } from '../../common/store/trail'
import { LEADERS } from './speaker'

export const withdraw: Handler<'notice.withdraw'> = async ({ noticeId }, session) => {
  const { openid, person, now } = session
  const notice = await notices.find(noticeId)
  if (!notice) return refuse('FORBIDDEN')
  const isAuthor = notice.author.openid === openid
  const leader = memberOf(person, notice.schoolId, LEADERS)
  if (!isAuthor && (!leader || notice.audience.to === 'child')) return refuse('FORBIDDEN')
  if (findCall(notice.trail, session) === 'other') return refuseReused()
  if (notice.state === 'withdrawn') return succeed({})
  if (!canWithdraw(notice.state)) return refuse('NOTICE_STATE', { facts: { state: notice.state } })

  const act = noteAct(session, isAuthor ? notice.author.role : (leader?.role ?? notice.author.role), 'notice.withdraw')
  const duty = { kind: 'sweep', at: now + SWEEP_AFTER_MS, lease: 0, tries: 0 }
  const changed = await notices.update(
    { _id: noticeId, state: notice.state },
    withTrail({ $set: { state: 'withdrawn', duty } }, act),
  )
  if (!changed) return refuse('TRY_AGAIN')
  if (notice.state === 'published') await withdrawSlips(noticeId, now)
  return succeed({})
}
