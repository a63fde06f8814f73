// Proves that the charts of the figures draw and say the same numbers.
import type { ClassFigures, Statistics } from '@class-pact/core/contract'
import { plotColumns } from '../../../miniprogram/components/chart-columns/scale'
import {
  presentClusters,
  presentLeaves,
  presentOverrides,
  presentReach,
  presentSeats,
  presentSpeed,
} from '../../../miniprogram/domains/statistics/figures'

const at = (beijing: string) => Date.parse(`${beijing}+08:00`)
const NOW = at('2026-10-21T09:05:00')

const reached = (className: string, entries: number, signed: number, followed: number) => ({
  classId: className,
  className,
  entries,
  signed,
  followed,
})

describe('the scale of columns', () => {
  it('given columns up to 15, it ticks at 0 and 10 and the tallest column fills the plot', () => {
    const plot = plotColumns([
      {
        parts: [
          { tone: 'solid', value: 14 },
          { tone: 'hollow', value: 1 },
        ],
        label: '',
        figure: '',
      },
      { parts: [{ tone: 'solid', value: 3 }], label: '', figure: '' },
    ])
    expect(plot.ticks).toEqual([
      { text: '0', percent: 0 },
      { text: '10', percent: 66.67 },
    ])
    expect(plot.columns[0]?.parts).toEqual([
      { tone: 'hollow', percent: 6.67 },
      { tone: 'solid', percent: 93.33 },
    ])
    expect(plot.columns[1]?.parts).toEqual([{ tone: 'solid', percent: 20 }])
  })

  it('given no children at all, it draws an axis from 0 to 1 and no part', () => {
    const plot = plotColumns([{ parts: [{ tone: 'solid', value: 0 }], label: '', figure: '' }])
    expect(plot.ticks.map(({ text }) => text)).toEqual(['0', '1'])
    expect(plot.columns[0]?.parts).toEqual([])
  })
})

describe('Ch1, who is not reached', () => {
  it('X01 given thirty classes of which two miss somebody, only these two are drawn and the rest is one line', () => {
    const rest = Array.from({ length: 28 }, (_, index) => reached(`${index}班`, 40, 38, 2))
    const chart = presentReach([reached('一（3）班', 39, 37, 1), ...rest, reached('五（1）班', 42, 38, 2)])
    expect(chart.rows.map(({ name, value }) => [name, value])).toEqual([
      ['一（3）', '未送达1'],
      ['五（1）', '未送达2'],
    ])
    expect(chart.restText).toBe('其余28个班都通知到了')
    expect(chart.text[1]).toBe('五（1）班42份回执：已签38，电话或纸质2，未送达2')
  })

  it('X01 given a class without notices, it is not counted as reached', () => {
    const chart = presentReach([reached('一（1）班', 40, 40, 0), reached('一（2）班', 0, 0, 0)])
    expect(chart.restText).toBe('1个班都通知到了，1个班没有要回执的通知')
    expect(chart.rest.map(({ value }) => value)).toEqual(['都通知到了', '没有要回执的通知'])
  })
})

describe('Ch2, how fast', () => {
  const figures = (medianMinutes?: number, p90Minutes?: number): ClassFigures =>
    ({ histogram: [8, 14, 7, 4, 3, 1, 1], medianMinutes, p90Minutes }) as ClassFigures

  it('X01 given a median of 165 minutes and a ninetieth percentile of 1310, it says three and twenty-two hours', () => {
    expect(presentSpeed(figures(165, 1310)).text).toEqual(['一半3小时内签收，九成22小时内'])
  })

  it('X01 given a median below an hour, it says minutes; given no signature, it says so', () => {
    expect(presentSpeed(figures(12.4, 61)).text).toEqual(['一半13分钟内签收，九成2小时内'])
    expect(presentSpeed(figures()).text).toEqual(['还没有签收'])
  })
})

describe('Ch3, who is ill', () => {
  const leaves: Statistics['leaves'] = [
    { day: '2026-10-19', sick: 5, personal: 1 },
    { day: '2026-10-20', sick: 7, personal: 0 },
    { day: '2026-10-21', sick: 14, personal: 1 },
  ]

  it('X06 given most sick children today, today is marked and named', () => {
    const chart = presentLeaves(leaves, NOW)
    expect(chart.note).toBe('病假14')
    expect(chart.plot.columns.map(({ now }) => now)).toEqual([false, false, true])
    expect(chart.axis).toEqual(['10月19日', '10月20日', '今天'])
    expect(chart.text).toEqual(['近3个上学日，病假最多是今天，14人', '今天病假14人，事假1人'])
  })

  it('X06 given days without leave, nothing is marked', () => {
    const chart = presentLeaves([{ day: '2026-10-20', sick: 0, personal: 0 }], NOW)
    expect(chart.note).toBe('')
    expect(chart.text).toEqual(['近1个上学日没有病假'])
  })

  it('X06 given three children with a fever in one class, it says which class and what', () => {
    const warning = {
      ...{ warningId: 'w', classId: 'k', className: '三（2）班', symptom: 'fever' as const, since: NOW },
      ...{ firstDay: '2026-10-21', lastDay: '2026-10-21', today: 3, children: 3 },
    }
    expect(presentClusters([warning], NOW)[0]?.text).toBe('三（2）班今天3人发热，')
    expect(presentClusters([{ ...warning, today: 1, children: 5 }], NOW)[0]?.text).toBe('三（2）班3天内5人发热，')
  })
})

describe('Ch4, the urgent way', () => {
  it('X02 given overrides in two weeks with a quiet one between, the quiet week is drawn too', () => {
    const chart = presentOverrides(
      [
        { week: '2026-10-05', cause: 'safety', count: 1 },
        { week: '2026-10-19', cause: 'closure', count: 1 },
        { week: '2026-10-19', cause: 'safety', count: 1 },
      ],
      NOW,
    )
    expect(chart.axis).toEqual(['10月5日起', '10月12日起', '本周'])
    expect(chart.text).toEqual(['本周2次：临时停课1，孩子安全1', '10月12日起没有用过', '10月5日起1次：孩子安全1'])
    expect(chart.legend.map(({ text }) => text)).toEqual(['孩子安全', '临时停课'])
  })

  it('X02 given no override, this week says so', () => {
    expect(presentOverrides([], NOW).text).toEqual(['本周没有用过'])
  })
})

describe('Ch5, seats', () => {
  it('X05 it says how many children have no, one and two guardians', () => {
    expect(presentSeats([6, 211, 983]).text).toEqual(['0位6人，1位211人，2位983人'])
  })
})
