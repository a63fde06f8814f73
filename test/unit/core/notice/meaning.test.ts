// Decides which corrections change what a notice announces, and which only how it says so (N11, T13).
import { changedMeaning, type Announced } from '@class-pact/core/notice'

const letter = (body: string, more: Partial<Announced> = {}): Announced => ({ title: '秋游通知', body, ...more })
const changed = (before: string, after: string) => changedMeaning(letter(before), letter(after))

describe('N11 given a corrected text, when something announced is another than before, then the meaning changed', () => {
  test.each([
    ['a day', '9月4日去植物园，请穿校服。', '9月5日去植物园，请穿校服。', 'time'],
    ['a day in Chinese numerals', '九月四日放假。', '九月五日放假。', 'time'],
    ['a clock time', '早上7:30集中。', '早上7:50集中。', 'time'],
    ['a clock time in words', '下午三点半放学。', '下午四点放学。', 'time'],
    ['half of the day', '周五上午体检。', '周五下午体检。', 'time'],
    ['a day of the week', '下周一交表。', '下周二交表。', 'time'],
    ['a word for a day', '明天拍照。', '后天拍照。', 'time'],
    ['how long', '活动两小时。', '活动三小时。', 'time'],
    ['a time that is new', '请带水杯。', '请带水杯，7点到校。', 'time'],
    ['a sum', '餐费30元。', '餐费35元。', 'sum'],
    ['a sum in Chinese numerals', '餐费三十元。', '餐费三十五元。', 'sum'],
    ['a sum with a sign', '餐费￥30。', '餐费￥300。', 'sum'],
    ['a named place', '地点：学校操场。', '地点：学校礼堂。', 'place'],
    ['where one meets', '请在东门集合。', '请在南门集合。', 'place'],
  ])('%s', (_, before, after, what) => {
    expect(changed(before, after)).toEqual([what])
  })

  test.each([
    ['the deadline', { deadline: 1 }, { deadline: 2 }, 'deadline'],
    ['the deadline, which was none', {}, { deadline: 2 }, 'deadline'],
    ['the day', { event: { day: '2026-09-04' } }, { event: { day: '2026-09-05' } }, 'time'],
    ['the hour', { event: { day: '2026-09-04', from: '08:00' } }, { event: { day: '2026-09-04' } }, 'time'],
    [
      'the place',
      { event: { day: '2026-09-04', place: '植物园' } },
      { event: { day: '2026-09-04', place: '动物园' } },
      'place',
    ],
  ])('of the fields beside the text: %s', (_, before, after, what) => {
    expect(changedMeaning(letter('请穿校服。', before), letter('请穿校服。', after))).toEqual([what])
  })
})

describe('N11 given a corrected text, when the same is announced in other words, then the meaning did not change', () => {
  test.each([
    ['a word', '请穿好校服。', '请穿整齐的校服。'],
    ['the same day, written otherwise', '九月四日去植物园。', '9月4号去植物园。'],
    ['the same time, written otherwise', '下午三点半放学。', '下午3:30放学。'],
    ['full-width signs', '早上７：３０集中。', '早上7:30集中。'],
    ['the same sum, written otherwise', '餐费三十元。', '餐费30元。'],
    ['another order', '9月4日去植物园，餐费30元。', '餐费30元，9月4日去植物园。'],
    ['said once more', '9月4日秋游。', '9月4日秋游。别忘了，9月4日。'],
    ['numbers that are neither', '请带2支铅笔。', '请带3支铅笔。'],
  ])('%s', (_, before, after) => {
    expect(changed(before, after)).toEqual([])
  })
})
