// Decides how somebody of the bureau answers a principal's card: once, with an account of no school (G22).
import { normalizeName } from '@class-pact/core/family'
import type { CheckedWords } from '@class-pact/core/contract'
import type { Handler, Visit } from '../../common/call/handlers'
import { findCall, refuseReused, unlessDone } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import { noteAct, withTrail } from '../../common/store/trail'
import { findPerson, keepConsent } from '../person'
import type { SchoolDoc } from '../school'
import type { BureauSeatDoc } from './documents'
import { bureauIdOf, seats } from './store'

type Row = BureauSeatDoc & { led: Pick<SchoolDoc, '_id' | 'principals'>[] }

/** The seat that a card is for, while the card is open for this person; one call. */
async function findCard(token: string, { openid, now }: Visit): Promise<Row | undefined> {
  const [row] = await seats.aggregate<Row>([
    { $match: { token } },
    { $lookup: { from: 'schools', localField: '_id', foreignField: '_id', as: 'led' } },
    { $project: { 'led.trail': 0, 'led.calendar': 0 } },
    { $limit: 1 },
  ])
  if (!row) return undefined
  if (row.state === 'answered' && row.openid === openid) return row
  const isBacked = row.led[0]?.principals.some((each) => each.openid === row.inviter?.openid)
  return row.state === 'invited' && (row.expiresAt ?? 0) > now && isBacked ? row : undefined
}

export const readInvitation: Handler<'bureau.invitation'> = async ({ token }, visit) => {
  const card = await findCard(token, visit)
  if (!card) return refuse('INVITATION_INVALID')
  const { schoolName, bureau, inviter, expiresAt = 0, state } = card
  return succeed({
    ...{ schoolName, bureau, inviter: inviter?.card ?? '', expiresAt },
    ...(state === 'answered' && { answered: true as const }),
    consented: (await findPerson(visit.openid)) !== undefined,
  })
}

/** The name of a bureau that sits elsewhere already is the one it has there. */
export const acceptSeat: Handler<'bureau.accept'> = async ({ token, name }, visit) => {
  const { openid, now } = visit
  const card = await findCard(token, visit)
  if (!card) return refuse('INVITATION_INVALID')
  const waits = succeed({ outcome: 'waits' as const, schoolName: card.schoolName })
  if (card.state === 'answered') return findCall(card.trail, visit) === 'other' ? refuseReused() : waits
  const person = await findPerson(openid)
  const isElsewhere = [...(person?.identities ?? []), ...(person?.former ?? [])].some(({ role }) => role !== 'bureau')
  // Whoever looks over a school is nobody's family and nobody's teacher, by this account.
  if (isElsewhere) return refuse('BUREAU_APART')
  const held = await seats.list<Pick<BureauSeatDoc, '_id' | 'bureau'>>(
    { openid, state: 'held' },
    { limit: HELD_MOST, fields: { bureau: 1 } },
  )
  if (!person) await keepConsent(openid, now)
  const answered = {
    ...{ state: 'answered', openid, bureauId: bureauIdOf(openid), answeredAt: now, schools: held.length },
    person: normalizeName(name) as CheckedWords,
    ...(held[0] && { bureau: held[0].bureau }),
  }
  const open = { _id: card._id, token, state: 'invited', ...unlessDone(visit) }
  const act = noteAct(visit, 'bureau', 'bureau.accept')
  return (await seats.update(open, withTrail({ $set: answered }, act))) ? waits : refuse('TRY_AGAIN')
}

/** Schools of one bureau: a district has some hundred. */
const HELD_MOST = 500
