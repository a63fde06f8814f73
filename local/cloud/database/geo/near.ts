// Decides reads by distance: which field, by which 2dsphere index, and the order from near to far.
import type { Collection } from '../catalog'
import { isFields, type Document, type Fields } from '../ejson'
import { invalidOperator, requestFailed } from '../errors'
import { geometriesAt, isNear, nearFrom, readNear, valuesAt, type Near } from './operators'
import { readGeometry } from './geometry'
import { distanceTo, EARTH_RADIUS_M } from './relations'

/** Sorts what a filter with `$near` or `$nearSphere` found; undefined when it has none. @throws without an index for it */
export function sortByNear(collection: Collection, filter: Fields): ((found: Document[]) => Document[]) | undefined {
  const [condition, ...more] = findNear(filter)
  if (!condition) return undefined
  if (more.length > 0) throw invalidOperator('only one $near or $nearSphere is possible')
  const { path, near } = condition
  requireIndex(collection, path)
  return (found) => {
    const distances = new Map(found.map((document) => [document, nearest(document, path, near)?.distance ?? Infinity]))
    return [...found].sort((a, b) => (distances.get(a) ?? 0) - (distances.get(b) ?? 0))
  }
}

/** Whether a filter orders by distance, which `$match` must not. */
export function hasNear(filter: unknown): boolean {
  return isFields(filter) && findNear(filter).length > 0
}

function findNear(filter: Fields): { path: string; near: Near }[] {
  return Object.entries(filter).flatMap(([path, condition]) => {
    if (path === '$and' && Array.isArray(condition)) return condition.filter(isFields).flatMap(findNear)
    if (!isFields(condition)) return []
    const operand = condition['$nearSphere'] ?? condition['$near']
    return operand === undefined ? [] : [{ path, near: readNear(operand) }]
  })
}

export interface GeoNear {
  query: Fields
  /** Adds distance and place to the documents the query found, and orders them. */
  arrange(found: Document[]): Fields[]
}

const OPTIONS =
  'near spherical limit num maxDistance minDistance query distanceMultiplier distanceField includeLocs key'.split(' ')

/** Reads a `$geoNear` stage. @throws when an option is missing or unknown, or no 2dsphere index fits */
export function readGeoNear(collection: Collection, stage: unknown): GeoNear {
  if (!isFields(stage)) throw invalidOperator('$geoNear expects an object')
  const odd = Object.keys(stage).find((option) => !OPTIONS.includes(option))
  if (odd !== undefined) throw invalidOperator(`$geoNear does not know ${odd}`)
  const { distanceField, includeLocs, distanceMultiplier: factor = 1, limit = stage['num'], query = {} } = stage
  if (stage['spherical'] !== true) throw invalidOperator('$geoNear with a 2dsphere index needs spherical: true')
  if (typeof distanceField !== 'string') throw invalidOperator('$geoNear needs a distanceField')
  if (typeof factor !== 'number' || !isFields(query)) throw invalidOperator('$geoNear: distanceMultiplier or query')
  if (hasNear(query)) throw invalidOperator('$geoNear cannot have $near in its query')
  const near = nearFrom(stage['near'], stage['minDistance'], stage['maxDistance'])
  const path = pathOf(collection, stage['key'])
  return {
    query,
    arrange(found) {
      const placed = found.flatMap((document) => {
        const place = nearest(document, path, near)
        return place && isNear(near, place.distance) ? [{ document, ...place }] : []
      })
      const rows = placed
        .sort((a, b) => a.distance - b.distance)
        .map(({ document, distance, value }) => {
          const row = put(document, distanceField, distance * EARTH_RADIUS_M * factor)
          return typeof includeLocs === 'string' ? put(row, includeLocs, value) : row
        })
      return typeof limit === 'number' ? rows.slice(0, limit) : rows
    },
  }
}

function pathOf(collection: Collection, key: unknown): string {
  if (typeof key === 'string') {
    requireIndex(collection, key)
    return key
  }
  const [only, ...more] = collection.spherePaths
  if (only === undefined) throw noIndex()
  if (more.length > 0) throw requestFailed('There is more than one 2dsphere index; unsure which to use for $geoNear')
  return only
}

function requireIndex(collection: Collection, path: string): void {
  if (!collection.spherePaths.includes(path)) throw noIndex()
}

function noIndex(): Error {
  return requestFailed('unable to find index for $geoNear query')
}

/** The place of a document that is nearest to the point; undefined when it has none. */
function nearest(document: Fields, path: string, { point }: Near): { distance: number; value: unknown } | undefined {
  return valuesAt(document, path.split('.'))
    .filter((value) => geometriesAt({ value }, 'value').length > 0)
    .map((value) => ({ value, distance: distanceTo(point, readGeometry(value)) }))
    .sort((a, b) => a.distance - b.distance)[0]
}

/** The fields with one more, along a path. */
function put(fields: Fields, path: string, value: unknown): Fields {
  const [step = '', ...rest] = path.split('.')
  if (rest.length === 0) return { ...fields, [step]: value }
  const below = fields[step]
  return { ...fields, [step]: put(isFields(below) ? below : {}, rest.join('.'), value) }
}
