// Decides the words for registers that read the same on the page, on paper and in a table: states, ways, papers.
import type { ContactWay, SheetState } from '../register/contract'

export const SHEET_STATE_WORDS: Record<SheetState, string> = {
  open: '在办',
  done: '办完',
  refused: '不同意',
  void: '作废',
}

export const CONTACT_WAY_WORDS: Record<ContactWay, string> = {
  phone: '电话',
  face: '当面',
  visit: '家访',
  online: '网上',
  paper: '书面',
  school: '校访',
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
