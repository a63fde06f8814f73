// Decides what a rule is cited by: the school's own line, else the paper it began with; and which may only tell.
import type { Cite, OwnLine } from '../wire'
import type { OwnPaper, Pact } from './contract'
import { RULES, isRuleId, type RuleId } from './catalogue'
import type { Params } from './types'

/** Where a rule of this pact comes from, as a refusal carries it. */
export function citeRule<Rule extends string>(
  { version, own }: Pick<Pact, 'version' | 'own'>,
  rule: Rule,
): Cite & { rule: Rule } {
  const [first] = linesOf(own, rule)
  return { rule, pactVersion: version, ...(own && first && { own: { paper: own.title, ...first } }) }
}

/** The lines of the school's own paper that say a rule, in its order; none where the paper does not speak of it. */
export function linesOf(own: OwnPaper | undefined, rule: string): readonly OwnLine[] {
  return own && Object.prototype.hasOwnProperty.call(own.lines, rule) ? (own.lines[rule] ?? []) : []
}

/** Against law and safety, and about who may be there at all, a school cannot only tell: these always stop. */
const ALWAYS_STOP: ReadonlySet<RuleId> = new Set<RuleId>(['C04', 'C05', 'C06', 'C07', 'C09', 'C28'])

/** Whether a school may let this rule only tell the sender: one that stops words, and is not about law or safety. */
export function maySoften(rule: string): rule is RuleId {
  if (!isRuleId(rule) || ALWAYS_STOP.has(rule)) return false
  const { group, effect } = RULES[rule]
  return group === '内容' && (effect === '不能发' || effect === '先审核')
}

/** Whether this pact lets a rule only tell. */
export const isSoft = ({ soft }: Pick<Pact, 'soft'>, rule: string): boolean => soft?.includes(rule) ?? false

/**
 * What of a paper a new version keeps: a line stays true as long as its rule says the same as before.
 * @param isSame whether a rule is on in both versions with the same parameters
 */
export function keepLines(own: OwnPaper | undefined, isSame: (rule: string) => boolean): OwnPaper | undefined {
  if (!own) return undefined
  const lines = Object.fromEntries(Object.entries(own.lines).filter(([rule]) => isSame(rule)))
  return Object.keys(lines).length > 0 || own.principles?.length ? { ...own, lines } : undefined
}

/** The first rule of a paper that the pact has not switched on; undefined: all are. */
export const strayLine = (own: OwnPaper, rules: Readonly<Record<string, Params>>): string | undefined =>
  Object.keys(own.lines).find((rule) => !(rule in rules))
