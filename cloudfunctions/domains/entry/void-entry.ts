// Decides how a mistake is taken back: it stays readable with its reason, counts nowhere, and leaves its place free.
import type { Handler } from '../../common/call/handlers'
import { findCall, refuseReused, unlessDone } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import { noteAct, withTrail } from '../../common/store/trail'
import { doubtOf } from '../../common/wechat/check-words'
import { readAgain } from './change-part'
import { describeSheet } from './describe-sheet'
import type { FoundEntry } from './find-entry'
import { entries } from './store'

export const voidEntry: Handler<'entry.void', FoundEntry> = async ({ version, words }, session) => {
  const { found, openid, identity, now, check } = session
  const { entry } = found
  const been = findCall(entry.trail, session)
  if (been === 'other') return refuseReused()
  if (been === 'repeat') return succeed(await describeSheet(found, session))
  if (!words) return refuse('INPUT_INVALID', { field: 'words' })
  if (entry.state === 'void') return refuse('ENTRY_STATE')
  if (version !== entry.version) return refuse('ENTRY_CHANGED')
  const doubt = doubtOf(check)
  const voided = { words, by: openid, card: identity.card, at: now, ...(doubt && { check: doubt }) }
  const changed = await entries.update(
    { _id: entry._id, version, ...unlessDone(session) },
    withTrail(
      {
        $set: { state: 'void', voided, place: `void:${entry._id}` },
        $inc: { version: 1 },
        $unset: { duty: '' },
      },
      noteAct(session, identity.role, 'entry.void', { register: entry.register }),
    ),
  )
  if (!changed) return readAgain(found, session)
  return succeed(
    await describeSheet({ ...found, entry: { ...entry, state: 'void', voided, version: version + 1 } }, session),
  )
}
