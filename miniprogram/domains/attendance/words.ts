// Decides how attendance reads: sums, marks, and the days of one child.
import type { AttendanceCounts, DaySums, Half, HalfState, NamedChild } from '@class-pact/core/contract'
import { CHECK_WORDS, MARK_WORDS } from '../roll/words'

export const HALVES: Half[] = ['am', 'pm']
export const HALF_WORDS: Record<Half, string> = { am: '上午', pm: '下午' }
export const HALF_STATE_WORDS: Record<HalfState, string> = {
  ...{ present: MARK_WORDS.present, late: MARK_WORDS.late, early: MARK_WORDS.early, absent: MARK_WORDS.absent },
  ...{ sick: '病假', personal: '事假' },
}
export const NOT_TAKEN = '未点名'

/** 到37，假2，未到1，共40 */
export function saySums({ present, late, early, leave, absent, total }: AttendanceCounts): string {
  return `到${present + late + early}，假${leave}，未到${absent}，共${total}`
}

/** 迟到1，早退0 is not said where nobody was: 迟到1，病假2，事假1. */
export function sayDetail({ late, early, sick = 0, personal = 0 }: AttendanceCounts): string {
  const parts: [string, number][] = [
    ['迟到', late],
    ['早退', early],
    ['病假', sick],
    ['事假', personal],
  ]
  return parts.flatMap(([word, count]) => (count > 0 ? [`${word}${count}`] : [])).join('，')
}

/** 晨检 到37，假2，未到1，共40；午检 未点名 */
export function sayHalf(day: DaySums, half: Half): string {
  const taken = day[half]
  if (!taken) return `${CHECK_WORDS[half]} ${NOT_TAKEN}`
  return [`${CHECK_WORDS[half]} ${saySums(taken.counts)}`, sayDetail(taken.counts)].filter(Boolean).join('；')
}

export interface NamedView {
  key: string
  no: string
  name: string
  text: string
}

/** 上午迟到 */
export function presentNamed(named: readonly NamedChild[]): NamedView[] {
  return named.map(({ childId, no, name, half, mark }) => ({
    ...{ key: `${childId}.${half}`, no, name, text: `${HALF_WORDS[half]}${MARK_WORDS[mark]}` },
  }))
}

/** 12, 1.5: no naught behind. */
export const sayDays = (days: number): string => `${Number(days.toFixed(1))}天`

/** 2026年9月 → 9月 */
export const sayMonth = (month: string): string => `${Number(month.slice(5))}月`

/** 97.5%, rounded down: nobody is told that it is more than it is. */
export const sayRate = (rate: number): string => `${(Math.floor(rate * 1_000 + 1e-9) / 10).toFixed(1)}%`

/** The month before or after. */
export function stepMonth(month: string, by: 1 | -1): string {
  const [year = 0, of = 1] = month.split('-').map(Number)
  const at = year * 12 + (of - 1) + by
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
}
