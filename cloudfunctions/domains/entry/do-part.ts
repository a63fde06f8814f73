// Decides how a later part of an entry is done: in its turn, and once more until the one after it is done (E11, D01).
import type { Handler } from '../../common/call/handlers'
import { findCall, refuseReused } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import { changePart } from './change-part'
import { describeSheet } from './describe-sheet'
import type { FoundEntry } from './find-entry'
import { mayBeDone } from './rules-of'

export const readEntry: Handler<'entry.read', FoundEntry> = async (_input, session) =>
  succeed(await describeSheet(session.found, session))

export const doPart: Handler<'entry.part', FoundEntry> = async ({ part, version, answers }, session) => {
  const { found } = session
  const { entry, rules } = found
  const been = findCall(entry.trail, session)
  if (been === 'other') return refuseReused()
  if (been === 'repeat') return succeed(await describeSheet(found, session))
  // The first part is written with the sheet: its slot and subject are looked at there.
  if (part === 'fill') return refuse('INPUT_INVALID', { field: 'part' })
  if (version !== entry.version) return refuse('ENTRY_CHANGED')
  if (!mayBeDone(rules, entry, part)) return refuse('ENTRY_STATE')
  return changePart({ sheet: found, part, answers }, session, 'entry.part')
}
