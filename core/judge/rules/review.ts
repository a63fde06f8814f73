// Decides whose posts a person looks at before anybody else does (G01, G02); pupils have none of their own (G03, M03).
import { publishingBy } from '../../pact'
import type { JudgeRule } from '../finding'

const isApproved = (approvedBy: string | undefined) => Boolean(approvedBy?.trim())

/** What somebody of the school writes to many: who may, and whose words are looked at first (G01). */
export const judgeTeachersPosts: JudgeRule<'G01'> = ({ post, context, isPublic, isStaff }, settings) => {
  const isToMany = isStaff && (isPublic || post.audience === 'staff')
  if (!isToMany || isApproved(context.approvedBy)) return undefined
  const publishing = publishingBy(post.role, settings)
  if (publishing === 'none') return { verdict: 'refuse', isProven: true, sureness: 1 }
  return publishing === 'review' ? { verdict: 'hold' } : undefined
}

/** Guardians' posts to a class (G02). */
export const judgeGuardiansPosts: JudgeRule = ({ context, isPublic, isStaff }) =>
  isPublic && !isStaff && !isApproved(context.approvedBy) ? { verdict: 'hold' } : undefined
