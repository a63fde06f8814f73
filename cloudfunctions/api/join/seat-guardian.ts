// Decides how somebody sits down beside a child: the child's document first, because it is the authority, then the person's.
import type { Identity, Pact, Relation } from '@class-pact/core/contract'
import { askForSeat, cardFormat, describeGuardian } from '@class-pact/core/family'
import { seatLimit } from '@class-pact/core/pact'
import type { Visit } from '../../common/call/handlers'
import { refuse, succeed, type Refusal } from '../../common/call/results'
import { mutesOf, type MutingCase } from '../../common/store/cases'
import { children, takeSeat, type Guardian } from '../../common/store/children'
import type { ChildDoc, TrailEntry } from '../../common/store/documents'
import { grantIdentity } from '../../common/store/people'
import { fullSeats } from './create-invitation'
import type { placeOf } from './door'

export interface Seating {
  child: ChildDoc
  place: ReturnType<typeof placeOf>
  pact: Pact
  openid: string
  /** They are stored already; their consent with them. */
  known: boolean
  relation: Relation
  name?: string
  /** Cases that still mute them in this class, also when they were forgotten meanwhile (G04). */
  mutes: MutingCase[]
}

/**
 * Exactly as many sit down as there are seats, whoever comes at once (M01); sitting down twice is sitting down once, and
 * finishes what a broken call has begun.
 * Errors: SEATS_FULL; TRY_AGAIN if the seats of the child changed under the call.
 */
export async function seatGuardian(
  seating: Seating,
  { now }: Pick<Visit, 'now'>,
  act: TrailEntry,
): Promise<{ ok: true; data: Identity } | Refusal> {
  const { child, place, pact, openid, relation } = seating
  const named = { childId: child._id, childName: child.name }
  const wanted = describeGuardian(place, named, relation, cardFormat(pact))
  const limit = seatLimit(pact)
  const guardian: Guardian = { openid, relation, card: wanted.card, name: seating.name, since: now }

  let present: ChildDoc | undefined = child
  if (askForSeat(child, openid, limit) === 'free' && !(await takeSeat(child, limit, guardian, act))) {
    present = await children.find(child._id)
    if (!present) return refuse('INVITATION_INVALID')
    if (askForSeat(present, openid, limit) === 'free') return refuse('TRY_AGAIN')
  }
  if (askForSeat(present, openid, limit) === 'full') return refuse('SEATS_FULL', fullSeats(pact, present))

  const seated = present.guardians.find((each) => each.openid === openid)
  const identity = seated ? describeGuardian(place, named, seated.relation, cardFormat(pact)) : wanted
  await grantIdentity(openid, identity, now, seating.known, mutesOf(seating.mutes, place.classId))
  return succeed(identity)
}
