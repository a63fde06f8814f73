// Decides what WeChat's text check says of a post: no answer, an error or a doubt never counts as a pass (C04).
import { cloud } from '../cloud'
import type { CheckResult } from '../store/documents'
import { inTime } from './in-time'
import { splitText } from './split-text'

/** One part's answer is waited for this long, milliseconds; the whole publication has to fit into the function's time. */
const ANSWER_MS = 4_000
/** What the text is: a forum post or a profile (platform: text check, scene). */
export const SCENES = { profile: 1, comment: 2, forum: 3, log: 4 } as const

export type Scene = keyof typeof SCENES

/** Worst last: a risky part condemns the text whatever became of the others. */
const SEVERITY = ['pass', 'review', 'unavailable', 'risky'] as const

interface Answer {
  errCode?: number
  result?: { suggest?: string; label?: number | string }
  traceId?: string
  trace_id?: string
}

/**
 * Checks a text with msgSecCheck v2, in parts if it is long. Only at submission: the author must have visited within
 * two hours (platform: 61010). Never throws: what could not be checked is `unavailable`.
 */
export async function checkText(openid: string, texts: (string | undefined)[], scene: Scene): Promise<CheckResult> {
  const parts = splitText(texts.filter(Boolean).join('\n'))
  const answers = await Promise.all(parts.map((content) => checkPart(openid, content, scene)))
  return worstOf(answers)
}

/** What is said of several texts together; of none at all: that they pass. */
export function worstOf(answers: readonly CheckResult[]): CheckResult {
  const worst = answers.reduce<CheckResult>(
    (left, right) => (SEVERITY.indexOf(right.suggest) > SEVERITY.indexOf(left.suggest) ? right : left),
    { suggest: 'pass', traceIds: [] },
  )
  return { ...worst, traceIds: answers.flatMap(({ traceIds }) => traceIds) }
}

async function checkPart(openid: string, content: string, scene: Scene): Promise<CheckResult> {
  try {
    const request = { openid, content, scene: SCENES[scene], version: 2 }
    const answer = (await inTime(cloud.openapi.security.msgSecCheck(request), ANSWER_MS)) as Answer
    const traceId = answer.traceId ?? answer.trace_id
    const label = Number(answer.result?.label)
    return {
      suggest: readSuggestion(answer.result?.suggest),
      ...(Number.isFinite(label) && { label }),
      traceIds: traceId ? [traceId] : [],
    }
  } catch {
    return { suggest: 'unavailable', traceIds: [] }
  }
}

/** A word WeChat has not used so far is no pass. */
function readSuggestion(suggest: string | undefined): CheckResult['suggest'] {
  return suggest === 'pass' || suggest === 'review' || suggest === 'risky' ? suggest : 'unavailable'
}
