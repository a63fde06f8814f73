// Decides that the month of the leave calendar shows what can be chosen, what is chosen, and says so without colours.
import {
  chooseDay,
  describeChoice,
  layMonth,
  type Bounds,
  type Choice,
} from '../../../miniprogram/packages/leave/form/parts/day-range/month'

const bounds: Bounds = {
  start: '2026-09-04',
  end: '2027-03-02',
  today: '2026-09-04',
  calendar: { rest: ['2026-09-09'], school: ['2026-09-12'] },
}
const none: Choice = { from: '', to: '', open: false }
const days: Choice = { from: '2026-09-04', to: '2026-09-07', open: false }
const lay = (month: string, choice = none) => layMonth(month, choice, bounds)
const dayOf = (day: string, choice = none) => lay(day.slice(0, 7), choice).days.find((each) => each.day === day)

describe('a month of the leave calendar', () => {
  it.each([
    ['2026-09', '2026年9月', 2, 30],
    ['2026-11', '2026年11月', 7, 30],
    ['2026-12', '2026年12月', 2, 31],
    ['2027-02', '2027年2月', 1, 28],
    ['2028-02', '2028年2月', 2, 29],
  ])('given %s, then it starts in its column and has all its days', (month, title, column, count) => {
    const view = lay(month)
    expect(view).toMatchObject({ title, column })
    expect(view.days.map(({ number }) => number)).toEqual(Array.from({ length: count }, (_, at) => at + 1))
    expect(view.days.at(-1)?.day).toBe(`${month}-${count}`)
  })

  it('given the first and the last month with a day to choose, then one cannot turn beyond them', () => {
    expect(lay('2026-09')).toMatchObject({ before: '', after: '2026-10' })
    expect(lay('2026-12')).toMatchObject({ before: '2026-11', after: '2027-01' })
    expect(lay('2027-03')).toMatchObject({ before: '2027-02', after: '' })
  })

  it('given the bounds, then the days outside of them cannot be chosen, and say so', () => {
    expect(dayOf('2026-09-03')).toMatchObject({ off: true, label: '9月3日 周四，不能选' })
    expect(dayOf('2026-09-04')).toMatchObject({ off: false, label: '9月4日 周五，今天' })
    expect(dayOf('2027-03-02')?.off).toBe(false)
    expect(dayOf('2027-03-03')?.off).toBe(true)
  })

  it('given weekends, holidays and what the school changed, then rest days are marked, and can be chosen', () => {
    const rest = lay('2026-09').days.filter(({ word }) => word === '休')
    // 25–27 September: Mid-Autumn; the 20th is made up for.
    expect(rest.map(({ number }) => number)).toEqual([5, 6, 9, 13, 19, 25, 26, 27])
    expect(rest.every(({ off }) => !off)).toBe(true)
    expect(dayOf('2026-09-05')?.label).toBe('9月5日 周六，不上学')
  })

  it('given several chosen days, then the band, both ends and every label tell them', () => {
    expect(dayOf('2026-09-04', days)).toMatchObject({ word: '从', look: 'today chosen from' })
    expect(dayOf('2026-09-05', days)).toMatchObject({ word: '休', look: 'rest chosen' })
    expect(dayOf('2026-09-07', days)).toMatchObject({ word: '到', label: '9月7日 周一，最后一天，已选' })
    expect(dayOf('2026-09-08', days)).toMatchObject({ word: '', look: '', label: '9月8日 周二' })
  })

  it('given one chosen day, then it is both ends', () => {
    const choice = { from: '2026-09-08', to: '2026-09-08', open: false }
    expect(dayOf('2026-09-08', choice)).toMatchObject({
      word: '一天',
      look: 'chosen from to',
      label: '9月8日 周二，已选',
    })
    expect(dayOf('2026-09-04', { ...choice, from: '2026-09-04', to: '2026-09-04' })?.word).toBe('今天')
  })

  it('given a first day that waits for the last, then it is only the first', () => {
    const choice = { from: '2026-09-08', to: '2026-09-08', open: true }
    expect(dayOf('2026-09-08', choice)).toMatchObject({ word: '从', label: '9月8日 周二，第一天，已选' })
  })
})

describe('choosing days of a leave', () => {
  it('given a choice, when a day is tapped, then it is chosen alone, and the next tap may name the last day', () => {
    const first = chooseDay(days, '2026-09-08')
    expect(first).toEqual({ from: '2026-09-08', to: '2026-09-08', open: true })
    expect(describeChoice(first)).toBe('9月8日，再点最后一天')
    const both = chooseDay(first, '2026-10-09')
    expect(both).toEqual({ from: '2026-09-08', to: '2026-10-09', open: false })
    expect(describeChoice(both)).toBe('9月8日至10月9日')
  })

  it('given a first day, when it is tapped again, then it is the only one', () => {
    const one = chooseDay(chooseDay(days, '2026-09-08'), '2026-09-08')
    expect(one).toEqual({ from: '2026-09-08', to: '2026-09-08', open: false })
    expect(describeChoice(one)).toBe('9月8日')
  })

  it('given a first day, when an earlier one is tapped, then choosing starts anew', () => {
    expect(chooseDay(chooseDay(days, '2026-09-08'), '2026-09-04')).toEqual({
      from: '2026-09-04',
      to: '2026-09-04',
      open: true,
    })
  })
})
