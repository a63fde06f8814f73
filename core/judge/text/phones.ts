// Decides which digits are a telephone number of a person, and which of an office.
import type { Range } from './view'
import { pattern, anyOf } from '../../pattern'

export interface Phone extends Range {
  kind: 'mobile' | 'landline'
}

/** Digits as they are said and written: 一三八… 幺, 零, 〇, 壹; sums of money have 拾 and 佰 between. */
const DIGIT = '[0-9〇零一幺二三四五六七八九壹贰叁肆伍陆柒捌玖]'
const GAP = '[\\s\\-._~*·—()]{0,2}'
const MOBILE = pattern(
  `(?<!${DIGIT}|[a-z.])[1一幺壹]${GAP}[3-9三四五六七八九叁肆伍陆柒捌玖](?:${GAP}${DIGIT}){9}(?!${DIGIT})`,
  'g',
)
const LANDLINE = anyOf`
  (?<![\d.])(?:\(?0(?:10|2\d|[3-9]\d{2})\)?[-\s]?)[2-8]\d{6,7}(?!\d)
`

/** Every telephone number of a folded text, punctuation kept. */
export function findPhones(text: string): Phone[] {
  const found: Phone[] = []
  for (const match of text.matchAll(MOBILE)) {
    if (isScattered(match[0])) continue
    found.push({ kind: 'mobile', start: match.index, end: match.index + match[0].length })
  }
  for (const match of text.matchAll(LANDLINE))
    found.push({ kind: 'landline', start: match.index, end: match.index + match[0].length })
  return found
}

/** 一三五七九 in a rhyme or 1 3 5 7 in a sum is none: a number that was typed has one way of parting its digits. */
function isScattered(written: string): boolean {
  const gaps = new Set(written.split(new RegExp(DIGIT)).filter(Boolean))
  return gaps.size > 2
}
