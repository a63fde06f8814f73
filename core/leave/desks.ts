// Decides whose word a leave waits for, and where a yes sends it: by its length, and never to the applicant (L03, L14).
import { LEAVE_DESKS, type Instant, type LeaveDesk, type Role } from '../wire'

/** Somebody's yes, at the desk where the leave lay. */
export interface LeaveApproval {
  desk: LeaveDesk
  role: Role
  openid: string
  card: string
  at: Instant
}

/** What the rules need to know of a leave's way. */
export interface LeaveWay {
  applicant: { openid: string }
  /** Where it lies; absent: at the head teacher's. */
  at?: LeaveDesk
  /** Whose word it needs last; absent: the head teacher's. */
  upTo?: LeaveDesk
  approvals?: readonly Pick<LeaveApproval, 'openid'>[]
}

/** Who is there to decide, today. */
export interface LeaveStaff {
  headTeacher?: string
  standIn?: string
  office: readonly string[]
  principals: readonly string[]
}

/** Whom a leave waits for: the desk as it is named to the family, and everybody who may decide. */
export interface LeaveWaits {
  desk: LeaveDesk
  openids: readonly string[]
}

/**
 * Whom a leave waits for. Without a head teacher, or where that is the applicant, every leader may decide (L03). At the office's
 * desk the principal does where the office has nobody; whoever has said yes before says it again only where there is nobody else.
 */
export function waitsFor(leave: LeaveWay, staff: LeaveStaff): LeaveWaits {
  const { at = 'head_teacher' } = leave
  return at === 'head_teacher' ? waitsInClass(leave, staff) : waitsAtLeaders(at, leave, staff)
}

/** Where a yes sends a leave; undefined: it is approved. A leader's word counts for the desks below as well. */
export function nextDesk(
  leave: LeaveWay,
  by: { openid: string; role: Role },
  staff: LeaveStaff,
): LeaveDesk | undefined {
  const { at = 'head_teacher', upTo = 'head_teacher', approvals = [] } = leave
  const said = Math.max(rankOf(at), rankOf(by.role))
  const wanted = LEAVE_DESKS.find((desk) => rankOf(desk) > said && rankOf(desk) <= rankOf(upTo))
  if (!wanted) return undefined
  const { desk, openids } = waitsAtLeaders(wanted, { ...leave, approvals: [...approvals, by] }, staff)
  // Where no leader is left but the applicant, the word that was given is the last.
  return openids.length > 0 ? desk : undefined
}

function waitsInClass(leave: LeaveWay, staff: LeaveStaff): LeaveWaits {
  const { headTeacher, standIn } = staff
  const isFree = (openid: string | undefined) => openid !== undefined && openid !== leave.applicant.openid
  const inClass = [headTeacher, standIn].flatMap((openid) => (openid !== undefined && isFree(openid) ? [openid] : []))
  if (isFree(headTeacher)) return { desk: 'head_teacher', openids: inClass }
  const leaders = [...staff.office, ...staff.principals].filter(isFree)
  const { desk } = waitsAtLeaders('office', leave, staff)
  return { desk: inClass.length > 0 ? 'head_teacher' : desk, openids: [...new Set([...inClass, ...leaders])] }
}

function waitsAtLeaders(at: LeaveDesk, { applicant, approvals = [] }: LeaveWay, staff: LeaveStaff): LeaveWaits {
  const [office, principals] = [staff.office, staff.principals].map((all) =>
    all.filter((openid) => openid !== applicant.openid),
  ) as [string[], string[]]
  const fresh = (all: string[]) => all.filter((openid) => approvals.every((yes) => yes.openid !== openid))
  const choices: [LeaveDesk, string[]][] =
    at === 'office'
      ? [
          ['office', fresh(office)],
          ['principal', fresh(principals)],
          ['office', office],
          ['principal', principals],
        ]
      : [
          ['principal', fresh(principals)],
          ['principal', principals],
          ['office', fresh(office)],
          ['office', office],
        ]
  const [desk, openids] = choices.find(([, those]) => those.length > 0) ?? [at, []]
  return { desk, openids }
}

/** Whose word goes further; those who teach or stand in speak for the class. */
function rankOf(who: LeaveDesk | Role): number {
  return Math.max(0, (LEAVE_DESKS as readonly string[]).indexOf(who))
}
