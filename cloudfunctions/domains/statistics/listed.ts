// Decides what every list behind a figure is asked with and hands out: lines, how many there are, and the next page.
import type { Input, Instant, StatisticsItem, StatisticsItems } from '@class-pact/core/contract'
import { limits } from '@class-pact/core/contract'
import { parseCursor } from '../../common/store/pages'
import type { FoundStaff } from './find-staff'
import type { TimeSpan } from './staff-work'

export type Query = Input<'statistics.items'>
export interface Looked {
  query: Query
  found: FoundStaff
  span: TimeSpan
  now: Instant
  openid: string
  /** Of a member of the staff. */
  by?: string
  /** Of a class or of a grade's classes; absent: of the school. */
  classIds?: string[]
}
export interface Listed {
  items: StatisticsItem[]
  total: number
  next?: string | undefined
  /** What a rate is made of. */
  sums?: Pick<StatisticsItems, 'slips' | 'rolls'>
}

export const byOf = ({ cardOf }: FoundStaff, openid: string) => {
  const by = cardOf(openid)
  return by === undefined ? {} : { by }
}
export const classOf = ({ classes }: FoundStaff, classId: string | undefined) => {
  const own = classes.find((each) => each.classId === classId)
  return own ? { classId: own.classId, className: own.className } : {}
}

/** A page of what was counted in one go. */
export function cut({ after }: Query, all: StatisticsItem[]): Listed {
  const [start] = parseCursor(after)
  const from = typeof start === 'number' && Number.isSafeInteger(start) && start > 0 ? start : 0
  const end = from + limits.PAGE_SIZE
  const next = end < all.length ? Buffer.from(JSON.stringify([end])).toString('base64url') : undefined
  return { items: all.slice(from, end), total: all.length, next }
}
