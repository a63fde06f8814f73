// Decides which rule stands behind WeChat's word on a post, so that every refusal can be looked up (C04–C10).
import type { Pact, Reason } from '@class-pact/core/contract'
import { citeRule } from '@class-pact/core/pact'
import type { CheckResult } from '../store/documents'

/** WeChat's labels and the pact's rules for them (platform: text check, labels); any other is C04. */
const LABEL_RULES: Record<number, string> = {
  10001: 'C10',
  20001: 'C05',
  20002: 'C05',
  20003: 'C08',
  20006: 'C07',
  20008: 'C12',
  20012: 'C06',
}

/** What a reason is cited from. */
type Law = Pick<Pact, 'version' | 'own'>

/** The rule behind what WeChat said of a text. */
export function ruleOfLabel({ label }: Pick<CheckResult, 'label'>): string {
  return (label !== undefined && LABEL_RULES[label]) || 'C04'
}

/** Why a text did not pass; undefined if it did. */
export function checkReason(check: CheckResult, pact: Law): Reason | undefined {
  const { suggest } = check
  if (suggest === 'pass') return undefined
  const rule = ruleOfLabel(check)
  return {
    rule,
    verdict: suggest === 'risky' ? 'refuse' : 'hold',
    cite: citeRule(pact, rule),
    spans: [],
    wayOut: suggest === 'risky' ? ['edit'] : ['wait'],
  }
}

/** Why photos keep a notice back: one could not be handed in, or WeChat doubts it. */
export function mediaReason(pact: Law): Reason {
  return { rule: 'C04', verdict: 'hold', cite: citeRule(pact, 'C04'), spans: [], wayOut: ['wait'] }
}

/** Why files keep a notice back: what is in them nobody has checked yet, by the names of the input (C04). */
export function fileReason(pact: Law, fields: readonly string[]): Reason {
  return { ...mediaReason(pact), spans: fields.map((field) => ({ field, start: 0, end: 0 })) }
}
