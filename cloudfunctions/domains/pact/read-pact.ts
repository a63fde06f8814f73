// Decides which version of a pact its members read; old ones stay readable, because old posts cite them (G15).
import { beijingDay } from '@class-pact/core/calendar'
import type { Handler } from '../../common/call/handlers'
import { refuse, succeed } from '../../common/call/results'
import { pacts, readPact, readPactInForce } from './store'

/** Of one page: a version a week for two years. */
const PAGE = 100

export const readPactAction: Handler<'pact.read'> = async ({ schoolId, version }, { now }) => {
  const pact = version === undefined ? await readPactInForce(schoolId, now) : await readPact(schoolId, version)
  return pact ? succeed(pact) : refuse('FORBIDDEN')
}

export const readHistory: Handler<'pact.history'> = async ({ schoolId, before }, { now }) => {
  const today = beijingDay(now)
  const [inForce, found] = await Promise.all([
    readPactInForce(schoolId, now),
    pacts.list(
      { schoolId, ...(before !== undefined && { version: { $lt: before } }) },
      { limit: PAGE + 1, order: [['version', 'desc']] },
    ),
  ])
  if (!inForce) return refuse('FORBIDDEN')
  const versions = found
    .slice(0, PAGE)
    .map(({ version, preset, effectiveFrom }) => ({ version, preset, effectiveFrom }))
  const next = found.length > PAGE ? versions[versions.length - 1]?.version : undefined
  return succeed({ today, inForce: inForce.version, versions, next })
}
