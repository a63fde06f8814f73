// Decides how the school's pact reads: its version and the others, six tabs, a sentence a rule (3.18).
import type { Pact, PactHistory } from '@class-pact/core/contract'
import {
  RULES,
  isRuleId,
  compareRules,
  pactInForce,
  pactNews,
  pactsToCome,
  type RuleEffect,
  type RuleGroup,
  type RuleId,
  type Source,
} from '@class-pact/core/pact'
import { addDays } from '@class-pact/core/calendar'
import { formatDate, formatLongDate } from '../../../services/format'
import { titleOf } from '../../../domains/pact/rule-titles'

export const GROUPS: RuleGroup[] = ['时间', '内容', '成员', '照片', '请假', '处理']
/** Amber: refused; green: goes on after somebody looked; plain: said, not stopped. */
const EFFECT_TAGS: Record<RuleEffect, '' | 'amber' | 'plain'> = {
  不能发: 'amber',
  先审核: '',
  会延后: '',
  会提醒: 'plain',
  照此办理: 'plain',
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

export interface RuleLine {
  id: RuleId
  title: string
  effect: RuleEffect
  tag: '' | 'amber' | 'plain'
  sources: { key: string; quote: string; from: string }[]
}
export interface PactView {
  version: number
  since: string
}
export interface VersionLine extends PactView {
  state: '将执行' | '执行中' | '旧版' | '未执行'
}

export interface ChangeLine {
  rule: RuleId
  word: '新增' | '改为' | '不再有'
  text: string
  sub: string
}

/** 第3版，2026年9月1日起 */
export function presentPact({ version, effectiveFrom }: Pick<Pact, 'version' | 'effectiveFrom'>): PactView {
  return { version, since: `第${version}版，${formatLongDate(effectiveFrom)}起` }
}

/** What a reader of this version has to know first: another one comes, or this is not the one in force. */
export function noteVersion(version: number, { today, inForce, versions }: PactHistory): string {
  const [next] = pactsToCome(versions, today)
  if (version === inForce) return next ? `第${next.version}版将从${formatDate(next.effectiveFrom)}起执行` : ''
  return version < inForce ? `现在执行的是第${inForce}版` : `现在执行的还是第${inForce}版`
}

/** The version to come, for a reader of the one in force; 0: none. */
export function nextVersion(version: number, { today, inForce, versions }: PactHistory): number {
  return version === inForce ? (pactsToCome(versions, today)[0]?.version ?? 0) : 0
}

/** Whether this version comes, or has just begun. */
export function isNews(version: number, { today, versions }: PactHistory): boolean {
  return pactNews(versions, today)?.version === version
}

/** The version this one took over from: the one in force on the eve of its first day; undefined for a first one. */
export function versionBefore(
  shown: Pick<Pact, 'version' | 'effectiveFrom'>,
  { versions }: PactHistory,
): number | undefined {
  const earlier = versions.filter(({ version }) => version < shown.version)
  return pactInForce(earlier, addDays(shown.effectiveFrom, -1))?.version
}

/** What a version changed, each a sentence: what is new, what reads otherwise now, what is gone. */
export function listChanges(before: Pact, after: Pact): ChangeLine[] {
  const { added, changed, dropped } = compareRules(before, after)
  return [
    ...added.map((rule) => ({ rule, word: '新增' as const, text: titleOf(rule, after.rules[rule]), sub: '' })),
    ...changed.map((rule) => ({
      ...{ rule, word: '改为' as const, text: titleOf(rule, after.rules[rule]) },
      sub: `原来：${titleOf(rule, before.rules[rule])}`,
    })),
    ...dropped.map((rule) => ({ rule, word: '不再有' as const, text: titleOf(rule, before.rules[rule]), sub: '' })),
  ]
}

/** Every other version, the newest first. */
export function listVersions(shown: number, { today, inForce, versions }: PactHistory): VersionLine[] {
  const coming = new Set(pactsToCome(versions, today).map(({ version }) => version))
  const stateOf = (version: number) => {
    if (version === inForce) return '执行中'
    if (coming.has(version)) return '将执行'
    return version < inForce ? '旧版' : '未执行'
  }
  return versions
    .filter(({ version }) => version !== shown)
    .map((each) => ({ ...presentPact(each), state: stateOf(each.version) }))
}

/** The rules of one tab that this pact has switched on, in the catalogue's order. */
export function listRules(pact: Pact, group: RuleGroup): RuleLine[] {
  return (Object.keys(RULES) as RuleId[])
    .filter((id) => id in pact.rules && RULES[id].group === group)
    .map((id) => {
      const { effect, sources } = RULES[id]
      return {
        id,
        title: titleOf(id, pact.rules[id]),
        effect,
        tag: EFFECT_TAGS[effect],
        sources: sources.map((source, at) => presentSource(source, at)),
      }
    })
}

/** The tab a rule stands under; the first one for a rule we do not know. */
export function groupOf(rule: string): RuleGroup {
  return isRuleId(rule) ? RULES[rule].group : '内容'
}

function presentSource({ seed, article, quote }: Source, at: number) {
  const [, set = '', place = ''] = ARTICLE.exec(article) ?? []
  const numeral = NUMERALS[Number(set)]
  const paper = PAPERS[seed] + (numeral ? `之${numeral}` : '')
  return { key: `${at}`, quote: widen(quote), from: `来源：${[paper, widen(place)].filter(Boolean).join('，')}` }
}

/** The papers mix half-width marks into Chinese. */
function widen(text: string): string {
  return text.replace(/,/g, '，').replace(/;/g, '；').replace(/:/g, '：').replace(/\(/g, '（').replace(/\)/g, '）')
}
