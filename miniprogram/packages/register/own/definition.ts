// Decides what a school's own register is while it is written: who fills it about what, how often, and what is missing.
import type { OwnRegister, Question, RegisterLine } from '@class-pact/core/contract'
import { ABOUT_WORDS, DESK_WORDS, PERIOD_WORDS } from '../../../domains/register/words'
import { isAskable, trimForm } from '../../../domains/notice/questions'

/** 不用: nobody looks at it afterwards. */
export const NOBODY = ''

export interface Draft {
  title: string
  about: OwnRegister['about']
  fills: OwnRegister['fills']
  signs: NonNullable<OwnRegister['signs']> | typeof NOBODY
  period: OwnRegister['period']
  times: number
  article: string
  questions: Question[]
}

const chip = <Value extends string>(value: Value, label: string) => ({ value, label })
const ABOUTS: OwnRegister['about'][] = ['class', 'child', 'teacher', 'school']
const FILLS: OwnRegister['fills'][] = [
  ...(['head_teacher', 'teacher', 'office', 'grade_leader', 'discipline'] as const),
  ...(['youth_league', 'logistics', 'weekly_duty', 'equipment'] as const),
]
const SIGNS: NonNullable<OwnRegister['signs']>[] = ['head_teacher', 'office', 'principal']
const PERIODS = Object.keys(PERIOD_WORDS) as OwnRegister['period'][]

export const CHIPS = {
  abouts: ABOUTS.map((value) => chip(value, ABOUT_WORDS[value])),
  fills: FILLS.map((value) => chip(value, DESK_WORDS[value])),
  signs: [chip(NOBODY, '不用'), ...SIGNS.map((value) => chip(value, DESK_WORDS[value]))],
  periods: PERIODS.map((value) => chip(value, PERIOD_WORDS[value])),
}

/** How often in a period, at most: the contract's. */
const TIMES_MAX = 20

export const newDraft = (): Draft => ({
  ...{ title: '', about: 'class', fills: 'head_teacher', signs: NOBODY, period: 'week', times: 1, article: '' },
  questions: [],
})

/** What stands now, to be changed. */
export function draftOf({ own }: Pick<RegisterLine, 'own'>): Draft {
  if (!own) return newDraft()
  const { signs = NOBODY, article = '', ...rest } = own
  return { ...rest, signs, article }
}

/** Whether it is asked so many times: not what is filled once, or when something happens. */
export const isCounted = ({ period }: Pick<Draft, 'period'>): boolean => period !== 'once' && period !== 'event'

export const stepTimes = ({ times }: Pick<Draft, 'times'>, by: number): number =>
  Math.min(TIMES_MAX, Math.max(1, times + by))

/** 每个班级每周1次 */
export function sayTimes({ about, period, times }: Draft): string {
  const whom = about === 'school' ? '全校' : `每个${ABOUT_WORDS[about]}`
  return `${whom}${PERIOD_WORDS[period]}${times}次`
}

/** What stands between the draft and the school, in a sentence; '' if nothing does. */
export function findMissing({ title, questions }: Draft): string {
  if (!title.trim()) return '还没有写台账的名字。'
  if (questions.length === 0) return '还没有加题目。'
  return isAskable({ questions, per: 'child' }) ? '' : '有的题目或选项还没有写完。'
}

export function toDefinition(draft: Draft): OwnRegister {
  const { title, about, fills, signs, period, times, article, questions } = draft
  return {
    ...{ title: title.trim(), about, fills, period, times: isCounted(draft) ? times : 1 },
    ...(signs && { signs }),
    ...(article.trim() && { article: article.trim() }),
    questions: trimForm({ questions, per: 'child' }).questions,
  }
}
