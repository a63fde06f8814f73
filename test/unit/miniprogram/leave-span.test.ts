// Proves which half days a family's leave covers and how its length reads.
import { instantOf } from '@class-pact/core/calendar'
import { defaultSpan, endsOf, moveSpan, sumUp, turnEnd } from '../../../miniprogram/packages/leave/form/span'

const calendar = { rest: [], school: [] }

test('L01 before 14:00 a leave starts today, later or on a rest day with the next school day', () => {
  expect(defaultSpan(instantOf('2026-09-04', '06:50'), calendar).from).toBe('2026-09-04')
  expect(defaultSpan(instantOf('2026-09-04', '14:00'), calendar).from).toBe('2026-09-07')
  expect(defaultSpan(instantOf('2026-09-05', '08:00'), calendar).from).toBe('2026-09-07')
})

test('L01 a weekend inside is skipped and said', () => {
  const span = { from: '2026-09-04', fromHalf: 'am', to: '2026-09-07', toHalf: 'am' } as const
  expect(sumUp(span, calendar)).toEqual({ days: 1.5, sentence: '共1.5天（已跳过周末）', unknown: '' })
  expect(sumUp(moveSpan('2026-09-24', '2026-09-28'), calendar).sentence).toBe('共2天（已跳过假日）')
})

test('L01 a leave without a school day is said to be none', () => {
  expect(sumUp(moveSpan('2026-09-05', '2026-09-06'), calendar)).toMatchObject({
    days: 0,
    sentence: '这几天不上学，不用请假',
  })
})

test('L01 an unknown year is counted from Monday to Friday and said', () => {
  const sum = sumUp(moveSpan('2031-03-03', '2031-03-09'), calendar)
  expect(sum.days).toBe(5)
  expect(sum.unknown).toBe('2031年校历未发布，按周一至周五算')
})

describe('the switches at both ends', () => {
  const day = moveSpan('2026-09-04', '2026-09-04')
  const days = moveSpan('2026-09-04', '2026-09-07')

  test('on one day both show and turn the same', () => {
    const morning = turnEnd(day, 'start', 'am')
    expect(morning).toMatchObject({ fromHalf: 'am', toHalf: 'am' })
    expect(endsOf(morning)).toEqual({ start: 'am', end: 'am' })
    expect(endsOf(turnEnd(morning, 'end', 'day'))).toEqual({ start: 'day', end: 'day' })
    expect(turnEnd(day, 'end', 'pm')).toMatchObject({ fromHalf: 'pm', toHalf: 'pm' })
  })

  test('on several days the leave runs through', () => {
    expect(turnEnd(days, 'start', 'pm')).toMatchObject({ fromHalf: 'pm', toHalf: 'pm' })
    expect(turnEnd(days, 'end', 'am')).toMatchObject({ fromHalf: 'am', toHalf: 'am' })
    expect(endsOf(turnEnd(days, 'end', 'am'))).toEqual({ start: 'day', end: 'am' })
  })

  test('days picked backwards are put in order', () => {
    expect(moveSpan('2026-09-07', '2026-09-04')).toEqual(days)
  })
})
