// Decides how a case ends: settled, with words, by whose case it is; it stays on record (G06).
import { canAct } from '@class-pact/core/moderation'
import type { Handler } from '../../common/call/handlers'
import { findCall, refuseReused } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import { cases } from './cases'
import { noteAct, withTrail } from '../../common/store/trail'
import { keepWords } from '../../common/wechat/check-words'
import { describeCase } from './describe-case'
import type { FoundCase } from './find-case'

export const closeCase: Handler<'case.close', FoundCase> = async ({ caseId, words }, session) => {
  const { identity: reader, now, check } = session
  const { case: found, guardians } = session.found
  const been = findCall(found.trail, session)
  if (been === 'other') return refuseReused()
  if (been === 'repeat') return succeed(describeCase(found, guardians, reader, now))
  if (!canAct(found, reader.role, now)) return refuse('CASE_STATE', { rule: 'G06' })
  const closed = { at: now, by: reader.card, role: reader.role, words, ...keepWords(words, check) }
  const changed = await cases.update(
    { _id: caseId, state: 'open' },
    withTrail(
      { $set: { state: 'closed', closed, slot: `closed:${caseId}` } },
      noteAct(session, reader.role, 'case.close'),
    ),
  )
  if (!changed) return refuse('CASE_STATE')
  return succeed(describeCase({ ...found, state: 'closed', closed }, guardians, reader, now))
}
