// Decides whether disguised text is read as it is meant, and still points at what was written.
import fc from 'fast-check'
import { likeness, readText, sameWords, writtenRange } from '../../../../core/judge/text'

const tight = (written: string) => readText(written).tight.text

describe('folding a text', () => {
  it.each([
    ['full width', 'ＡＢ１２', 'ab12'],
    ['traditional characters', '紅包與團購', '红包与团购'],
    ['inserted signs', '红*包，拼 团', '红包,拼团'],
    ['zero-width characters', '红\u200b包', '红包'],
    ['emoji digits', '1️⃣3️⃣8️⃣', '138'],
    ['mathematical letters', '𝔂54', 'y54'],
    ['a circled digit inside a word', '水①滴筹', '水滴筹'],
    ['a picture', '抢🧧', '抢红包'],
    ['a character that sounds alike', '发洪包', '发红包'],
    ['letters', '发hong包，tou票', '发红包,投票'],
    ['letters with a gap', '今晚的zuo ye，快抢hong-bao', '今晚的作业,快抢红包'],
    ['a letter inside a word, or for a character', '红b包，z业', '红包,作业'],
    ['characters taken apart', '扌殳个票，车专贝长', '投个票,转账'],
    ['a stroke for a bar', '投丨票', '投票'],
  ])('C13 given %s, when read, then %s is %s', (_, written, meant) => {
    expect(tight(written)).toBe(meant)
  })
  it('C13 given honest words that look like a disguise, when read, then they stay', () => {
    expect(tight('昨夜的作文页')).toBe('昨夜的作文页')
    expect(tight('shanghongbaoli')).toBe('shanghongbaoli')
    expect(tight('共3人、5组')).toBe('共3人、5组')
    expect(tight('宝贝长大了，努力口算')).toBe('宝贝长大了,努力口算')
    expect(tight('拼音zuò yè')).toBe('拼音zuò yè')
  })
  it('C25 given phrases parted by spaces, when read, then they stay apart, and a word parted so does not', () => {
    expect(tight('孩子腰腿不疼了 也该听听课')).toBe('孩子腰腿不疼了 也该听听课')
    expect(tight('大家一起拼 团购买水果')).toBe('大家一起拼团购买水果')
  })
  it('C22 given a place in the folded text, when asked, then it is the place that was written', () => {
    const text = readText('快来抢红 包！')
    const start = text.tight.text.indexOf('红包')
    expect(writtenRange(text.tight, start, start + 2)).toEqual({ start: 3, end: 6 })
  })
  it('C01 given any text, when folded, then every character points into what was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (written) => {
        for (const view of [readText(written).plain, readText(written).tight]) {
          expect(view.starts).toHaveLength(view.text.length)
          view.starts.forEach((start, at) => {
            expect(start).toBeLessThan(view.ends[at] ?? 0)
            expect(view.ends[at]).toBeLessThanOrEqual(written.length)
          })
        }
      }),
    )
  })
  it('C01 given the same words in another dress, when compared, then they are the same', () => {
    expect(sameWords('请 及时签字！')).toBe(sameWords('请及时签字。'))
    expect(likeness('春游要带午饭吗', '春游要带午饭吗？')).toBe(1)
    expect(likeness('春游要带午饭吗', '校服什么时候发')).toBeLessThan(0.2)
  })
})
