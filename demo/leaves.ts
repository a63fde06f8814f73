// Decides the demo's leaves: some over, one running today, two waiting for the head teacher.
import { addDays, beijingDay } from '@class-pact/core/calendar'
import type { CheckedWords, Day, Instant, LeaveKind, LeaveSpan, LeaveState } from '@class-pact/core/contract'
import { composeStaffCard } from '@class-pact/core/family'
import { freeSlots, planLeave } from '@class-pact/core/leave'
import type { LeaveDoc } from './documents'
import { CLASS_PLANS, SCHOOL_ID } from './class-plans'
import { openTrail, type Families } from './families'
import { CALENDAR, past, schoolDayAfter, schoolDayBefore } from './school-time'

interface Wish {
  /** Place in the roll of a class. */
  classId: string
  place: number
  kind: LeaveKind
  from: Day
  to?: Day
  fromHalf?: LeaveSpan['fromHalf']
  reason?: string
  state: LeaveState
  words?: string
}

export function listLeaves(families: Families, now: Instant): LeaveDoc[] {
  const [three = '', five = ''] = families.classes.map(({ _id }) => _id)
  const today = schoolDayAfter(addDays(beijingDay(now), -1))
  const before = (count: number) => schoolDayBefore(now, count)
  const wishes: Wish[] = [
    { classId: three, place: 3, kind: 'fever', from: before(9), to: before(8), state: 'returned' },
    { classId: three, place: 11, kind: 'cough', from: before(6), state: 'returned' },
    {
      classId: three,
      place: 16,
      kind: 'personal',
      from: before(5),
      fromHalf: 'pm',
      reason: '参加书法展示',
      state: 'returned',
    },
    {
      classId: three,
      place: 28,
      kind: 'personal',
      from: before(3),
      reason: '外出',
      state: 'rejected',
      words: '请补充具体事由',
    },
    { classId: three, place: 5, kind: 'fever', from: today, state: 'approved' },
    { classId: three, place: 19, kind: 'stomach', from: today, state: 'approved' },
    { classId: three, place: 33, kind: 'fever', from: today, reason: '凌晨开始发热，38.5度', state: 'pending' },
    {
      classId: three,
      place: 23,
      kind: 'personal',
      from: schoolDayAfter(schoolDayAfter(beijingDay(now))),
      fromHalf: 'pm',
      reason: '看牙医',
      state: 'pending',
    },
    { classId: five, place: 8, kind: 'cough', from: before(2), to: before(1), state: 'returned' },
    { classId: five, place: 21, kind: 'sick', from: today, state: 'approved' },
  ]
  return wishes.flatMap((wish, at) => submitted(wish, at, families, now) ?? [])
}

/** Submitted by the first guardian; children without one are not on leave here. */
function submitted(wish: Wish, at: number, families: Families, now: Instant): LeaveDoc | undefined {
  const child = families.children.find(({ _id }) => _id === `${wish.classId}-${wish.place}`)
  const plan = CLASS_PLANS.find(({ classId }) => classId === wish.classId)
  const applicant = child?.guardians[0]
  const span: LeaveSpan = { from: wish.from, fromHalf: wish.fromHalf ?? 'am', to: wish.to ?? wish.from, toHalf: 'pm' }
  const planned = child && planLeave(child._id, span, CALENDAR)
  if (!child || !plan || !applicant || !planned?.ok) return undefined
  const leaveId = `demo-leave-${at + 1}`
  const submittedAt = past(now, wish.from <= beijingDay(now) ? wish.from : beijingDay(now), '07:05')
  const decided = wish.state !== 'pending'
  const decidedAt = Math.min(submittedAt + 12 * 60_000, now - 30_000)
  const card = composeStaffCard(plan.headTeacher, 'head_teacher', 'primary')
  const returnedAt = wish.state === 'returned' ? past(now, addDays(span.to, 1), '07:50') : undefined
  return {
    _id: leaveId,
    schoolId: SCHOOL_ID,
    classId: child.classId,
    className: plan.name,
    childId: child._id,
    childName: child.name,
    no: child.no,
    kind: wish.kind,
    span,
    days: planned.plan.days,
    dates: planned.plan.dates,
    back: planned.plan.back,
    upTo: 'head_teacher',
    reason: spoken(wish.reason),
    check: wish.reason === undefined ? undefined : { suggest: 'pass', traceIds: [] },
    proof: [],
    files: [],
    callDigest: leaveId,
    state: wish.state,
    applicant: { openid: applicant.openid, card: applicant.card },
    submittedAt,
    ...(decided && { decidedAt, decidedBy: { openid: plan.headTeacher.openid, card } }),
    words: spoken(wish.words),
    returnedAt,
    slots: wish.state === 'rejected' ? freeSlots(leaveId) : planned.plan.slots,
    updatedAt: returnedAt ?? (decided ? decidedAt : submittedAt),
    ...openTrail(
      { id: leaveId, at: submittedAt, by: applicant.openid, role: 'guardian', action: 'leave.submit' },
      ...(decided
        ? [
            {
              id: `${leaveId}-decided`,
              at: decidedAt,
              by: plan.headTeacher.openid,
              role: 'head_teacher' as const,
              action: 'leave.decide',
            },
          ]
        : []),
    ),
  }
}

/** The demo's own words have passed: nobody else wrote them. */
const spoken = (words: string | undefined) => words as CheckedWords | undefined
