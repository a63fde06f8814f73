// Decides how a pact is found; pacts are immutable, so an instance remembers those it has read.
import type { Pact } from '@class-pact/core/contract'
import { openCollection } from './collection'
import type { PactDoc } from './documents'

export const pacts = openCollection<PactDoc>('pacts')

/** An instance that serves many schools forgets the pact it has known longest. */
const REMEMBERED_MAX = 100
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
  if (!stored) return undefined
  const pact = toPact(stored)
  const oldest = remembered.keys().next().value
  if (remembered.size >= REMEMBERED_MAX && oldest !== undefined) remembered.delete(oldest)
  remembered.set(id, pact)
  return pact
}

/** Without the document's own id. */
function toPact({ schoolId, version, preset, effectiveFrom, rules }: PactDoc): Pact {
  return { schoolId, version, preset, effectiveFrom, rules }
}
