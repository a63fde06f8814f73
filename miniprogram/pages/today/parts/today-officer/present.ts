// Decides the 今天 of who holds an office or stands in: who they are, until when, and what they may open (M17, L03).
import { beijingDay } from '@class-pact/core/calendar'
import type { TodayOfficer, TodayStandIn } from '@class-pact/core/contract'
import { OPENS, sayPost, sayUntil } from '../../../../domains/office/words'
import { formatClass, formatDay } from '../../../../services/format'
import { ROUTES } from '../../../../services/routes'
import { presentMissing, type MissingRow } from '../missing-rows/present'

export interface DoorView {
  key: string
  icon: string
  text: string
  sub: string
  value: string
  url: string
}
export interface OfficerView {
  day: string
  /** 三年级组长，到1月20日 */
  who: string
  opens: string
  missing: MissingRow[]
  doors: DoorView[]
  classes: DoorView[]
  done: string
}

export function presentStandIn(today: TodayStandIn): OfficerView {
  const { classId, className, pendingLeaves, leavesToday, children, until, incidents = 0 } = today
  const missing = presentMissing(today.missing, today.now)
  const sub = leavesToday > 0 ? `今天请假${leavesToday}人，全班${children}人` : `今天没有人请假，全班${children}人`
  const value = pendingLeaves > 0 ? `${pendingLeaves}张待批` : ''
  return {
    day: formatDay(beijingDay(today.now)),
    who: `${formatClass(className)}代理班主任，${sayUntil(until)}`,
    opens: '这几天由您批这个班的假条、点名，到期自动结束；其他仍是班主任的。',
    missing,
    doors: [
      ...(incidents > 0
        ? [
            {
              key: 'incidents',
              icon: 'warn',
              text: '突发情况',
              sub: '正在处理',
              value: `${incidents}件`,
              url: ROUTES.incidents({ classId }),
            },
          ]
        : []),
      { key: 'leaves', icon: 'leave', text: '假条', sub, value, url: ROUTES.approve({ classId }) },
    ],
    classes: [],
    done:
      pendingLeaves + incidents + missing.length > 0 || (today.check && !today.check.counts) ? '' : '没有待批的假条',
  }
}

/** What has risen to this desk; nothing, if nothing has (G21). */
const comeUp = (key: string, icon: string, text: string, sub: string, count = 0, url: string): DoorView[] =>
  count > 0 ? [{ key, icon, text, sub, value: `${count}件`, url }] : []

export function presentOfficer(today: TodayOfficer): OfficerView {
  const { office, grade, until, schoolId, classes } = today
  const away = classes.reduce((sum, { leavesToday }) => sum + leavesToday, 0)
  const leave = { key: 'leave', icon: 'leave', text: '请假', sub: '', value: away > 0 ? `今天${away}人` : '今天没有' }
  const attendance = { key: 'attendance', icon: 'today', text: '出勤', sub: '', value: '' }
  const attendanceDoor = { ...attendance, url: ROUTES.attendanceDay({ schoolId }) }
  const doors: Record<string, DoorView[]> = {
    grade_leader: [
      { ...leave, url: ROUTES.leaveDay({ schoolId }) },
      attendanceDoor,
      { key: 'compose', icon: 'write', text: '给年级发通知', sub: '', value: '', url: ROUTES.compose({}) },
    ],
    weekly_duty: [{ ...leave, url: ROUTES.leaveDay({ schoolId }) }, attendanceDoor],
    discipline: [
      ...comeUp('cases', 'shield', '处理', '班主任到期没有解决，请您接着办', today.cases, ROUTES.cases({ schoolId })),
      ...comeUp('letters', 'mail', '家长来信', '老师到期没有回复', today.letters, ROUTES.talks({ schoolId })),
      { key: 'queue', icon: 'notice', text: '待审', sub: '', value: '', url: ROUTES.queue({ schoolId }) },
    ],
  }
  const urlOf = (classId: string) =>
    office === 'grade_leader'
      ? ROUTES.classStatistics({ classId })
      : office === 'discipline'
        ? ROUTES.log({ classId })
        : ''
  return {
    day: formatDay(today.today),
    who: [sayPost(office, grade), sayUntil(until)].filter(Boolean).join('，'),
    opens: OPENS[office],
    missing: [],
    doors: doors[office] ?? [],
    classes: classes.flatMap(({ classId, className, children, leavesToday }) => {
      const url = urlOf(classId)
      const sub =
        office === 'discipline' ? '审核记录' : `${children}人${leavesToday > 0 ? `，今天请假${leavesToday}人` : ''}`
      return url ? [{ key: classId, icon: '', text: formatClass(className), sub, value: '', url }] : []
    }),
    done: doors[office] || today.tasksTotal > 0 || today.registers ? '' : '目前没有要您处理的事',
  }
}
