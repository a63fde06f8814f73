// Decides what becomes of words that one person writes to another beside a decision: doubtful ones wait unread (C04).
import type { CheckedWords, Withdrawn } from '@class-pact/core/contract'
import type { CheckResult, Withdrawal } from '../store/documents'

/** Words as they are stored: `wordsCheck` only while WeChat has not let them pass. */
export interface KeptWords {
  words?: CheckedWords
  wordsCheck?: CheckResult
}

/** What WeChat said, if it did not let the words pass. */
export const doubtOf = (check: CheckResult): CheckResult | undefined => (check.suggest === 'pass' ? undefined : check)

/** The words with WeChat's doubt, if there is one: the decision they go with is not held up. */
export function keepWords(words: CheckedWords | undefined, check: CheckResult): KeptWords {
  if (!words) return {}
  const wordsCheck = doubtOf(check)
  return { words, ...(wordsCheck && { wordsCheck }) }
}

/** As the other side may read them: only what WeChat let pass, else that there is something. */
export function showWords({ words, wordsCheck }: { words?: string; wordsCheck?: CheckResult }): {
  words?: string
  wordsHeld?: true
} {
  if (!words) return {}
  return wordsCheck ? { wordsHeld: true } : { words }
}

/** The same of what somebody took back. */
export function showWithdrawn({ at, by, ...kept }: Withdrawal): Withdrawn {
  return { at, by, ...showWords(kept) }
}
