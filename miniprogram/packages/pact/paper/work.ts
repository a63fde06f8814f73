// Decides what a principal has made of each line of the paper so far: rules, gaps, and what is still asked.
import type { OwnPaper, PactChanges, PaperClause, PaperDraft } from '@class-pact/core/contract'
import { limits } from '@class-pact/core/contract'
import {
  changesOfPaper,
  gapsOf,
  isRuleId,
  usualParams,
  type Params,
  type RuleId,
  type SaidRule,
} from '@class-pact/core/pact'

/** What the principal says of one line; without a mark it stands as it was read. */
export interface Mark {
  takes: boolean
  /** Other rules than were read. */
  rules?: SaidRule[]
}

/** All that is kept of a paper while it is gone through, also when the page is left. */
export interface Work {
  draft: PaperDraft
  title: string
  /** Place of a line → what was said of it. */
  marks: Record<string, Mark>
  /** Rules of the nearest rule set that do not come along. */
  left: string[]
}

/** One line with what it becomes now. */
export interface Looked {
  at: number
  clause: PaperClause
  /** Rules it stands for, also where it is not taken. */
  rules: SaidRule[]
  /** It was looked at and said yes or no to. */
  mark: 'open' | 'yes' | 'no'
  /** Nothing goes on before this is answered: what it means, or which of two lines holds. */
  asked: '' | 'meaning' | 'which'
}

export const startWork = (draft: PaperDraft): Work => ({ draft, title: draft.title, marks: {}, left: [] })

const saidOf = ({ rules }: PaperClause): SaidRule[] =>
  rules.flatMap(({ id, params }) => (isRuleId(id) ? [{ id, params }] : []))

/** Every line in the order of the paper. */
export function lookAt({ draft: { clauses }, marks }: Work): Looked[] {
  const markOf = (at: number) => marks[String(at)]
  return clauses.map((clause, at) => {
    const mark = markOf(at)
    const isOut = mark?.takes === false
    const against = (clause.against ?? []).filter((other) => markOf(other)?.takes !== false)
    const isContested = !isOut && against.length > 0
    const isUnknown = clause.kind === 'unknown' && !mark
    return {
      ...{ at, clause, rules: mark?.rules ?? saidOf(clause) },
      mark: mark ? (mark.takes ? 'yes' : 'no') : 'open',
      asked: isUnknown ? 'meaning' : isContested ? 'which' : '',
    }
  })
}

export function mark(work: Work, at: number, next: Mark): Work {
  return { ...work, marks: { ...work.marks, [at]: { ...work.marks[at], ...next } } }
}

/** Of lines that say otherwise this one holds. */
export function holdTo(work: Work, at: number): Work {
  const others = work.draft.clauses[at]?.against ?? []
  return mark(
    others.reduce((so, other) => mark(so, other, { takes: false }), work),
    at,
    { takes: true },
  )
}

/** The line stands for this rule: another one than was read, or one where none was. */
export function readAs(work: Work, at: number, rule: RuleId): Work {
  const read = work.draft.clauses[at]?.rules.find(({ id }) => id === rule)
  return mark(work, at, { takes: true, rules: [{ id: rule, params: read?.params ?? usualParams(rule) }] })
}

/** The figures of one of its rules. */
export function setFigures(work: Work, at: number, rule: RuleId, params: Params): Work {
  const rules = lookAt(work)[at]?.rules ?? []
  return mark(work, at, { takes: true, rules: rules.map((each) => (each.id === rule ? { ...each, params } : each)) })
}

const isRule = ({ clause, mark, rules, asked }: Looked) =>
  mark !== 'no' && asked === '' && rules.length > 0 && (clause.kind === 'rule' || mark === 'yes')

/** What the paper says as it stands now, in its order. */
export function saidRules(work: Work): SaidRule[] {
  return lookAt(work)
    .filter(isRule)
    .flatMap(({ rules }) => rules)
}

/** Rules that only the rule set has; those whose own line was refused are not offered as if nothing had been said. */
export function offeredGaps(work: Work): { rule: RuleId; on: boolean }[] {
  const refused = new Set(
    lookAt(work)
      .filter((each) => each.mark === 'no')
      .flatMap(({ rules }) => rules.map(({ id }) => id)),
  )
  return gapsOf(saidRules(work), work.draft.nearest)
    .filter((rule) => !refused.has(rule))
    .map((rule) => ({ rule, on: !work.left.includes(rule) }))
}

export function turnGap(work: Work, rule: string): Work {
  const isLeft = work.left.includes(rule)
  return { ...work, left: isLeft ? work.left.filter((each) => each !== rule) : [...work.left, rule] }
}

/** The pact it makes. */
export function changesOf(work: Work): PactChanges {
  const gaps = offeredGaps(work)
    .filter(({ on }) => on)
    .map(({ rule }) => rule)
  return changesOfPaper(saidRules(work), { preset: work.draft.nearest, gaps })
}

const DEFAULT_TITLE = '本校制度'
/** As it is quoted: what was cut from a longer sentence does not end in the air. */
const cut = (line: string) =>
  line
    .replace(/\s+/g, ' ')
    .replace(/[，,、；;：:\s]+$/, '')
    .slice(0, limits.PAPER_LINE_MAX)

/** The lines its rules are cited by, each as it stands in the paper. */
export function ownOf(work: Work): OwnPaper {
  const looked = lookAt(work)
  const lines: OwnPaper['lines'] = {}
  for (const { clause, rules } of looked.filter(isRule)) {
    const { line, article } = clause
    for (const { id } of rules) {
      const known = (lines[id] ??= [])
      const isNew = known.length < limits.PAPER_LINES_OF_RULE_MAX && !known.some((each) => each.line === cut(line))
      if (isNew) known.push({ line: cut(line), ...(article && { article: article.slice(0, limits.LABEL_MAX) }) })
    }
  }
  const principles = looked
    .filter(({ clause, mark }) => clause.kind === 'principle' && mark !== 'no')
    .map(({ clause }) => cut(clause.line))
    .slice(0, limits.PAPER_PRINCIPLES_MAX)
  const title = work.title.trim() || DEFAULT_TITLE
  return { title, lines, ...(principles.length > 0 && { principles }) }
}
