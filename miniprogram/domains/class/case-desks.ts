// Decides what the desks are called that a case rises to (G21).
import type { CaseDesk } from '@class-pact/core/contract'

export const CASE_DESK_WORDS: Record<CaseDesk, string> = {
  head_teacher: '班主任',
  discipline: '学生工作处',
  office: '分管校长',
  principal: '校长',
}
