// Decides what a guess is worth: it may soften a rule that goes by wording, or ask a person to look; it never refuses.
import type { Reason, Verdict } from '../../wire'
import { RULES, isRuleId, isSoft, type RuleId } from '../../pact'
import type { Finding } from '../finding'
import { hasPermission } from '../rules/appeals'
import { hasBasis } from '../rules/money'
import { ABOUT_MEANING } from '../rules'
import { isGross } from '../rules/insults'
import type { Subject } from '../subject'
import { sentenceAround } from '../text'
import type { Reading } from './reader'
/** What a rule itself found is said first. */
const GUESSED = -2
const STOPS: ReadonlySet<Verdict> = new Set<Verdict>(['hold', 'deflect', 'refuse'])

/** Words against law and safety stay with a person, however harmless the rest sounds. */
const NEVER_SOFTENED: ReadonlySet<RuleId> = new Set<RuleId>(['C05', 'C06', 'C07', 'C09'])

/** A family tells the teacher what frightens its child; nobody else reads it. */
const tellsOfThreats = (rule: RuleId, { isPublic, isStaff }: Subject) => rule === 'C09' && !isPublic && !isStaff

/**
 * A rule that goes by wording only warns when the whole post reads like an honest one, and so does the sentence it
 * found: a harmless beginning hides nothing. It says nothing (`allow`) when the post is like none that breaks a rule.
 */
export function mildVerdict(rule: RuleId, finding: Finding, subject: Subject, reading: Reading): Verdict {
  if (reading.guess !== 'honest' && reading.guess !== 'harmless') return finding.verdict
  if (finding.isProven || !ABOUT_MEANING.has(rule)) return finding.verdict
  if (NEVER_SOFTENED.has(rule) && !finding.isWeak && !tellsOfThreats(rule, subject)) return finding.verdict
  const mild = reading.guess === 'harmless' ? 'allow' : 'warn'
  if (mild === 'warn' && !STOPS.has(finding.verdict)) return finding.verdict
  const { text } = subject.text.tight
  const sentences = (finding.spans ?? []).map((span) => sentenceAround(text, subject.placeOf(span)))
  return sentences.every(reading.isHonestAt) ? mild : finding.verdict
}

const HAS_NUMBERS = /\d/
/** What rules about meaning prove by facts, and where such facts can be at all. */
const MAY_PROVE: Partial<Record<RuleId, (subject: Subject) => boolean>> = {
  C08: ({ text }) => isGross(text.tight.text),
  C14: ({ post }) => post.replyMode === 'form',
  C20: ({ post }) => post.noticeKind === 'homework',
  C28: ({ text }) => HAS_NUMBERS.test(text.plain.text) || /[a-z]/.test(text.plain.text),
  C36: ({ text, context }) => (context.codes ?? []).length > 0 || /[.。点:]/.test(text.plain.text),
  C37: ({ post }) => post.noticeKind === 'fee',
  P05: ({ post }) => post.noticeKind === 'praise',
}

/**
 * Whether a rule need not be asked, because whatever it finds would be softened to nothing: the post is harmless as a
 * whole and in every sentence. It saves most of an honest notice's time.
 */
export function isIdle(rule: RuleId, subject: Subject, reading: Reading): boolean {
  if (reading.guess !== 'harmless' || !ABOUT_MEANING.has(rule)) return false
  if (NEVER_SOFTENED.has(rule) || MAY_PROVE[rule]?.(subject)) return false
  return reading.isHonestThroughout()
}

/** Two rules about the same thing, of which a school has one: appeals with a permission number, or none at all. */
const ALIKE: Partial<Record<RuleId, RuleId>> = { C16: 'C17', C17: 'C16' }

/** What the words do not show: a permission, a basis. */
const EXCUSED: Partial<Record<RuleId, (subject: Subject) => boolean>> = {
  C16: hasPermission,
  C36: hasBasis,
  C37: hasBasis,
}

/** A school that reviews everything still wants to know what to look at. */
const isReview = (rule: string) => isRuleId(rule) && RULES[rule].group === '处理'

/** Where no rule stops a post that reads like a breach, a person looks at it first. */
export function addGuess(
  subject: Subject,
  { rule, guess, locate }: Reading,
  found: readonly Pick<Reason, 'rule' | 'verdict'>[],
): { rule: RuleId; finding: Finding } | undefined {
  if (guess !== 'breach' || found.some(({ rule, verdict }) => STOPS.has(verdict) && !isReview(rule))) return undefined
  const kept = [rule, ALIKE[rule]].find((id) => id !== undefined && subject.pact.rules[id] !== undefined)
  if (kept === undefined || EXCUSED[kept]?.(subject)) return undefined
  const verdict = RULES[kept].effect === '会提醒' || isSoft(subject.pact, kept) ? 'warn' : 'hold'
  return { rule: kept, finding: { verdict, spans: [subject.spanOf('tight', locate())], sureness: GUESSED } }
}
