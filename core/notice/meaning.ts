// Decides whether a correction changes what a notice announces: time, place, deadline, a sum of money (N11).
import type { NoticeDraft } from './contract'

/** What of a notice a family acts upon. */
export type Announced = Pick<NoticeDraft, 'title' | 'body' | 'deadline' | 'event'>
export type Meaning = 'time' | 'place' | 'deadline' | 'sum'

/** What announces something else than before; whoever has signed the one has not signed the other. */
export function changedMeaning(before: Announced, after: Announced): Meaning[] {
  const [old, now] = [readFacts(before), readFacts(after)]
  const differs: Record<Meaning, boolean> = {
    time: !isSame(old.times, now.times),
    place: !isSame(old.places, now.places),
    deadline: before.deadline !== after.deadline,
    sum: !isSame(old.sums, now.sums),
  }
  return (Object.keys(differs) as Meaning[]).filter((each) => differs[each])
}

interface Facts {
  times: string[]
  places: string[]
  sums: string[]
}

const DIGITS = '零一二三四五六七八九'
const NUMBER = `(?:\\d+(?:\\.\\d+)?|[${DIGITS}〇两十百千万]+)`
const NOT_IN_A_WORD = '(?<![\\d.])'
/** Dates, days of the week, clock times and the words that stand for them. */
const TIMES = new RegExp(
  [
    `${NOT_IN_A_WORD}\\d{4}[-/.年]\\d{1,2}[-/.月]\\d{1,2}[日号]?`,
    `${NUMBER}月(?:${NUMBER}[日号]?|底|初|中旬|上旬|下旬)`,
    `${NOT_IN_A_WORD}\\d{1,2}[/.]\\d{1,2}(?=[日号(]|上午|下午|前)`,
    `${NUMBER}[日号](?!线|楼|门|店|车|院|厅|馆|机|教)`,
    `(?:上|下|本|这)?(?:周|星期|礼拜)[一二三四五六日天末1-7]`,
    `今天|明天|后天|大后天|今晚|明早|明晚|次日|当天|今日|明日`,
    `凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上`,
    `${NOT_IN_A_WORD}\\d{1,2}:\\d{2}(?::\\d{2})?`,
    `${NUMBER}(?:点钟?|时)(?:半|整|${NUMBER}(?:分|刻)?)?`,
    `${NUMBER}(?:个)?(?:小时|分钟|天|周|星期|个月)`,
  ].join('|'),
  'gu',
)
const SUMS = new RegExp(`[¥￥]\\s*${NUMBER}|${NUMBER}\\s*(?:万|千|百)?\\s*(?:元|块钱|块|角|毛)`, 'gu')
/** Where something is, as letters say it: 地点：学校操场; 在东门集合. */
const NAMED_PLACES =
  /(?:地点|地址|集合地|集合点|场地|会场|考场)(?:在|为|是|改为|改到|改在)?[::]?\s*([^,。;!?\n]{2,30})/gu
const ACTED_PLACES =
  /(?:在|到|去|于|前往)([^在到去于,。;!?\n]{2,20}?)(?=集合|集中|举行|召开|进行|开展|等候|上车|下车|报到|领取|参加|接孩子|见面)/gu

function readFacts({ title, body, event }: Announced): Facts {
  const text = plainText(`${title}\n${body}`)
  const { day = '', from = '', to = '', place = '' } = event ?? {}
  return {
    times: [...find(text, TIMES).map(sameTime), `event ${day} ${from} ${to}`],
    places: [...findInner(text, NAMED_PLACES), ...findInner(text, ACTED_PLACES), `event ${plainText(place).trim()}`],
    sums: find(text, SUMS).map((sum) => toNumber(sum.replace(/[\s¥￥元块钱]/gu, ''))),
  }
}

/** Full-width signs are the same signs. */
const plainText = (written: string) => written.normalize('NFKC').replace(/：/g, ':')

const find = (text: string, what: RegExp) => [...text.matchAll(what)].map(([found]) => found)
const findInner = (text: string, what: RegExp) =>
  [...text.matchAll(what)].flatMap(([, inner]) => inner?.replace(/\s/g, '') ?? [])

/** 九月十日 and 9月10日, 3点半 and 3:30 are one time. */
function sameTime(time: string): string {
  return toNumber(time)
    .replace(/号/g, '日')
    .replace(/^(?:上|下|本|这)?(?:星期|礼拜)/, (week) => week.replace(/星期|礼拜/, '周'))
    .replace(/(\d+)(?:点钟?|时)(半|整|\d+)?(?:分)?$/, (_, hour: string, rest = '0') => clockOf(hour, rest))
    .replace(/\b0+(\d)/g, '$1')
}

function clockOf(hour: string, rest: string): string {
  const minutes = rest === '半' ? '30' : rest === '整' ? '0' : rest
  return `${hour}:${minutes.padStart(2, '0')}`
}

/** Chinese numerals as figures: 十二 is 12, 三十 is 30, 两百五十 is 250. */
function toNumber(written: string): string {
  return written.replace(/[零〇一二两三四五六七八九十百千万]+/gu, (numeral) => {
    let [whole, part, digit] = [0, 0, 0]
    let isPlaced = false
    for (const sign of numeral) {
      const unit = { 十: 10, 百: 100, 千: 1_000, 万: 10_000 }[sign]
      if (unit === undefined) digit = valueOf(sign)
      else if (unit === 10_000) [whole, part, digit, isPlaced] = [(part + digit || 1) * unit, 0, 0, true]
      else [part, digit, isPlaced] = [part + (digit || 1) * unit, 0, true]
    }
    const digits = [...numeral].map((sign) => valueOf(sign)).join('')
    return isPlaced ? String(whole + part + digit) : digits
  })
}

const valueOf = (sign: string) => (sign === '两' ? 2 : sign === '〇' ? 0 : DIGITS.indexOf(sign))

/** The same facts, in whatever order and however often they are said. */
function isSame(one: readonly string[], other: readonly string[]): boolean {
  const [left, right] = [new Set(one), new Set(other)]
  return left.size === right.size && [...left].every((each) => right.has(each))
}
