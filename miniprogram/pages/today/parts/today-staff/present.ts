// Decides what a teacher's 今天 shows: counts to clear, notices by deadline, then the rest (screens.md 3.3).
import { beijingDay } from '@class-pact/core/calendar'
import type { Instant, NoticeRow, TodayStaff } from '@class-pact/core/contract'
import { presentRunning } from '../../../../components/running-cell/present'
import type { RunningView } from '../../../../components/running-cell/present'
import { sayGap } from '../../../../services/calendar-gap'
import { formatClass, formatDate, formatDay, formatMoment, formatRelease } from '../../../../services/format'
import { leftOf } from '../../../../services/long-list'
import { presentMissing, type MissingRow } from '../missing-rows/present'
import { CASE_DESK_WORDS } from '../../../../domains/class/case-desks'
import { NOTICE_STATE_WORDS } from '../../../../domains/notice/words'

/** Beyond this many a row of dots is a stripe: the sentence says it alone. */
const DOTS_MAX = 8

export type CountKey = 'leaves' | 'applications' | 'held'
export interface StaffView {
  day: string
  className: string
  /** The one red thing: on top, while there is any. */
  missing: MissingRow[]
  /** 您在上课，新留言不提醒 (T08); '' while there is no lesson. */
  lesson: string
  /** 突发情况1件，正在处理 (L06); '' while there is none. */
  incidents: string
  counts: { key: CountKey; count: number; word: string; label: string }[]
  running: RunningView[]
  /** Running notices that are not shown yet. */
  left: number
  /** Waiting for their hour, and not named here. */
  queuedLeft: number
  queued: { noticeId: string; classId: string; title: string; text: string; gap: string }[]
  leaves: string
  /** 成员核对已到期 (M11); '' while it is not. */
  review: string
  /** 任课老师的通知2份待审，家长的私聊1封待审 (G01, G02); '' while none does. */
  toReview: string
  /** 3件待回复，最早昨天16:20 (N15); '' while none does. */
  toAnswer: string
  /** 处理1件，已转政教处 (G21); '' while none has risen. */
  risen: string
  /** Guardians with another account wait to be looked at (M13); '' while none does. */
  moves: string
  week: string
  /** One dot a notice of the week's cap; filled ones are sent. */
  dots: { id: number; full: boolean }[]
  others: { key: string; text: string }[]
  /** 从语文王老师手里接过，请看未办结的事 (E02); '' if there is nothing to go through. */
  handover: string
  /** 9月3日到9月5日由数学李老师代理 (L03); '' if nobody does. */
  standIn: string
  done: boolean
}

const presentQueued = ({ noticeId, classId, title, state, releaseAt, gap }: NoticeRow, now: Instant) => ({
  noticeId,
  classId,
  title,
  gap: sayGap(gap),
  text:
    state !== 'queued' || releaseAt === undefined ? NOTICE_STATE_WORDS[state] : `${formatRelease(releaseAt, now)}送达`,
})

export function presentStaff(today: TodayStaff): StaffView {
  const { now } = today
  const counts = [
    { key: 'leaves' as const, count: today.pendingLeaves, word: '假条' },
    { key: 'applications' as const, count: today.applications, word: '加入申请' },
    { key: 'held' as const, count: today.held, word: '待审' },
  ].map((each) => ({ ...each, label: `${each.word}${each.count}件` }))
  const head = today.role === 'head_teacher'
  const waiting = counts.some(({ count }) => count > 0)
  const running = today.running.map((notice) => presentRunning(notice, now))
  const queued = today.queued.map((row) => presentQueued(row, now))
  const { weekCap, weekCount } = today
  const missing = presentMissing(today.missing, now)
  return {
    day: formatDay(beijingDay(now)),
    className: today.className,
    missing,
    lesson: today.inLesson ? '您在上课，新留言不提醒' : '',
    incidents: today.incidents ? `突发情况${today.incidents}件，正在处理` : '',
    counts: head && waiting ? counts : [],
    running,
    left: leftOf(today, running.length),
    queued,
    queuedLeft: Math.max(0, today.queuedTotal - queued.length),
    leaves: head && today.leavesToday > 0 ? `今天请假${today.leavesToday}人` : '',
    review: today.reviewDue ? '成员核对已到期' : '',
    toReview: [
      today.toReview > 0 ? `任课老师的通知${today.toReview}份待审` : '',
      today.heldLetters ? `家长的私聊${today.heldLetters}封待审` : '',
    ]
      .filter(Boolean)
      .join('，'),
    toAnswer: today.toAnswer ? `${today.toAnswer.count}件待回复，最早${formatMoment(today.toAnswer.oldest, now)}` : '',
    risen: today.risen ? `处理${today.risen.count}件，已转${CASE_DESK_WORDS[today.risen.desk]}` : '',
    moves: today.moves > 0 ? `${today.moves}位家长换了微信号，请核对` : '',
    week: weekCap === undefined ? `本周已发${weekCount}份` : `本周已发${weekCount}份，上限${weekCap}份`,
    dots:
      weekCap !== undefined && weekCap <= DOTS_MAX
        ? Array.from({ length: weekCap }, (_, id) => ({ id, full: id < weekCount }))
        : [],
    others: today.others.map(({ key, card, standsIn, count }) => ({
      key,
      text: `作为${standsIn ? `${formatClass(card)}代理班主任` : card}：${count}件待办`,
    })),
    handover: today.handover ? `从${today.handover.from || '前任班主任'}手里接过，请看未办结的事` : '',
    standIn: today.standIn
      ? `${formatDate(today.standIn.from)}到${formatDate(today.standIn.to)}由${today.standIn.card}代理`
      : '',
    done:
      missing.length === 0 &&
      !today.incidents &&
      !today.handover &&
      (!today.check || today.check.counts !== undefined) &&
      !(head && waiting) &&
      !today.reviewDue &&
      today.warnings.length === 0 &&
      today.dropouts.length === 0 &&
      today.moves === 0 &&
      today.toReview === 0 &&
      !today.toAnswer &&
      !today.risen &&
      !today.heldLetters &&
      today.tasksTotal === 0 &&
      !today.registers &&
      running.length === 0 &&
      queued.length === 0,
  }
}
