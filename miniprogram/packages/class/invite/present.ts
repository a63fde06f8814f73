// Decides what an invitation says before it is sent: for whom, how long (screens.md 3.16, M01, M02).
import type { ClassMembers, InvitationView, Role } from '@class-pact/core/contract'
import { limits } from '@class-pact/core/contract'
import { ROLE_WORDS } from '../../../services/words'

export type Purpose = 'class' | 'teacher' | 'head_teacher'

/** Whom somebody in this role may ask in besides one child's family. */
export function offerPurposes(role: Role | undefined): { value: Purpose; label: string }[] {
  const families = { value: 'class' as const, label: '全班家长' }
  const teacher = { value: 'teacher' as const, label: '任课教师' }
  const successor = { value: 'head_teacher' as const, label: '接任班主任' }
  if (role === 'head_teacher') return [families, teacher, successor]
  if (role === 'office' || role === 'principal') return [{ value: 'head_teacher', label: '班主任' }, teacher, families]
  return []
}

export interface CardView {
  school: string
  className: string
  /** 班主任王老师请 张*明的家长 加入 */
  inviter: string
  whom: string
  terms: string
  action: string
  share: string
}

export function presentInvitation(view: InvitationView): CardView {
  const { schoolName, className, inviter, purpose, childMasked, seatsLeft, role, takesOverFrom } = view
  const staff = purpose === 'staff'
  const whom = staff ? `${ROLE_WORDS[role ?? 'teacher']}` : childMasked ? `${childMasked}的家长` : `${className}的家长`
  const days = `${limits.INVITATION_DAYS}天有效`
  const seats = seatsLeft === undefined ? '' : `，剩${seatsLeft}个席位`
  return {
    school: schoolName,
    className,
    inviter,
    whom,
    terms: staff
      ? `只能用一次，${days}。请直接发给本人。${takesOverFrom ? `应邀后由${takesOverFrom}确认，才换班主任。` : ''}`
      : childMasked
        ? `只供${childMasked}的家长，${days}${seats}。`
        : `全班家长可用，${days}。加入时核对孩子姓名，名单上没有的要您同意。`,
    action: staff ? '发给老师' : '发给家长',
    share: `${schoolName}${className}请您加入`,
  }
}

/** Children with a free seat: each family can get a card of its own. */
export function listFree({ members }: ClassMembers): { childId: string; no: string; name: string; text: string }[] {
  return members
    .map(({ childId, no, name, seats, guardians }) => ({
      childId,
      no,
      name,
      free: seats - guardians.length,
    }))
    .filter(({ free }) => free > 0)
    .map(({ childId, no, name, free }) => ({ childId, no, name, text: `剩${free}个席位` }))
}
