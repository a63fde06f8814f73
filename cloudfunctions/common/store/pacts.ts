// Decides how a pact is found, and which version of it is in force at a moment: one rule for everybody who asks (G15).
import { beijingDay } from '@class-pact/core/calendar'
import type { Instant, Pact } from '@class-pact/core/contract'
import { openCollection, type Stage } from './collection'
import type { PactDoc } from './documents'

export const pacts = openCollection<PactDoc>('pacts')

/** An instance that serves many schools forgets the pact it has known longest. */
const REMEMBERED_MAX = 100
/** Pacts are immutable, so an instance remembers those it has read. */
const remembered = new Map<string, Pact>()

export function pactId(schoolId: string, version: number): string {
  return `${schoolId}:${version}`
}

/** A school's pact of one version; costs a call the first time. Undefined: no such version. */
export async function readPact(schoolId: string, version: number): Promise<Pact | undefined> {
  const id = pactId(schoolId, version)
  const known = remembered.get(id)
  if (known) return known
  const stored = await pacts.find(id)
  return stored && remember(id, toPact(stored))
}

/** Of the versions that have begun, the one adopted last; the same rule as `pactInForce` of core/pact. */
const begun = (now: Instant) => ({ effectiveFrom: { $lte: beijingDay(now) } })

/** The version in force at a moment; one call. */
export async function readPactInForce(schoolId: string, now: Instant): Promise<Pact | undefined> {
  const [stored] = await pacts.list({ schoolId, ...begun(now) }, { limit: 1, order: [['version', 'desc']] })
  return stored && toPact(stored)
}

/**
 * Brings the version in force along with another question, as `pacts`: one document or none.
 * @param of the school, or the field of the row that names it
 */
export function lookUpPact(now: Instant, of: { schoolId: string } | { field: string }): Stage {
  const isKnown = 'schoolId' in of
  const match = isKnown ? { schoolId: of.schoolId } : { $expr: { $eq: ['$schoolId', '$$school'] } }
  return {
    $lookup: {
      from: 'pacts',
      ...(!isKnown && { let: { school: `$${of.field}` } }),
      pipeline: [{ $match: { ...match, ...begun(now) } }, { $sort: { version: -1 } }, { $limit: 1 }],
      as: 'pacts',
    },
  }
}

/** As members read it, without what the store adds. */
export function toPact({ schoolId, version, preset, effectiveFrom, rules }: PactDoc): Pact {
  return { schoolId, version, preset, effectiveFrom, rules }
}

function remember(id: string, pact: Pact): Pact {
  const oldest = remembered.keys().next().value
  if (remembered.size >= REMEMBERED_MAX && oldest !== undefined) remembered.delete(oldest)
  remembered.set(id, pact)
  return pact
}
