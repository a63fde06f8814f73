// Decides how a hand-over reads: what stays open, before it and after it (screens.md 3.27, M04, E02).
import { beijingDay } from '@class-pact/core/calendar'
import type { Handover, Instant } from '@class-pact/core/contract'
import { NOTICE_STATE_WORDS } from '../../../domains/notice/words'
import { formatClass, formatDate, formatDeadline } from '../../../services/format'

export type Place = 'board' | 'notice' | 'leaves' | 'applications' | 'cases'
export interface OpenRow {
  key: string
  text: string
  value: string
  to: Place
  noticeId: string
}
export interface HandoverView {
  className: string
  head: string
  /** 还有2份通知未办结，3张假条待批 */
  open: string
  rows: OpenRow[]
  left: number
  /** 等语文王老师确认 */
  successor: string
  /** Taken over from somebody, and not gone through yet. */
  from: string
}

export function presentHandover(handover: Handover, now: Instant): HandoverView {
  const {
    className,
    headTeacher = '',
    from,
    successor,
    running,
    runningTotal,
    waiting,
    leaves,
    applications,
    cases,
  } = handover
  const counted = [
    { to: 'leaves' as const, text: '假条待批', count: leaves, unit: '张' },
    { to: 'applications' as const, text: '申请待处理', count: applications, unit: '件' },
    { to: 'cases' as const, text: '处理未了结', count: cases, unit: '件' },
  ].filter(({ count }) => count > 0)
  const said = [
    ...(runningTotal > 0 ? [`${runningTotal}份通知未办结`] : []),
    ...(waiting.length > 0 ? [`${waiting.length}份没有发出`] : []),
    ...counted.map(({ text, count, unit }) => `${count}${unit}${text}`),
  ]
  return {
    className: formatClass(className),
    head: headTeacher,
    open: said.length > 0 ? `还有${said.join('，')}` : '没有未办结的事',
    rows: [
      ...running.map(({ noticeId, title, missing, deadline }) => ({
        ...{ key: noticeId, text: title, to: 'board' as const, noticeId },
        value: deadline === undefined ? `${missing}人未到` : `${missing}人未到，${formatDeadline(deadline, now)}`,
      })),
      ...waiting.map(({ noticeId, title, state }) => ({
        ...{ key: noticeId, text: title, value: NOTICE_STATE_WORDS[state], to: 'notice' as const, noticeId },
      })),
      ...counted.map(({ to, text, count, unit }) => ({ key: to, text, value: `${count}${unit}`, to, noticeId: '' })),
    ],
    left: Math.max(0, runningTotal - running.length),
    successor: successor ? `${successor.name}已应邀，等${headTeacher || '学校'}确认` : '',
    from: from ? `${formatDate(beijingDay(from.at))}从${from.card || '前任班主任'}手里接过` : '',
  }
}
