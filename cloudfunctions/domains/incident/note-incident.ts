// Decides how more of what happened is written down: a line after the others, never in the place of one.
import type { Handler } from '../../common/call/handlers'
import { findCall, lookBack, refuseReused, unlessDone } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import { noteAct, withTrail } from '../../common/store/trail'
import { keepWords } from '../../common/wechat/check-words'
import { describeIncident } from './describe-incident'
import type { IncidentDoc } from './documents'
import { incidents } from './store'

/** What is told of one incident; more is a report on paper. */
const NOTES_MOST = 20
/** Condition of one line more. */
export const NOTES_ROOM = { [`notes.${NOTES_MOST - 1}`]: { $exists: false } }

export const hasWords = ({ signs = [], words = '' }: { signs?: readonly string[]; words?: string }): boolean =>
  signs.length > 0 || words.length > 0

export const noteIncident: Handler<'incident.note', IncidentDoc> = async (asked, session) => {
  const { identity, now, found } = session
  const been = findCall(found.trail, session)
  if (been === 'other') return refuseReused()
  if (been === 'repeat') return succeed(describeIncident(found, identity, now))
  if (!hasWords(asked)) return refuse('INPUT_INVALID', { field: 'words' })
  const { input, check } = await session.ask()
  const note = { signs: input.signs ?? [], ...keepWords(input.words, check), at: now, by: identity.card }
  const changed = await incidents.update(
    { _id: found._id, ...NOTES_ROOM, ...unlessDone(session) },
    withTrail({ $push: { notes: note } }, noteAct(session, identity.role, 'incident.note')),
  )
  if (changed || (await lookBack(incidents, found._id, session)) === 'repeat') {
    return succeed(describeIncident({ ...found, notes: [...found.notes, note] }, identity, now))
  }
  return refuse('INCIDENT_CHANGED')
}
