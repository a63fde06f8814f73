// Decides what a reader sees of two versions: the old struck, the new marked, nothing lost (N11).
import fc from 'fast-check'
import { compareTexts, type Piece } from '@class-pact/core/notice'

const without = (kind: Piece['kind'], pieces: Piece[]) =>
  pieces
    .filter((piece) => piece.kind !== kind)
    .map(({ text }) => text)
    .join('')

test('N11 a changed time is struck and written anew, what stands around it stays', () => {
  expect(compareTexts('周五早上7:30在校门口集合。请穿校服。', '周五早上7:50在校门口集合。请穿校服。')).toEqual([
    { kind: 'same', text: '周五早上' },
    { kind: 'struck', text: '7:30' },
    { kind: 'added', text: '7:50' },
    { kind: 'same', text: '在校门口集合。请穿校服。' },
  ])
})

test('N11 a sentence that is new stands as a whole, and one that is gone too', () => {
  expect(compareTexts('请穿校服。请带水杯。', '请带水杯。请带雨衣。')).toEqual([
    { kind: 'struck', text: '请穿校服。' },
    { kind: 'same', text: '请带水杯。' },
    { kind: 'added', text: '请带雨衣。' },
  ])
})

test('N11 the same text has no difference, and an empty one is wholly new', () => {
  expect(compareTexts('请穿校服。', '请穿校服。')).toEqual([{ kind: 'same', text: '请穿校服。' }])
  expect(compareTexts('', '请穿校服。')).toEqual([{ kind: 'added', text: '请穿校服。' }])
  expect(compareTexts('', '')).toEqual([])
})

test('N11 both texts can be read from the pieces, whatever they are', () => {
  const text = fc.string({ unit: fc.constantFrom('请', '带', '水', '。', '\n', '7', ':', 'a', '👨‍👩‍👧'), maxLength: 60 })
  fc.assert(
    fc.property(text, text, (before, after) => {
      const pieces = compareTexts(before, after)
      expect(without('added', pieces)).toBe(before)
      expect(without('struck', pieces)).toBe(after)
    }),
  )
})

test('N11 two letters of 5,000 characters are compared while one waits for nothing', () => {
  const letter = (sign: string) =>
    Array.from({ length: 250 }, (_, at) => `第${at % 7}条请家长看${sign}好孩子的书包和水杯，谢谢。`).join('')
  const begun = performance.now()
  compareTexts(letter('').slice(0, 5_000), letter('管').slice(0, 5_000))
  compareTexts('好'.repeat(5_000), '好坏'.repeat(2_500))
  // A phone is some ten times slower than this machine, which others use as well.
  expect(performance.now() - begun).toBeLessThan(1_000)
})
