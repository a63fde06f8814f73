// Decides what a rule answers, and the few ways rules say it.
import type { Instant, Span, Verdict } from '../wire'
import { hint } from '../pattern'
import { isReported, isSpokenOf, type Range } from './text'
import type { Subject } from './subject'
import type { RuleId, Settings, WayOut } from '../pact'

/** What one rule found in one post. */
export interface Finding {
  verdict: Verdict
  spans?: Span[]
  /** Instead of the catalogue's ways out. */
  wayOut?: WayOut[]
  until?: Instant
  /** The notice that this one comes after (N03). */
  noticeId?: string
  /** Shown by facts, not by wording: an ID number, a kind of notice, an attachment. */
  isProven?: boolean
  /** Several common words beside one another, none of which says it: also about law and safety the reader may soften it. */
  isWeak?: boolean
  /** Among findings of equal verdict the surer one decides; 0 unless said. */
  sureness?: number
}

/** What looks for breaches of one rule, with the rule's parameters settled; undefined when it has nothing to say. */
export type JudgeRule<Id extends RuleId = RuleId> = (subject: Subject, settings: Settings<Id>) => Finding | undefined

/** A finding at places of a view; undefined when there are none. */
export function findingAt(
  subject: Subject,
  verdict: Verdict,
  ranges: readonly Range[],
  more: Omit<Finding, 'verdict' | 'spans'> & { view?: 'plain' | 'tight' } = {},
): Finding | undefined {
  const { view = 'tight', ...rest } = more
  if (ranges.length === 0) return undefined
  // Two ways of looking may find the same words.
  const places = ranges.filter(
    (range, at) => at === ranges.findIndex((each) => each.start === range.start && each.end === range.end),
  )
  return { verdict, spans: places.map((range) => subject.spanOf(view, range)), ...rest }
}

/** Where the words stand, as far as they are meant: not forbidden, denied, warned of or quoted. */
export function findMeant(subject: Subject, words: RegExp): Range[] {
  const { text } = subject.text.tight
  return findAll(text, words).filter((range) => !isSpokenOf(text, range) && !isReported(text, range))
}

/** Every place of a global expression; `matchAll` would make a new one each time. */
export function findAll(text: string, words: RegExp): Range[] {
  const found: Range[] = []
  words.lastIndex = 0
  for (let match = words.exec(text); match; match = words.exec(text)) {
    found.push({ start: match.index, end: words.lastIndex })
    if (match[0] === '') words.lastIndex++
  }
  return found
}

/** A threat has conditions and a punishment reasons: only a denial right before the words takes them back. */
const DENIED = hint`
  (?:不要(?!忘|错过|犹豫|客气|急|担心|吝)|不会|不许|不准|不得|(?<!能)不能|不该|不应|不再|(?<!是)不是|(?<![信敢是会能要对好])不(?![然赔给换交道管服信怕把弄整])|(?<!有)没有|(?<!有)没|(?<![特分个区级性类告])别(?!忘|错过|犹豫|客气|急|担心|吝)|请勿|严禁|禁止|杜绝|绝不|拒绝|反对|防止|避免|不存在|任何)[^,。;!?\n就的]{0,8}$
  (?:严禁|禁止|杜绝|不得|拒绝)[^。;!?\n]{0,24}$
`
/** Where the words stand, unless right before them somebody denies or forbids them. */
export const findDone = (subject: Subject, words: RegExp): Range[] => {
  const { text } = subject.text.tight
  return findAll(text, words).filter(
    (range) => !DENIED.test(text.slice(Math.max(0, range.start - 30), range.start)) && !isReported(text, range),
  )
}
