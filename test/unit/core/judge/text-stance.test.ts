// Decides whether words that are forbidden, denied, asked about or reported are told from words that are meant.
import { isReported, isSpokenOf, readText } from '../../../../core/judge/text'

const around = (written: string, word: string) => {
  const { text } = readText(written).tight
  const start = text.indexOf(word)
  return { text, range: { start, end: start + word.length } }
}

describe('what is meant and what is only spoken of', () => {
  it.each([
    '请不要发红包',
    '严禁在群里刷屏，发广告，发红包',
    '红包一律退回',
    '我们不发红包',
    '如有发红包等行为请提醒',
    '可以发红包吗？',
    '没有人发红包',
  ])('C13 given %s, when judged, then the red packet is only spoken of', (written) => {
    const { text, range } = around(written, '红包')
    expect(isSpokenOf(text, range)).toBe(true)
  })
  it.each([
    '不要错过红包',
    '特别大的红包来了',
    '请不要走开，快来抢红包',
    '有人要红包吗',
    '别忘了领红包',
    '再不来就没红包了',
  ])('C13 given %s, when judged, then the red packet is meant', (written) => {
    const { text, range } = around(written, '红包')
    expect(isSpokenOf(text, range)).toBe(false)
  })
  it('C13 given a warning of fraud, when judged, then it is a report', () => {
    const { text, range } = around('警方提醒：红包链接是新骗局', '红包')
    expect(isReported(text, range)).toBe(true)
  })
})
