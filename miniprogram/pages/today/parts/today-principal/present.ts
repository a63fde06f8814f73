// Decides what a principal's 今天 shows: what waits for a decision, who was not reached, what went out in quiet hours (screens.md 3.4).
import { beijingDay } from '@class-pact/core/calendar'
import type { TodayPrincipal } from '@class-pact/core/contract'
import { presentRunning } from '../../../../components/running-cell/present'
import type { RunningView } from '../../../../components/running-cell/present'
import { formatDay, formatMoment } from '../../../../services/format'
import { URGENT_WORDS } from '../../../../services/words'

export interface PrincipalView {
  day: string
  held: { noticeId: string; title: string; sub: string; label: string }[]
  overdue: RunningView[]
  overrides: { noticeId: string; title: string; sub: string; label: string }[]
  withoutHeadTeacher: string
  done: boolean
}

export function presentPrincipal(today: TodayPrincipal): PrincipalView {
  const { now } = today
  const held = today.held.map(({ noticeId, title, author, className, heldAt }) => {
    const sub = [className, author, formatMoment(heldAt, now)].filter(Boolean).join('，')
    return { noticeId, title, sub, label: `${title}，${sub}，待审` }
  })
  const overrides = today.overrides.map(({ noticeId, title, author, className, cause, at }) => {
    const sub = [className, author, formatMoment(at, now), URGENT_WORDS[cause]].filter(Boolean).join('，')
    return { noticeId, title, sub, label: `${title}，${sub}` }
  })
  const overdue = today.overdue.map((notice) => presentRunning(notice, now, true))
  const { classesWithoutHeadTeacher } = today
  return {
    day: formatDay(beijingDay(now)),
    held,
    overdue,
    overrides,
    withoutHeadTeacher: classesWithoutHeadTeacher > 0 ? `${classesWithoutHeadTeacher}个班还没有班主任` : '',
    done: held.length + overdue.length + overrides.length + classesWithoutHeadTeacher === 0,
  }
}
