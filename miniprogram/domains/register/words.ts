// Decides the Chinese for registers: areas, desks, states, periods, and the papers they come from.
import type { PeriodKind, RegisterArea, RegisterDesk, SubjectKind } from '@class-pact/core/contract'
import { sayArticles } from '@class-pact/core/register-words'
import { POST_WORDS } from '../office/words'

export { SHEET_STATE_WORDS, sayArticles } from '@class-pact/core/register-words'

export const AREA_WORDS: Record<RegisterArea, string> = {
  home: '家校联系',
  head: '班主任',
  points: '班级考核',
  equipment: '班班通',
  own: '本校',
}

/** Who does a part of an entry; 校长 of a kindergarten is 园长, which the cloud does not say of a sheet. */
export const DESK_WORDS: Record<RegisterDesk, string> = {
  ...POST_WORDS,
  guardian: '家长',
  head_teacher: '班主任',
  teacher: '任课教师',
}
/** 班主任、任课教师 */
export const sayDesks = (desks: readonly RegisterDesk[]): string => desks.map((desk) => DESK_WORDS[desk]).join('、')

export const ABOUT_WORDS: Record<SubjectKind, string> = {
  class: '班级',
  child: '孩子',
  family: '家庭',
  teacher: '老师',
  device: '设备',
  room: '教室',
  school: '学校',
}

export const PERIOD_WORDS: Record<PeriodKind, string> = {
  day: '每个上学日',
  week: '每周',
  month: '每月',
  term: '每学期',
  year: '每学年',
  once: '只记一次',
  event: '随时可记',
}

/** 依据：班主任工作制度 第二条3等8处: as much as a line of a list has room for. */
export function sayFirstArticle(articles: readonly string[]): string {
  const [first] = articles
  if (first === undefined) return ''
  return sayArticles([first]) + (articles.length > 1 ? `等${articles.length}处` : '')
}
