// Decides which version of a school's pact its members read; old versions stay readable, because old posts cite them (G15).
import type { Handler } from '../../common/call/handlers'
import { refuse, succeed } from '../../common/call/results'
import { memberOf } from '../../common/session'
import { readPact } from '../../common/store/pacts'
import { schools } from '../../common/store/schools'
import { ROLES } from '@class-pact/core/contract'

export const readPactAction: Handler<'pact.read'> = async ({ schoolId, version }, { person }) => {
  if (!memberOf(person, schoolId, ROLES)) return refuse('FORBIDDEN')
  const wanted = version ?? (await schools.find(schoolId, { pactVersion: 1 }))?.pactVersion
  const pact = wanted === undefined ? undefined : await readPact(schoolId, wanted)
  return pact ? succeed(pact) : refuse('FORBIDDEN')
}
