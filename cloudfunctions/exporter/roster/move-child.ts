// Decides what changing the class means for a child: the child, its guardians and both rosters go along; seats stay.
import type { RosterRow } from '@class-pact/core/roster'
import { children } from '../../common/store/children'
import { classes } from '../../common/store/classes'
import type { ClassDoc, TrailEntry } from '../../common/store/documents'
import { people } from '../../common/store/people'
import { withTrail } from '../../common/store/trail'
import type { KnownDoc } from './known-children'

/** Revocation before grant: the child leaves the old roster and its guardians' phones before the new class shows it. */
export async function moveChild(child: KnownDoc, to: ClassDoc, row: RosterRow, act: TrailEntry): Promise<void> {
  const key = `guardian:${child._id}`
  for (const { openid } of child.guardians) {
    await people.update(
      { _id: openid, 'identities.key': key },
      { $set: { 'identities.$.classId': to._id, 'identities.$.className': to.name } },
    )
  }
  await classes.update({ _id: child.classId }, withTrail({ $pull: { roster: { childId: child._id } } }, act))
  const contacts = row.contacts.length > 0 ? row.contacts : child.contacts
  await children.update(
    { _id: child._id, classId: child.classId },
    withTrail({ $set: { classId: to._id, no: row.number ?? child.no, contacts } }, act),
  )
}
