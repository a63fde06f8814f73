// Decides what happens to a post: every rule of the pact is asked, the worst verdict wins, all reasons are kept.
import { VERDICTS, type Instant, type Reason, type Verdict } from '../wire'
import type { Pact } from '../pact/contract'
import {
  RULES,
  citeRule,
  isRuleId,
  isSoft,
  precedenceOf,
  nextOpening,
  boundsOf,
  readSettings,
  settingsOf,
  type RuleId,
  type Params,
  type Settings,
} from '../pact'
import type { Finding } from './finding'
import { addGuess, isIdle, mildVerdict } from './reader/guess'
import type { Reader, Reading } from './reader/reader'
import { JUDGES } from './rules'
import { readSubject, type Subject } from './subject'
import type { JudgeContext, Judgement, Post } from './types'
const severity = (verdict: Verdict) => VERDICTS.indexOf(verdict)

/** `reasons` come worst first, among equals in the catalogue's order, so that the first one decides. */
export type Judge = (post: Post, context: JudgeContext, pact: Pact, now: Instant) => Judgement
/** Between two steps whoever asks may do something else, or stop asking. */
export type JudgeInSteps = (...asked: Parameters<Judge>) => Generator<undefined, Judgement, undefined>

/** The same between whose steps a phone can go on typing. */
export const createJudgeInSteps = (read: Reader): JudgeInSteps =>
  function* (post, context, pact, now) {
    const subject = readSubject(post, context, pact, now)
    yield
    const reading = read(subject)
    yield
    const found: Weighed[] = []
    for (const [id, params] of Object.entries(pact.rules)) {
      if (!isRuleId(id)) continue
      found.push(...askRule(id, subject, params, reading))
      yield
    }
    const guess = addGuess(
      subject,
      reading,
      found.map(({ reason }) => reason),
    )
    const reasons = (guess ? withGuess(found, weigh(guess.rule, subject, {}, guess.finding, true)) : found)
      .sort(byWeight)
      .map(({ reason }) => reason)
    const verdict = reasons[0]?.verdict ?? 'allow'
    const waits = reasons.some((reason) => reason.verdict === 'queue')
    if (!waits) return { verdict, reasons }
    return { verdict, reasons, releaseAt: nextOpening(now, post.role, pact, subject.context.calendar, post.kind) }
  }

/** A judge with this reader beside the rules. */
export function createJudge(read: Reader): Judge {
  const start = createJudgeInSteps(read)
  return (...asked) => {
    const steps = start(...asked)
    for (;;) {
      const step = steps.next()
      if (step.done) return step.value
    }
  }
}

interface Weighed {
  reason: Reason
  weight: readonly [severity: number, sureness: number, place: number]
}

/** The worst verdict first, then the surest finding, then the rule that comes first in the catalogue. */
const byWeight = ({ weight: a }: Weighed, { weight: b }: Weighed) => b[0] - a[0] || b[1] - a[1] || a[2] - b[2]

/** One reason a rule: the guess stands for what the same rule only warned of. */
const withGuess = (found: Weighed[], guess: Weighed) => [
  ...found.filter(({ reason }) => reason.rule !== guess.reason.rule),
  guess,
]

/** Parameters of a pact that has judged before: a pact never changes, and its posts come by the thousand. */
const SETTLED = new Map<RuleId, WeakMap<Params, Params>>()

function settle<Id extends RuleId>(id: Id, params: Params): Settings<Id> {
  const known = SETTLED.get(id) ?? new WeakMap<Params, Params>()
  SETTLED.set(id, known)
  const settled = known.get(params) ?? readSettings(id, params)
  known.set(params, settled as Params)
  return settled as Settings<Id>
}

/** Where several rules find something, the one that the whole post reads like breaking is the surer by so much. */
const READ_AS = 1.5

/** A rule without a judge is a way of working, not a check on posts. */
function askRule<Id extends RuleId>(id: Id, subject: Subject, params: Params, reading: Reading): Weighed[] {
  if (isIdle(id, subject, reading)) return []
  const look = JUDGES[id]
  const finding = look?.(subject, settle(id, params))
  const verdict = finding && milden(id, finding, subject, reading)
  if (!finding || !verdict || verdict === 'allow') return []
  const sureness = (finding.sureness ?? 0) + (reading.rule === id ? READ_AS : 0)
  return [weigh(id, subject, params, { ...finding, verdict, sureness })]
}

const STOPS: ReadonlySet<Verdict> = new Set<Verdict>(['hold', 'deflect', 'refuse'])

/** What a school has softened only tells, however sure it is; proven or not. */
function milden(id: RuleId, finding: Finding, subject: Subject, reading: Reading): Verdict {
  const verdict = mildVerdict(id, finding, subject, reading)
  return STOPS.has(verdict) && isSoft(subject.pact, id) ? 'warn' : verdict
}

function weigh(id: RuleId, subject: Subject, params: Params, finding: Finding, isGuess = false): Weighed {
  const reason: Reason = {
    rule: id,
    verdict: finding.verdict,
    cite: citeRule(subject.pact, id),
    spans: finding.spans ?? [],
    wayOut: finding.wayOut ?? RULES[id].wayOut,
    ...(Object.keys(boundsOf(id)).length > 0 && { params: settingsOf(id, params) }),
    ...(finding.until !== undefined && { until: finding.until }),
    ...(finding.noticeId !== undefined && { noticeId: finding.noticeId }),
    ...(isGuess && { guessed: true }),
  }
  return { reason, weight: [severity(finding.verdict), finding.sureness ?? 0, precedenceOf(id)] }
}
