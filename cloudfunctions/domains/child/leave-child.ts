// Decides how a child leaves for good or for a while, who confirms it, and how it comes back (L12).
import { beijingDay } from '@class-pact/core/calendar'
import { leavingDays, stateOf } from '@class-pact/core/child'
import type { Day, Instant, LeavingCause } from '@class-pact/core/contract'
import type { Handler } from '../../common/call/handlers'
import { refuse } from '../../common/call/results'
import { isLeader } from '../../common/call/scope'
import { noteAct } from '../../common/store/trail'
import type { ChildDoc } from '../class'
import { decide } from './decide'
import type { FoundChild } from './find-child'

const NONE = { $exists: false }
const ANY = { $exists: true }

/** From that day on the child is not here. */
export function goingAway(cause: LeavingCause, from: Day, since: Instant): NonNullable<ChildDoc['away']> {
  return { state: stateOf(cause), cause, from, since }
}

/** A leader's word holds at once; the head teacher's waits for a leader's. */
export const leaveChild: Handler<'child.leave', FoundChild> = async ({ childId, cause, from }, session) => {
  const { now, identity, found } = session
  const { first, last } = leavingDays(beijingDay(now))
  if (from < first || from > last) return refuse('INPUT_INVALID', { field: 'from' })
  const act = noteAct(session, identity.role, 'child.leave', { childId, cause, from })
  const { classId } = found.child
  if (!isLeader(identity)) {
    const leaving = { cause, from, by: identity.card, at: now }
    return decide(
      session,
      { childId, where: { classId, away: NONE, leaving: NONE }, change: { $set: { leaving } }, act },
      (child) => child.leaving?.cause === cause && child.leaving.from === from,
    )
  }
  return decide(
    session,
    {
      childId,
      where: { classId, away: NONE },
      change: { $set: { away: goingAway(cause, from, now) }, $unset: { leaving: '', missedSince: '' } },
      act,
    },
    (child) => child.away?.state === stateOf(cause) && child.away.from === from,
  )
}

/** What was recorded, as it was read: what was taken back meanwhile is confirmed by nobody. */
export const confirmLeaving: Handler<'child.confirm', FoundChild> = async ({ childId, confirm }, session) => {
  const { now, identity, found } = session
  const { leaving, away } = found.child
  const act = noteAct(session, identity.role, confirm ? 'child.confirm' : 'child.decline', { childId })
  return decide(session, {
    childId,
    where: leaving && !away ? { 'leaving.at': leaving.at, away: NONE } : { 'leaving.at': -1 },
    change: confirm
      ? {
          ...(leaving && { $set: { away: goingAway(leaving.cause, leaving.from, now) } }),
          $unset: { leaving: '', missedSince: '' },
        }
      : { $unset: { leaving: '' } },
    act,
  })
}

/** With its line, its seats and its family's access, as if it had not been away. */
export const returnChild: Handler<'child.return', FoundChild> = async ({ childId }, session) => {
  const { identity } = session
  return decide(
    session,
    {
      childId,
      where: { $or: [{ away: ANY }, { leaving: ANY }, { missedSince: ANY }] },
      change: { $unset: { away: '', leaving: '', missedSince: '' } },
      act: noteAct(session, identity.role, 'child.return', { childId }),
    },
    ({ away, leaving, missedSince }) => !away && !leaving && missedSince === undefined,
  )
}
