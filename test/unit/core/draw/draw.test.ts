// Decides who is one family in a draw, and that 43 of them at 30 % are at least 13 (H04).
import { familiesOf, isSameDraw } from '@class-pact/core/draw'
import { drawFamilies } from '@class-pact/core/register'

const ids = (many: number) => Array.from({ length: many }, (_, index) => `child-${String(index).padStart(3, '0')}`)

test('H04 given 43 families and 30 %, then 13 are drawn, and whoever draws again with the seed draws the same', () => {
  const drawn = drawFamilies('seed', ids(43), 30)
  expect(drawn).toHaveLength(13)
  expect(isSameDraw(drawFamilies('seed', ids(43).reverse(), 30), drawn)).toBe(true)
  expect(isSameDraw(drawFamilies('another seed', ids(43), 30), drawn)).toBe(false)
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
