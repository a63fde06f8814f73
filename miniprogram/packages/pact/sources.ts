// Decides how the place reads that a rule comes from: the school's own paper, or the one our rule was taken from.
import type { OwnPaper } from '@class-pact/core/contract'
import { RULES, linesOf, type RuleId, type Source } from '@class-pact/core/pact'

export interface SourceView {
  key: string
  quote: string
  from: string
}

/** The papers the rules were taken from (docs/pacts.md). */
const PAPERS: Record<Source['seed'], string> = {
  S0: '小学班级微信群管理制度',
  S1: '家园微信群使用规定',
  S2: '班主任工作管理制度',
  S3: '小学家校联系制度汇编',
  S4: '班班通使用管理制度',
}
const NUMERALS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']
const ARTICLE = /^S\d(?:-(\d))?[a-c]?[.\s]*(.*)$/

/** The school's own lines; only where it has none, those of the papers our rule was taken from. */
export function presentSources(rule: RuleId, own?: OwnPaper): SourceView[] {
  const lines = linesOf(own, rule)
  if (own && lines.length > 0)
    return lines.map(({ line, article = '' }, at) => ({
      ...{ key: `own-${String(at)}`, quote: line },
      from: `来源：本校《${own.title}》${article}`,
    }))
  return RULES[rule].sources.map((source, at) => presentSource(source, at))
}

function presentSource({ seed, article, quote }: Source, at: number): SourceView {
  const [, set = '', place = ''] = ARTICLE.exec(article) ?? []
  const numeral = NUMERALS[Number(set)]
  const paper = PAPERS[seed] + (numeral ? `之${numeral}` : '')
  return { key: `${at}`, quote: widen(quote), from: `来源：${[paper, widen(place)].filter(Boolean).join('，')}` }
}

/** The papers mix half-width marks into Chinese. */
function widen(text: string): string {
  return text.replace(/,/g, '，').replace(/;/g, '；').replace(/:/g, '：').replace(/\(/g, '（').replace(/\)/g, '）')
}
