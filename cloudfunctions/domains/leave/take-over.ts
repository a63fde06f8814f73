// Decides how an approved leave takes the place of the one it changes: never both lost, none twice for a half day.
import { cutAtReturn, cutForOther, freeSlots, holdSlots } from '@class-pact/core/leave'
import type { Instant } from '@class-pact/core/contract'
import { finishing } from '../../common/call/duties'
import { readClock } from '../../common/clock'
import { BOUNDS } from '../../common/store/bounds'
import { isDuplicate } from '../../common/store/database'
import type { Duty } from '../../common/store/documents'
import { withTrail } from '../../common/store/trail'
import type { LeaveDoc } from './documents'
import { leaves } from './store'

type Change = Pick<LeaveDoc, '_id' | 'replaces' | 'wants'>

/** Held by the one leave that is to change another. */
const changeOf = (leaveId: string) => `change:${leaveId}`

/** While two leaves stand for one child, the new one holds what the old one does not; this keeps a second change away. */
export const holdBeside = ({ _id, slots }: Pick<LeaveDoc, '_id' | 'slots'>, wants: readonly string[]): string[] => [
  ...wants.filter((slot) => !slots.includes(slot)),
  changeOf(_id),
]

/**
 * First the old leave goes, then the new one takes what it held. Between the two nobody counts twice, and a crash is finished
 * by the same duty: every step finds what is left to do.
 */
export async function takeOver(leave: LeaveDoc, duty: Duty): Promise<void> {
  if (!leave.replaces || !leave.wants) return
  await endReplaced(leave, leave.replaces.leaveId, duty)
  await takeWhatIsFree(leave, leave.wants)
}

/**
 * The half days that a leave gives back when it ends by itself go to the one that was to change it, also while that still
 * waits: it has asked for them, and rolls read a leave by what it holds. A repeat changes nothing.
 */
export async function passOn({ _id: oldId }: Pick<LeaveDoc, '_id'>): Promise<void> {
  const [change] = await leaves.list<LeaveDoc>({ slots: changeOf(oldId) }, { limit: 1, fields: { trail: 0 } })
  if (change?.wants) await takeWhatIsFree(change, change.wants)
}

/** What a leave that ends by itself leaves to do: `passOn`. */
export const passOnAt = (now: Instant): Duty => ({ kind: 'tell', at: now, lease: 0, tries: 0 })

async function takeWhatIsFree(leave: LeaveDoc, wants: string[]): Promise<void> {
  for (;;) {
    try {
      return await takeWanted(leave, wants)
    } catch (failure) {
      // Another leave has taken one of them meanwhile: it is theirs.
      if (!isDuplicate(failure)) throw failure
    }
  }
}

async function endReplaced({ _id, wants = [] }: Change, oldId: string, duty: Duty): Promise<void> {
  const now = readClock()
  for (;;) {
    const old = await leaves.find<LeaveDoc>(oldId, { state: 1, slots: 1 })
    if (!old || (old.state !== 'pending' && old.state !== 'approved')) return
    const kept = old.state === 'approved' ? cutForOther(old, oldId, wants, now) : undefined
    const set =
      kept && kept.dates.length > 0
        ? { state: 'returned', returnedAt: now, ...kept }
        : { state: 'withdrawn', slots: freeSlots(oldId) }
    const change = { $set: { ...set, replacedBy: _id, updatedAt: now }, $unset: { duty: '' } }
    const done = await leaves.update(
      { _id: oldId, state: old.state },
      withTrail(change, finishing(duty, 'leave.replace')),
    )
    if (done) return
  }
}

async function takeWanted({ _id, childId, state, returnedAt }: LeaveDoc, wants: string[]): Promise<void> {
  const others = await leaves.list<Pick<LeaveDoc, 'slots'>>(
    { childId, _id: { $ne: _id }, slots: { $in: wants } },
    { limit: BOUNDS.leavesOfChildAhead, fields: { slots: 1 } },
  )
  const held = new Set(others.flatMap(({ slots }) => slots))
  const free = wants.filter((slot) => !held.has(slot))
  // What another leave counts is not counted here.
  const taken = { ...holdSlots(free, _id), ...(free.length < wants.length && { days: free.length / 2 }) }
  const set = state === 'returned' && returnedAt !== undefined ? cutAtReturn(taken, _id, returnedAt) : taken
  await leaves.update({ _id, state, wants: { $exists: true } }, { $set: set, $unset: { wants: '' } })
}

/** What a change holds again after its rejection was taken back. */
export async function holdAgain({
  _id,
  childId,
  replaces,
  wants,
}: LeaveDoc): Promise<Pick<LeaveDoc, 'slots'> | undefined> {
  if (!replaces || !wants) return undefined
  const others = await leaves.list<Pick<LeaveDoc, '_id' | 'slots'>>(
    { childId, _id: { $ne: _id }, slots: { $in: wants } },
    { limit: BOUNDS.leavesOfChildAhead, fields: { slots: 1 } },
  )
  const old = others.find((each) => each._id === replaces.leaveId)
  return { slots: holdBeside({ _id: replaces.leaveId, slots: old?.slots ?? [] }, wants) }
}
