// Decides which grade a class is of, by the one notation of its name: 三（2）班, 中二班 (M17).
import { GRADES, type Grade } from '../wire'

const NUMBERED = /^(初[一二三]|高[一二三]|[一二三四五六七八九])（/
/** A named class (小熊班) is of no grade. */
const YARD = /^(托|小|中|大|学前)[一二三四五六七八九十]+班$/

/** Undefined: the name tells none. */
export function gradeOfClass(className: string): Grade | undefined {
  const [, word] = NUMBERED.exec(className) ?? YARD.exec(className) ?? []
  return GRADES.find((grade) => grade === word)
}

/** 三年级, 初一, 中班 */
export function gradeWord(grade: Grade): string {
  if (/^[初高]/.test(grade)) return grade
  return /^[托小中大学]/.test(grade) ? `${grade}班` : `${grade}年级`
}
