// Decides what is read of a leave before anything is done with it, whose it is, and how it reads.
import { citeRule } from '@class-pact/core/pact'
import { composeStaffCard } from '@class-pact/core/family'
import { beijingDay } from '@class-pact/core/calendar'
import type { Cite, Identity, Instant, Leave, LeaveProgress } from '@class-pact/core/contract'
import { waitsFor, type LeaveStaff } from '@class-pact/core/leave'
import type { ClassDoc } from '../class'
import type { LeaveDoc } from './documents'
import type { PactDoc } from '../pact'
import type { SchoolDoc } from '../school'
import type { Person } from '../../common/call/person'
import type { Session, Whose } from '../../common/call/handlers'
import { belongsTo, isLeader } from '../../common/call/scope'
import { guardianOf } from '../../common/call/session'
import { leaves } from './store'
import { showWords } from '../../common/wechat/check-words'
import { showFiles } from '../../common/wechat/files'

export type HeadTeacher = ClassDoc['headTeacher']

export interface FoundLeave {
  leave: LeaveDoc
  headTeacher: HeadTeacher
  staff: LeaveStaff
  /** Of the school's office. */
  schoolPhone?: string
}

type School = Pick<SchoolDoc, 'principals' | 'office' | 'phone'>
type Row = LeaveDoc & { classes: Pick<ClassDoc, 'headTeacher' | 'standIn'>[]; schools: School[] }

/**
 * The leave and who approves it, in one call. For its family, its class's head teacher and stand-in; for a leader of the school
 * only where it waits for their word or they have given it, where the head teacher asks for the own child, or the class has
 * none (L03, L14).
 */
export async function findLeave(
  { leaveId }: { leaveId: string },
  { openid, now }: Pick<Session, 'openid' | 'now'>,
): Promise<Whose<FoundLeave> | undefined> {
  const [row] = await leaves.aggregate<Row>([
    { $match: { _id: leaveId } },
    { $lookup: { from: 'classes', localField: 'classId', foreignField: '_id', as: 'classes' } },
    { $lookup: { from: 'schools', localField: 'schoolId', foreignField: '_id', as: 'schools' } },
    { $project: { 'classes.roster': 0, 'classes.trail': 0, 'schools.trail': 0, 'schools.calendar': 0 } },
  ])
  if (!row) return undefined
  const { classes, schools, ...leave } = row
  const staff = describeStaff(classes[0], schools[0], now)
  const found = { leave, headTeacher: classes[0]?.headTeacher, staff, schoolPhone: schools[0]?.phone }
  return { found, place: leave, may: mayLookAt(found, openid) }
}

/** The same for who decides: in the role whose word it waits for, if they have several. */
export async function findLeaveToDecide(
  input: { leaveId: string },
  session: Session,
): Promise<Whose<FoundLeave> | undefined> {
  const whose = await findLeave(input, session)
  if (!whose) return undefined
  const { found, place, may = () => true } = whose
  const { desk, openids } = waitsFor(found.leave, found.staff)
  const isAtClass = desk === 'head_teacher'
  const leads = session.person.identities.some((each) => isLeader(each) && belongsTo(each, place) && may(each))
  const decidesAsLeader = leads && !isAtClass && openids.includes(session.openid)
  return { found, place, may: (identity) => may(identity) && (!decidesAsLeader || isLeader(identity)) }
}

/** Who can decide in a class and its school on the day of `now`. */
export function describeStaff(
  found: Pick<ClassDoc, 'headTeacher' | 'standIn'> | undefined,
  school: School | undefined,
  now: Instant,
): LeaveStaff {
  const { headTeacher, standIn } = found ?? {}
  const today = beijingDay(now)
  return {
    ...(headTeacher && { headTeacher: headTeacher.openid }),
    ...(standIn && standIn.from <= today && today <= standIn.to && { standIn: standIn.openid }),
    office: (school?.office ?? []).map((leader) => leader.openid),
    principals: (school?.principals ?? []).map((leader) => leader.openid),
  }
}

function mayLookAt({ leave, headTeacher, staff }: FoundLeave, openid: string): (identity: Identity) => boolean {
  const { applicant, approvals = [], decidedBy, state } = leave
  const isDeputised = !headTeacher || headTeacher.openid === applicant.openid
  const hasDecided = decidedBy?.openid === openid || approvals.some((yes) => yes.openid === openid)
  const waits = state === 'pending' && waitsFor(leave, staff).openids.includes(openid)
  return (identity) => !isLeader(identity) || isDeputised || hasDecided || waits
}

/** Where it is on its way, for this reader. */
export function describeProgress(leave: LeaveDoc, staff: LeaveStaff, openid: string): LeaveProgress {
  const waits = leave.state === 'pending' ? waitsFor(leave, staff) : undefined
  return {
    ...(waits && { desk: waits.desk }),
    mine: waits?.openids.includes(openid) === true,
    yes: (leave.approvals ?? []).map(({ card, at }) => ({ card, at })),
  }
}

/** 语文王老师, or nobody yet; in kindergartens it reads the same. */
export function teacherCard(headTeacher: HeadTeacher): string {
  return headTeacher ? composeStaffCard(headTeacher, 'head_teacher', 'primary') : ''
}

/** Where the pact says how late a leave may come (L14); undefined: it does not, and what is usual holds. */
export function lateCite(pact: Pick<PactDoc, 'rules' | 'version' | 'own'>): Cite | undefined {
  return pact.rules['L14'] && citeRule(pact, 'L14')
}

/** The reason, if the reader may have it: families their own words, staff only what WeChat let pass (C04). */
export function shownReason(leave: LeaveDoc, person: Person): string | undefined {
  const passed = leave.check === undefined || leave.check.suggest === 'pass'
  return passed || guardianOf(person, leave.childId) ? leave.reason : undefined
}

/** The head teacher's number before the office's, each only where it is for families (M16). */
function callOf({ headTeacher, schoolPhone }: FoundLeave): Pick<Leave, 'call'> {
  if (headTeacher?.phone) return { call: { who: 'head_teacher', phone: headTeacher.phone } }
  return schoolPhone ? { call: { who: 'principal', phone: schoolPhone } } : {}
}

export async function describeLeave(found: FoundLeave, person: Person): Promise<Leave> {
  const { leave, headTeacher, staff } = found
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
    progress: describeProgress(leave, staff, person._id),
    ...(guardianOf(person, leave.childId) && callOf(found)),
    replaces: leave.replaces,
    replacedBy: leave.replacedBy,
  }
}
