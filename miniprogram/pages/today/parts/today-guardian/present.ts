// Decides what a family's 今天 shows: one duty on paper, further ones as cells, each child's leave (3.2).
import { beijingClock, beijingDay } from '@class-pact/core/calendar'
import type { Instant, Unsigned, TodayGuardian } from '@class-pact/core/contract'
import { formatSpan, LEAVE_STATE_WORDS } from '../../../../domains/leave/words'
import { formatClass, formatClock, formatDay, formatDueTime, givenName } from '../../../../services/format'
import { leftOf } from '../../../../services/long-list'
import { actWord, formatDue, presentNoticeRow, type NoticeLine } from '../../../../domains/notice/rows'
import { KIND_WORDS } from '../../../../domains/notice/words'

const LATEST_MAX = 3

export interface DutyView {
  key: string
  noticeId: string
  classId: string
  kind: string
  child: string
  title: string
  due: string
}
export interface GuardianView {
  day: string
  /** 张小明今天08:00未到校; a number to call, '' where nobody gave one (L05). */
  missing: { childId: string; text: string; phone: string }[]
  /** 小明已到校 */
  here: string[]
  first: DutyView | null
  more: DutyView[]
  /** Duties that are not shown yet. */
  left: number
  /** Draws that took this family (H04). */
  surveys: { drawId: string; childId: string; title: string; sub: string }[]
  /** Reception days: the own time, or that one can be booked (H13). */
  receptions: { key: string; classId: string; childId: string; text: string; sub: string }[]
  /** ▶ 去签字 */
  act: string
  /** What is asked of oneself: a card to confirm (M10), a new account to know (M13). */
  asks: { key: string; text: string; sub: string; childId: string; moveId: string }[]
  leaves: { leaveId: string; text: string; span: string; state: string }[]
  latest: NoticeLine[]
  teachers: { childId: string; name: string; place: string }[]
  /** Numbers the family may call; two children of one class or school have one (M16). */
  calls: { label: string; place: string; phone: string }[]
  /** 老师在上课…: said before the numbers; '' outside of lessons. */
  lesson: string
  /** While the class has lessons: the number for what cannot wait, one tap away (M16). */
  urgent: { label: string; place: string; phone: string } | null
  /** 老师回复了：晚上睡得晚; '' if there is no answer that the family has not answered. */
  answered: { talkId: string; text: string; sub: string } | null
  /** Nobody gave a number. */
  noCalls: boolean
  /** No message can be pushed any more. */
  deaf: boolean
}

/** Lays 今天 out for a guardian. */
export function presentGuardian(today: TodayGuardian): GuardianView {
  const { now, children } = today
  const [first, ...more] = today.unsigned.map((each) => presentUnsigned(each, now))
  const several = children.length > 1
  const inLesson = children.some((child) => child.inLesson)
  const callable = presentCalls(children)
  return {
    day: formatDay(beijingDay(now)),
    missing: children.flatMap(({ childId, name, missing, teacherPhone, schoolPhone }) =>
      missing
        ? [
            {
              childId,
              text: `${name}今天${beijingClock(missing.since)}未到校`,
              phone: teacherPhone ?? schoolPhone ?? '',
            },
          ]
        : [],
    ),
    here: children.flatMap(({ name, here }) => (here ? [`${givenName(name)}已到校`] : [])),
    first: first ?? null,
    more,
    left: leftOf(today, today.unsigned.length),
    surveys: (today.surveys ?? []).map(({ drawId, childId, title, deadline }) => ({
      ...{ drawId, childId, title },
      sub: `随机抽到您家，匿名，${formatDueTime(deadline, now)}截止`,
    })),
    receptions: presentReceptions(today),
    act: today.unsigned[0] ? `去${actWord(today.unsigned[0].replyMode)}` : '',
    asks: presentAsks(today),
    leaves: children.flatMap(({ name, leave }) =>
      leave
        ? [
            {
              leaveId: leave.leaveId,
              text: `${givenName(name)}请假`,
              span: formatSpan(leave.span),
              state: LEAVE_STATE_WORDS[leave.state],
            },
          ]
        : [],
    ),
    latest: today.latest.slice(0, LATEST_MAX).map((row) => presentNoticeRow(row, now, several)),
    teachers: children.map(({ childId, name, className, teacher }) => ({
      childId,
      name: teacher || '老师',
      place: `${formatClass(className)}班主任${several ? `，${name}` : ''}`,
    })),
    lesson: inLesson ? '现在是上课时间，老师课间或放学后回复；急事请打电话。' : '',
    urgent: (inLesson && callable.calls[0]) || null,
    ...callable,
    answered: presentAnswered(today.talks),
    deaf: (today.credits.notice ?? 0) === 0,
  }
}

function presentReceptions({ receptions = [], children }: TodayGuardian): GuardianView['receptions'] {
  return receptions.map(({ classId, childId, childName, day, time }) => ({
    ...{ key: childId, classId, childId },
    text: time ? `家长接待：${formatDay(day)}${formatClock(time)}` : '家长接待日，可以预约',
    sub: [time ? '已约好' : formatDay(day), children.length > 1 ? childName : ''].filter(Boolean).join('，'),
  }))
}

function presentAnswered(talks: TodayGuardian['talks']): GuardianView['answered'] {
  if (!talks) return null
  const { count, first } = talks
  return { talkId: first.talkId, text: '老师回信了', sub: count > 1 ? `${first.matter}，共${count}件` : first.matter }
}

function presentAsks({ children, moves }: TodayGuardian): GuardianView['asks'] {
  return [
    ...moves.map(({ moveId, card }) => ({
      ...{ key: moveId, moveId, childId: '' },
      text: '有人说换了微信号',
      sub: `要接替您的席位：${card}，请看是不是您`,
    })),
    ...children.flatMap(({ childId, card, className }) =>
      card
        ? [{ key: childId, childId, moveId: '', text: '请确认名片', sub: `${card}，${formatClass(className)}` }]
        : [],
    ),
  ]
}

/** 打电话给班主任 before 打电话给校长室, each number once. */
function presentCalls(children: TodayGuardian['children']): Pick<GuardianView, 'calls' | 'noCalls'> {
  const all = [
    ...children.map(({ teacherPhone: phone, className, teacher }) => ({
      label: '打电话给班主任',
      place: `${formatClass(className)}${teacher}`,
      phone,
    })),
    ...children.map(({ schoolPhone: phone }) => ({ label: '打电话给校长室', place: phone ?? '', phone })),
  ]
  const calls = new Map(all.flatMap(({ phone, ...call }) => (phone ? [[phone, { ...call, phone }]] : [])))
  return { calls: [...calls.values()], noCalls: calls.size === 0 }
}

function presentUnsigned({ noticeId, classId, childId, childName, ...duty }: Unsigned, now: Instant): DutyView {
  return {
    key: `${noticeId}/${childId}`,
    noticeId,
    classId,
    kind: KIND_WORDS[duty.kind],
    child: childName,
    title: duty.title,
    due: formatDue(duty.deadline, duty.replyMode, duty.overdue, now),
  }
}
