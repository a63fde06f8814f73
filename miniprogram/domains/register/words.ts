// Decides the Chinese for registers: areas, desks, states, periods, and the papers they come from.
import type {
  DueState,
  PeriodKind,
  RegisterArea,
  RegisterDesk,
  SheetState,
  SubjectKind,
} from '@class-pact/core/contract'
import { POST_WORDS } from '../office/words'

export const AREA_WORDS: Record<RegisterArea, string> = {
  home: '家校联系',
  head: '班主任',
  points: '班级考核',
  equipment: '班班通',
  own: '本校',
}
/** As a line of 今天 calls what is due of an area: 班主任工作 3项. */
export const WORK_WORDS: Record<RegisterArea, string> = {
  home: '家校联系',
  head: '班主任工作',
  points: '班级考核',
  equipment: '班班通',
  own: '本校台账',
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

export const SHEET_STATE_WORDS: Record<SheetState, string> = {
  open: '在办',
  done: '办完',
  refused: '不同意',
  void: '作废',
}
export const DUE_STATE_WORDS: Record<DueState, string> = {
  ahead: '还没到',
  due: '该办了',
  done: '已办',
  overdue: '过期',
}

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

/** What the schools' own papers are called; S0 is a collection, whose fourth set is about classes. */
const PAPER_WORDS: Readonly<Record<string, string>> = {
  'S0 4': '班级管理制度',
  S0: '班级微信群管理制度',
  S1: '家园沟通要求',
  S2: '班主任工作制度',
  S3: '家校联系制度',
  S4: '班班通管理制度',
}
const ARTICLE = /^(S0 4|S\d) (.+)$/

/** The paper, and where in it; the article of a school's own register stands as the school wrote it. */
function readArticle(article: string): { paper: string; where: string } {
  const [, seed = '', where = ''] = ARTICLE.exec(article) ?? []
  const paper = PAPER_WORDS[seed]
  return paper ? { paper, where } : { paper: article, where: '' }
}

/** 依据：班主任工作制度 第二条8、第五条1；家校联系制度 篇4.1: a paper is named once. */
export function sayArticles(articles: readonly string[]): string {
  const papers = new Map<string, string[]>()
  for (const { paper, where } of articles.map(readArticle)) papers.set(paper, [...(papers.get(paper) ?? []), where])
  const cites = [...papers].map(([paper, wheres]) => `${paper} ${wheres.join('、')}`.trim())
  return cites.length === 0 ? '' : `依据：${cites.join('；')}`
}

/** 依据：班主任工作制度 第二条3等8处: as much as a line of a list has room for. */
export function sayFirstArticle(articles: readonly string[]): string {
  const [first] = articles
  if (first === undefined) return ''
  return sayArticles([first]) + (articles.length > 1 ? `等${articles.length}处` : '')
}
