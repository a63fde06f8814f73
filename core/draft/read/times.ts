// Decides which times of the day a clause names, in every spelling: 晚上九点半, 21:30, 晚9点以后, 二十一时三十分, 12点半到2点.
import { readNumber } from './numbers'

const DAY_PART =
  '凌晨|清晨|清早|早晨|早上|早间|一早|早|上午|中午|正午|午间|午休|晌午|下午|午后|傍晚|晚上|晚间|夜晚|每晚|当晚|晚|夜里|夜间|深夜|半夜|夜'
const SOURCE = `(${DAY_PART})?的?(\\d{1,2}|[零〇一二两三四五六七八九十]{1,3})(?:(:)([0-5]\\d)|(点钟?|时(?!间|候|刻|常))(半|[一三]刻|[零〇]?(?:\\d{1,2}|[一二三四五六七八九十]{1,3})(?=分|[^\\d一二三四五六七八九十个名位条次天点遍:]|$)分?)?)`
const RANGE_SIGN = /^(?:钟|整)?(?:(?:以?后)?[-~至到]+|——|直?到|至)(?:第二天|次日|翌日|隔天|转天|第二日)?(?:的)?/

const TIME = new RegExp(SOURCE, 'g')
/** Without a number and one of these there is no time. */
const MAY_BE_TIME = /[\d零一二两三四五六七八九十][:点时]/

/** A time of the day as it was named. */
export interface Time {
  start: number
  end: number
  /** Minutes from midnight as they are said: without a part of the day, 9 may be 21. */
  minutes: number
  part: 'morning' | 'noon' | 'evening' | 'afternoon' | undefined
  /** The time it goes on to: 21:30 到 7:00. */
  until?: Time
  /** What it limits: 9点前, 9点后. */
  side: 'before' | 'after' | undefined
}

const partOf = (word: string | undefined): Time['part'] => {
  if (!word) return undefined
  if (/中|正午|午间|午休|晌/.test(word)) return 'noon'
  if (/下午|午后|傍/.test(word)) return 'afternoon'
  return /晚|夜里|夜间|深夜|半夜|夜/.test(word) ? 'evening' : 'morning'
}

function readMinutePart(word: string | undefined): number {
  if (!word) return 0
  if (word === '半') return 30
  if (word.endsWith('刻')) return word.startsWith('一') ? 15 : 45
  return readNumber(word.replace(/分$/, '').replace(/^[零〇](?=.)/, '')) ?? 0
}

/** A bare hour beside a range sign: 22-7点, 晚10-早6. */
const BARE_HOUR = new RegExp(`(${DAY_PART})(\\d{1,2})(?=[-~至到](?:第二天|次日)?(?:${DAY_PART})?\\d)`, 'g')
const mendRanges = (text: string) =>
  text
    .replace(BARE_HOUR, '$1$2点')
    .replace(/(^|[^\d:.点])(\d{1,2})(?=[-~至到](?:次日|第二天)?早?\d{1,2}[点时])/g, '$1$2点')

const HALF_DAY = 12 * 60
const DAY = 24 * 60

/** The minutes from midnight once the part of the day is known. */
function settle(minutes: number, part: Time['part']): number {
  if (part === 'evening') {
    if (minutes >= HALF_DAY && minutes < HALF_DAY + 60) return minutes + HALF_DAY
    return minutes < HALF_DAY && minutes >= 5 * 60 ? minutes + HALF_DAY : minutes
  }
  if (part === 'afternoon' && minutes < HALF_DAY) return minutes + HALF_DAY
  if (part === 'noon' && minutes < 4 * 60) return minutes + HALF_DAY
  return minutes
}

/** The times of a clause in order; the two ends of a range are one. Read from a text that `mendTimes` made. */
export function readTimes(text: string): Time[] {
  const times: Time[] = []
  if (!MAY_BE_TIME.test(text)) return times
  for (const match of text.matchAll(TIME)) {
    const hour = readNumber(match[2])
    if (hour === undefined || hour > 24) continue
    const part = partOf(match[1])
    const minutes = settle(hour * 60 + readMinutePart(match[4] ?? match[6]), part)
    const start = match.index
    const end = start + match[0].length
    const last = times[times.length - 1]
    const between = last && !last.until ? text.slice(last.end, start) : ''
    const joined = RANGE_SIGN.exec(between)
    const time: Time = { start, end, minutes, part, side: sideOf(text, start, end) }
    if (last && joined && joined[0].length === between.length) {
      last.until = time
      last.side = undefined
      last.end = end
    } else times.push(time)
  }
  return times
}

/** The text that times are read from: dots between digits are colons, bare hours of ranges have their 点. */
export const mendTimes = (text: string) =>
  mendRanges(text.replace(/([01]?\d|2[0-4])[.](?=[0-5]\d(?!\d|%|元|米|分))/g, '$1:'))

function sideOf(text: string, start: number, end: number): Time['side'] {
  const after = text.slice(end, end + 4).replace(/^半/, '')
  if (
    /^(?:钟|整)?[)）]?(?:之|以|往)?(?:前|早)|^(?:整)?(?:起床|恢复|开(?!始)|再说|再发|再聊|再行|再上)/.test(after) &&
    !/^前后/.test(after)
  )
    return 'before'
  if (/^(?:钟|整)?[)）]?(?:之|以|往|过)?(?:后|起|开始)|^一过/.test(after)) return 'after'
  const before = text.slice(Math.max(0, start - 6), start)
  if (/(?:超过|过了?|晚于|迟于|后于|不过)$/.test(before)) return 'after'
  return /(?:早于|不到|没到)$/.test(before) ? 'before' : undefined
}

/** Minutes from midnight as a pact writes them. */
export function clockOf(minutes: number): string {
  const inDay = ((minutes % DAY) + DAY) % DAY
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(Math.floor(inDay / 60))}:${two(inDay % 60)}`
}
