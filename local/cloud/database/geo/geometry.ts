// Decides what a geometry is: GeoJSON on the sphere, or a pair of coordinates, taken apart into points.
import { s2 } from 's2js'
import { isFields } from '../ejson'
import { requestFailed } from '../errors'

export type Point = InstanceType<typeof s2.Point>
type Line = InstanceType<typeof s2.Polyline>
type Area = InstanceType<typeof s2.Polygon>

export type Part =
  | { kind: 'point'; point: Point }
  | { kind: 'line'; line: Line }
  /** `rings` are the closed borders of the area. */
  | { kind: 'area'; area: Area; rings: Line[] }

const MAX_LONGITUDE = 180
const MAX_LATITUDE = 90
const MIN_RING_POSITIONS = 4

/**
 * Takes a geometry apart; several parts for a Multi* or a collection.
 * @throws DATABASE_REQUEST_FAILED saying what is wrong with it
 */
export function readGeometry(value: unknown): Part[] {
  if (Array.isArray(value)) return [{ kind: 'point', point: readPosition(value) }]
  if (!isFields(value) || typeof value['type'] !== 'string') throw unreadable(value)
  const { type, coordinates, geometries } = value
  switch (type) {
    case 'Point':
      return [{ kind: 'point', point: readPosition(coordinates) }]
    case 'LineString':
      return [readLine(coordinates)]
    case 'Polygon':
      return [readArea(coordinates)]
    case 'MultiPoint':
      return listOf(coordinates).map((position) => ({ kind: 'point', point: readPosition(position) }))
    case 'MultiLineString':
      return listOf(coordinates).map(readLine)
    case 'MultiPolygon':
      return listOf(coordinates).map(readArea)
    case 'GeometryCollection':
      return listOf(geometries).flatMap(readGeometry)
    default:
      throw unreadable(value)
  }
}

/** A single point. @throws DATABASE_REQUEST_FAILED for anything else */
export function readPoint(value: unknown): Point {
  const [part] = readGeometry(value)
  if (part?.kind !== 'point') throw unreadable(value)
  return part.point
}

function readPosition(position: unknown): Point {
  const [longitude, latitude] = listOf(position)
  if (typeof longitude !== 'number' || typeof latitude !== 'number') throw unreadable(position)
  if (Math.abs(longitude) > MAX_LONGITUDE || Math.abs(latitude) > MAX_LATITUDE) {
    throw requestFailed(`Longitude/latitude is out of bounds, lng: ${longitude} lat: ${latitude}`)
  }
  return s2.Point.fromLatLng(s2.LatLng.fromDegrees(latitude, longitude))
}

function readLine(positions: unknown): Part {
  const points = listOf(positions).map(readPosition)
  if (points.length < 2) throw requestFailed('GeoJSON LineString must have at least 2 vertices')
  return { kind: 'line', line: new s2.Polyline(points) }
}

function readArea(rings: unknown): Part {
  const borders = listOf(rings).map(readRing)
  if (borders.length === 0) throw requestFailed('Polygon has no loops.')
  // Of the two areas a ring divides the sphere into the smaller one is meant, whichever way the ring runs.
  const loops = borders.map((points) => {
    const loop = new s2.Loop(points.slice(0, -1))
    loop.normalize()
    return loop
  })
  return { kind: 'area', area: new s2.Polygon(loops), rings: borders.map((points) => new s2.Polyline(points)) }
}

function readRing(positions: unknown): Point[] {
  const points = listOf(positions).map(readPosition)
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last || points.length < MIN_RING_POSITIONS || !first.equals(last)) {
    throw requestFailed(`Loop is not closed: ${JSON.stringify(positions)}`)
  }
  return points.filter((point, i) => i === 0 || !point.equals(points[i - 1] ?? point))
}

function listOf(value: unknown): unknown[] {
  if (!Array.isArray(value)) throw unreadable(value)
  return value
}

function unreadable(value: unknown): Error {
  return requestFailed(`Can't extract geo keys: unknown GeoJSON type: ${JSON.stringify(value)}`)
}
