// Decides how a new version is adopted: one insert with its trail, whose number says who was first.
import { hasSameRules, mayTakeEffect, revisePact } from '@class-pact/core/pact'
import type { Handler } from '../../common/call/handlers'
import { findCall, refuseReused } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import type { PactDoc } from './documents'
import { pactId, pacts, toPact } from './store'
import { noteAct, startTrail } from '../../common/store/trail'

export const adoptPact: Handler<'pact.adopt'> = async (input, session) => {
  const { schoolId, changes, version, effectiveFrom, own } = input
  const newest = await findNewest(schoolId)
  if (!newest) return refuse('FORBIDDEN')
  const been = findCall(newest.trail, session)
  if (been === 'other') return refuseReused()
  if (been === 'repeat') return succeed(toPact(newest))
  if (newest.version !== version - 1) return refuse('PACT_CHANGED')
  if (!mayTakeEffect(effectiveFrom, session.now)) return refuse('INPUT_INVALID', { field: 'effectiveFrom' })
  const revision = revisePact(newest, changes, effectiveFrom, own)
  if (!revision.ok) return refuse('INPUT_INVALID', { field: fieldOf(revision.field) })
  if (hasSameRules(newest, revision.pact)) return refuse('INPUT_INVALID', { field: 'changes' })

  const adopted: PactDoc = {
    _id: pactId(schoolId, version),
    ...revision.pact,
    ...startTrail(noteAct(session, session.identity.role, 'pact.adopt', { version, effectiveFrom })),
  }
  if (await pacts.insert(adopted)) return succeed(revision.pact)
  const earlier = await findNewest(schoolId)
  return earlier && findCall(earlier.trail, session) === 'repeat' ? succeed(toPact(earlier)) : refuse('PACT_CHANGED')
}

/** A misfit of the paper has a name of its own; any other stands among the changes. */
const fieldOf = (misfit: string) => (misfit.startsWith('own.') ? misfit : `changes.${misfit}`)

async function findNewest(schoolId: string): Promise<PactDoc | undefined> {
  const [newest] = await pacts.list({ schoolId }, { limit: 1, order: [['version', 'desc']] })
  return newest
}
