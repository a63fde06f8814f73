// Decides how a notice is taken back: the notice, then its slips; the clock sweeps what a crash leaves open (G18, G20).
import { SWEEP_AFTER_MS, canWithdraw } from '@class-pact/core/notice'
import type { Handler } from '../../common/call/handlers'
import { findCall, refuseReused } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import { noteAct, withTrail } from '../../common/store/trail'
import { keepWords } from '../../common/wechat/check-words'
import type { NoticeDoc } from './documents'
import type { FoundNotice } from './find-notice'
import { stops } from './may-change'
import { notices } from './notices'
import { withdrawReceipts } from './open-receipts'

export const withdraw: Handler<'notice.withdraw', FoundNotice> = async ({ noticeId, reason }, session) => {
  const { openid, now, check, identity, found } = session
  const { notice } = found
  if (findCall(notice.trail, session) === 'other') return refuseReused()
  if (notice.state === 'withdrawn') return succeed({})
  if (!canWithdraw(notice.state)) return refuse('NOTICE_STATE', { facts: { state: notice.state } })
  // Whoever has read it is told why it is no more.
  if (notice.state === 'published' && !reason) return refuse('INPUT_INVALID', { field: 'reason' })

  // Its author takes it back as what they wrote it as.
  const isOwn = notice.author.openid === openid
  const { role, card } = isOwn ? notice.author : identity
  const isStopped = stops(notice, { openid, identity, classId: identity.classId ?? '' })
  const withdrawn: NonNullable<NoticeDoc['withdrawn']> = {
    ...{ at: now, by: card, role },
    ...keepWords(reason, check),
    ...(isStopped && { stops: true }),
  }
  const act = isStopped
    ? noteAct(session, role, 'notice.stop', { by: card, author: notice.author.card })
    : noteAct(session, role, 'notice.withdraw')
  const duty = { kind: 'sweep', at: now + SWEEP_AFTER_MS, lease: 0, tries: 0 }
  const changed = await notices.update(
    { _id: noticeId, state: notice.state },
    withTrail({ $set: { state: 'withdrawn', withdrawn, duty } }, act),
  )
  if (!changed) return refuse('TRY_AGAIN')
  if (notice.state === 'published') await withdrawReceipts({ ...notice, withdrawn }, now)
  return succeed({})
}
