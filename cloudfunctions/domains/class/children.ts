// Decides what is asked of children and changed in them; the authority on seats.
import { beijingDay } from '@class-pact/core/calendar'
import type { Day, Instant } from '@class-pact/core/contract'
import { seatsOf } from '@class-pact/core/family'
import { openCollection, type Where } from '../../common/store/collection'
import type { ChildDoc } from './documents'
import type { TrailEntry } from '../../common/store/documents'
import { admitting, thenSettle } from '../../common/store/settle'
import { withTrail } from '../../common/store/trail'

export const children = openCollection<ChildDoc>('children')

/** Children that are here on a day: who has left or graduated by then, or does not come for a while, is not (L12, L13). */
export const presentOn = (day: Day): Where => ({
  $nor: [{ 'away.from': { $lte: day } }, { graduated: { $exists: true } }],
})

export type Guardian = ChildDoc['guardians'][number]

/** By whose word somebody sits down: a guardian's own invitation, an approved application, or neither. */
export interface Warrant {
  /** The guardian who asked in, while they sit there themselves. */
  invitedBy?: Pick<Guardian, 'openid' | 'since'>
  /** The head teacher's word: it also lets in whoever was asked to leave, and raises the seat that was asked for. */
  approved?: { key: string; raises: boolean }
}

/**
 * Takes a seat beside a child: one conditional update, so that of twenty who come at once exactly as many sit down as
 * there are seats (M01), nobody comes back by a call that overtook their removal, and no invitation outlives its maker's
 * seat. False: the seats were taken meanwhile, or the guardian has one already, was asked to leave, or the child is away or is called
 * otherwise than the card says.
 * @param limit the seats that the pact in force gives
 */
export async function takeSeat(
  child: Pick<ChildDoc, '_id' | 'classId' | 'name' | 'extraSeat'>,
  limit: number,
  guardian: Guardian,
  act: TrailEntry,
  { invitedBy, approved }: Warrant = {},
): Promise<boolean> {
  const raised = approved?.raises ? { extraSeat: true as const } : {}
  const seats = seatsOf({ ...child, ...raised }, limit)
  if (seats < 1) return false
  const admission = approved && admitting(approved.key)
  const free: Where[] = [
    { _id: child._id, classId: child.classId, name: child.name, [`guardians.${seats - 1}`]: { $exists: false } },
    { 'guardians.openid': { $ne: guardian.openid } },
    presentOn(beijingDay(act.at)),
    approved ? { ...admission?.free } : { removed: { $ne: guardian.openid } },
    invitedBy ? { guardians: { $elemMatch: { openid: invitedBy.openid, since: invitedBy.since } } } : {},
  ]
  const change = { $push: { guardians: guardian, ...admission?.push }, ...(approved?.raises && { $set: raised }) }
  return (await children.update({ $and: free }, thenSettle(withTrail(change, act), act.at))) === 1
}

/** Gives a seat back; false: this person has none there. The seat is free for somebody else at once. */
export async function leaveSeat(childId: string, openid: string, act: TrailEntry): Promise<boolean> {
  const seated = { _id: childId, 'guardians.openid': openid }
  return (await children.update(seated, emptySeat(openid, act))) === 1
}

/** Gives every seat back that a person has. */
export async function leaveSeats(openid: string, act: TrailEntry): Promise<void> {
  await children.update({ 'guardians.openid': openid }, emptySeat(openid, act))
}

/** Takes a guardian's seat beside one child; they come back only by the head teacher's word (M11). */
export async function removeFromChild(childId: string, openid: string, act: TrailEntry): Promise<void> {
  await children.update({ _id: childId, ...notShut(openid) }, shutOut(openid, act))
}

/**
 * Takes a guardian's seat beside every child of one class; the other guardians stay (G05).
 * @param childId the child beside whom they were seen
 */
export async function removeGuardian(
  { classId, childId }: { classId: string; childId: string },
  openid: string,
  act: TrailEntry,
): Promise<void> {
  const beside = {
    $or: [
      { classId, 'guardians.openid': openid },
      { _id: childId, removed: { $ne: openid } },
    ],
  }
  await children.update(beside, shutOut(openid, act))
}

/** Also whoever gave the seat back a moment ago: they would sit down again by a call that is on its way. */
const notShut = (openid: string): Where => ({
  $or: [{ 'guardians.openid': openid }, { removed: { $ne: openid } }],
})

/** Whoever was asked to leave may be asked in again, as everybody: beside every child of the class, and the one they were removed from. */
export async function readmitGuardian(
  { classId, childId }: { classId: string; childId: string },
  openid: string,
  act: TrailEntry,
): Promise<void> {
  const shut = { $or: [{ classId }, { _id: childId }], removed: openid }
  await children.update(shut, withTrail({ $pull: { removed: openid } }, act))
}

/** Takes the seat of somebody who is no longer there, as it was seen: whoever sat down anew keeps it. */
export async function clearSeat(childId: string, openid: string, since: Instant, act: TrailEntry): Promise<void> {
  const seen = { _id: childId, guardians: { $elemMatch: { openid, since } } }
  await children.update(seen, withTrail({ $pull: { guardians: { openid, since } } }, act))
}

function emptySeat(openid: string, act: TrailEntry) {
  return thenSettle(withTrail({ $pull: { guardians: { openid } } }, act), act.at)
}

function shutOut(openid: string, act: TrailEntry) {
  const change = { $pull: { guardians: { openid } }, $addToSet: { removed: openid } }
  return thenSettle(withTrail(change, act), act.at)
}

/** One seat more beside one child, and never a second one; a repeat changes nothing (M01). */
export async function grantSeat(childId: string, act: TrailEntry): Promise<void> {
  const granted = withTrail({ $set: { extraSeat: true } }, { ...act, action: 'seat.raise' })
  await children.update({ _id: childId, extraSeat: { $ne: true } }, granted)
}

/** A seat that moved within the list under the call is looked for again. */
const ROUNDS_MAX = 3

/**
 * A guardian's seat goes to another account of theirs: once by one decision, and only from whoever was seen there. A
 * repeat finds it done.
 */
export async function moveSeat(
  childId: string,
  from: Pick<Guardian, 'openid' | 'since'>,
  to: Pick<Guardian, 'openid' | 'name' | 'since'>,
  key: string,
  act: TrailEntry,
): Promise<boolean> {
  const { free, push } = admitting(key)
  for (let round = 0; round < ROUNDS_MAX; round++) {
    const child = await children.find<Pick<ChildDoc, 'guardians' | 'admitted'>>(childId, { guardians: 1, admitted: 1 })
    if (child?.admitted?.includes(key)) return true
    const at = child?.guardians.findIndex(({ openid, since }) => openid === from.openid && since === from.since) ?? -1
    if (at < 0) return false
    const seat = `guardians.${at}`
    const held: Where[] = [
      { _id: childId, [`${seat}.openid`]: from.openid, [`${seat}.since`]: from.since },
      { 'guardians.openid': { $ne: to.openid } },
      free,
    ]
    const taken = {
      [`${seat}.openid`]: to.openid,
      [`${seat}.since`]: to.since,
      ...(to.name && { [`${seat}.name`]: to.name }),
    }
    const change = withTrail({ $set: taken, $push: push }, act)
    if (await children.update({ $and: held }, thenSettle(change, act.at))) return true
  }
  return false
}

/** A guardian has looked at their own card again (M10). False: this call has been here, or the seat is another by now. */
export async function confirmGuardian(
  childId: string,
  at: number,
  guardian: Required<Pick<Guardian, 'openid' | 'card' | 'relation' | 'confirmedAt'>>,
  act: TrailEntry,
): Promise<boolean> {
  const { openid, ...confirmed } = guardian
  const own = { _id: childId, [`guardians.${at}.openid`]: openid }
  const once = { trail: { $not: { $elemMatch: { id: act.id, by: openid } } } }
  const set = Object.fromEntries(Object.entries(confirmed).map(([field, value]) => [`guardians.${at}.${field}`, value]))
  return (await children.update({ ...own, ...once }, withTrail({ $set: set }, act))) === 1
}
