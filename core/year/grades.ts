// Decides which grade follows which, and which grade of a school is its last.
import { parseClassName, type ClassName } from '../roster'
import type { SchoolKind } from '../wire'

/** A grade and the one above it, in the order of classes (core/roster/class-name.ts). */
export interface Rung {
  word: string
  grade: number
}

const YARD: readonly Rung[] = [
  { word: '托', grade: 1600 },
  { word: '小', grade: 1800 },
  { word: '中', grade: 2000 },
  { word: '大', grade: 2200 },
  { word: '学前', grade: 2400 },
]
const climbing = (words: readonly string[]): Rung[] => words.map((word, index) => ({ word, grade: (index + 1) * 100 }))
const PRIMARY = ['一', '二', '三', '四', '五', '六']
const HIGH = ['高一', '高二', '高三']
/** A school says 七年级 or 初一, and keeps to it. */
const BY_NUMBER = climbing([...PRIMARY, '七', '八', '九', ...HIGH])
const BY_STAGE = climbing([...PRIMARY, '初一', '初二', '初三', ...HIGH])

/** 五年制 and 六年制 primary schools, nine-year schools; 大班 or 学前班. */
const LAST_OF_SCHOOL = [500, 600, 900]
const LAST_OF_YARD = [2200, 2400]
/** What is called by no grade comes after all of them. */
const NO_GRADE = 2600

/** What is known of a school before its classes go up. */
export interface Ladders {
  /** The last grade of a school's classes, and of a kindergarten's. */
  top: { school: number; yard: number }
  school: readonly Rung[]
  /** Grades that could be the last, and the one that is. */
  choices: Rung[]
  chosen: number
}

const isYard = (grade: number) => grade >= 1600

/** The grade a class is in; undefined: its name says none. */
export function gradeOf(name: string): number | undefined {
  const parsed = parseClassName(name)
  if (!parsed || parsed.entrance || parsed.order >= NO_GRADE) return undefined
  return YARD.find(({ grade }) => parsed.order >= grade && parsed.order < grade + 200)?.grade ?? floor(parsed)
}

const floor = ({ order }: ClassName) => Math.floor(order / 100) * 100

/**
 * The grades of a school by what its classes are called.
 * @param top the grade that the leader says is the last; absent: the usual one, 五年级 where a school has 五 and no 六
 */
export function ladderOf(names: readonly string[], kind: SchoolKind, top?: number): Ladders {
  const grades = names.flatMap((name) => gradeOf(name) ?? [])
  const school = names.some((name) => name.startsWith('初')) ? BY_STAGE : BY_NUMBER
  const highest = Math.max(0, ...grades.filter((grade) => !isYard(grade)))
  const usual = {
    school: highest === 500 ? 500 : (LAST_OF_SCHOOL.find((last) => last >= Math.max(highest, 600)) ?? highest),
    yard: grades.includes(2400) ? 2400 : 2200,
  }
  const ofYard = kind === 'kindergarten'
  const possible = ofYard
    ? LAST_OF_YARD
    : [...new Set([...LAST_OF_SCHOOL.filter((last) => last >= highest), usual.school])]
  const chosen = top !== undefined && possible.includes(top) ? top : ofYard ? usual.yard : usual.school
  return {
    top: ofYard ? { ...usual, yard: chosen } : { ...usual, school: chosen },
    school,
    choices: possible.map((grade) => ({ grade, word: wordOf(ofYard ? YARD : school, grade) })),
    chosen,
  }
}

const wordOf = (ladder: readonly Rung[], grade: number) => ladder.find((rung) => rung.grade === grade)?.word ?? ''

/**
 * What a class is called a year later: 三（2）班 → 四（2）班, 中二班 → 大二班; `graduates` beyond the last grade; undefined
 * where its name says no grade.
 * @param year the year in which the new school year begins, for classes that are called by theirs: 2023级（2）班
 */
export function climb(name: string, { top, school }: Ladders, year: number): ClassName | 'graduates' | undefined {
  const parsed = parseClassName(name)
  if (parsed?.entrance) {
    const grade = (year - parsed.entrance.year + 1 + parsed.entrance.level) * 100
    return grade > top.school ? 'graduates' : parsed
  }
  const grade = gradeOf(name)
  if (!parsed || grade === undefined) return undefined
  const [ladder, last] = isYard(grade) ? [YARD, top.yard] : [school, top.school]
  if (grade >= last) return 'graduates'
  const at = ladder.findIndex((rung) => rung.grade === grade)
  const [from, to] = [ladder[at], ladder[at + 1]]
  return from && to && parsed.name.startsWith(from.word)
    ? parseClassName(`${to.word}${parsed.name.slice(from.word.length)}`)
    : undefined
}
