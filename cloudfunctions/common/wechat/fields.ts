// Decides how any text or time becomes a value that a field of a subscription message takes (47003).
import { beijingClock, beijingDay } from '@class-pact/core/calendar'
import type { Instant } from '@class-pact/core/contract'

/**
 * Characters of each type and the most of them (「发送订阅消息 / 订阅消息参数值内容限制说明」). Where the page leaves room the narrower
 * reading counts: a value that is too plain is shown, one that is refused is not. `name` also takes signs on its own, but
 * not beside Chinese characters; here it has none.
 */
const TEXT_TYPES = {
  thing: { most: 20, stays: /[\p{L}\p{M}\p{N}\p{P}\p{S} ]/u },
  name: { most: 10, stays: /[\p{sc=Han}A-Za-z]/u },
  phrase: { most: 5, stays: /\p{sc=Han}/u },
  letter: { most: 32, stays: /[A-Za-z]/ },
  symbol: { most: 5, stays: /[\p{P}\p{S}]/u },
  number: { most: 32, stays: /[\d.]/ },
  character_string: { most: 32, stays: /[\x21-\x7e]/ },
  phone_number: { most: 17, stays: /[\d+-]/ },
  car_number: { most: 8, stays: /[\p{sc=Han}A-Za-z\d]/u },
} as const

type TextType = keyof typeof TEXT_TYPES
/** A span has both its ends, the later one second. */
type Moments = Instant | readonly [Instant, Instant]

/** `thing1`, `time4`: the type and a number, as the template of the account calls its fields. */
export type FieldKey = `${TextType | 'time' | 'date'}${number}`
/** What one field says; `otherwise` stands where nothing is left of a text. */
type FieldContent<Key extends FieldKey> = Key extends `${'time' | 'date'}${number}`
  ? Moments
  : { text: string; otherwise: string }

/** Pictures and what modifies them: no 常见符号; a keycap leaves its digit. */
const PICTURES =
  /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\uFE0E\uFE0F\u20E3\u{E0020}-\u{E007F}]/gu
/** Line breaks, tabs and wide spaces: one space. */
const GAPS = /[\s\p{Z}]+/gu
const SHORTENED = '…'
/** A name of Latin letters alone. */
const LATIN_NAME_MOST = 20

/** The data of a message: each field by the type in its key. */
export function fillFields<Key extends FieldKey>(contents: { [Each in Key]: FieldContent<Each> }): Record<
  Key,
  { value: string }
> {
  const filled = Object.entries<Moments | { text: string; otherwise: string }>(contents).map(([key, content]) => [
    key,
    { value: fillField(key.replace(/\d+$/, '') as TextType | 'time' | 'date', content) },
  ])
  return Object.fromEntries(filled) as Record<Key, { value: string }>
}

function fillField(type: TextType | 'time' | 'date', content: Moments | { text: string; otherwise: string }): string {
  if (typeof content === 'object' && 'text' in content) {
    return fitText(type as TextType, content.text) || fitText(type as TextType, content.otherwise)
  }
  const write = type === 'time' ? writeTime : writeDay
  if (typeof content === 'number') return write(content)
  const [from, to] = content.map(write)
  return from === to ? `${from}` : `${from}~${to}`
}

/** The part of a text that the type takes; empty if there is none. */
export function fitText(type: TextType, text: string): string {
  const { most, stays } = TEXT_TYPES[type]
  const plain = text.normalize('NFC').replace(PICTURES, '').replace(GAPS, ' ')
  const kept = [...plain]
    .filter((character) => stays.test(character))
    .join('')
    .trim()
  if (type === 'number') return cut(/\d+(?:\.\d+)?/.exec(kept)?.[0] ?? '', most).replace(/\.$/, '')
  if (type === 'name') return cut(kept, /^[A-Za-z]+$/.test(kept) ? LATIN_NAME_MOST : most)
  if (type === 'thing') return /[\p{L}\p{N}]/u.test(kept) ? shorten(kept, most) : ''
  return cut(kept, most)
}

/** Counted as JavaScript does, two for a character outside the first plane: so it fits however WeChat counts. */
function cut(text: string, most: number): string {
  let short = ''
  for (const character of text) {
    if (short.length + character.length > most) break
    short += character
  }
  return short
}

const shorten = (text: string, most: number): string =>
  text.length <= most ? text : `${cut(text, most - SHORTENED.length).trimEnd()}${SHORTENED}`

/** 2026年9月1日 */
function writeDay(at: Instant): string {
  const [year, month, day] = beijingDay(at).split('-').map(Number)
  return `${year}年${month}月${day}日`
}

/** 2026年9月1日 18:00 */
const writeTime = (at: Instant): string => `${writeDay(at)} ${beijingClock(at)}`
