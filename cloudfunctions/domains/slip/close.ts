// Decides when a class's slip is closed: an important one only when every child is signed or followed up (N06, N07).
import { canClose, closeChange, countEntries } from '@class-pact/core/notice'
import type { Handler } from '../../common/call/handlers'
import { findCall, refuseReused } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import { slipId } from './open-slips'
import { slips } from './store'
import { noteAct, withTrail } from '../../common/store/trail'
import { boardAccess } from './access'
import { describeBoard, slipState } from './board'

/** A signature may come in while it is closed; then it is looked at again. */
const LOOKS = 3

export const close: Handler<'slip.close'> = async ({ noticeId, classId }, session) => {
  const _id = slipId(noticeId, classId)
  for (let look = 0; look < LOOKS; look++) {
    const slip = await slips.find(_id)
    const access = slip && boardAccess(session.person, slip)
    if (!slip || !access?.canAct) return refuse('FORBIDDEN')
    if (findCall(slip.trail, session) === 'other') return refuseReused()
    if (slip.state === 'closed') return succeed(describeBoard(slip, true))
    if (slip.state !== 'running') return refuse('NOTICE_STATE', { facts: { state: slipState(slip) } })
    const counts = countEntries(slip.entries)
    if (!canClose(slip, counts)) return refuse('NOT_ALL_REACHED', { rule: 'N06', facts: { left: counts.missing } })

    const { where, change } = closeChange(slip.updatedAt, session.now)
    if (await slips.update({ _id, ...where }, withTrail(change, noteAct(session, access.role, 'slip.close')))) {
      return succeed(describeBoard({ ...slip, state: 'closed', closedAt: session.now, updatedAt: session.now }, true))
    }
  }
  return refuse('TRY_AGAIN')
}
