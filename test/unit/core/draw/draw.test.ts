// Decides that a draw takes enough families, each once, and the same ones whenever it is made again (H04).
import fc from 'fast-check'
import { drawFamilies, familiesOf, isSameDraw } from '@class-pact/core/draw'

const ids = (many: number) => Array.from({ length: many }, (_, index) => `child-${String(index).padStart(3, '0')}`)

test('H04 given 43 families and 30 %, then 13 are drawn', () => {
  expect(drawFamilies('seed', ids(43), 30)).toHaveLength(13)
  expect(drawFamilies('seed', ids(43), 100).sort()).toEqual(ids(43))
})

test('H04 given any seed, list and share, then at least the share is drawn, of the list, each once, and again the same', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.integer({ min: 0, max: 200 }),
      fc.integer({ min: 30, max: 100 }),
      (seed, many, percent) => {
        const drawn = drawFamilies(seed, ids(many), percent)
        expect(drawn.length * 100).toBeGreaterThanOrEqual(many * percent)
        expect((drawn.length - 1) * 100).toBeLessThan(Math.max(1, many * percent))
        expect(new Set(drawn).size).toBe(drawn.length)
        expect(isSameDraw(drawFamilies(seed, ids(many).reverse(), percent), drawn)).toBe(true)
      },
    ),
  )
})

test('H04 given many seeds, then every family is drawn about as often as any other', () => {
  const times = new Map<string, number>()
  for (let seed = 0; seed < 2_000; seed++) {
    for (const id of drawFamilies(`seed ${seed}`, ids(20), 30)) times.set(id, (times.get(id) ?? 0) + 1)
  }
  expect(times.size).toBe(20)
  for (const often of times.values()) expect(Math.abs(often - 600)).toBeLessThan(120)
})

test('N20 given children who share a guardian, also by way of a third child, then they are one family', () => {
  const bound = [
    { id: 'c', guardians: ['father', 'other'] },
    { id: 'a', guardians: ['mother'] },
    { id: 'b', guardians: ['mother', 'father'] },
    { id: 'd', guardians: ['aunt'] },
    { id: 'e', guardians: [] },
  ]
  expect(familiesOf(bound)).toEqual([
    { id: 'a', children: ['a', 'b', 'c'] },
    { id: 'd', children: ['d'] },
  ])
})
