// Decides how a principal seats a bureau over the school: asks somebody in, confirms who has come, ends it (G22).
import { limits } from '@class-pact/core/contract'
import type { Handler } from '../../common/call/handlers'
import { findCall, refuseReused, unlessDone } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import { createToken } from '../../common/ids'
import { noteAct, startTrail, withTrail } from '../../common/store/trail'
import type { BureauSeatDoc } from './documents'
import { describeSeat } from './read-seat'
import { seats } from './store'

const DAY_MS = 86_400_000

/** Whoever is asked in anew takes the card of whoever was asked before. */
export const inviteBureau: Handler<'bureau.invite'> = async ({ schoolId, bureau, name }, session) => {
  const { openid, identity, now } = session
  const before = await seats.find(schoolId)
  const been = findCall(before?.trail, session)
  if (been === 'other') return refuseReused()
  if (before && been === 'repeat') return describeSeat(schoolId, session)
  if (before?.state === 'held') return refuse('BUREAU_SEATED', { facts: { bureau: before.bureau } })
  const act = noteAct(session, identity.role, 'bureau.invite')
  const asked = {
    ...{ schoolName: identity.schoolName, state: 'invited' as const, bureau, person: name, token: createToken() },
    ...{ expiresAt: now + limits.BUREAU_INVITATION_DAYS * DAY_MS, inviter: { openid, card: identity.card } },
  }
  const isDone = before
    ? await seats.update(
        { _id: schoolId, state: { $ne: 'held' }, ...unlessDone(session) },
        withTrail({ $set: asked, $unset: { openid: '', bureauId: '', answeredAt: '', schools: '' } }, act),
      )
    : await seats.insert({ _id: schoolId, ...asked, ...startTrail(act) })
  return isDone ? describeSeat(schoolId, session) : refuse('TRY_AGAIN')
}

/** `seen`: a card that somebody else has answered meanwhile seats nobody. */
export const confirmBureau: Handler<'bureau.confirm'> = async ({ schoolId, seen }, session) => {
  const { identity, now } = session
  const answered = { _id: schoolId, state: 'answered', answeredAt: seen, ...unlessDone(session) }
  const held = { state: 'held', since: now, duty: { kind: 'settle', at: now, lease: 0, tries: 0 } }
  const act = noteAct(session, identity.role, 'bureau.confirm')
  const changed = await seats.update(answered, withTrail({ $set: held, $unset: { token: '', expiresAt: '' } }, act))
  if (changed) return describeSeat(schoolId, session)
  const after = await seats.find<Pick<BureauSeatDoc, 'trail'>>(schoolId, { trail: 1 })
  const been = findCall(after?.trail, session)
  if (been === 'repeat') return describeSeat(schoolId, session)
  return been === 'other' ? refuseReused() : refuse('BUREAU_STATE')
}

/** At any time, in whatever state: from then on nobody sits there, and nothing of who did is kept. */
export const endBureau: Handler<'bureau.end'> = async ({ schoolId }, session) => {
  const found = await seats.find<Pick<BureauSeatDoc, 'trail' | 'state'>>(schoolId, { trail: 1, state: 1 })
  const been = findCall(found?.trail, session)
  if (been === 'other') return refuseReused()
  if (!found || been === 'repeat' || found.state === 'ended') return succeed({})
  const act = noteAct(session, session.identity.role, 'bureau.end')
  await seats.update(
    { _id: schoolId, state: { $ne: 'ended' }, ...unlessDone(session) },
    withTrail({ $set: { state: 'ended' }, $unset: EMPTY }, act),
  )
  return succeed({})
}

/** What goes with whoever goes. */
export const EMPTY = Object.fromEntries(
  [
    ...['openid', 'bureauId', 'person', 'token', 'expiresAt', 'inviter', 'answeredAt', 'schools', 'since', 'sums'],
    ...['inspection', 'duty'],
  ].map((field) => [field, '']),
)
