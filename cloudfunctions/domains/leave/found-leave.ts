// Decides what is read of a leave before anything is done with it: the leave and who approves in its class, in one call.
import { composeStaffCard } from '@class-pact/core/family'
import type { Cite, Identity, Leave } from '@class-pact/core/contract'
import type { ClassDoc } from '../class'
import type { LeaveDoc } from './documents'
import type { PactDoc } from '../pact'
import type { Person } from '../../common/call/person'
import { guardianOf, staffOf } from '../../common/call/session'
import { leaves } from './store'
import { showWords } from '../../common/wechat/check-words'
import { showFiles } from '../../common/wechat/files'

export type HeadTeacher = ClassDoc['headTeacher']

export interface FoundLeave {
  leave: LeaveDoc
  headTeacher: HeadTeacher
}

export async function findLeave(leaveId: string): Promise<FoundLeave | undefined> {
  const [row] = await leaves.aggregate<LeaveDoc & { classes: Pick<ClassDoc, 'headTeacher'>[] }>([
    { $match: { _id: leaveId } },
    { $lookup: { from: 'classes', localField: 'classId', foreignField: '_id', as: 'classes' } },
    { $project: { 'classes.roster': 0, 'classes.trail': 0 } },
  ])
  if (!row) return undefined
  const { classes, ...leave } = row
  return { leave, headTeacher: classes[0]?.headTeacher }
}

/** 语文王老师, or nobody yet; in kindergartens it reads the same. */
export function teacherCard(headTeacher: HeadTeacher): string {
  return headTeacher ? composeStaffCard(headTeacher, 'head_teacher', 'primary') : ''
}

/** Where the pact says how late a leave may come (L14); undefined: it does not, and what is usual holds. */
export function lateCite({ rules, version }: Pick<PactDoc, 'rules' | 'version'>): Cite | undefined {
  return rules['L14'] && { rule: 'L14', pactVersion: version }
}

/**
 * In whose name this person may approve: the class's head teacher; a leader of the school only where the head teacher
 * asks for the own child, or where the class has none (L03).
 */
export function approverOf(person: Person, { leave, headTeacher }: FoundLeave): Identity | undefined {
  const own = staffOf(person, leave, ['head_teacher'])
  if (own) return own
  const deputised = !headTeacher || headTeacher.openid === leave.applicant.openid
  return deputised ? staffOf(person, leave, ['office', 'principal']) : undefined
}

/** Whether this person sees the leave at all. Proof and reason are for the family and whoever approves (screens.md 1.3). */
export function maySee(person: Person, found: FoundLeave): boolean {
  return guardianOf(person, found.leave.childId) !== undefined || approverOf(person, found) !== undefined
}

/** The reason, if the reader may have it: families their own words, staff only what WeChat let pass (C04). */
export function shownReason(leave: LeaveDoc, person: Person): string | undefined {
  const passed = leave.check === undefined || leave.check.suggest === 'pass'
  return passed || guardianOf(person, leave.childId) ? leave.reason : undefined
}

export async function describeLeave(found: FoundLeave, person: Person): Promise<Leave> {
  const { leave, headTeacher } = found
  return {
    leaveId: leave._id,
    childId: leave.childId,
    childName: leave.childName,
    classId: leave.classId,
    className: leave.className,
    kind: leave.kind,
    span: leave.span,
    days: leave.days,
    reason: shownReason(leave, person),
    proof: await showFiles(leave.proof),
    state: leave.state,
    applicant: leave.applicant.card,
    appliedByMe: leave.applicant.openid === person._id,
    submittedAt: leave.submittedAt,
    decidedAt: leave.decidedAt,
    decidedBy: leave.decidedBy?.card,
    ...showWords(leave),
    returnedAt: leave.returnedAt,
    teacher: teacherCard(headTeacher),
  }
}
