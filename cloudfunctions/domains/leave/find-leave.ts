// Decides what is read of a leave before anything is done with it, whose it is, and how it reads.
import { composeStaffCard } from '@class-pact/core/family'
import type { Cite, Identity, Leave } from '@class-pact/core/contract'
import type { ClassDoc } from '../class'
import type { LeaveDoc } from './documents'
import type { PactDoc } from '../pact'
import type { Person } from '../../common/call/person'
import type { Whose } from '../../common/call/handlers'
import { guardianOf } from '../../common/call/session'
import { leaves } from './store'
import { showWords } from '../../common/wechat/check-words'
import { showFiles } from '../../common/wechat/files'

export type HeadTeacher = ClassDoc['headTeacher']

export interface FoundLeave {
  leave: LeaveDoc
  headTeacher: HeadTeacher
}

/**
 * The leave and who approves in its class, in one call. Its family, and its class's head teacher; a leader of the school
 * only where the head teacher asks for the own child, or where the class has none (L03).
 */
export async function findLeave({ leaveId }: { leaveId: string }): Promise<Whose<FoundLeave> | undefined> {
  const [row] = await leaves.aggregate<LeaveDoc & { classes: Pick<ClassDoc, 'headTeacher'>[] }>([
    { $match: { _id: leaveId } },
    { $lookup: { from: 'classes', localField: 'classId', foreignField: '_id', as: 'classes' } },
    { $project: { 'classes.roster': 0, 'classes.trail': 0 } },
  ])
  if (!row) return undefined
  const { classes, ...leave } = row
  const headTeacher = classes[0]?.headTeacher
  return { found: { leave, headTeacher }, place: leave, may: mayLookAt(leave, headTeacher) }
}

function mayLookAt({ applicant }: LeaveDoc, headTeacher: HeadTeacher): (identity: Identity) => boolean {
  const isDeputised = !headTeacher || headTeacher.openid === applicant.openid
  return ({ role }) => isDeputised || (role !== 'office' && role !== 'principal')
}

/** 语文王老师, or nobody yet; in kindergartens it reads the same. */
export function teacherCard(headTeacher: HeadTeacher): string {
  return headTeacher ? composeStaffCard(headTeacher, 'head_teacher', 'primary') : ''
}

/** Where the pact says how late a leave may come (L14); undefined: it does not, and what is usual holds. */
export function lateCite({ rules, version }: Pick<PactDoc, 'rules' | 'version'>): Cite | undefined {
  return rules['L14'] && { rule: 'L14', pactVersion: version }
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
    gap: leave.gap,
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
