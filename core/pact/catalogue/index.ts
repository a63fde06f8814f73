// Decides which rules there are, in the order of the pact page; among equal verdicts the earlier rule decides.
import type { RuleEntry } from '../types'
import { CONTENT } from './content'
import { HANDLING, LEAVE, MEMBERS, PHOTOS } from './people'
import { TIME } from './time'
const CATALOGUE = { ...LEAVE, ...CONTENT, ...PHOTOS, ...TIME, ...MEMBERS, ...HANDLING }

export type RuleId = keyof typeof CATALOGUE

/** Every rule a pact can switch on: id → sentence, group, effect, sources, ways out. */
export const RULES: Readonly<Record<RuleId, RuleEntry>> = CATALOGUE

/** Whether a pact's rule is one of ours; pacts may be older or newer than the program. */
export const isRuleId = (id: string): id is RuleId => Object.prototype.hasOwnProperty.call(RULES, id)

const PRECEDENCE = new Map(Object.keys(RULES).map((id, place) => [id, place]))

/** Smaller decides first among findings of equal verdict. */
export const precedenceOf = (id: RuleId): number => PRECEDENCE.get(id) ?? PRECEDENCE.size
