// Proves how days, times and leaves read.
import { instantOf } from '@class-pact/core/calendar'
import { formatSpan } from '../../../miniprogram/domains/leave/words'
import {
  formatChosenDay,
  formatClass,
  formatClock,
  formatDay,
  formatDeadline,
  formatLongDate,
  formatMoment,
  formatRelease,
  formatStampTime,
  givenName,
} from '../../../miniprogram/services/format'

const now = instantOf('2026-09-01', '18:40')

describe('days and clocks', () => {
  test('a day has its weekday, near days have their word', () => {
    expect(formatDay('2026-09-01')).toBe('9月1日 周二')
    expect(formatLongDate('2026-09-01')).toBe('2026年9月1日')
    expect(formatChosenDay('2026-09-01', '2026-09-01')).toBe('9月1日 今天')
    expect(formatChosenDay('2026-09-07', '2026-09-01')).toBe('9月7日 周一')
  })

  test('a clock is written as it is spoken', () => {
    expect(formatClock('07:00')).toBe('7:00')
    expect(formatClock('00:05')).toBe('0:05')
    expect(formatClock('18:00')).toBe('18:00')
  })

  test('a moment is today, yesterday or a date; a stamp is always a date', () => {
    expect(formatMoment(instantOf('2026-09-01', '16:21'), now)).toBe('今天16:21')
    expect(formatMoment(instantOf('2026-08-31', '20:15'), now)).toBe('昨天20:15')
    expect(formatMoment(instantOf('2026-08-20', '09:05'), now)).toBe('8月20日9:05')
    expect(formatStampTime(instantOf('2026-09-01', '19:02'))).toBe('9月1日19:02')
  })

  test('a day begins at midnight in Beijing, not in the zone of the machine', () => {
    expect(formatMoment(instantOf('2026-09-02', '00:00'), now)).toBe('明天0:00')
    expect(formatMoment(instantOf('2026-09-01', '00:00'), now)).toBe('今天0:00')
  })

  test('a deadline is told by its date, on the day itself by 今天', () => {
    expect(formatDeadline(instantOf('2026-09-02', '18:00'), now)).toBe('9月2日18:00前')
    expect(formatDeadline(instantOf('2026-09-01', '20:00'), now)).toBe('今天20:00前')
  })

  test('T01 a queued notice is promised for 明早, a clock today, or a weekday', () => {
    expect(formatRelease(instantOf('2026-09-02', '07:00'), now)).toBe('明早7:00')
    expect(formatRelease(instantOf('2026-09-02', '14:30'), now)).toBe('明天14:30')
    expect(formatRelease(instantOf('2026-09-01', '19:30'), now)).toBe('19:30')
    expect(formatRelease(instantOf('2026-09-07', '07:00'), now)).toBe('周一7:00')
    expect(formatRelease(instantOf('2026-10-08', '07:00'), now)).toBe('10月8日7:00')
  })
})

describe('leaves and names', () => {
  test('L01 a span says where it starts and ends, halves only where they matter', () => {
    const span = { from: '2026-09-04', fromHalf: 'am', to: '2026-09-07', toHalf: 'am' } as const
    expect(formatSpan(span)).toBe('9月4日至9月7日上午')
    expect(formatSpan({ ...span, fromHalf: 'pm', toHalf: 'pm' })).toBe('9月4日下午至9月7日')
    expect(formatSpan({ ...span, to: '2026-09-04', toHalf: 'pm' })).toBe('9月4日')
    expect(formatSpan({ ...span, to: '2026-09-04', toHalf: 'am' })).toBe('9月4日上午')
    expect(formatSpan({ ...span, to: '2026-09-04', fromHalf: 'pm', toHalf: 'pm' })).toBe('9月4日下午')
  })

  test('a class is written with full brackets, a child by its given name', () => {
    expect(formatClass('三(2)班')).toBe('三（2）班')
    expect(givenName('张小明')).toBe('小明')
    expect(givenName('李雷')).toBe('李雷')
  })
})
