// Decides that WeChat's check reads every character of a long text, in parts it accepts.
import fc from 'fast-check'
import { splitText } from '../../../cloudfunctions/common/wechat/split-text'

test('C04 a short text is one part, an empty one none', () => {
  expect(splitText('一句话。')).toEqual(['一句话。'])
  expect(splitText('')).toEqual([])
})

test('C04 a long text is cut after the last sentence that fits', () => {
  expect(splitText('一二三。四五六。七八', 6)).toEqual(['一二三。', '四五六。七八'])
  expect(splitText('没有标点的长句子', 3)).toEqual(['没有标', '点的长', '句子'])
})

test('C04 nothing is lost, nothing is too long, and no character is torn', () => {
  const texts = fc
    .array(fc.constantFrom('字', '。', '\n', '😀', 'a'), { maxLength: 200 })
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(texts, fc.integer({ min: 1, max: 20 }), (text, max) => {
      const parts = splitText(text, max)
      expect(parts.join('')).toBe(text)
      for (const part of parts) {
        expect([...part].length).toBeLessThanOrEqual(max)
        expect(part).not.toMatch(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/)
      }
    }),
  )
})
