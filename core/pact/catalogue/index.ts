// Decides which rules there are, in the order of the pact page; among equal verdicts the earlier rule decides.
import type { RuleEntry } from '../types'
import { CHILDREN } from './children'
import { HANDLING } from './handling'
import { LAW } from './law'
import { LEAVE } from './leave'
import { MANNERS } from './manners'
import { MEMBERS } from './members'
import { NOTICES } from './notices'
import { PHOTOS } from './photos'
import { SAFETY } from './safety'
import { TALK } from './talk'
import { TIME } from './time'
import { TRADE } from './trade'

const CATALOGUE = {
  ...LEAVE,
  ...SAFETY,
  ...CHILDREN,
  ...TRADE,
  ...MANNERS,
  ...TALK,
  ...LAW,
  ...NOTICES,
  ...PHOTOS,
  ...TIME,
  ...MEMBERS,
  ...HANDLING,
}

export type Catalogue = typeof CATALOGUE
export type RuleId = keyof Catalogue

/** Every rule a pact can switch on: id → sentence, group, effect, parameters, sources, ways out. */
export const RULES: Readonly<Record<RuleId, RuleEntry>> = CATALOGUE

/** Whether a pact's rule is one of ours; pacts may be older or newer than the program. */
export const isRuleId = (id: string): id is RuleId => Object.prototype.hasOwnProperty.call(RULES, id)

const PRECEDENCE = new Map(Object.keys(RULES).map((id, place) => [id, place]))

/** Smaller decides first among findings of equal verdict. */
export const precedenceOf = (id: RuleId): number => PRECEDENCE.get(id) ?? PRECEDENCE.size
