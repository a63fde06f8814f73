// Decides what becomes of words that one person writes to another beside a decision: risky ones are refused, doubtful ones wait unread (C04).
import { refuse, type Refusal } from '../call/results'
import { ruleOfLabel } from '../notice/check-reasons'
import type { CheckResult } from '../store/documents'
import { checkText } from './text-check'

/** Words as they are stored: `wordsCheck` only while WeChat has not let them pass. */
export interface KeptWords {
  words?: string
  wordsCheck?: CheckResult
}

/**
 * Checks words before they are stored. Risky ones are refused and nothing is done, so that they can be mended; whatever
 * else WeChat says or does not say, the decision they go with is not held up.
 */
export async function checkWords(
  openid: string,
  words: string | undefined,
): Promise<{ ok: true; kept: KeptWords } | Refusal> {
  if (!words) return { ok: true, kept: {} }
  const wordsCheck = await checkText(openid, [words], 'comment')
  if (wordsCheck.suggest === 'risky') return refuseWords(wordsCheck)
  return { ok: true, kept: { words, ...(wordsCheck.suggest !== 'pass' && { wordsCheck }) } }
}

/** The refusal of a text that is nobody's post. */
function refuseWords(check: CheckResult, field = 'words'): Refusal {
  return refuse('POST_REFUSED', { rule: ruleOfLabel(check), field })
}

/** As the other side may read them: only what WeChat let pass, else that there is something. */
export function showWords({ words, wordsCheck }: KeptWords): { words?: string; wordsHeld?: true } {
  if (!words) return {}
  return wordsCheck ? { wordsHeld: true } : { words }
}
