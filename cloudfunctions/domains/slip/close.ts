// Decides when a class's slip is closed: an important one only when every child is signed or followed up (N06, N07).
import { canClose, countEntries } from '@class-pact/core/notice'
import type { Handler } from '../../common/call/handlers'
import { findCall, refuseReused } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import { noteAct, withTrail } from '../../common/store/trail'
import { describeBoard, slipState } from './board'
import { mayBeside, type FoundSlip } from './find-slip'
import { slips } from './store'
import { closeChange } from './changes'

/** A signature may come in while it is closed; then it is looked at again. */
const LOOKS = 3

export const close: Handler<'slip.close', FoundSlip> = async (_input, session) => {
  const { now, identity, found } = session
  let { slip } = found
  const may = mayBeside(slip, session, identity)
  for (let look = 1; ; look++) {
    if (findCall(slip.trail, session) === 'other') return refuseReused()
    if (slip.state === 'closed') return succeed(describeBoard(slip, true, may))
    if (slip.state !== 'running') return refuse('NOTICE_STATE', { facts: { state: slipState(slip) } })
    const counts = countEntries(slip.entries, slip.signFrom)
    if (!canClose(slip, counts)) return refuse('NOT_ALL_REACHED', { rule: 'N06', facts: { left: counts.missing } })

    const { where, change } = closeChange(slip.updatedAt, now)
    const act = noteAct(session, identity.role, 'slip.close')
    if (await slips.update({ _id: slip._id, version: slip.version, ...where }, withTrail(change, act))) {
      return succeed(describeBoard({ ...slip, state: 'closed', closedAt: now, updatedAt: now }, true, may))
    }
    const again = look < LOOKS ? await slips.find(slip._id) : undefined
    if (!again) return refuse('TRY_AGAIN')
    slip = again
  }
}
