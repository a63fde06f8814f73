// Decides whose posts a person looks at before anybody else does (G01, G02); pupils have none of their own (G03, M03).
import type { JudgeRule } from '../finding'

const isApproved = (approvedBy: string | undefined) => Boolean(approvedBy?.trim())

/** Teachers' posts to a class or a school (G01); leaders review, so theirs go out. */
export const judgeTeachersPosts: JudgeRule = ({ post, context, isPublic }) =>
  isPublic && (post.role === 'teacher' || post.role === 'head_teacher') && !isApproved(context.approvedBy)
    ? { verdict: 'hold' }
    : undefined

/** Guardians' posts to a class (G02). */
export const judgeGuardiansPosts: JudgeRule = ({ context, isPublic, isStaff }) =>
  isPublic && !isStaff && !isApproved(context.approvedBy) ? { verdict: 'hold' } : undefined
