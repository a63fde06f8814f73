// Decides how geometries lie to each other on the sphere: inside, touching, how far apart.
import type { Part, Point } from './geometry'

/** MongoDB's radius: distances in metres come out to the last digit as there. */
export const EARTH_RADIUS_M = 6_378_100

/** Closer than this (radians, a twentieth of a millimetre) is the same place: a point lies on a line. */
const SAME_PLACE = 1e-11

/** How far a point is from the nearest place of a geometry, in radians; 0 inside an area. */
export function distanceTo(point: Point, parts: Part[]): number {
  return Math.min(...parts.map((part) => distanceToPart(point, part)))
}

function distanceToPart(point: Point, part: Part): number {
  if (part.kind === 'point') return point.distance(part.point)
  if (part.kind === 'line') return part.line.project(point)[0].distance(point)
  if (part.area.containsPoint(point)) return 0
  return Math.min(...part.rings.map((ring) => ring.project(point)[0].distance(point)))
}

/** Whether all of a geometry lies in the areas, each part in one of them. */
export function isWithin(parts: Part[], areas: Part[]): boolean {
  return parts.every((part) => areas.some((area) => area.kind === 'area' && contains(area, part)))
}

function contains({ area, rings }: Part & { kind: 'area' }, part: Part): boolean {
  if (part.kind === 'point') return area.containsPoint(part.point)
  if (part.kind === 'area') return area.contains(part.area)
  const { line } = part
  return line.points.every((point) => area.containsPoint(point)) && !rings.some((ring) => ring.intersects(line))
}

/** Whether all of a geometry lies in a circle; its corners decide, as a circle up to half the sphere has no dents. */
export function isWithinCircle(parts: Part[], centre: Point, radius: number): boolean {
  return parts.every((part) => cornersOf(part).every((corner) => centre.distance(corner) <= radius))
}

function cornersOf(part: Part): Point[] {
  if (part.kind === 'point') return [part.point]
  return part.kind === 'line' ? part.line.points : part.rings.flatMap((ring) => ring.points)
}

/** Whether two geometries have a place in common. */
export function intersect(some: Part[], others: Part[]): boolean {
  return some.some((one) => others.some((other) => partsIntersect(one, other)))
}

function partsIntersect(one: Part, other: Part): boolean {
  if (one.kind === 'point') return distanceToPart(one.point, other) < SAME_PLACE
  if (other.kind === 'point') return partsIntersect(other, one)
  if (one.kind === 'line' && other.kind === 'line') return one.line.intersects(other.line)
  if (one.kind === 'area' && other.kind === 'area') return one.area.intersects(other.area)
  const [line, area] = one.kind === 'line' ? [one, other] : [other, one]
  if (line.kind !== 'line' || area.kind !== 'area') return false
  return (
    line.line.points.some((point) => area.area.containsPoint(point)) ||
    area.rings.some((ring) => ring.intersects(line.line))
  )
}
