// Decides how a pact is found, and which version of it is in force at a moment: one rule for everybody who asks (G15).
import { beijingDay } from '@class-pact/core/calendar'
import type { Instant, Pact, PactNews } from '@class-pact/core/contract'
import { pactNews } from '@class-pact/core/pact'
import { openCollection, type Stage } from '../../common/store/collection'
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

/** Versions that can still be news; a school adopts fewer in a year. */
const VERSIONS_READ = 50

/** Brings the latest versions of schools along with another question, as `versions`. */
export function lookUpVersions(schoolIds: readonly string[]): Stage {
  return {
    $lookup: {
      from: 'pacts',
      pipeline: [
        { $match: { schoolId: { $in: [...new Set(schoolIds)] } } },
        { $sort: { version: -1 } },
        { $limit: VERSIONS_READ },
        { $project: { schoolId: 1, version: 1, effectiveFrom: 1 } },
      ],
      as: 'versions',
    },
  }
}

/** What the members of these schools are told about their pacts. */
export function newsOf(versions: readonly PactNews[] = [], now: Instant): PactNews[] {
  const schools = [...new Set(versions.map(({ schoolId }) => schoolId))]
  return schools.flatMap((school) => {
    const own = versions.filter(({ schoolId }) => schoolId === school)
    const news = pactNews(own, beijingDay(now))
    return news ? [{ schoolId: school, version: news.version, effectiveFrom: news.effectiveFrom }] : []
  })
}

/** As members read it, without what the store adds. */
export function toPact({ schoolId, version, preset, effectiveFrom, rules, own, soft }: PactDoc): Pact {
  return { schoolId, version, preset, effectiveFrom, rules, ...(own && { own }), ...(soft && { soft }) }
}

function remember(id: string, pact: Pact): Pact {
  const oldest = remembered.keys().next().value
  if (remembered.size >= REMEMBERED_MAX && oldest !== undefined) remembered.delete(oldest)
  remembered.set(id, pact)
  return pact
}
