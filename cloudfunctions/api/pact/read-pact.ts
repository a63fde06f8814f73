// Decides which version of a school's pact its members read; old versions stay readable, because old posts cite them (G15).
import { beijingDay } from '@class-pact/core/calendar'
import { ROLES } from '@class-pact/core/contract'
import { pactInForce } from '@class-pact/core/pact'
import type { Handler } from '../../common/call/handlers'
import { refuse, succeed } from '../../common/call/results'
import { memberOf } from '../../common/session'
import { pacts, readPact, readPactInForce } from '../../common/store/pacts'

/** A version a week for two years; older ones are still read by the notices that cite them. */
const VERSIONS_MOST = 100

export const readPactAction: Handler<'pact.read'> = async ({ schoolId, version }, { person, now }) => {
  if (!memberOf(person, schoolId, ROLES)) return refuse('FORBIDDEN')
  const pact = version === undefined ? await readPactInForce(schoolId, now) : await readPact(schoolId, version)
  return pact ? succeed(pact) : refuse('FORBIDDEN')
}

export const readHistory: Handler<'pact.history'> = async ({ schoolId }, { person, now }) => {
  if (!memberOf(person, schoolId, ROLES)) return refuse('FORBIDDEN')
  const today = beijingDay(now)
  const found = await pacts.list({ schoolId }, { limit: VERSIONS_MOST, order: [['version', 'desc']] })
  const versions = found.map(({ version, preset, effectiveFrom }) => ({ version, preset, effectiveFrom }))
  const inForce = pactInForce(versions, today)
  return inForce ? succeed({ today, inForce: inForce.version, versions }) : refuse('FORBIDDEN')
}
