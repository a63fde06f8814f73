// Decides how many days each desk or each step has: mutes that grow, leaves that go higher, matters that go on.
import type { Params } from '../../pact'
import { NUMBER, readDays } from './numbers'

interface Span {
  start: number
  end: number
  days: number
}

const SPAN = new RegExp(
  `半个?月|(${NUMBER})(?:个?(?:工作日|自然日)|天|日(?!期)|周(?!岁)|个?星期|个?礼拜|个?月(?!\\d|初|底))`,
  'g',
)
const given = (key: string, value: unknown): Params => (value === undefined ? {} : { [key]: value })

/** The spans of days of a text, in order; a date is none. */
function spansOf(text: string): Span[] {
  return [...text.matchAll(SPAN)].flatMap((match) => {
    const days = readDays(match[0])
    if (days === undefined || /月$|第$/.test(text.slice(0, match.index))) return []
    return [{ start: match.index, end: match.index + match[0].length, days }]
  })
}

const MUTES = /禁言|停|暂停|歇|休息|莫开腔|不许说话|不许留言|关|静音|三犯|初犯|梯次|黄牌/
const STEPS = ['firstDays', 'secondDays', 'thirdDays'] as const
/** Time to mend or to report in is no mute. */
const NO_MUTE = /^(?:之?内(?!禁)|以?内提|前)/
const LEADERS = /(?:超过|超|逾|满|过)$/
const TO_LEADERS = /^(?:日|天)?(?:以上|往上|的|者|还|不|,)[^。;]{0,18}(?:领导|校长|园长|学校)|^往上/

/** How long a mute lasts, in the order of the steps: 禁言一天, 再次三天, 第三次三十天. */
export function readLadder(text: string): Params {
  if (!MUTES.test(text)) return {}
  const found: Params = {}
  const mutes: Span[] = []
  for (const span of spansOf(text)) {
    const after = text.slice(span.end)
    const before = text.slice(0, span.start)
    if (NO_MUTE.test(after) || /[-至到]$/.test(before) || /^[-至到](?!期)/.test(after)) continue
    if ((LEADERS.test(before) && /领导|校长|园长/.test(after)) || TO_LEADERS.test(after))
      found.leadersAfterDays = span.days
    else mutes.push(span)
  }
  const [only] = mutes
  if (mutes.length === 1 && only && /第?三[次回犯](?!三)[^。;]{0,14}$/.test(text.slice(0, only.start)))
    return { ...found, thirdDays: only.days }
  return { ...found, ...Object.assign({}, ...mutes.slice(0, 3).map(({ days }, at) => given(STEPS[at] ?? '', days))) }
}

const LATE = /补|交来都?算/
const HIGHER = /教导|政教|德育|年级|教务|学生处|学部|校长|园长|学校|园办|保教|分管|领导|教育局|局/
const OWN = /班主任|老师|班级|班里|主班|我来?批|我准/

/** Who grants how long a leave, and how late sick leave may be handed in. */
export function readLeave(text: string): Params {
  const found: Params = {}
  const bounds: { days: number; isOwn: boolean; isHigher: boolean }[] = []
  for (const phrase of text.split(/[,;。:]/)) {
    const spans = spansOf(phrase)
    if (LATE.test(phrase)) {
      const days =
        spans[spans.length - 1]?.days ??
        (/当[天日曰]/.test(phrase) ? 0 : /次日|第二天|隔天/.test(phrase) ? 1 : undefined)
      if (days !== undefined) found.lateDays ??= days
      continue
    }
    for (const { start, end, days } of spans) {
      if (
        /(?:提前|提早|早|连续旷课|旷课|满勤)$/.test(phrase.slice(0, start)) ||
        /^(?:前(?!后)|提前)/.test(phrase.slice(end))
      )
        continue
      if (/^[-~至到]/.test(phrase.slice(end))) continue
      const isBelow = /(?:不足|不满|未满)$/.test(phrase.slice(0, start))
      const isAbove =
        /(?:超过|超出|满)$/.test(phrase.slice(0, start)) || /^[(]?(?:以上|以外|往上|及以上)/.test(phrase.slice(end))
      bounds.push({
        days: isBelow ? days - 1 : days,
        isOwn: OWN.test(phrase) && !isAbove,
        isHigher: HIGHER.test(phrase) && !isAbove,
      })
    }
  }
  const days = [...new Set(bounds.map((bound) => bound.days))].sort((a, b) => a - b)
  const [first, second] = days
  if (days.length === 1 && bounds.some(({ isHigher, isOwn }) => isHigher && !isOwn))
    return { ...found, ...given('officeDays', first) }
  // 7天及以上 after 不足7天 is the same bound.
  return { ...found, ...given('headDays', first), ...given('officeDays', second) }
}

const DESKS =
  /班主任|老师|班里|班级|我|学生(?:工作)?处|学工处|工作处|政教|德育|教导|保教|年级|(?:副|分管)?校长|园长|分管领导|校领导/g
const deskOf = (word: string | undefined) =>
  word === undefined || /班|老师|我/.test(word)
    ? 'headDays'
    : /校长|园长|领导/.test(word)
      ? 'officeDays'
      : 'disciplineDays'
/** When somebody may come is no time for a desk. */
const COMES = /^之?内?(?:找|向|提出|可)/

/** How long each desk has before a matter goes on: a span belongs to the desk that was named last. */
export function readSteps(text: string): Params {
  const found: Params = {}
  const spans = spansOf(text).filter(({ end }) => !COMES.test(text.slice(end)))
  const desks = [...text.matchAll(DESKS)]
  if (spans.length === 3 && desks.every(({ index }) => index > (spans[2]?.start ?? 0)))
    return { headDays: spans[0]?.days, disciplineDays: spans[1]?.days, officeDays: spans[2]?.days }
  for (const { start, end, days } of spans) {
    const last = desks.filter(({ index }) => index < start).pop()
    const next = /^(?:班主任|老师)/.exec(text.slice(end))
    const desk = next ? 'headDays' : deskOf(last?.[0])
    found[desk] ??= days
  }
  if (spans.length === 0 && /当[日天]|不过夜|今天/.test(text)) found.headDays = 0
  return found
}
