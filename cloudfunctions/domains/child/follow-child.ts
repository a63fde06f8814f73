// Decides what follows everywhere from what a child's document says: rolls, slips, leaves and supervision (M19, L12).
import { beijingDay } from '@class-pact/core/calendar'
import { isAway } from '@class-pact/core/child'
import { nameOnRoll } from '@class-pact/core/roster'
import type { TrailEntry } from '../../common/store/documents'
import { classes, children, endSupervision, type ChildDoc, type ClassDoc } from '../class'
import { endLeaves, moveLeaves } from '../leave'
import { leaveRolls } from '../roll'
import { moveTalks } from '../talk'
import { closeLines, renameLines, reopenLines } from '../slip'
import { putOnRoll, takeOffRolls, type Followed } from './roll-lines'

type Place = Pick<ClassDoc, '_id' | 'name' | 'supervisor'>

/**
 * The child's document has decided; this brings the others to it, as often as it is asked: at once by the call, and once more
 * by the clock, so that nothing stays behind that came in between or was cut off.
 */
export async function followChild(child: Followed, act: TrailEntry): Promise<void> {
  const { _id: childId, classId, away, no, classesBefore = [] } = child
  const isGone = isAway(away, beijingDay(act.at))
  const before = classesBefore.filter((id) => id !== classId)
  const here = { classId, childId }

  await takeOffRolls(child, isGone ? [classId, ...before] : before)
  if (!isGone) await putOnRoll(child)
  const places = await classes.list<Place>(
    { _id: { $in: [classId, ...before] } },
    { limit: before.length + 1, fields: { name: 1, supervisor: 1 } },
  )

  for (const earlier of before) await closeLines({ classId: earlier, childId }, 'moved', act.at, act)
  if (isGone && away) {
    await closeLines(here, away.state, act.at, act)
    await endLeaves(childId, away.from, act.at, act)
    await leaveRolls({ ...here, from: away.from }, act.at, act)
  } else {
    const name = nameOnRoll(child)
    await reopenLines(here, act.at, act)
    await renameLines(here, { no, name }, act.at)
    const className = places.find(({ _id }) => _id === classId)?.name ?? ''
    await moveLeaves({ ...here, className, childName: name, no }, beijingDay(act.at), act.at)
    await moveTalks({ ...here, className, childName: name }, act.at, act)
  }
  for (const place of places) await settleSupervision(place, child, act)
}

/** Whoever supervises sits beside a child of the class, and is called as their card says (M06). */
async function settleSupervision(
  { _id, supervisor }: Place,
  { classId, guardians }: Followed,
  act: TrailEntry,
): Promise<void> {
  const guardian = guardians.find(({ openid }) => openid === supervisor?.openid)
  if (!supervisor || !guardian) return
  await endSupervision(_id, supervisor.openid, act)
  if (_id !== classId || guardian.card === supervisor.card) return
  await classes.update(
    { _id, 'supervisor.openid': supervisor.openid, 'supervisor.card': supervisor.card },
    { $set: { 'supervisor.card': guardian.card } },
  )
}

/** Nothing is left to follow from this change; a later one stays to be looked at. */
export async function closeChange({ _id, changed }: Pick<ChildDoc, '_id' | 'changed'>): Promise<void> {
  await children.update({ _id, changed }, { $unset: { changed: '' } })
}
