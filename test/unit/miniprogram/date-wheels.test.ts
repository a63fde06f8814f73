// Decides that the wheels of a date offer what lies between the bounds, and nothing else.
import { readMinute, turnRows, turnWheels, writeMinute } from '../../../miniprogram/components/date-wheels/wheels'

describe('the wheels of a date', () => {
  it('N09 given a first and a last day, when the wheels come up, then no day outside of them is on a wheel', () => {
    const wheels = turnWheels('day', '2026-09-03', '2027-02-10', '2026-09-11')
    expect(wheels.columns[0]).toEqual(['2026年', '2027年'])
    expect(wheels.columns[1]).toEqual(['09月', '10月', '11月', '12月'])
    expect(wheels.columns[2]?.[0]).toBe('03日')
    expect(wheels).toMatchObject({ index: [0, 0, 8], value: '2026-09-11' })
  })

  it('given a month with fewer days, when the month is turned to it, then the day moves to its last', () => {
    const wheels = turnWheels('day', '2026-01-01', '2028-12-31', '2026-03-31')
    expect(turnRows('day', '2026-01-01', '2028-12-31', wheels, [0, 1, 30]).value).toBe('2026-02-28')
    expect(turnRows('day', '2026-01-01', '2028-12-31', wheels, [2, 1, 30]).value).toBe('2028-02-29')
  })

  it('given a bound within the day, when its day is chosen, then the clock keeps to it too', () => {
    const bounds = ['2026-09-01 16:30', '2026-09-02 07:15'] as const
    const wheels = turnWheels('minute', ...bounds, '2026-09-01 08:00')
    expect(wheels.value).toBe('2026-09-01 16:30')
    expect(wheels.columns[3]?.[0]).toBe('16时')
    const next = turnRows('minute', ...bounds, wheels, [0, 0, 1, 0, 0])
    expect(next.value).toBe('2026-09-02 07:15')
    expect(next.columns[4]?.at(-1)).toBe('15分')
  })

  it('given only a clock and no bounds, then every minute of the day can be chosen', () => {
    const wheels = turnWheels('clock', '', '', '16:05')
    expect(wheels.columns.map((column) => column.length)).toEqual([24, 60])
    expect(wheels).toMatchObject({ index: [16, 5], value: '16:05' })
  })

  it('given the wheels speak Beijing time, then an instant comes back as it went', () => {
    const at = Date.parse('2026-09-02T16:10:00+08:00')
    expect(writeMinute(at)).toBe('2026-09-02 16:10')
    expect(readMinute('2026-09-02 16:10')).toBe(at)
  })
})
