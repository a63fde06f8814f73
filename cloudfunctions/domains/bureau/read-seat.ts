// Decides what a principal sees of the bureau over the school: who sits there, its numbers, what waits (G22).
import { beijingDay } from '@class-pact/core/calendar'
import { permissionState } from '@class-pact/core/bureau'
import type { BureauSeat, Instant, Reply } from '@class-pact/core/contract'
import { termNow } from './term'
import type { Handler, Session } from '../../common/call/handlers'
import { succeed } from '../../common/call/results'
import type { Stage } from '../../common/store/collection'
import { countOf, lookUpCount, type Counted } from '../../common/store/pages'
import { people } from '../person'
import type { BureauSeatDoc, PermissionDoc } from './documents'
import { describePermission } from './issue-permission'
import { seats } from './store'

/** Numbers that a page shows: more than a school collects for at a time. */
const SHOWN = 20

interface Row {
  seats: BureauSeatDoc[]
  permissions: PermissionDoc[]
}

export const readSeat: Handler<'bureau.seat'> = ({ schoolId }, session) => describeSeat(schoolId, session)

/** One call for all of it, and one for what waits under whoever sits there. */
export async function describeSeat(
  schoolId: string,
  { openid, now }: Pick<Session, 'openid' | 'now'>,
): Promise<Reply<BureauSeat>> {
  const today = beijingDay(now)
  const [row] = await people.aggregate<Row>([
    { $match: { _id: openid } },
    { $project: { _id: 1 } },
    lookUp('bureau_seats', 'seats', [{ $match: { _id: schoolId } }, { $project: { trail: 0 } }]),
    lookUp('permissions', 'permissions', [
      { $match: { schoolId, to: { $gte: today }, ended: { $exists: false } } },
      { $sort: { to: 1 } },
      { $limit: SHOWN },
      { $project: { trail: 0 } },
    ]),
    { $limit: 1 },
  ])
  const seat = row?.seats[0]
  const usable = (row?.permissions ?? []).filter((each) => permissionState(each, today) !== 'used')
  const waits = seat?.state === 'held' ? await countWaiting(seat) : 0
  return succeed({
    schoolId,
    waiting: waits,
    permissions: usable.map((each) => describePermission(each, now)),
    ...(seat && shownSeat(seat, now)),
  })
}

const lookUp = (from: string, as: string, pipeline: Stage[]): Stage => ({ $lookup: { from, pipeline, as } })

async function countWaiting({ _id: schoolId, bureauId = '' }: BureauSeatDoc): Promise<number> {
  const [row] = await seats.aggregate<{ waiting: Counted }>([
    { $match: { _id: schoolId } },
    { $project: { _id: 1 } },
    lookUpCount('bureau_letters', 'waiting', { schoolId, bureauId, state: 'waiting' }),
    { $limit: 1 },
  ])
  return countOf(row?.waiting)
}

function shownSeat(seat: BureauSeatDoc, now: Instant): Omit<BureauSeat, 'schoolId' | 'waiting' | 'permissions'> {
  const { state, bureau, person, since, token, expiresAt = 0, answeredAt, schools = 0 } = seat
  // A card that nobody has answered in time is none.
  if (state === 'ended' || (state === 'invited' && expiresAt <= now)) return { state: 'ended', bureau }
  return {
    ...{ state, bureau, person, since },
    ...(state === 'invited' && { path: pathOf(token ?? ''), expiresAt }),
    ...(state === 'answered' && { answered: { at: answeredAt ?? 0, schools } }),
    ...inspectionOf(seat, now),
  }
}

/** Page the shared card opens. */
const pathOf = (token: string) => `packages/bureau/invite/invite?token=${token}`

/** A report is of its term. */
export function inspectionOf({ inspection }: Pick<BureauSeatDoc, 'inspection'>, now: Instant) {
  if (!inspection || inspection.from !== termNow(now).from) return {}
  const { from: _, ...shown } = inspection
  return { inspection: shown }
}
