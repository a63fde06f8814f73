// Decides how a notice is taken back: the notice, then its slips; the clock sweeps what a crash leaves open (G18).
import { SWEEP_AFTER_MS, canWithdraw } from '@class-pact/core/notice'
import type { Handler } from '../../common/call/handlers'
import { findCall, refuseReused } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import { noteAct, withTrail } from '../../common/store/trail'
import type { FoundNotice } from './find-notice'
import { notices } from './notices'
import { withdrawReceipts } from './open-receipts'

export const withdraw: Handler<'notice.withdraw', FoundNotice> = async ({ noticeId }, session) => {
  const { openid, now, identity, found } = session
  const { notice } = found
  if (findCall(notice.trail, session) === 'other') return refuseReused()
  if (notice.state === 'withdrawn') return succeed({})
  if (!canWithdraw(notice.state)) return refuse('NOTICE_STATE', { facts: { state: notice.state } })

  // Its author takes it back as what they wrote it as.
  const { role } = notice.author.openid === openid ? notice.author : identity
  const act = noteAct(session, role, 'notice.withdraw')
  const duty = { kind: 'sweep', at: now + SWEEP_AFTER_MS, lease: 0, tries: 0 }
  const changed = await notices.update(
    { _id: noticeId, state: notice.state },
    withTrail({ $set: { state: 'withdrawn', duty } }, act),
  )
  if (!changed) return refuse('TRY_AGAIN')
  if (notice.state === 'published') await withdrawReceipts(notice, now)
  return succeed({})
}
