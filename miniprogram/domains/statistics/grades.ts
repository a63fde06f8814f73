// Decides which grades one may look at alone.
import type { Grade } from '@class-pact/core/contract'
import { gradeWord } from '@class-pact/core/family'

export interface GradeChip {
  value: Grade | ''
  label: string
}

/** 全校 一年级 二年级; nothing to choose from where there is one. */
export function presentGrades(grades: readonly { grade: Grade }[]): GradeChip[] {
  if (grades.length < 2) return []
  return [{ value: '', label: '全校' }, ...grades.map(({ grade }) => ({ value: grade, label: gradeWord(grade) }))]
}
