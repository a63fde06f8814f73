// Decides which doors the class page has: by role, only those that lead somewhere for this person (3.15).
import type { Identity, LeaveCard, Today } from '@class-pact/core/contract'
import { formatDays, formatSpan, LEAVE_KIND_WORDS, LEAVE_STATE_WORDS } from '../../domains/leave/words'
import { sayMuted } from '../../domains/talk/muted'
import { CHECK_WORDS } from '../../domains/roll/words'
import { formatClass } from '../../services/format'
import { ROUTES } from '../../services/routes'

export interface Door {
  text: string
  icon: string
  /** What waits behind it: 2件. */
  value: string
  url: string
}
export interface ClassView {
  /** Child or class. */
  title: string
  doors: Door[]
  leaves: { leaveId: string; text: string; sub: string; state: string }[]
  /** Leaves of the child that are not shown yet. */
  left?: number
  /** What a mute means, while there is one (G04). */
  muted?: string
}

/** What the school charges is open to every member of it (C37). */
const feesDoor = ({ key }: Pick<Identity, 'key'>): Door => ({
  ...{ text: '收费公示', icon: 'pact', value: '', url: ROUTES.fees({ identity: key }) },
})

/** Photos: of the child's class for a family, to be made by whoever teaches there (P06). */
const albumsDoor = (of: { childId: string } | { classId: string }): Door => ({
  ...{ text: '相册', icon: 'photo', value: '', url: ROUTES.albums(of) },
})

/** A child who falls ill or is hurt: one tap away for everybody who is with the class (L06, L07). */
const incidentsDoor = (classId: string, today?: Today): Door => ({
  ...{ text: '突发情况', icon: 'warn', url: ROUTES.incidents({ classId }) },
  value: today && 'incidents' in today && typeof today.incidents === 'number' ? waiting(today.incidents) : '',
})

const timetableDoor = (classId: string): Door => ({
  ...{ text: '课程表', icon: 'clock', value: '', url: ROUTES.timetable({ classId }) },
})

/** Letters to and from the families of a class. */
const talksDoor = (classId: string, today?: Today): Door => ({
  ...{ text: '私聊', icon: 'mail', url: ROUTES.talks({ classId }) },
  value: today && 'toAnswer' in today ? waiting(today.toAnswer?.count ?? 0) : '',
})

/** 家长接待: times of the head teacher that families book (H13). */
const receptionDoor = (of: { classId: string; childId?: string }): Door => ({
  ...{ text: '家长接待', icon: 'people', value: '', url: ROUTES.receptions(of) },
})

const attendanceDoor = (classId: string): Door => ({
  ...{ text: '本班出勤', icon: 'today', value: '', url: ROUTES.attendanceClass({ classId }) },
})

const waiting = (count: number) => (count > 0 ? `${count}件` : '')

/** 晨检 or 午检 of the half day, and whether it is saved. */
function rollDoor(classId: string, today: Today | undefined): Door {
  const check = today && 'check' in today ? today.check : undefined
  const text = CHECK_WORDS[check?.half ?? 'am']
  const value = check ? (check.counts ? '已保存' : '待保存') : ''
  return { text, icon: 'today', value, url: ROUTES.roll({ classId, ...(check && { half: check.half }) }) }
}

/** 班级 for one own child. */
export function presentFamilyClass(identity: Identity, leaves: LeaveCard[], left = 0): ClassView {
  const { classId = '', childId = '', childName = '', className = '', schoolId } = identity
  return {
    title: `${childName}，${formatClass(className)}`,
    muted: identity.mutedUntil ? sayMuted(identity.mutedUntil) : '',
    doors: [
      { text: '私聊', icon: 'mail', value: '', url: ROUTES.talks({ childId }) },
      receptionDoor({ classId, childId }),
      { text: '意见箱', icon: 'write', value: '', url: ROUTES.talkWrite({ childId, about: 'opinion' }) },
      { text: '班级公约', icon: 'pact', value: '', url: ROUTES.pact({ schoolId }) },
      feesDoor(identity),
      timetableDoor(classId),
      { text: '请另一位家长', icon: 'people', value: '', url: ROUTES.classInvite({ classId, childId }) },
      { text: '请假', icon: 'leave', value: '', url: ROUTES.leaveForm({ childId }) },
      { text: '出勤', icon: 'today', value: '', url: ROUTES.attendanceChild({ childId }) },
      albumsDoor({ childId }),
    ],
    leaves: leaves.map(({ leaveId, kind, span, days, state }) => ({
      leaveId,
      text: formatSpan(span),
      sub: `${LEAVE_KIND_WORDS[kind]}，${formatDays(days)}`,
      state: LEAVE_STATE_WORDS[state],
    })),
    left,
  }
}

/** 班级 for a supervisor: the log of the class, to read (M06). */
export function presentSupervised({ classId = '', className = '', schoolId, key }: Identity): ClassView {
  return {
    title: `监督员，${formatClass(className)}`,
    doors: [
      { text: '审核记录', icon: 'info', value: '', url: ROUTES.log({ classId }) },
      { text: '班级公约', icon: 'pact', value: '', url: ROUTES.pact({ schoolId }) },
      feesDoor({ key }),
    ],
    leaves: [],
  }
}

/** 班级 for an officer: the members of a grade leader's classes, and the pact (M17). */
function presentOfficerClass(
  { schoolId, key, office }: Pick<Identity, 'schoolId' | 'key' | 'office'>,
  today?: Today,
): ClassView {
  const classes = today?.role === 'officer' && today.office === 'grade_leader' ? today.classes : []
  return {
    title: '本校',
    doors: [
      ...classes.map(({ classId, className }) => ({
        ...{ text: `${formatClass(className)}成员`, icon: 'people', value: '', url: ROUTES.members({ classId }) },
      })),
      // What has risen to 政教处 (G21).
      ...(office === 'discipline'
        ? [{ text: '处理', icon: 'shield', value: '', url: ROUTES.cases({ schoolId }) }]
        : []),
      { text: '班级公约', icon: 'pact', value: '', url: ROUTES.pact({ schoolId }) },
      feesDoor({ key }),
    ],
    leaves: [],
  }
}

/** 班级 for a teacher. A class's other teachers neither approve leave nor manage members. */
export function presentStaffClass(
  { role, classId = '', className = '', schoolId, key, office }: Identity,
  today?: Today,
): ClassView {
  const pact = { text: '班级公约', icon: 'pact', value: '', url: ROUTES.pact({ schoolId }) }
  const fees = feesDoor({ key })
  const month = { text: '请假日历', icon: 'clock', value: '', url: ROUTES.leaveCalendar({ classId }) }
  if (role === 'stand_in') {
    const pending = today?.role === 'stand_in' ? today.pendingLeaves : 0
    const leaves = { text: '假条', icon: 'leave', value: waiting(pending), url: ROUTES.approve({ classId }) }
    const attendance = attendanceDoor(classId)
    return {
      title: `代理，${formatClass(className)}`,
      doors: [
        ...[rollDoor(classId, today), leaves, month, attendance, incidentsDoor(classId, today)],
        ...[timetableDoor(classId), pact, fees],
      ],
      leaves: [],
    }
  }
  if (role === 'teacher') {
    // To say at once what is not right is a subject teacher's too; the rest is the head teacher's (M18).
    const members = { text: '成员', icon: 'people', value: '', url: ROUTES.members({ classId }) }
    const cases = { text: '处理', icon: 'shield', value: '', url: ROUTES.cases({ classId }) }
    return {
      title: formatClass(className),
      doors: [
        talksDoor(classId, today),
        members,
        month,
        timetableDoor(classId),
        albumsDoor({ classId }),
        incidentsDoor(classId, today),
        cases,
        pact,
        fees,
      ],
      leaves: [],
    }
  }
  if (role === 'officer') return presentOfficerClass({ schoolId, key, office }, today)
  if (role !== 'head_teacher') return { title: formatClass(className), doors: [pact, fees], leaves: [] }
  const counts =
    today && 'applications' in today && 'pendingLeaves' in today ? today : { applications: 0, pendingLeaves: 0 }
  return {
    title: formatClass(className),
    doors: [
      talksDoor(classId, today),
      receptionDoor({ classId }),
      { text: '成员', icon: 'people', value: waiting(counts.applications), url: ROUTES.members({ classId }) },
      { text: '邀请家长', icon: 'share', value: '', url: ROUTES.classInvite({ classId }) },
      rollDoor(classId, today),
      { text: '假条', icon: 'leave', value: waiting(counts.pendingLeaves), url: ROUTES.approve({ classId }) },
      month,
      timetableDoor(classId),
      attendanceDoor(classId),
      albumsDoor({ classId }),
      incidentsDoor(classId, today),
      { text: '处理', icon: 'shield', value: '', url: ROUTES.cases({ classId }) },
      { text: '审核记录', icon: 'info', value: '', url: ROUTES.log({ classId }) },
      { text: '本班统计', icon: 'stats', value: '', url: ROUTES.classStatistics({ classId }) },
      { text: '代理班主任', icon: 'swap', value: '', url: ROUTES.standIn({ classId }) },
      { text: '移交班主任', icon: 'people', value: '', url: ROUTES.handover({ classId }) },
      pact,
      fees,
    ],
    leaves: [],
  }
}
