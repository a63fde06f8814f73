// Decides what changing the class means for a child: the child, its guardians and both rosters go along; seats stay.
import type { RosterRow } from '@class-pact/core/roster'
import { children } from '../class'
import { classes } from '../class'
import type { ClassDoc } from '../class'
import type { TrailEntry } from '../../common/store/documents'
import { withTrail } from '../../common/store/trail'
import type { KnownDoc } from './known-children'

/** The child leaves the old roster first; its guardians go where the child's own document says. */
export async function moveChild(child: KnownDoc, to: ClassDoc, row: RosterRow, act: TrailEntry): Promise<void> {
  const leave = { $pull: { roster: { childId: child._id } }, $inc: { rosterVersion: 1 } }
  await classes.update({ _id: child.classId }, withTrail(leave, act))
  const contacts = row.contacts.length > 0 ? row.contacts : child.contacts
  await children.update(
    { _id: child._id, classId: child.classId },
    withTrail({ $set: { classId: to._id, no: row.number ?? child.no, contacts } }, act),
  )
  // An import of the old class that read the child there meanwhile has put it back on the roll.
  await classes.update({ _id: child.classId, 'roster.childId': child._id }, leave)
}
