// Decides the string operators that count in bytes or code points as MongoDB does.
import { computeValue } from 'mingo/core'
import { evaluate, type Expression } from './expression'

const CONTINUATION_BYTE = 0x80

/** `[text, wanted, from?, to?]`; null when the text is missing. */
function indexIn(units: (text: string) => string[]): Expression {
  return (row, operands, options) => {
    const [text, wanted, from = 0, to] = evaluate(row, operands, options) as [unknown, unknown, number?, number?]
    if (text === null || text === undefined) return null
    if (typeof text !== 'string' || typeof wanted !== 'string') throw new Error('the position of a string is asked for')
    const [all, sought] = [units(text), units(wanted)]
    const end = Math.min(to ?? all.length, all.length) - sought.length
    for (let at = from; at <= end; at++) {
      if (sought.every((unit, i) => all[at + i] === unit)) return at
    }
    return -1
  }
}

const bytesOf = (text: string) => [...Buffer.from(text, 'utf8').toString('latin1')]

/** `[text, from, count]`; a negative count, or one beyond the end, takes everything that is left. */
const substrBytes: Expression = (row, operands, options) => {
  const [value, from, count] = evaluate(row, operands, options) as [unknown, number, number]
  const bytes = Buffer.from(toText(row, value, options), 'utf8')
  if (from < 0 || from >= bytes.length) return ''
  const end = count < 0 ? bytes.length : Math.min(from + count, bytes.length)
  if (splitsCharacter(bytes, from) || splitsCharacter(bytes, end)) {
    throw new Error('$substrBytes: Invalid range, starting or ending in the middle of a UTF-8 character.')
  }
  return bytes.toString('utf8', from, end)
}

function splitsCharacter(bytes: Buffer, at: number): boolean {
  return ((bytes[at] ?? 0) & 0xc0) === CONTINUATION_BYTE
}

function toText(row: unknown, value: unknown, options: Parameters<Expression>[2]): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'string' ? value : String(computeValue(row, { $literal: value }, '$toString', options))
}

export const stringExpressions: Record<string, Expression> = {
  $indexOfBytes: indexIn(bytesOf),
  $indexOfCP: indexIn((text) => [...text]),
  $substr: substrBytes,
  $substrBytes: substrBytes,
}
