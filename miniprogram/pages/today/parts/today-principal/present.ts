// Decides what a principal's 今天 shows: what waits for a decision, who was not reached (screens.md 3.4).
import { beijingDay } from '@class-pact/core/calendar'
import type { SchoolKind, TodayPrincipal } from '@class-pact/core/contract'
import { presentRunning } from '../../../../components/running-cell/present'
import type { RunningView } from '../../../../components/running-cell/present'
import { describeLeaving } from '../../../../domains/class/leaving'
import { INCIDENT_KIND_WORDS } from '../../../../domains/incident/words'
import { leaderWord } from '../../../../domains/talk/words'
import { formatClass, formatDate, formatDay, formatMoment } from '../../../../services/format'
import { leftOf } from '../../../../services/long-list'
import { presentMissingClasses, type MissingRow } from '../missing-rows/present'
import { URGENT_WORDS } from '../../../../domains/notice/words'

/** Where something that has come to the leaders is answered. */
export type Door =
  | 'talks'
  | 'approve'
  | 'applications'
  | 'overrides'
  | 'queue'
  | 'reports'
  | 'appeals'
  | 'cases'
  | 'bureau'
  | 'schoolYear'
  | 'purge'

export interface PrincipalView {
  day: string
  /** Classes where nobody has found a child in time: first of all (L05). */
  missing: MissingRow[]
  /** A child fell ill or was hurt: which class, since when; the name is one tap away (L06). */
  incidents: { incidentId: string; text: string; sub: string; label: string }[]
  incidentsLeft: number
  /** What only a principal decides, for principals: fees, the week's cap, same-day activities (C37, T12, N09). */
  approvals: { noticeId: string; title: string; sub: string; label: string }[]
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

/** What the principal's word is wanted for; the office reads that it is not theirs. */
function sayApproval({ rules }: TodayPrincipal['held'][number], role: TodayPrincipal['role']): string {
  if (role !== 'principal') return '等校长批'
  if (rules.includes('C37')) return '收费'
  if (rules.includes('N09')) return '当天的活动'
  return rules.includes('T12') ? '本周通知超限' : ''
}

export function presentPrincipal(today: TodayPrincipal, schoolKind: SchoolKind = 'primary'): PrincipalView {
  const { now } = today
  const isForReader = ({ awaits }: TodayPrincipal['held'][number]) =>
    today.role === 'principal' && awaits === 'principal'
  const describe = (post: TodayPrincipal['held'][number]) => {
    const { noticeId, title, author, className, heldAt, awaits } = post
    const why = awaits === 'principal' ? sayApproval(post, today.role) : ''
    const sub = [why, className, author, formatMoment(heldAt, now)].filter(Boolean).join('，')
    return { noticeId, title, sub, label: `${title}，${sub}，${isForReader(post) ? '待批' : '待审'}` }
  }
  const approvals = today.held.filter(isForReader).map(describe)
  const held = today.held.filter((post) => !isForReader(post)).map(describe)
  const overrides = today.overrides.map(({ noticeId, title, author, className, cause, at }) => {
    const sub = [className, author, formatMoment(at, now), URGENT_WORDS[cause]].filter(Boolean).join('，')
    return { noticeId, title, sub, label: `${title}，${sub}` }
  })
  const leavings = today.leavings.map(({ childId, name, className, ...leaving }) => {
    const sub = `${formatClass(className)}，${describeLeaving(leaving)}`
    return { childId, name, sub, label: `${name}，${sub}，待您确认` }
  })
  const incidents = today.incidents.map(({ incidentId, className, kind, happenedAt, owed }) => {
    const text = `${formatClass(className)}，${INCIDENT_KIND_WORDS[kind]}`
    const sub = [formatMoment(happenedAt, now), ...(owed ? ['超过30分钟，还没有联系家长'] : [])].join('，')
    return { incidentId, text, sub, label: `${text}，${sub}，请看` }
  })
  const overdue = today.overdue.map((notice) => presentRunning(notice, now, true))
  const { classesWithoutHeadTeacher } = today
  const missing = presentMissingClasses(today.missing, now)
  const doors = [
    { to: 'approve' as const, text: '假条，待您批', icon: 'leave', number: today.leaves, unit: '张' },
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
    { to: 'queue' as const, text: '私聊，待您看', icon: 'notice', number: today.heldLetters ?? 0, unit: '封' },
    { to: 'reports' as const, text: '监督员反映，待答复', icon: 'write', number: today.reports, unit: '件' },
    { to: 'appeals' as const, text: '家长申诉，待校长答复', icon: 'shield', number: today.appeals ?? 0, unit: '件' },
    {
      to: 'talks' as const,
      text: `${leaderWord(schoolKind)}信箱，待答复`,
      icon: 'mail',
      number: today.letters ?? 0,
      unit: '件',
    },
    { to: 'bureau' as const, text: '教育局，待您处理', icon: 'school', number: today.bureau ?? 0, unit: '件' },
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
  if (today.purgeDue) {
    const { year: gone, at } = today.purgeDue
    const text = `${gone}学年的资料到期清除，要留的先导出`
    waiting.push({ to: 'purge', text, icon: 'shield', count: `${formatDate(beijingDay(at))}起` })
  }
  return {
    day: formatDay(beijingDay(now)),
    missing,
    incidents,
    incidentsLeft: Math.max(0, today.incidentsTotal - incidents.length),
    approvals,
    held,
    heldLeft: Math.max(0, today.heldTotal - held.length - approvals.length),
    overdue,
    overdueLeft: leftOf(today, overdue.length),
    overrides,
    overridesLeft: Math.max(0, today.overridesTotal - overrides.length),
    waiting,
    leavings,
    leavingsLeft: Math.max(0, today.leavingsTotal - leavings.length),
    withoutHeadTeacher: classesWithoutHeadTeacher > 0 ? `${classesWithoutHeadTeacher}个班还没有班主任` : '',
    done:
      missing.length +
        today.tasksTotal +
        (today.registers?.count ?? 0) +
        today.warnings.length +
        incidents.length +
        today.dropouts.length +
        leavings.length +
        approvals.length +
        held.length +
        overdue.length +
        overrides.length +
        waiting.length +
        classesWithoutHeadTeacher ===
      0,
  }
}
