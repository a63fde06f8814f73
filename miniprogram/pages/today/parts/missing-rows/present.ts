// Decides how missing children stand on the 今天 of staff: each with a timer, of leaders class by class.
import { beijingClock, beijingDay } from '@class-pact/core/calendar'
import type { Instant, MissingChild, TodayPrincipal } from '@class-pact/core/contract'
import { formatClass, formatDate } from '../../../../services/format'
import { ROUTES } from '../../../../services/routes'

export interface MissingRow {
  key: string
  text: string
  sub: string
  since: Instant
  url: string
}

const sayDay = (since: Instant, now: Instant) =>
  beijingDay(since) === beijingDay(now) ? '' : formatDate(beijingDay(since))

/** 李雷 16号，08:30告知校长 */
export function presentMissing(missing: readonly MissingChild[] | undefined, now: Instant): MissingRow[] {
  return (missing ?? []).map(({ childId, no, name, classId, day, half, since, dueAt }) => ({
    ...{ key: childId, text: name, since },
    sub: `${no}号，${sayDay(dueAt, now)}${beijingClock(dueAt)}${now >= dueAt ? '已' : ''}告知校长`,
    url: ROUTES.missing({ classId, day, half, childId }),
  }))
}

/** 三（2）班1个孩子未到 */
export function presentMissingClasses(missing: TodayPrincipal['missing'], now: Instant): MissingRow[] {
  return (missing ?? []).map(({ classId, className, day, half, count, since }) => ({
    ...{ key: `${classId}/${day}/${half}`, text: `${formatClass(className)}${count}个孩子`, since },
    sub: `从${sayDay(since, now)}${beijingClock(since)}起没有找到`,
    url: ROUTES.missing({ classId, day, half }),
  }))
}
