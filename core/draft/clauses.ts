// Decides what the clauses of one line are: its sentences, parted where two rules, or a rule and a penalty, meet.
import type { RuleId } from '../pact'
import { hint } from '../pattern'
import { findHits, type Found, type Hit } from './hits'
import { judgeSentence, type Judged } from './judged'
import { isForm, kindOf, PUNISHMENT } from './kinds'
import { fitParams, readParams } from './read/params'
import { judgeKind } from './reader/judge'
import { PHRASE_SIGN, type Segment } from './segment'
import type { SaidRule } from '../pact'
import type { ClauseKind } from '../pact/contract'
import type { Context } from './types'

/** A clause of a folded text, before it is tied to what was written. */
export interface Draft {
  start: number
  end: number
  kind: ClauseKind
  rules: SaidRule[]
  maybe: RuleId[]
  allowed: RuleId[]
}

/** 严禁体罚 forbids a penalty. */
const FORBIDDEN_PENALTY = hint`(?:严禁|禁止|不得|不准|不许|杜绝)[^。;,]{0,14}(?:体罚|罚站|罚抄|挖苦|没收|曝光|当众|点名|搜)|(?:不|不兴|不会|不让(?:孩子|学生)?|不再)(?:体罚|罚站|罚抄|挖苦|没收|曝光|当众|点名|搜)|(?:罚[站抄跑]|体罚|挖苦|风凉话|曝光|上墙|示众|点名)[^。;]{0,24}(?:都?不许|不允许|不准|严禁|禁止|都不|不得|不行|不可)`

/** More are no suggestion. */
const MAYBE_MOST = 3

/** Reads the sentences of one paper; what it says twice is read once. */
export class Sentences {
  private readonly known = new Map<string, Draft[]>()

  /** The clauses of a sentence, whose first `item` characters only say of what it speaks. */
  read(text: string, context: Context, item = 0): Draft[] {
    const key = [item, context.stance, context.audience, context.heading, text].join('\n')
    const known = this.known.get(key)
    if (known) return known
    const read = readSentence(text, context, item)
    this.known.set(key, read)
    return read
  }
}

function readSentence(text: string, context: Context, item: number): Draft[] {
  const found = findHits(text, context)
  const judged = judgeSentence(text, context, found)
  const hits = judged.hits.filter(({ end }) => end > item)
  return joinSegments(text, cutSegments(text, hits, judged)).map((segment) => draftOf(text, segment, found, judged))
}

function cutSegments(text: string, hits: readonly Hit[], judged: Judged): Segment[] {
  const cuts = [...text.matchAll(PHRASE_SIGN)].map(({ index }) => index + 1).filter((cut) => cut < text.length)
  const spans = hits.filter(({ hours }) => hours === undefined)
  const isInside = (cut: number) => spans.some(({ start, end }) => start < cut && end > cut)
  const bounds = [0, ...cuts.filter((cut) => !isInside(cut)), text.length]
  const segments: Segment[] = []
  for (let at = 0; at + 1 < bounds.length; at++) {
    const start = bounds[at] ?? 0
    const end = bounds[at + 1] ?? text.length
    const words = text.slice(start, end)
    const forbids = FORBIDDEN_PENALTY.test(words)
    const punishes = !forbids && (PUNISHMENT.test(words) || judged.punishes(start, end))
    segments.push({ start, end, punishes, hits: spans.filter((hit) => hit.start >= start && hit.start < end) })
  }
  placeHours(text, hits, segments)
  return segments
}

/** A rule on hours is said where its first time stands. */
function placeHours(text: string, hits: readonly Hit[], segments: readonly Segment[]): void {
  const hours = hits.find((hit) => hit.hours !== undefined)
  if (!hours) return
  const at = Math.max(0, text.search(/[点时:]|休息|工作时间|晚|夜|午/))
  const segment = segments.find(({ start, end }) => at >= start && at < end) ?? segments[0]
  segment?.hits.push(hours)
}

const idsOf = ({ hits }: Segment) => [...new Set(hits.map(({ id }) => id))]

/** Neighbours that say the same, or of which one says nothing of its own, are one clause. */
function joinSegments(text: string, segments: readonly Segment[]): Segment[] {
  const joined: Segment[] = []
  for (const segment of segments) {
    const last = joined[joined.length - 1]
    if (!last || isJoint(text, last, segment)) {
      joined.push({ ...segment, hits: [...segment.hits] })
      continue
    }
    last.end = segment.end
    last.hits.push(...segment.hits)
    last.punishes ||= segment.punishes
  }
  return joined
}

/** Whether one clause ends and another begins between two segments. */
function isJoint(text: string, last: Segment, next: Segment): boolean {
  if (last.punishes !== next.punishes) return (last.punishes ? next : last).hits.length > 0
  if (last.punishes || last.hits.length === 0 || next.hits.length === 0) return false
  const known = idsOf(last)
  const isNews = !idsOf(next).some((id) => known.includes(id))
  return isNews || isStated(text, last) !== isStated(text, next)
}

/** Whether a segment states a parameter: who says 分数不公布, 可单独告知 says two things of one rule. */
const isStated = (text: string, { start, end, hits }: Segment) =>
  rulesOf(text.slice(start, end), hits).some(({ params }) => Object.keys(params).length > 0)

function draftOf(text: string, segment: Segment, found: Found, judged: Judged): Draft {
  const words = text.slice(segment.start, segment.end)
  const place = { start: segment.start, end: segment.end, allowed: found.allowed }
  if (segment.punishes) return { ...place, kind: 'not_enforced', rules: [], maybe: [] }
  const blank = isForm(words) && /_{2,}|□{2,}|▇{2,}/.test(words)
  const rules = blank ? [] : rulesOf(words, segment.hits)
  if (rules.length > 0) return { ...place, kind: 'rule', rules, maybe: [] }
  const reading = judged.read(segment.start, segment.end)
  const kind = judgeKind(kindOf(words, found.asks), reading)
  const maybe = reading.rules.flatMap(({ id }) => (id === 'hours' ? [] : [id]))
  return { ...place, kind, rules: [], maybe: kind === 'unknown' ? maybe.slice(0, MAYBE_MOST) : [] }
}

function rulesOf(words: string, hits: readonly Hit[]): SaidRule[] {
  const rules = new Map<RuleId, SaidRule>()
  for (const hit of hits) {
    const params = hit.hours ? fitParams(hit.id, hit.hours) : readParams(hit.id, words)
    const known = rules.get(hit.id)
    rules.set(hit.id, { id: hit.id, params: { ...params, ...known?.params } })
  }
  return [...rules.values()]
}
