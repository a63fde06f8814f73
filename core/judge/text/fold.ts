// Decides what counts as the same character: width, case, script style, traditional form, emoji digits, invisible ones.
import { isHidable } from './disguises'
import { hint } from '../../pattern'
import { SIMPLIFIED } from './simplified'
import type { View } from './view'
/** Signs people write instead of a word, because they look or sound like it. */
const SIGNS: Readonly<Record<string, string>> = {
  '➕': '加',
  '✚': '加',
  '🧧': '红包',
  '🎫': '票',
  '🎟': '票',
  '🐎': '码',
  '🐴': '码',
  '💵': '钱',
  '👍': '赞',
  '🗳': '票',
  '🐧': 'qq',
  '👗': '群',
  '💰': '钱',
  '🛰': '微',
  '💴': '元',
  '❶': '1',
  '❷': '2',
  '❸': '3',
  '❹': '4',
  '❺': '5',
  '❻': '6',
  '❼': '7',
  '❽': '8',
  '❾': '9',
  '⓿': '0',
  '🔟': '10',
  '➊': '1',
  '➋': '2',
  '➌': '3',
  '➍': '4',
  '➎': '5',
  '➏': '6',
  '➐': '7',
  '➑': '8',
  '➒': '9',
  '。': '。',
  '｡': '。',
  '、': '、',
}
/** Zero-width characters, joiners, variation selectors, keycap frames, soft hyphens, combining marks. */
const INVISIBLE = hint`
  [\u00ad\u034f\u0300-\u036f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u20d0-\u20f0\u3164\ufe00-\ufe0f\ufeff\uffa0]
`
/** Characters NFKC can change are neither ASCII nor plain Chinese. */
const isPlain = (code: number) => (code >= 0x20 && code < 0x7f) || (code >= 0x4e00 && code <= 0x9fff) || code === 0x0a

/** Regional letters 🇦–🇿 and boxed ones 🅰–🆉 stand for letters. */
function letterOf(code: number): string | undefined {
  if (code >= 0x1f1e6 && code <= 0x1f1ff) return String.fromCharCode(97 + code - 0x1f1e6)
  if (code >= 0x1f170 && code <= 0x1f189) return String.fromCharCode(97 + code - 0x1f170)
  if (code >= 0x1f150 && code <= 0x1f169) return String.fromCharCode(97 + code - 0x1f150)
  return undefined
}

/** One written character as it is compared. */
function foldCharacter(char: string, code: number): string {
  if (isPlain(code)) return code < 0x80 ? char.toLowerCase() : (SIMPLIFIED.get(code) ?? char)
  const sign = SIGNS[char] ?? letterOf(code)
  if (sign !== undefined) return sign
  if (INVISIBLE.test(char)) return ''
  const folded = char.normalize('NFKC').toLowerCase()
  return folded.length === 1 ? (SIMPLIFIED.get(folded.charCodeAt(0)) ?? folded) : folded
}

/** Nearly every character: neither a capital nor traditional, it is compared as it was written. */
const staysItself = (code: number) => isPlain(code) && !(code >= 0x41 && code <= 0x5a) && !SIMPLIFIED.has(code)

/** The text as it is compared, punctuation and spaces kept; what stays itself is copied by the stretch. */
export function fold(written: string): View {
  const starts: number[] = []
  const ends: number[] = []
  let text = ''
  let copied = 0
  for (let start = 0; start < written.length;) {
    const code = written.codePointAt(start) ?? 0
    const end = start + (code > 0xffff ? 2 : 1)
    if (staysItself(code)) {
      starts.push(start)
      ends.push(end)
    } else {
      const folded = foldCharacter(written.slice(start, end), code)
      for (let i = 0; i < folded.length; i++) {
        starts.push(start)
        ends.push(end)
      }
      text += written.slice(copied, start) + folded
      copied = end
    }
    start = end
  }
  return { text: text + written.slice(copied), starts, ends }
}

/** Signs people put inside a word to hide it; sentence punctuation is none of them. */
const INSERTED = /[\s*_\-.~^|/\\+·•・=#@&%$丶丨〡\u2014\u2015\u2500-\u27bf\u2b00-\u2bff\u{1f000}-\u{1faff}]/u
/** A longer gap is a layout, not a hidden word. */
const GAP_MOST = 3

/** The same text without what was inserted between two Chinese characters: 红*包, 拼 团, 成·绩. Line breaks stay. */
export function tighten(view: View, written: string): View {
  const chars = view.text
  const isSign = (at: number) =>
    isInserted(chars, at) || isOddDigit(chars.charCodeAt(at), written.charCodeAt(view.starts[at] ?? 0))
  const left = new Set<number>()
  for (let at = 1; at < chars.length; at++) {
    const gap = isHan(chars, at) ? 0 : gapAt(chars, at, isSign)
    if (gap === 0) continue
    const out = partsPhrases(chars, at, gap) ? gap - 1 : gap
    for (let sign = at; sign < at + out; sign++) left.add(sign)
    at += out
  }
  return left.size === 0 ? view : leaveOut(view, left)
}

function leaveOut({ text, starts, ends }: View, left: ReadonlySet<number>): View {
  const stays = (_: unknown, at: number) => !left.has(at)
  return {
    text: text.split('').filter(stays).join(''),
    starts: starts.filter(stays),
    ends: ends.filter(stays),
  }
}

/** How many inserted signs start at `at`, if Chinese stands on both sides of them. */
function gapAt(chars: string, at: number, isSign: (at: number) => boolean): number {
  if (at === 0 || !isHan(chars, at - 1)) return 0
  let length = 0
  while (length <= GAP_MOST && isSign(at + length)) length++
  return length > 0 && length <= GAP_MOST && isHan(chars, at + length) ? length : 0
}

/** A digit that was not typed as one, ① or 3️⃣ between two Chinese characters, is a sign. */
const isOddDigit = (code: number, writtenCode: number) =>
  code >= 0x30 && code <= 0x39 && writtenCode > 0xff && !(writtenCode >= 0xff10 && writtenCode <= 0xff19)

const isHan = (chars: string, at: number) => {
  const code = chars.charCodeAt(at)
  return code >= 0x4e00 && code <= 0x9fff && code !== 0x4e36 && code !== 0x4e28
}
/** Phrases are this long on both sides of a space that parts them; hidden words are shorter. */
const PHRASE_LEAST = 4
function partsPhrases(chars: string, at: number, gap: number): boolean {
  if (/[^ ]/.test(chars.slice(at, at + gap)) || isHidable(chars.charAt(at - 1) + chars.charAt(at + gap))) return false
  for (let step = 1; step <= PHRASE_LEAST; step++)
    if (!isHan(chars, at - step) || !isHan(chars, at + gap - 1 + step)) return false
  return true
}
function isInserted(chars: string, at: number): boolean {
  const code = chars.charCodeAt(at)
  if (Number.isNaN(code) || code === 0x0a || (code >= 0x4e00 && code <= 0x9fff && code !== 0x4e36 && code !== 0x4e28))
    return false
  if (code >= 0xd800 && code <= 0xdfff) return true
  return INSERTED.test(chars[at] ?? '')
}
