// Decides what a follow-up says before it is sent: how, to whom, when, and what came of it (N06).
import { limits, FOLLOW_UP_WAYS } from '@class-pact/core/contract'
import type { FollowUpWay, Instant } from '@class-pact/core/contract'
import { FOLLOW_UP_WORDS } from '@class-pact/core/slip-words'

/** What the page sends. */
export interface FollowUpForm {
  way: FollowUpWay
  told: string
  at: Instant
  result?: string
}

export const WAY_OPTIONS = FOLLOW_UP_WAYS.map((value) => ({ value, label: FOLLOW_UP_WORDS[value] }))
/** The chip for somebody who is not on the roster; their name is typed. */
export const OTHER = 'other'

export function toldOptions(cards: string[]): { value: string; label: string }[] {
  return [...new Set(cards)].map((card) => ({ value: card, label: card })).concat({ value: OTHER, label: '其他' })
}

/** Who signs papers: a family has often nobody on the roster's list of numbers. */
const SIGNERS = ['家长', '妈妈', '爸爸', '爷爷', '奶奶', '外公', '外婆']
export const paperOptions = () => toldOptions(SIGNERS)

/** Ready to send; undefined while nobody is named. */
export function completeForm(way: FollowUpWay, told: string, at: Instant, result: string): FollowUpForm | undefined {
  const name = told.trim().slice(0, limits.NAME_MAX)
  if (!name) return undefined
  const words = result.trim().slice(0, limits.FOLLOW_UP_RESULT_MAX)
  return { way, told: name, at, ...(words && { result: words }) }
}
