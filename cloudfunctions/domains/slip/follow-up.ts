// Decides how a call, a paper or a visit counts: who told whom when; a counter-entry, not an eraser (N06, X04).
import type { FollowUp } from '@class-pact/core/contract'
import { isFollowed, standingSignature, type SlipEntry } from '@class-pact/core/notice'
import type { Handler } from '../../common/call/handlers'
import { findCall, refuseReused, unlessDone } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import { slips } from './store'
import type { Reached } from '../../common/store/reached'
import { noteAct, withTrail } from '../../common/store/trail'
import { doubtOf } from '../../common/wechat/check-words'
import { describeBoard, slipState } from './board'
import { mayBeside, type FoundSlip } from './find-slip'
import { followUpChange } from './changes'
import type { SlipDoc } from './documents'

/** A phone's clock may be this much ahead, milliseconds. */
const CLOCK_SKEW_MS = 5 * 60_000
/** A family may have been told at the gate the day before the notice came out. */
const TOLD_BEFORE_MS = 7 * 86_400_000
/** Follow-ups of one child on one slip: a week of calls, each taken back once. */
const FOLLOW_UPS_MOST = 20

/** The family has signed, or been told, of the words that stand. */
const isReached = ({ state, signFrom }: SlipDoc, line: SlipEntry | undefined): boolean =>
  state === 'running' &&
  line !== undefined &&
  (isFollowed(line, signFrom) || standingSignature(line, signFrom) !== undefined)

/** The contact that a counter-entry takes back. */
const latestReached = ({ reachedBy = [] }: SlipDoc, childId: string): Reached | undefined =>
  reachedBy.filter((each) => each.childId === childId).at(-1)

export const followUp: Handler<'slip.followUp', FoundSlip> = async (input, session) => {
  const { childId, way, told, at, result, takesBack, once } = input
  const { now, check, openid, identity, found } = session
  const { slip } = found
  if (at > now + CLOCK_SKEW_MS || at < slip.publishedAt - TOLD_BEFORE_MS)
    return refuse('INPUT_INVALID', { field: 'at' })
  const been = findCall(slip.trail, session)
  if (been === 'other') return refuseReused()
  if (been === 'repeat') return succeed(describeBoard(slip, true, mayBeside(slip, session, identity)))

  const entry: FollowUp = {
    way,
    told,
    at,
    by: identity.card,
    result,
    takesBack,
    ...(doubtOf(check) && { doubted: true }),
  }
  const { version, signFrom } = slip
  const reached = takesBack ? latestReached(slip, childId) : { childId, by: openid, way, at }
  const { where, change } = followUpChange(childId, entry, now, { version, signFrom, once, reached })
  const room = { [`entries.${childId}.followUps.${FOLLOW_UPS_MOST - 1}`]: { $exists: false } }
  const act = noteAct(session, identity.role, takesBack ? 'slip.takeBack' : 'slip.followUp', { childId, way })
  const changed = await slips.update(
    { _id: slip._id, ...unlessDone(session), ...where, ...room },
    withTrail(change, act),
  )
  const after = await slips.find(slip._id)
  if (!after) return refuse('FORBIDDEN')
  const stands = findCall(after.trail, session)
  if (stands === 'other') return refuseReused()
  const line = after.entries[childId]
  if (!changed && stands === 'fresh' && once && isReached(after, line))
    return refuse('FOLLOWED_ALREADY', { rule: 'N06' })
  if (!changed && stands === 'fresh' && (line?.followUps.length ?? 0) >= FOLLOW_UPS_MOST) return refuse('TOO_MANY')
  if (!changed && stands === 'fresh' && after.version !== slip.version) return refuse('NOTICE_CHANGED')
  if (!changed && stands === 'fresh') return refuse('NOTICE_STATE', { facts: { state: slipState(after) } })
  return succeed(describeBoard(after, true, mayBeside(after, session, identity)))
}
