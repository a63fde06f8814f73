// Decides what the date and time picker offers for a deadline and for an event, and what a choice means.
import { addDays, beijingDay } from '@class-pact/core/calendar'
import type { Instant } from '@class-pact/core/contract'
import { readMinute, writeMinute, type WheelMode } from '../../../components/date-wheels/wheels'
import { firstEventDay } from './form'
import type { Form } from '../../../domains/notice/draft'

export type Picked = 'deadline' | 'day' | 'from' | 'to'
export interface PickerBounds {
  title: string
  mode: WheelMode
  start: string
  end: string
}

/** Furthest day a notice may name, days ahead: a school year. */
const AHEAD_DAYS = 365
/** Clock of an event nobody has set yet. */
const DEFAULT_CLOCK: Record<'from' | 'to', string> = { from: '08:00', to: '16:00' }
const TITLES: Record<Picked, string> = { deadline: '截止时间', day: '日期', from: '开始时间', to: '结束时间' }

export function boundsOf(what: Picked, now: Instant): PickerBounds {
  const last = addDays(beijingDay(now), AHEAD_DAYS)
  const title = TITLES[what]
  if (what === 'deadline') return { title, mode: 'minute', start: writeMinute(now), end: `${last} 23:59` }
  // Today may be chosen: the principal may allow it (N09).
  if (what === 'day') return { title, mode: 'day', start: beijingDay(now), end: last }
  return { title, mode: 'clock', start: '', end: '' }
}

export function pickerValue(what: Picked, { deadline, event, kind }: Form, now: Instant): string {
  if (what === 'deadline') return writeMinute(deadline)
  if (what === 'day') return event.day ?? firstEventDay(kind, now)
  return event[what] ?? DEFAULT_CLOCK[what]
}

/** What a choice changes. An end before the start is no end. */
export function readPicked(what: Picked, value: string, form: Form): Partial<Form> {
  if (what === 'deadline') return { deadline: readMinute(value) }
  const { event } = form
  if (what === 'day') return { event: { ...event, day: value.slice(0, 10) } }
  const clock = value.slice(-5)
  const changed = { ...event, [what]: clock }
  const upsideDown = changed.from !== undefined && changed.to !== undefined && changed.to <= changed.from
  return { event: upsideDown ? { ...changed, to: undefined } : changed }
}
