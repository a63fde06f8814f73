// Decides what counts as the same character in a paper: width, case, spaces and lookalikes of scans; places are kept.
import { CELL, findRows } from './cut/tables'
import { LOOKALIKES, SIGNS } from './lookalikes'

/** A text as it is compared, and where each of its characters was written. */
export interface Folded {
  text: string
  starts: number[]
  ends: number[]
}

const LINE_BREAK = '\n'
/** An emoji before a line is a sign of a list. */
const BULLET = '●'
const HAN_FIRST = 0x4e00
const HAN_LAST = 0x9fff
const isHan = (char: string) => {
  const code = char.charCodeAt(0)
  return code >= HAN_FIRST && code <= HAN_LAST
}
const isDigit = (char: string) => char >= '0' && char <= '9'
const SPACES = /[\s\u200b-\u200f\ufeff\u3000]/
const isSpace = (char: string) => !isHan(char) && SPACES.test(char)
/** Runs of characters between spaces this long are phrases that somebody parted, not a scan's gaps. */
const PHRASE_LEAST = 4

/** One written character as it is compared; nothing for emoji and invisible ones. */
function foldCharacter(char: string): string {
  const sign = isHan(char) ? LOOKALIKES.get(char) : SIGNS[char]
  if (sign !== undefined) return sign
  if (isHan(char) || char === LINE_BREAK) return char
  const code = char.codePointAt(0) ?? 0
  if (code < 0x80) return char.toLowerCase()
  if (code > 0xffff || (code >= 0x2600 && code <= 0x27bf) || code === 0xfe0f || code === 0x20e3) return ''
  const folded = char.normalize('NFKC').toLowerCase()
  return folded.length === 1 ? folded : char
}

/** The paper as it is compared; lines stay, spaces only where they part phrases, as commas. */
export function fold(paper: string): Folded {
  const chars: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  for (let at = 0; at < paper.length;) {
    const char = String.fromCodePoint(paper.codePointAt(at) ?? 0)
    const end = at + char.length
    const isFirst = chars.length === 0 || chars[chars.length - 1] === LINE_BREAK
    for (const folded of foldCharacter(char) || (isFirst && char.length > 1 ? BULLET : '')) {
      chars.push(folded)
      starts.push(at)
      ends.push(end)
    }
    at = end
  }
  mendDigits(chars)
  return leaveOutSpaces({ chars, starts, ends }, findRows(paper))
}

/** A scan's O and l beside digits are 0 and 1. */
function mendDigits(chars: string[]): void {
  for (let at = 0; at < chars.length; at++) {
    const char = chars[at] ?? ''
    if (char !== 'o' && char !== 'l' && char !== '〇') continue
    const beside = isDigit(chars[at - 1] ?? '') || (isDigit(chars[at + 1] ?? '') && char !== 'l')
    const colon = /[:：]/.test(chars[at - 1] ?? '') && isDigit(chars[at - 2] ?? '')
    if (beside || colon) chars[at] = char === 'l' ? '1' : '0'
  }
}

interface Characters {
  chars: string[]
  starts: number[]
  ends: number[]
}

function leaveOutSpaces({ chars, starts, ends }: Characters, rows: ReadonlySet<number>): Folded {
  const kept: Folded = { text: '', starts: [], ends: [] }
  const out: string[] = []
  const keep = (char: string, at: number) => {
    out.push(char)
    kept.starts.push(starts[at] ?? 0)
    kept.ends.push(ends[at] ?? 0)
  }
  let row = 0
  for (let at = 0; at < chars.length;) {
    const char = chars[at] ?? ''
    if (char === LINE_BREAK) row++
    if (char === LINE_BREAK || !isSpace(char)) {
      keep(char, at++)
      continue
    }
    let end = at
    while (end < chars.length && chars[end] !== LINE_BREAK && isSpace(chars[end] ?? '')) end++
    if (rows.has(row)) keep(partsCells(chars, at, end) ? CELL : ' ', at)
    else if (partsPhrases(chars, at, end)) keep(',', at)
    at = end
  }
  kept.text = out.join('')
  return kept
}

/** Between Chinese and Latin words a space parts no cells. */
function partsCells(chars: string[], start: number, end: number): boolean {
  const isLatin = (char = '') => /[a-z]/.test(char)
  return !isLatin(chars[start - 1]) && !isLatin(chars[end])
}

/** Whether a run of spaces stands between two phrases. */
function partsPhrases(chars: string[], start: number, end: number): boolean {
  const isWord = (char: string | undefined) => char !== undefined && (isHan(char) || isDigit(char))
  if (!isWord(chars[start - 1]) || !isWord(chars[end])) return false
  if (end - start >= PHRASE_LEAST) return true
  for (let step = 0; step < PHRASE_LEAST; step++)
    if (!isWord(chars[start - 1 - step]) || !isWord(chars[end + step])) return false
  return true
}

/** Where a stretch of the folded text was written. */
export const writtenRange = ({ starts, ends }: Folded, start: number, end: number) => ({
  start: starts[start] ?? 0,
  end: end > start ? (ends[end - 1] ?? 0) : (starts[start] ?? 0),
})
