// Decides how a bureau issues a permission number to a school, sees where it was used, and takes it back (C16, G22).
import { addDays, beijingDay } from '@class-pact/core/calendar'
import { composeNumber, permissionState } from '@class-pact/core/bureau'
import { limits, type Instant, type Permission } from '@class-pact/core/contract'
import type { Handler, Whose } from '../../common/call/handlers'
import { findCall, findFounding, refuseReused, unlessDone } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import { deriveId } from '../../common/ids'
import { readPage, type List } from '../../common/store/pages'
import { noteAct, startTrail, withTrail } from '../../common/store/trail'
import type { PermissionDoc } from './documents'
import { permissionIdOf, permissions } from './permits'
import { bureauIdOf, findHeld } from './store'

/** Uses that a page names, the latest first. */
const SHOWN = 20
/** A number that the school has already is drawn anew. */
const TRIES = 4

export const issuePermission: Handler<'permission.issue'> = async (input, session) => {
  const { schoolId, purpose, from, to, uses } = input
  const { openid, requestId, identity, now } = session
  const today = beijingDay(now)
  if (to < from || to < today) return refuse('INPUT_INVALID', { field: 'to' })
  if (to > addDays(from, limits.PERMISSION_DAYS_MAX) || from > addDays(today, limits.PERMISSION_DAYS_MAX))
    return refuse('INPUT_INVALID', { field: 'to' })
  const bureauId = bureauIdOf(openid)
  const seat = await findHeld(schoolId, bureauId)
  if (!seat) return refuse('FORBIDDEN')
  for (let tried = 0; tried < TRIES; tried++) {
    const number = composeNumber(today.slice(0, 4), deriveId('number', openid, requestId, String(tried)))
    const drawn: PermissionDoc = {
      ...{ _id: permissionIdOf(schoolId, number), number, bureauId, bureau: seat.bureau },
      ...{ schoolId, schoolName: seat.schoolName, purpose, from, to, uses, used: [], issuedAt: now },
      callDigest: session.digest,
      ...startTrail(noteAct(session, identity.role, 'permission.issue', { uses })),
    }
    if (await permissions.insert(drawn)) return succeed(describePermission(drawn, now))
    const earlier = await permissions.find(drawn._id)
    const isOwn = earlier?.trail.some(({ id, by }) => id === requestId && by === openid)
    if (earlier && isOwn) {
      return findFounding(earlier, session) === 'other' ? refuseReused() : succeed(describePermission(earlier, now))
    }
  }
  return refuse('TRY_AGAIN')
}

export function describePermission(found: Omit<PermissionDoc, 'trail'>, now: Instant): Permission {
  const { _id: permissionId, number, schoolId, schoolName, bureau, purpose, from, to, uses, used, issuedAt } = found
  return {
    ...{ permissionId, number, schoolId, schoolName, bureau, purpose, from, to, uses, issuedAt },
    state: permissionState(found, beijingDay(now)),
    used: used
      .map(({ at }) => at)
      .reverse()
      .slice(0, SHOWN),
  }
}

export const listPermissions: Handler<'permission.list'> = async ({ after }, { openid, now }) => {
  const list: List = {
    parts: [
      {
        from: 'permissions',
        where: { bureauId: bureauIdOf(openid) },
        order: [['issuedAt', -1]],
        then: [{ $project: { trail: 0 } }],
      },
    ],
  }
  const { rows, total, next } = await readPage<PermissionDoc>(openid, list, after)
  return succeed({ permissions: rows.map((each) => describePermission(each, now)), total, next })
}

/** The number is its issuer's: nobody else takes it back. */
export async function findPermission(
  { permissionId }: { permissionId: string },
  { openid }: { openid: string },
): Promise<Whose<PermissionDoc> | undefined> {
  const found = await permissions.find(permissionId)
  return found?.bureauId === bureauIdOf(openid) ? { found, place: { schoolId: found.bureauId } } : undefined
}

export const endPermission: Handler<'permission.end', PermissionDoc> = async ({ permissionId }, session) => {
  const { found, identity, now } = session
  const been = findCall(found.trail, session)
  if (been === 'other') return refuseReused()
  if (been === 'repeat' || found.ended !== undefined) return succeed(describePermission(found, now))
  const act = noteAct(session, identity.role, 'permission.end')
  await permissions.update(
    { _id: permissionId, ended: { $exists: false }, ...unlessDone(session) },
    withTrail({ $set: { ended: now } }, act),
  )
  return succeed(describePermission({ ...found, ended: now }, now))
}
