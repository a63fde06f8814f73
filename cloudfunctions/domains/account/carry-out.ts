// Decides what an approved request brings about: the seat, the mute and the supervision go to the new account (M13).
import { readClock } from '../../common/clock'
import { finishing, type StepDone } from '../../common/call/duties'
import type { Duty, TrailEntry } from '../../common/store/documents'
import { children, moveSeat, moveSupervision } from '../class'
import { followAccount } from '../moderation'
import { confirmPresence } from '../person'
import type { MoveDoc } from './documents'
import { moves } from './moves'

/** Every part can be done again and changes nothing more. False: nobody holds that seat any more. */
export async function carryOut(move: MoveDoc, act: TrailEntry): Promise<boolean> {
  const { approvedFor, openid, guardianName: name, classId, decision = '' } = move
  if (!approvedFor) return false
  const { childId, ...from } = approvedFor
  const to = { openid, name, since: readClock() }
  const key = `${move._id}:${decision}`
  if (!(await moveSeat(childId, from, to, key, { ...act, action: 'seat.move' }))) return false
  const mutes = await followAccount(classId, from.openid, openid, act.at)
  await confirmPresence(openid, act.at, mutes)
  const stays = await children.count({ classId, 'guardians.openid': from.openid })
  if (stays === 0) await moveSupervision(classId, from.openid, to, act)
  return true
}

/** The seat was gone in the same moment: the request waits again. */
export async function takeMoveBack({ _id, decision }: MoveDoc): Promise<void> {
  await moves.update(
    { _id, state: 'approved', decision },
    { $set: { state: 'pending' }, $unset: { duty: '', decidedAt: '', decision: '', approvedFor: '' } },
  )
}

/** An approval whose call broke is carried out by the clock. */
export async function stepMove(move: MoveDoc, duty: Duty): Promise<StepDone> {
  if (move.state !== 'approved') return 'done'
  if (await carryOut(move, finishing(duty, 'move.carry_out'))) return 'done'
  await takeMoveBack(move)
  return 'written'
}
