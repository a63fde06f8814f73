// Decides what a principal's 今天 shows: what waits for a decision, who was not reached (screens.md 3.4).
import { beijingDay } from '@class-pact/core/calendar'
import type { TodayPrincipal } from '@class-pact/core/contract'
import { presentRunning } from '../../../../components/running-cell/present'
import type { RunningView } from '../../../../components/running-cell/present'
import { describeLeaving } from '../../../../domains/class/leaving'
import { formatClass, formatDay, formatMoment } from '../../../../services/format'
import { leftOf } from '../../../../services/long-list'
import { URGENT_WORDS } from '../../../../domains/notice/words'

/** Where something that has come to the leaders is answered. */
export type Door = 'applications' | 'overrides' | 'reports' | 'cases' | 'schoolYear'

export interface PrincipalView {
  day: string
  held: { noticeId: string; title: string; sub: string; label: string }[]
  heldLeft: number
  overdue: RunningView[]
  overdueLeft: number
  overrides: { noticeId: string; title: string; sub: string; label: string }[]
  overridesLeft: number
  /** Doors to what has come to the leaders: staff to confirm, reports, cases open too long. */
  waiting: { to: Door; text: string; icon: string; count: string }[]
  withoutHeadTeacher: string
  /** Leavings that wait for a leader's word (L12). */
  leavings: { childId: string; name: string; sub: string; label: string }[]
  leavingsLeft: number
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
  const leavings = today.leavings.map(({ childId, name, className, ...leaving }) => {
    const sub = `${formatClass(className)}，${describeLeaving(leaving)}`
    return { childId, name, sub, label: `${name}，${sub}，待您确认` }
  })
  const overdue = today.overdue.map((notice) => presentRunning(notice, now, true))
  const { classesWithoutHeadTeacher } = today
  const doors = [
    {
      to: 'applications' as const,
      text: '申请，待您确认是本人',
      icon: 'people',
      number: today.applications,
      unit: '件',
    },
    {
      to: 'overrides' as const,
      text: '加急发出，还没有人看',
      icon: 'clock',
      number: today.unseenOverrides,
      unit: '条',
    },
    { to: 'reports' as const, text: '监督员反映，待答复', icon: 'write', number: today.reports, unit: '件' },
    { to: 'cases' as const, text: '处理超过时限，已转给您', icon: 'shield', number: today.cases, unit: '件' },
  ]
  const year = {
    to: 'schoolYear' as const,
    text: '新学年升级，还没有做',
    icon: 'school',
    count: `${today.yearDue ?? ''}学年`,
  }
  const waiting = doors.flatMap(({ number, unit, ...door }): PrincipalView['waiting'] =>
    number > 0 ? [{ ...door, count: `${number}${unit}` }] : [],
  )
  if (today.yearDue !== undefined) waiting.push(year)
  return {
    day: formatDay(beijingDay(now)),
    held,
    heldLeft: Math.max(0, today.heldTotal - held.length),
    overdue,
    overdueLeft: leftOf(today, overdue.length),
    overrides,
    overridesLeft: Math.max(0, today.overridesTotal - overrides.length),
    waiting,
    leavings,
    leavingsLeft: Math.max(0, today.leavingsTotal - leavings.length),
    withoutHeadTeacher: classesWithoutHeadTeacher > 0 ? `${classesWithoutHeadTeacher}个班还没有班主任` : '',
    done:
      today.tasksTotal +
        leavings.length +
        held.length +
        overdue.length +
        overrides.length +
        waiting.length +
        classesWithoutHeadTeacher ===
      0,
  }
}
