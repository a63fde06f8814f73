// Decides which rules a sentence states, and where: every wording of every rule is looked for, as it must be meant.
import type { RuleId } from '../pact'
import { anyOf, hint } from '../pattern'
import { readQuiet, type Quiet } from './read/quiet'
import { Stances } from './stance'
import type { Context } from './types'
import { WORDINGS } from './wordings'

/** A rule found in a sentence. `words`: what said it. */
export interface Hit {
  id: RuleId
  start: number
  end: number
  words: string
  /** Hours, where the rule is one on hours. */
  hours?: Readonly<Record<string, unknown>>
}

export interface Found {
  hits: Hit[]
  /** What the sentence forbids or asks about without saying a rule. */
  topics: RuleId[]
  /** Rules that forbid what the sentence allows. */
  allowed: RuleId[]
  /** It forbids something. */
  forbids: boolean
  /** It forbids, allows or demands something. */
  asks: boolean
  /** It tells of others, or of what somebody asked. */
  isTold: boolean
  /** It only asks. */
  isQuestion: boolean
}

/** What others do, what was, what somebody asked: no rule of this paper. */
const OTHERS = hint`有的(?:学校|幼儿园|班)|有些(?:学校|幼儿园|班)|别的(?:学校|班|幼儿园)|隔壁|外地|某校|某地|据说|听说有|听人说|兄弟学校|其他学校|个别学校|那个年代|媒体报道|新闻里|(?:有(?:家长|人)|也有)[^。;,]{0,6}(?:提议|建议过)|没有通过|未获通过|不算违规|那(?:回|年|次)[,,]`
/** What is said at a visit or a meeting is no post. */
const SCENE = hint`^[^,。;借]{0,12}(?:家访|家长会上?|家长学校|开放日|接待日)(?!制度|记录)[^。]{0,10}[,时中应须要不]`
/** Why there is a paper at all. */
const PURPOSE = hint`^[^。;]{0,4}(?:为了?|为进一步|根据|依据|鉴于|近期|近年来|为使|本着)[^。;]{4,90}(?:特?制定|如下|印发|约定|倡议|提出|商量|遵照|公约|规定)[^。;]{0,24}$`
const PAST = anyOf`去年|上学期|上个月|前年|上回|以前的|曾经|曾有|曾因|从前|过去(?:有|曾)|那时候|前阵子|前段时间|上周有|之前有`
const NOW = hint`今后|所以|因此|以后|不得|严禁|一律|希望|不打算|为此|从现在|请(?!假)|不再|统统|再不`
const QUESTION = hint`(?:[?]|怎么(?:办|写|看|说|发|填)|吗|往哪儿?去|找谁)[?”"]?$`
const ASKED = hint`(?:家长|有人)[^。;]{0,6}问[,:]?[^。;]{0,6}(?:能不能|可不可以|可以吗|行不行)`

/** All that a sentence states. */
export function findHits(text: string, context: Context): Found {
  const stances = new Stances(text, context)
  const found: Found = {
    hits: [],
    topics: [],
    allowed: [],
    forbids: stances.forbids,
    asks: stances.forbids || stances.asks,
    isTold: false,
    isQuestion: false,
  }
  if (SCENE.test(text) || PURPOSE.test(text)) return { ...found, isTold: true }
  if (QUESTION.test(text)) return { ...found, isTold: true, isQuestion: true }
  if (OTHERS.test(text) || (ASKED.test(text) && !/最多|我想/.test(text)))
    return { ...found, asks: ASKED.test(text), isTold: true }
  const past = pastOf(text)
  for (const { id, says, stances: wanted, needs, unless } of WORDINGS) {
    says.lastIndex = 0
    const matches = [...text.matchAll(says)]
    if (matches.length === 0) continue
    if (!found.topics.includes(id)) found.topics.push(id)
    if (needs && !needs.test(text)) continue
    for (const match of matches) {
      const start = match.index
      const end = start + match[0].length
      if (unless?.test(aroundOf(text, start, end))) continue
      if (start >= past.start && start < past.end) continue
      const stance = stances.of(start, end)
      if (wanted.includes(stance)) found.hits.push({ id, start, end, words: match[0] })
      else if (stance === 'yes' && !found.allowed.includes(id)) found.allowed.push(id)
    }
  }
  const now = text.slice(0, past.start) + text.slice(past.end)
  const hoursOf = (part: string) => readQuiet(part, context, new Stances(part, context)) ?? []
  const quiet = joinHours(now.split(';').flatMap(hoursOf)) ?? joinHours([hoursOf(now)].flat())
  if (quiet) found.hits.push({ id: quiet.id, start: 0, end: text.length, words: '', hours: quiet.hours })
  return { ...found, hits: found.hits.sort((a, b) => a.start - b.start) }
}

/** 中午13:00后;晚上9:30后: two halves of one rule. */
function joinHours([first, ...others]: readonly Quiet[]): Quiet | undefined {
  if (!first) return undefined
  const hours = Object.assign({}, ...others.map((other) => other.hours), first.hours) as Quiet['hours']
  return hours.noonFrom === undefined || others.length === 0 ? first : { id: 'T04', hours }
}

/** The words between two signs in which something is said. */
function aroundOf(text: string, start: number, end: number): string {
  const from = Math.max(text.lastIndexOf(',', start - 1), text.lastIndexOf(';', start - 1)) + 1
  const [rest = ''] = text.slice(end).split(/[,;]/, 1)
  return text.slice(from, end + rest.length)
}

/** The stretch of a sentence that tells what once happened; what follows 今后 or 所以 is said of now. */
function pastOf(text: string): { start: number; end: number } {
  PAST.lastIndex = 0
  const [first] = text.matchAll(PAST)
  if (!first) return { start: text.length, end: text.length }
  const rest = text.slice(first.index)
  const now = NOW.exec(rest)
  return { start: first.index, end: now ? first.index + now.index : text.length }
}
