// Decides whose a slip is: its author's and the head teacher's to act on, the leaders' to look at (M14).
import { STAFF, type Identity } from '@class-pact/core/contract'
import type { Place, Session, Whose } from '../../common/call/handlers'
import { belongsTo, identityIn, isLeader } from '../../common/call/scope'
import { BOARD_FIELDS, type BoardMay, type BoardSlip } from './board'
import type { SlipDoc } from './documents'
import { slipId } from './open-slips'
import { slips } from './store'

export interface FoundSlip {
  slip: SlipDoc
}
export interface FoundBoard {
  slip: BoardSlip
}

interface Named {
  noticeId: string
  classId: string
  childId?: string
}

/** What is acted on: its author's and the head teacher's. A child that has no line on it is not there. */
export async function findSlip(
  { noticeId, classId, childId }: Named,
  session: Session,
): Promise<Whose<FoundSlip> | undefined> {
  const slip = await slips.find(slipId(noticeId, classId))
  if (!slip || (childId !== undefined && !Object.hasOwn(slip.entries, childId))) return undefined
  return { found: { slip }, place: placeOf(slip, session), may: (identity) => mayActOn(slip, session, identity) }
}

/** What is looked at: the leaders' too. A private notice is its author's alone (C24). */
export async function findBoard(
  { noticeId, classId }: Named,
  session: Session,
): Promise<Whose<FoundBoard> | undefined> {
  const slip = await slips.find<BoardSlip>(slipId(noticeId, classId), BOARD_FIELDS)
  if (!slip) return undefined
  return { found: { slip }, place: placeOf(slip, session), may: (identity) => mayLookAt(slip, session, identity) }
}

/** What families think of a letter: for its author, and for the leaders unless it is private (N07, C24). */
export async function findOpinions(
  { noticeId, classId }: Named,
  session: Session,
): Promise<Whose<FoundBoard> | undefined> {
  const slip = await slips.find<BoardSlip>(slipId(noticeId, classId), BOARD_FIELDS)
  if (!slip) return undefined
  return { found: { slip }, place: placeOf(slip, session), may: (identity) => mayReadOpinions(slip, session, identity) }
}

export function mayReadOpinions(
  { authorOpenid, toChild }: Pick<SlipDoc, 'authorOpenid' | 'toChild'>,
  { openid }: Pick<Session, 'openid'>,
  identity: Identity,
): boolean {
  return authorOpenid === openid || (!toChild && isLeader(identity))
}

/** Remind, follow up, close. */
export function mayActOn(
  { authorOpenid, toChild }: Pick<SlipDoc, 'authorOpenid' | 'toChild'>,
  { openid }: Pick<Session, 'openid'>,
  { role }: Identity,
): boolean {
  return authorOpenid === openid || (!toChild && role === 'head_teacher')
}

/** Beside: correct the notice and take it back; the head teacher stops a colleague's, no leader's (G20). */
export function mayBeside(
  { authorOpenid, toChild, source }: Pick<SlipDoc, 'authorOpenid' | 'toChild' | 'source'>,
  { openid }: Pick<Session, 'openid'>,
  { role }: Identity,
): BoardMay {
  const isOwn = authorOpenid === openid
  const leads = isLeader({ role }) && !toChild
  const stops = role === 'head_teacher' && source === 'class' && !toChild
  return {
    ...((isOwn || (leads && source !== 'class')) && { canAmend: true }),
    ...((isOwn || leads || stops) && { canWithdraw: true }),
  }
}

/** Whoever may look at the board. */
export function mayLookAt(
  slip: Pick<SlipDoc, 'authorOpenid' | 'toChild'>,
  session: Session,
  identity: Identity,
): boolean {
  return mayActOn(slip, session, identity) || (!slip.toChild && identity.role !== 'teacher')
}

/** The class; an author who teaches there no more still sees to what they wrote, as what they are in the school. */
export function placeOf({ schoolId, classId, className, authorOpenid }: BoardSlip, { openid, person }: Session): Place {
  const place: Place = { schoolId, classId, className }
  const isStranded = authorOpenid === openid && !identityIn(person, STAFF, (identity) => belongsTo(identity, place))
  return isStranded ? { schoolId } : place
}
