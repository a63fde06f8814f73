// Decides a child's line on the roll of its class: one, where the child is, as the child's own document says.
import { byNumber } from '@class-pact/core/child'
import { nameOnRoll } from '@class-pact/core/roster'
import { children, classes, type ChildDoc, type ClassDoc, type RosterEntry } from '../class'

/** Changes of one roll at the same moment; a whole school's leaders are fewer. */
const ROUNDS_MAX = 10

type Named = Pick<ChildDoc, 'no' | 'name' | 'mark' | 'nicknames'>

/** What decides where a child stands. */
export type Followed = Named & Pick<ChildDoc, '_id' | 'classId' | 'guardians' | 'away' | 'classesBefore'>

/** With the mark that tells the child from a namesake, and the name alone beside it. */
export function lineOf(childId: string, { no, name, mark, nicknames = [] }: Named): RosterEntry {
  const shown = nameOnRoll({ name, ...(mark && { mark }) })
  return { childId, no, name: shown, ...(mark && { called: name }), ...(nicknames.length > 0 && { nicknames }) }
}

/** The roll has the child, and as it is called now. @throws if others change it faster than it can be read */
export async function putOnRoll(child: Followed): Promise<void> {
  const { _id, classId } = child
  for (let round = 0; round < ROUNDS_MAX; round++) {
    const found = await classes.find<Pick<ClassDoc, 'roster' | 'rosterVersion'>>(classId, {
      roster: 1,
      rosterVersion: 1,
    })
    if (!found) return
    const earlier = found.roster.find(({ childId }) => childId === _id)
    const line = lineOf(_id, { ...child, nicknames: child.nicknames ?? earlier?.nicknames })
    if (earlier && isSame(earlier, line)) return
    const others = found.roster.filter(({ childId }) => childId !== _id)
    const asRead = { _id: classId, rosterVersion: found.rosterVersion ?? { $exists: false } }
    const roster = [...others, line].sort(byNumber)
    if (await classes.update(asRead, { $set: { roster }, $inc: { rosterVersion: 1 } })) return
  }
  throw new Error('the roll changes faster than it can be read')
}

/** No roll of these classes has the child; what only the roll knew of it is kept. A repeat changes nothing. */
export async function takeOffRolls(child: Followed, classIds: readonly string[]): Promise<void> {
  if (classIds.length === 0) return
  const where = { _id: { $in: [...classIds] }, 'roster.childId': child._id }
  const found = await classes.list<Pick<ClassDoc, '_id' | 'roster'>>(where, {
    limit: classIds.length,
    fields: { roster: 1 },
  })
  if (found.length === 0) return
  const nicknames = found.flatMap(({ roster }) => roster.find(({ childId }) => childId === child._id)?.nicknames ?? [])
  if (nicknames.length > 0) {
    await children.update({ _id: child._id, nicknames: { $exists: false } }, { $set: { nicknames } })
  }
  await classes.update(where, { $pull: { roster: { childId: child._id } }, $inc: { rosterVersion: 1 } })
}

function isSame(one: RosterEntry, other: RosterEntry): boolean {
  const text = ({ no, name, called = '', nicknames = [] }: RosterEntry) => JSON.stringify([no, name, called, nicknames])
  return text(one) === text(other)
}
