// Decides what an import does to children the school knows: corrected, moved, back again, or asked about (M19).
import { beijingDay } from '@class-pact/core/calendar'
import type { Pact, RosterChoices } from '@class-pact/core/contract'
import type { KnownChild, Plan, RosterRow } from '@class-pact/core/roster'
import type { TrailEntry } from '../../common/store/documents'
import { withTrail } from '../../common/store/trail'
import { followChild, goingAway, moving, renaming, thenFollow } from '../child'
import { children, type ClassDoc } from '../class'
import type { KnownDoc } from './known-children'

/** Somebody may sit down while cards are written; then they are written once more. */
const LOOKS = 3

interface Importing {
  act: TrailEntry
  missing: RosterChoices['missing']
  pact?: Pact
}

/** Changed once by one call, whatever has become of the child since. */
const once = ({ id, by }: TrailEntry) => ({ trail: { $not: { $elemMatch: { id, by } } } })

/** As the file has the child; under another name its family's cards follow. */
export async function correctChild(
  stored: KnownDoc,
  itsClass: ClassDoc,
  { name, number: no, mark, contacts, nicknames }: RosterRow,
  { act, pact }: Importing,
): Promise<void> {
  const corrected = {
    ...{ no, name, ...(mark && { mark }) },
    ...(contacts.length > 0 && { contacts }),
    ...(nicknames.length > 0 && { nicknames }),
  }
  if (name === stored.name || !pact) {
    await children.update({ _id: stored._id, classId: itsClass._id }, { $set: corrected })
    return
  }
  let child: KnownDoc | undefined = stored
  for (let look = 0; look < LOOKS && child?.classId === itsClass._id && child.name !== name; look++) {
    const { where, change } = renaming(child, name, pact, act.at)
    const set = { $set: { ...corrected, ...change } }
    const renamed = { ...act, action: 'child.rename', detail: { childId: child._id } }
    if (await children.update({ ...where, _id: child._id, classId: itsClass._id }, thenFollow(set, renamed))) return
    child = await children.find<KnownDoc>(child._id)
  }
}

/** From another class, or back from where it went: family and papers come along. */
export async function takeIn(child: KnownDoc, to: ClassDoc, row: RosterRow, act: TrailEntry): Promise<void> {
  const contacts = row.contacts.length > 0 ? row.contacts : child.contacts
  const no = row.number ?? child.no
  const isBack = child.classId === to._id
  const { where, change } = isBack
    ? { where: { classId: to._id }, change: { $set: { no } } }
    : moving(child, to._id, no, act.at)
  const moved = { ...act, action: isBack ? 'child.return' : 'child.move', detail: { childId: child._id } }
  const whole = { $set: { ...change.$set, contacts }, $unset: { away: '', missedSince: '' } }
  await children.update({ ...where, ...once(act), _id: child._id }, thenFollow(whole, moved))
}

/** 还在 closes the question, 已转走 ends it from today on; whoever is not answered about is asked about again. Gives who has left. */
export async function answerMissing(
  missing: readonly KnownChild[],
  { act, missing: answers = [] }: Importing,
): Promise<string[]> {
  const answerOf = new Map(answers.map(({ childId, answer }) => [childId, answer]))
  const ids = (answer: string) =>
    missing.map(({ childId }) => childId).filter((childId) => (answerOf.get(childId) ?? 'later') === answer)
  const [left, here, later] = [ids('left'), ids('here'), ids('later')]
  const away = goingAway('transferred', beijingDay(act.at), act.at)
  for (const childId of left) {
    const leaving = { ...act, action: 'child.leave', detail: { childId, cause: 'transferred', from: away.from } }
    const change = thenFollow({ $set: { away }, $unset: { leaving: '', missedSince: '' } }, leaving)
    await children.update({ _id: childId, ...once(act), away: { $exists: false } }, change)
  }
  if (here.length > 0) {
    await children.update({ _id: { $in: here }, missedSince: { $exists: true } }, { $unset: { missedSince: '' } })
  }
  if (later.length > 0) {
    const noted = withTrail({ $set: { missedSince: act.at } }, { ...act, action: 'child.missing' })
    await children.update({ _id: { $in: later }, missedSince: { $exists: false } }, noted)
  }
  return left
}

/** A child that the file has is not missing any more. */
export async function closeQuestions(
  known: readonly KnownDoc[],
  { present }: Pick<Plan, 'present'>,
  act: TrailEntry,
): Promise<void> {
  const asked = new Set(known.flatMap(({ _id, missedSince }) => (missedSince === undefined ? [] : [_id])))
  const found = present.map(({ child }) => child.childId).filter((childId) => asked.has(childId))
  if (found.length === 0) return
  const noted = withTrail({ $unset: { missedSince: '' } }, { ...act, action: 'child.return' })
  await children.update({ _id: { $in: found }, missedSince: { $exists: true } }, noted)
}

/** What follows outside this roll; what a broken call leaves is done by the clock. */
export async function followAll(childIds: readonly string[], act: TrailEntry): Promise<void> {
  if (childIds.length === 0) return
  const found = await children.list({ _id: { $in: [...childIds] } }, { limit: childIds.length })
  for (const child of found) await followChild(child, act)
}
