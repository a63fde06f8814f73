// Decides how the school's pact reads: its version and the others, six tabs, a sentence a rule (3.18).
import type { Pact, PactHistory } from '@class-pact/core/contract'
import {
  RULES,
  isRuleId,
  isSoft,
  compareRules,
  pactInForce,
  pactNews,
  pactsToCome,
  type RuleEffect,
  type RuleGroup,
  type RuleId,
} from '@class-pact/core/pact'
import { addDays } from '@class-pact/core/calendar'
import { formatDate, formatLongDate } from '../../../services/format'
import { titleOf } from '@class-pact/core/pact-words'
import { presentSources, type SourceView } from '../sources'

export const GROUPS: RuleGroup[] = ['时间', '内容', '成员', '照片', '请假', '处理']
/** Amber: refused; green: goes on after somebody looked; plain: said, not stopped. */
const EFFECT_TAGS: Record<RuleEffect, '' | 'amber' | 'plain'> = {
  不能发: 'amber',
  先审核: '',
  会延后: '',
  会提醒: 'plain',
  照此办理: 'plain',
}
export interface RuleLine {
  id: RuleId
  title: string
  effect: RuleEffect
  tag: '' | 'amber' | 'plain'
  sources: SourceView[]
}
export interface PactView {
  version: number
  since: string
  /** 按《城东小学班级群管理制度》; absent where the school has no paper of its own. */
  paper?: string
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
export function presentPact({
  version,
  effectiveFrom,
  own,
}: Pick<Pact, 'version' | 'effectiveFrom' | 'own'>): PactView {
  const since = `第${version}版，${formatLongDate(effectiveFrom)}起`
  return { version, since, ...(own && { paper: `按《${own.title}》` }) }
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

/** A rule with its figures, and whether it only tells. */
const sayRule = (pact: Pact, rule: RuleId) =>
  `${titleOf(rule, pact.rules[rule])}${isSoft(pact, rule) ? '（只提醒）' : ''}`

/** What a version changed, each a sentence: what is new, what reads otherwise now, what is gone. */
export function listChanges(before: Pact, after: Pact): ChangeLine[] {
  const { added, changed, dropped } = compareRules(before, after)
  return [
    ...added.map((rule) => ({ rule, word: '新增' as const, text: sayRule(after, rule), sub: '' })),
    ...changed.map((rule) => ({
      ...{ rule, word: '改为' as const, text: sayRule(after, rule) },
      sub: `原来：${sayRule(before, rule)}`,
    })),
    ...dropped.map((rule) => ({ rule, word: '不再有' as const, text: sayRule(before, rule), sub: '' })),
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
      const { effect } = RULES[id]
      const soft = isSoft(pact, id)
      return {
        id,
        title: titleOf(id, pact.rules[id]),
        effect: soft ? '会提醒' : effect,
        tag: EFFECT_TAGS[soft ? '会提醒' : effect],
        sources: presentSources(id, pact.own),
      }
    })
}

/** The tab a rule stands under; the first one for a rule we do not know. */
export function groupOf(rule: string): RuleGroup {
  return isRuleId(rule) ? RULES[rule].group : '内容'
}
