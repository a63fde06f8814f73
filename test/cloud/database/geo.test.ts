// Decides nothing: proves places on the sphere: the commands geoNear, geoWithin and geoIntersects, the stage geoNear.
import type { CloudProcess } from '../cloud-process'
import { errorOf } from '../local-cloud/sdks'
import { runRaw, startDatabase, type Database } from './connect'
import { arc, PLACES, point, square } from './places'

let process: CloudProcess
let db: Database

beforeAll(async () => {
  ;({ process, db } = await startDatabase())
  await db.collection('places').add(PLACES.map(([_id, at]) => ({ _id, at })))
})
afterAll(() => process.stop())

const polygon = (...rings: number[][][]) => {
  const { Point, LineString, Polygon } = db.Geo
  const lines = rings.map((ring) => new LineString(ring.map(([x, y]) => new Point(x as never, y as never)) as never))
  return new Polygon(lines as never)
}
const found = async (at: object) => (await db.collection('places').where({ at }).get()).data.map(({ _id }) => _id)

describe('given places of every kind', () => {
  test('geoWithin finds what lies wholly in a polygon, whichever way its ring runs', async () => {
    const within = ['centre', 'inside', 'lines', 'path inside', 'yard']
    expect((await found(db.command.geoWithin({ geometry: polygon(square(-1, 1)) }))).sort()).toEqual(within)
    const reversed = polygon([...square(-1, 1)].reverse())
    expect((await found(db.command.geoWithin({ geometry: reversed }))).sort()).toEqual(within)
  })

  test('a hole in a polygon is outside', async () => {
    expect(await found(db.command.geoWithin({ geometry: polygon(square(-1, 1), square(-0.45, 0.45)) }))).toEqual([
      'inside',
    ])
  })

  test('geoWithin finds what lies in a circle, its radius in radians', async () => {
    const circle = { centerSphere: [[0, 0], 100 / 6378.1] }
    expect((await found(db.command.geoWithin(circle))).sort()).toEqual([
      'centre',
      'inside',
      'lines',
      'path inside',
      'yard',
    ])
    expect(await found(db.command.geoWithin({ centerSphere: [[-179.999, 10], 1 / 6378.1] }))).toEqual(['dateline'])
  })

  test('geoIntersects finds what touches a line, a polygon, a point', async () => {
    const { Point, LineString } = db.Geo
    const upright = new LineString([new Point(0 as never, -1 as never), new Point(0 as never, 1 as never)] as never)
    expect((await found(db.command.geoIntersects({ geometry: upright }))).sort()).toEqual([
      'centre',
      'path inside',
      'path through',
      'yard',
    ])
    const all = PLACES.map(([id]) => id).filter((id) => !['far', 'dateline', 'ring'].includes(id))
    expect((await found(db.command.geoIntersects({ geometry: polygon(square(-1, 1)) }))).sort()).toEqual(all.sort())
    const spot = new Point(5 as never, 5 as never)
    expect(await found(db.command.geoIntersects({ geometry: spot }))).toEqual(['ring'])
  })

  test('geoNear finds from near to far, between two distances in metres; an order asked for comes first', async () => {
    const { Point } = db.Geo
    const near = (range: object) => db.command.geoNear({ geometry: new Point(0.5 as never, 0.5 as never), ...range })
    expect(await found(near({ maxDistance: 46_000, minDistance: 1 }))).toEqual(['lines', 'path through', 'path inside'])
    expect((await found(near({})))[0]).toBe('inside')
    expect((await found(near({}))).slice(-2)).toEqual(['far', 'dateline'])
    const { data } = await db
      .collection('places')
      .where({ at: near({ maxDistance: 1 }) })
      .orderBy('_id', 'desc')
      .get()
    expect(data.map(({ _id }) => _id)).toEqual(['inside'])
  })
})

describe('given the stage geoNear', () => {
  const stage = {
    near: point(0, 0),
    spherical: true,
    distanceField: 'far.m',
    query: { _id: { $in: ['inside', 'far'] } },
  }
  const run = (name: string, more: object) => runRaw(db.collection(name), { $geoNear: { ...stage, ...more } })

  test('it writes the distance and the place, nearest first, and other stages follow', async () => {
    const rows = await runRaw(
      db.collection('places'),
      { $geoNear: { ...stage, includeLocs: 'place' } },
      { $unset: 'at' },
    )
    expect(rows).toEqual([
      { _id: 'inside', far: { m: expect.closeTo(arc(0.5), 3) as number }, place: point(0.5, 0.5) },
      { _id: 'far', far: { m: expect.closeTo(arc(50), 3) as number }, place: point(50, 50) },
    ])
    expect(await run('places', { limit: 1, distanceMultiplier: 0.001 })).toMatchObject([
      { far: { m: expect.closeTo(arc(0.5) / 1000, 3) as number } },
    ])
    expect(await run('places', { maxDistance: 10 })).toEqual([])
  })

  test('it comes first, and needs an index and, among several, its name', async () => {
    const late = runRaw(db.collection('places'), { $match: {} }, { $geoNear: stage })
    expect((await errorOf(late)).message).toMatch(/first stage/)
    expect((await errorOf(run('t', {}))).message).toMatch(/unable to find index/)
    expect((await errorOf(run('routes', {}))).message).toMatch(/more than one 2dsphere index/)
    expect(await run('routes', { key: 'to' })).toEqual([])
  })
})

describe('given a 2dsphere index', () => {
  test('a value that is no geometry is refused, a missing one is not', async () => {
    const { code, message } = await errorOf(db.collection('places').add({ _id: 'bad', at: 'here' }))
    expect([code, message]).toEqual(['DATABASE_REQUEST_FAILED', expect.stringContaining("Can't extract geo keys")])
    expect((await errorOf(db.collection('places').add({ at: point(200, 0) }))).message).toMatch(/out of bounds/)
    await db.collection('places').add({ _id: 'nowhere' })
    expect(await found(db.command.geoWithin({ centerSphere: [[0, 0], 3.2] }))).not.toContain('nowhere')
  })

  test('near without an index, in a match, and shapes of the plane are refused', async () => {
    const { Point } = db.Geo
    const near = db.command.geoNear({ geometry: new Point(0 as never, 0 as never) })
    expect((await errorOf(db.collection('t').where({ at: near }).get())).message).toMatch(/unable to find index/)
    const match = runRaw(db.collection('places'), { $match: { at: { $nearSphere: { $geometry: point(0, 0) } } } })
    expect((await errorOf(match)).message).toMatch(/not allowed in this context/)
    const box = runRaw(db.collection('places'), {
      $match: {
        at: {
          $geoWithin: {
            $box: [
              [0, 0],
              [1, 1],
            ],
          },
        },
      },
    })
    expect((await errorOf(box)).message).toContain('$box')
  })
})
