// Decides how somebody sits down beside a child: the child's document gives the seat, and all that comes with it.
import type { Identity, Instant, Pact, Relation } from '@class-pact/core/contract'
import { askForSeat, cardFormat, describeGuardian } from '@class-pact/core/family'
import { seatLimit } from '@class-pact/core/pact'
import { refuse, succeed, type Refusal } from '../../common/call/results'
import { mutesOf, type MutingCase } from '../moderation'
import { children, leaveSeat, takeSeat, type Guardian, type Warrant } from '../class'
import type { ChildDoc } from '../class'
import type { TrailEntry } from '../../common/store/documents'
import { confirmPresence, keepConsent } from '../person'
import { fullSeats, type Place } from './place'

export interface Seating {
  child: ChildDoc
  place: Place
  pact: Pact
  openid: string
  /** They are stored already; their consent with them. */
  known: boolean
  relation: Relation
  name?: string
  /** Cases that still mute them in this class, also when they were forgotten meanwhile (G04). */
  mutes: MutingCase[]
  /** By whose word, where it is not the roster's. */
  warrant?: Warrant
}

/**
 * Exactly as many sit down as there are seats, whoever comes at once (M01); sitting down twice is sitting down once, and
 * finishes what a broken call has begun.
 * Errors: SEATS_FULL; TRY_AGAIN if the child changed under the call, or the person is being forgotten.
 */
export async function seatGuardian(
  seating: Seating,
  now: Instant,
  act: TrailEntry,
): Promise<{ ok: true; data: Identity } | Refusal> {
  const { place, pact, openid, relation, warrant } = seating
  const limit = seatLimit(pact)
  const offered = offer(seating.child, warrant)
  const named = { childId: offered._id, childName: offered.name }
  const wanted = describeGuardian(place, named, relation, cardFormat(pact))
  const guardian: Guardian = { openid, relation, card: wanted.card, name: seating.name, since: now }

  let present = offered
  if (askForSeat(offered, openid, limit) === 'free' && !(await takeSeat(offered, limit, guardian, act, warrant))) {
    const found = await children.find(offered._id)
    if (!found) return refuse('INVITATION_INVALID')
    present = offer(found, warrant)
    if (askForSeat(present, openid, limit) === 'free') return refuse('TRY_AGAIN')
  }
  if (askForSeat(present, openid, limit) === 'full') return refuse('SEATS_FULL', fullSeats(pact, present))

  const mutes = mutesOf(seating.mutes, place.classId)
  if (!seating.known) await keepConsent(openid, now, mutes)
  else if (!(await confirmPresence(openid, now, mutes))) {
    await leaveSeat(offered._id, openid, { ...act, action: 'seat.leave' })
    return refuse('TRY_AGAIN')
  }
  const seated = present.guardians.find((each) => each.openid === openid)
  return succeed(seated ? describeGuardian(place, named, seated.relation, cardFormat(pact)) : wanted)
}

/** The child as the applicant finds it: with the seat that an approval raises. */
function offer(child: ChildDoc, warrant: Warrant | undefined): ChildDoc {
  return warrant?.approved?.raises ? { ...child, extraSeat: true } : child
}
