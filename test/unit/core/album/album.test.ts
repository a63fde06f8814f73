// Proves who is seldom in a photo, who sees which, and where an album stands (P01, P02, C04).
import fc from 'fast-check'
import { isOpenTo, medianOf, placeAlbum, seldomOf, stateOfPhoto } from '@class-pact/core/album'

const linesOf = (counts: number[]) => counts.map((count, index) => ({ childId: `c${index}`, count }))

describe('P01 given photos of a term', () => {
  test.each([
    [[2, 2, 2, 0], 2, ['c3']],
    [[6, 6, 2], 6, ['c2']],
    // Half of the median is not below it.
    [[4, 4, 2], 4, []],
    [[0, 0, 0], 0, []],
    [[], 0, []],
  ])('when the counts are %j, then the median is %d and seldom are %j', (counts, median, seldom) => {
    expect(medianOf(counts)).toBe(median)
    expect(seldomOf(linesOf(counts), 0.5).map(({ childId }) => childId)).toEqual(seldom)
  })

  test('when who is seldom was absent, then nobody is', () => {
    expect(seldomOf(linesOf([2, 2, 2, 0]), 0.5, ['c3'])).toEqual([])
  })

  test('when everybody has as many, then nobody is seldom', () => {
    fc.assert(
      fc.property(fc.nat(50), fc.integer({ min: 1, max: 80 }), (count, size) => {
        expect(seldomOf(linesOf(Array<number>(size).fill(count)), 1)).toEqual([])
      }),
    )
  })
})

const suggestions = ['pending', 'pass', 'review', 'risky'] as const
const photos = fc.record({
  children: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd')),
  suggest: fc.constantFrom(...suggestions),
})
const arounds = fc.record({
  noPhotos: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd')).map((each) => new Set(each)),
  looked: fc.boolean(),
})

describe('P02 C04 given a photo and wishes', () => {
  test('when a family sees it, then no other child in it wants to be unseen, and it is not risky', () => {
    fc.assert(
      fc.property(photos, arounds, fc.constantFrom('a', 'b'), (photo, around, own) => {
        if (!isOpenTo([own], photo, around)) return
        expect(photo.children.filter((each) => each !== own && around.noPhotos.has(each))).toEqual([])
        expect(photo.suggest).not.toBe('risky')
        expect(around.looked || photo.suggest === 'pass').toBe(true)
      }),
    )
  })

  test('when a child opts out, then their own family still sees it, and staff see that it is hidden', () => {
    const [photo, around] = [
      { children: ['a', 'b'], suggest: 'pass' } as const,
      { noPhotos: new Set(['a']), looked: false },
    ]
    expect(isOpenTo(['a'], photo, around)).toBe(true)
    expect(isOpenTo(['b'], photo, around)).toBe(false)
    expect(stateOfPhoto(photo, around)).toBe('hidden')
  })

  test.each([
    ['pending', false, 'pending'],
    ['review', false, 'doubted'],
    ['review', true, 'pass'],
    ['pending', true, 'pass'],
    ['risky', true, 'doubted'],
  ] as const)('when WeChat says %s and a leader has looked: %s, then it is %s', (suggest, looked, state) => {
    expect(stateOfPhoto({ children: [], suggest }, { noPhotos: new Set(), looked })).toBe(state)
  })
})

describe('C04 given an album at ten', () => {
  const findings = { doubted: false, looked: false, checkUntil: 30 }

  test.each([
    [{ media: ['pass', 'pass'] }, 10, { state: 'published' }],
    [{ media: ['pass', 'pending'] }, 10, { state: 'checking', at: 30 }],
    [{ media: ['pass', 'pending'] }, 30, { state: 'held' }],
    [{ media: ['pass', 'review'] }, 10, { state: 'held' }],
    [{ media: ['pass'], doubted: true }, 10, { state: 'held' }],
    [{ media: ['pass'], doubted: true, looked: true }, 10, { state: 'published' }],
    [{ media: ['pending'], looked: true }, 30, { state: 'published' }],
    [{ media: ['risky'], looked: true }, 10, { state: 'held' }],
    [{ media: ['pass'], releaseAt: 20 }, 10, { state: 'checking', at: 20 }],
    [{ media: ['pass'], releaseAt: 20 }, 20, { state: 'published' }],
  ] as const)('when it is %j at %d, then it stands %j', (more, now, placed) => {
    expect(placeAlbum({ ...findings, ...more }, now)).toEqual(placed)
  })
})
