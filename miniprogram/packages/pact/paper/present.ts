// Decides how a paper reads beside what it becomes: line by line, what is asked, what it does not speak of (G15).
import type { ClauseKind } from '@class-pact/core/contract'
import { PRESETS, RULES, boundsOf, isRuleId, type RuleEffect, type RuleId } from '@class-pact/core/pact'
import { titleOf } from '@class-pact/core/pact-words'
import { presentSources } from '../sources'
import { lookAt, offeredGaps, saidRules, type Looked, type Work } from './work'

/** Lines of the paper on the page at once; more come by a tap. */
export const LINES_AT_ONCE = 15

export const PARTS = ['all', 'asked', 'rule', 'rest'] as const
export type Part = (typeof PARTS)[number]

const KIND_WORDS: Record<ClauseKind, string> = {
  rule: '规定',
  duty: '老师的工作',
  principle: '倡议',
  form: '表格',
  none: '不是规定',
  not_enforced: '软件不执行',
  unknown: '要您定',
}
const KIND_NOTES: Partial<Record<ClauseKind, string>> = {
  duty: '记在台账里，不管发信息。',
  principle: '印在公约的开头。',
  not_enforced: '罚款、开除、搜查这一类，软件不做，也不替学校做。只留在纸上。',
}
const EFFECT_TAGS: Record<RuleEffect, '' | 'amber' | 'plain'> = {
  不能发: 'amber',
  先审核: '',
  会延后: '',
  会提醒: 'plain',
  照此办理: 'plain',
}

export interface BecomesView {
  rule: RuleId
  title: string
  effect: RuleEffect
  tag: '' | 'amber' | 'plain'
  /** It has figures to set. */
  figures: boolean
}
export interface LineView {
  at: number
  article: string
  line: string
  kind: string
  tag: '' | 'amber' | 'plain'
  note: string
  becomes: BecomesView[]
  mark: Looked['mark']
  asked: Looked['asked']
  /** What it could mean. */
  maybe: { rule: RuleId; title: string }[]
  /** Lines that say otherwise. */
  against: string[]
  mayChange: boolean
  label: string
}
export interface GapView {
  rule: RuleId
  title: string
  from: string
  on: boolean
}
export interface PaperView {
  parts: { value: Part; label: string }[]
  lines: LineView[]
  /** Lines of this part that are not on the page yet. */
  left: number
  asked: number
  summary: string
}

const isIn = (part: Part) => (looked: Looked) => {
  if (part === 'all') return true
  if (part === 'asked') return looked.asked !== ''
  const isRule = looked.rules.length > 0 && looked.clause.kind !== 'not_enforced'
  return part === 'rule' ? isRule : !isRule && looked.asked === ''
}

/** @param shown so many lines of the part at most */
export function presentPaper(work: Work, part: Part, shown: number): PaperView {
  const looked = lookAt(work)
  const counted = (each: Part) => looked.filter(isIn(each)).length
  const asked = counted('asked')
  const lines = looked.filter(isIn(part))
  const words: Record<Part, string> = { all: '全部', asked: '要您定', rule: '规定', rest: '其他' }
  return {
    parts: PARTS.filter((each) => each !== 'asked' || asked > 0 || part === 'asked').map((value) => ({
      value,
      label: `${words[value]} ${String(counted(value))}`,
    })),
    lines: lines.slice(0, shown).map((each) => presentLine(each, work)),
    left: Math.max(0, lines.length - shown),
    asked,
    summary: sumUp(work, looked),
  }
}

/** 读出23行：18行是规定，成为21条；2行要您定 */
function sumUp(work: Work, looked: readonly Looked[]): string {
  const rules = looked.filter(isIn('rule')).length
  const count = new Set(saidRules(work).map(({ id }) => id)).size
  const asked = looked.filter(isIn('asked')).length
  const parts = [`读出${String(looked.length)}行：${String(rules)}行是规定，成为${String(count)}条`]
  return [...parts, ...(asked > 0 ? [`${String(asked)}行要您定`] : [])].join('；')
}

function presentLine({ at, clause, rules, mark, asked }: Looked, { draft }: Work): LineView {
  const { kind, line, article = '' } = clause
  const becomes = kind === 'not_enforced' ? [] : rules.map(presentRule)
  const shown: ClauseKind = becomes.length > 0 ? 'rule' : kind === 'unknown' && mark === 'no' ? 'none' : kind
  const against = (clause.against ?? []).flatMap((other) => draft.clauses[other]?.line ?? [])
  return {
    ...{ at, article, line, becomes, mark, asked },
    kind: mark === 'no' && kind === 'rule' ? '不要' : KIND_WORDS[shown],
    tag: shown === 'not_enforced' || shown === 'unknown' ? 'amber' : shown === 'rule' && mark !== 'no' ? '' : 'plain',
    note: KIND_NOTES[shown] ?? '',
    maybe:
      asked === 'meaning' ? (clause.maybe ?? []).filter(isRuleId).map((rule) => ({ rule, title: titleOf(rule) })) : [],
    against: asked === 'which' ? against : [],
    mayChange: kind !== 'not_enforced',
    label: [article, line].filter(Boolean).join('，'),
  }
}

function presentRule({ id, params }: { id: RuleId; params: Record<string, unknown> }): BecomesView {
  const { effect } = RULES[id]
  return {
    ...{ rule: id, title: titleOf(id, params), effect, tag: EFFECT_TAGS[effect] },
    figures: Object.keys(boundsOf(id)).length > 0,
  }
}

/** What the paper does not speak of, with the paper it comes from. */
export function presentGaps(work: Work): { from: string; gaps: GapView[] } {
  const preset = PRESETS.find(({ id }) => id === work.draft.nearest)
  return {
    from: preset?.title ?? '',
    gaps: offeredGaps(work).map(({ rule, on }) => ({
      ...{ rule, on },
      title: titleOf(rule, preset?.rules[rule]),
      from: presentSources(rule)[0]?.from ?? '',
    })),
  }
}
