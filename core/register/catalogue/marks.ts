// Decides how an item of class assessment is written down: ten points at most, and what was lacking.
import type { RegisterDesk } from '../contract'
import type { Parameter, Period, Quota, Register } from '../types'
import { count, fill, from, number, several, text } from './register'

/** 每项10分 (S0-4 三(一)) */
export const ITEM_POINTS = 10

/** Until the second week of a term, from two weeks before its end, or both: how many weeks, a school sets. */
export const termly = (at: 'begin' | 'end' | 'both') => ({
  period: { kind: 'term', at, weeks: 'weeks' } as const,
  parameters: { weeks: count(2, 1, 6, '周') },
})
export const monthly = { period: { kind: 'month' } } as const

interface Item {
  title: string
  keeps: readonly string[]
  /** Of S0-4. */
  article: string
  /** Who assesses: fixed for each item. */
  by: readonly RegisterDesk[]
  period: Period
  /** Absent: every class, each time. */
  quota?: Quota
  parameters?: Readonly<Record<string, Parameter>>
  /** What can be lacking, to tap instead of to write. */
  lacking: Readonly<Record<string, string>>
}

/** An item of ten points; whoever inspects goes from class to class on one page, and the class's own head teacher reads it. */
export const marked = ({ title, keeps, article, by, period, quota, parameters, lacking }: Item): Register => ({
  ...{ title, area: 'points', keeps, sources: from('S0', article), about: 'class', period },
  parts: [
    fill(by, [
      number('points', '得分', { max: ITEM_POINTS, unit: '分' }),
      several('lacking', '没做到的', lacking, false),
      text('notes', '扣分原因', false),
    ]),
  ],
  reads: ['head_teacher'],
  points: { kind: 'mean', field: 'points', most: ITEM_POINTS },
  ...(period.kind === 'event' && { many: true }),
  ...(period.kind !== 'event' && !quota && { grid: true }),
  ...(quota && { quota }),
  ...(parameters && { parameters }),
})
