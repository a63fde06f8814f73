// Decides what number a Chinese writer means: 2, 两, 叁, 二十一, 十二.

const DIGITS: Readonly<Record<string, number>> = {
  ...Object.fromEntries([...'零一二三四五六七八九'].map((char, value) => [char, value])),
  ...Object.fromEntries([...'〇壹贰叁肆伍陆柒捌玖'].map((char, value) => [char, value])),
  两: 2,
  俩: 2,
  仨: 3,
  貳: 2,
  參: 3,
}
const TENS = new Set(['十', '拾'])
const HUNDREDS = new Set(['百', '佰'])

/** A number as a source of an expression: digits, or Chinese numerals. */
export const NUMBER = '(?:\\d{1,4}|[零〇一二两俩仨三四五六七八九十百壹贰叁肆伍陆柒捌玖拾佰]{1,5})'

/** The value of a number that `NUMBER` found; undefined where it is none. */
export function readNumber(word: string | undefined): number | undefined {
  if (!word) return undefined
  if (/^\d+$/.test(word)) return Number(word)
  let sum = 0
  let digit: number | undefined
  for (const char of word) {
    const unit = TENS.has(char) ? 10 : HUNDREDS.has(char) ? 100 : 0
    if (unit > 0) {
      sum += (digit ?? 1) * unit
      digit = undefined
      continue
    }
    const value = DIGITS[char]
    if (value === undefined) return undefined
    // 二零 and the like: digits that stand beside one another.
    digit = digit === undefined ? value : digit * 10 + value
  }
  return sum + (digit ?? 0)
}

const UNITS_OF_HOURS = /^(?:个?小时|个?钟头)/
/** How long, in minutes: 半小时, 二十分钟, 两个小时, 半个钟头; undefined where it is none. */
export function readMinutes(text: string): number | undefined {
  if (/半个?(?:小时|钟头)|半个点/.test(text) && !/个半/.test(text)) return 30
  if (/一刻钟/.test(text)) return 15
  const found = new RegExp(`(${NUMBER})(个?半?(?:小时|钟头)|分钟|分(?!钟|之|享|类|班|级))`).exec(text)
  const value = readNumber(found?.[1])
  if (value === undefined || !found?.[2]) return undefined
  if (found[2].startsWith('分')) return value
  return found[2].includes('半') ? value * 60 + 30 : UNITS_OF_HOURS.test(found[2]) ? value * 60 : undefined
}

/** How many days: 三天, 3日, 一周, 一个月; undefined where it is none. */
export function readDays(text: string): number | undefined {
  if (/半个?月/.test(text)) return 15
  const found = new RegExp(`(${NUMBER})(个?(?:工作日|自然日)|天|日(?!期)|周|个?星期|个?礼拜|个?月)`).exec(text)
  const value = readNumber(found?.[1])
  if (value === undefined || !found?.[2]) return undefined
  if (/周|星期|礼拜/.test(found[2])) return value * 7
  return /月/.test(found[2]) ? value * 30 : value
}
