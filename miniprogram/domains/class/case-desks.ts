// Decides what the desks are called that a case rises to (G21).
import type { CaseDesk } from '@class-pact/core/contract'

export const CASE_DESK_WORDS: Record<CaseDesk, string> = {
  head_teacher: '班主任',
  discipline: '政教处',
  office: '教导处',
  principal: '校长',
}
