// Decides what the geographic operators of a query hold for: `$near` and `$nearSphere`, `$geoWithin`, `$geoIntersects`.
import type { Collection } from '../catalog'
import { isFields, type Fields } from '../ejson'
import { invalidOperator } from '../errors'
import { readGeometry, readPoint, type Part, type Point } from './geometry'
import { distanceTo, EARTH_RADIUS_M, intersect, isWithin, isWithinCircle } from './relations'

/** The words inside geographic operators; whatever else MongoDB knows there (`$box`, `$polygon` …) is refused by name. */
export const GEO_WORDS = ['$geometry', '$maxDistance', '$minDistance', '$centerSphere']

type Operator = (path: string, operand: unknown) => (document: Fields) => boolean

const near: Operator = (path, operand) => {
  const sought = readNear(operand)
  return (document) => geometriesAt(document, path).some((parts) => isNear(sought, distanceTo(sought.point, parts)))
}

const geoWithin: Operator = (path, operand) => {
  const within = readWithin(operand)
  return (document) => geometriesAt(document, path).some(within)
}

const geoIntersects: Operator = (path, operand) => {
  const sought = readGeometry(only(operand, '$geometry'))
  return (document) => geometriesAt(document, path).some((parts) => intersect(parts, sought))
}

export const geoOperators: Record<string, Operator> = {
  $near: near,
  $nearSphere: near,
  $geoWithin: geoWithin,
  $geoIntersects: geoIntersects,
}

/** A point to be near to, and how near, in metres. */
export interface Near {
  point: Point
  min: number
  max: number
}

export function readNear(operand: unknown): Near {
  const { $geometry, $minDistance, $maxDistance } = isFields(operand) ? operand : {}
  if ($geometry === undefined) throw invalidOperator('$near and $nearSphere expect a point as $geometry')
  return nearFrom($geometry, $minDistance, $maxDistance)
}

export function nearFrom(point: unknown, min: unknown = 0, max: unknown = Infinity): Near {
  if (typeof min !== 'number' || typeof max !== 'number' || min < 0 || max < 0) {
    throw invalidOperator('minDistance and maxDistance must be non-negative numbers')
  }
  return { point: readPoint(point), min, max }
}

/** @param distance in radians */
export function isNear({ min, max }: Near, distance: number): boolean {
  const metres = distance * EARTH_RADIUS_M
  return metres >= min && metres <= max
}

function readWithin(operand: unknown): (parts: Part[]) => boolean {
  if (isFields(operand) && '$geometry' in operand) {
    const areas = readGeometry(only(operand, '$geometry'))
    if (areas.some(({ kind }) => kind !== 'area')) throw invalidOperator('$geoWithin expects a Polygon or MultiPolygon')
    return (parts) => isWithin(parts, areas)
  }
  const circle = only(operand, '$centerSphere')
  const [centre, radius] = Array.isArray(circle) ? (circle as unknown[]) : []
  if (typeof radius !== 'number' || radius < 0) throw invalidOperator('$centerSphere expects a centre and a radius')
  const point = readPoint(centre)
  return (parts) => isWithinCircle(parts, point, radius)
}

function only(operand: unknown, word: string): unknown {
  if (!isFields(operand) || !(word in operand)) throw invalidOperator(`a geographic operator expects ${word}`)
  return operand[word]
}

/** @throws DATABASE_REQUEST_FAILED when a field with a 2dsphere index holds something that is no geometry */
export function refuseMisplaced(collection: Collection, document: Fields): void {
  for (const path of collection.spherePaths) valuesAt(document, path.split('.')).forEach(readGeometry)
}

/** All geometries a path leads to; what is no geometry is passed over. */
export function geometriesAt(document: Fields, path: string): Part[][] {
  return valuesAt(document, path.split('.')).flatMap((value) => {
    try {
      return [readGeometry(value)]
    } catch {
      return []
    }
  })
}

/** The values at a path; a list of geometries is several, a pair of numbers is one. */
export function valuesAt(value: unknown, path: string[]): unknown[] {
  if (Array.isArray(value) && typeof value[0] !== 'number') return value.flatMap((item) => valuesAt(item, path))
  const [step, ...rest] = path
  if (step === undefined) return value === undefined || value === null ? [] : [value]
  return isFields(value) ? valuesAt(value[step], rest) : []
}
