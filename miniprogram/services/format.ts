// Decides how days, times and counts read in Chinese, always in Beijing time.
import { addDays, beijingClock, beijingDay, weekday } from '@class-pact/core/calendar'
import type { Day, Instant } from '@class-pact/core/contract'

const WEEKDAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日']

const DAY = /^(\d{4})-(\d\d)-(\d\d)$/
/** What is said of a day that is none. */
const UNKNOWN_DAY = '日期不明'

/** 9月1日 */
export function formatDate(day: Day): string {
  const [, , month, date] = DAY.exec(day) ?? []
  return month && date ? `${Number(month)}月${Number(date)}日` : UNKNOWN_DAY
}

/** 2026年9月1日 */
export function formatLongDate(day: Day): string {
  return DAY.test(day) ? `${Number(day.slice(0, 4))}年${formatDate(day)}` : UNKNOWN_DAY
}

/** 周二 */
function formatWeekday(day: Day): string {
  return WEEKDAYS[weekday(day) - 1] ?? ''
}

/** 今天 明天 昨天, else undefined. */
function nearWord(day: Day, today: Day): string | undefined {
  if (day === today) return '今天'
  if (day === addDays(today, 1)) return '明天'
  return day === addDays(today, -1) ? '昨天' : undefined
}

/** 9月1日 周二 */
export function formatDay(day: Day): string {
  return `${formatDate(day)} ${formatWeekday(day)}`
}

/** 9月4日 今天, 9月7日 周一: a day one chose. */
export function formatChosenDay(day: Day, today: Day): string {
  return `${formatDate(day)} ${nearWord(day, today) ?? formatWeekday(day)}`
}

/** 7:00, 18:00: no leading zero, as spoken. */
export function formatClock(clock: string): string {
  return clock.replace(/^0(?=\d:)/, '')
}

/** 9月1日19:02: of record, so never 今天. */
export function formatStampTime(at: Instant): string {
  return formatDate(beijingDay(at)) + formatClock(beijingClock(at))
}

/** 今天16:21, 昨天20:15, 9月1日19:02 */
export function formatMoment(at: Instant, now: Instant): string {
  const day = beijingDay(at)
  return (nearWord(day, beijingDay(now)) ?? formatDate(day)) + formatClock(beijingClock(at))
}

/** 9月2日18:00; on the day itself 今天18:00. */
export function formatDueTime(deadline: Instant, now: Instant): string {
  const day = beijingDay(deadline)
  return (day === beijingDay(now) ? '今天' : formatDate(day)) + formatClock(beijingClock(deadline))
}

/** 9月2日18:00前; on the day itself 今天18:00前. */
export function formatDeadline(deadline: Instant, now: Instant): string {
  return `${formatDueTime(deadline, now)}前`
}

/** When something queued goes out: 明早7:00, 14:30, 周一7:00, 9月14日7:00. */
export function formatRelease(at: Instant, now: Instant): string {
  const day = beijingDay(at)
  const today = beijingDay(now)
  const clock = formatClock(beijingClock(at))
  if (day === today) return clock
  if (day === addDays(today, 1)) return (clock < '9' && clock.length < 5 ? '明早' : '明天') + clock
  return (day < addDays(today, 7) ? formatWeekday(day) : formatDate(day)) + clock
}

/** 三（2）班, however the roster wrote the brackets. */
export function formatClass(name: string): string {
  return name.replace(/\(/g, '（').replace(/\)/g, '）')
}

/** 小明 of 张小明: how one speaks of the child. Two characters stay whole. */
export function givenName(name: string): string {
  return name.length > 2 ? name.slice(1) : name
}

const KB = 1024

/** 1.3MB, 240KB; '' when nobody knows. */
export function sayBytes(bytes: number): string {
  if (bytes <= 0) return ''
  return bytes < KB * KB ? `${Math.ceil(bytes / KB)}KB` : `${(bytes / KB / KB).toFixed(1)}MB`
}
