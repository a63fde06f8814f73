// Decides how what was said to one field reads in a cell: numbers and days stay what they are, names stand for ids.
import type { Field } from '@class-pact/core/contract'
import type { KeptAnswer } from '../entry'
import type { Cell } from '../../common/files/write-workbook'

/** Who and what ids stand for: a child, a colleague's mark, a device, a room. */
export type Names = ReadonlyMap<string, string>

/** Somebody who has gone, or a thing that is no more. */
const GONE = '已不在'

/** 气温（℃） */
export const labelOf = (field: Field): string =>
  field.type === 'number' && field.unit ? `${field.label}（${field.unit}）` : field.label

export function sayField(field: Field, answer: KeptAnswer | undefined, names: Names): Cell {
  if (!answer) return undefined
  const { choices = [], other, text, number, day, time, done, refs = [], files = [] } = answer
  switch (field.type) {
    case 'single':
    case 'several': {
      const labels = field.choices.flatMap(({ id, label }) => (choices.includes(id) ? [label] : []))
      return [...labels, ...(other ? [other] : [])].join('、')
    }
    case 'number':
      return number
    case 'day':
      return day === undefined ? undefined : { day }
    case 'time':
      return time
    case 'check':
      return done === undefined ? undefined : [done ? '✓' : '✗', text].filter(Boolean).join(' ')
    case 'person':
    case 'child':
    case 'device':
    case 'room':
      return refs.map((ref) => names.get(ref) ?? GONE).join('、')
    case 'signature':
      return files.length > 0 ? '已签' : undefined
    default:
      return text ?? (files.length > 0 ? `${String(files.length)}张` : undefined)
  }
}
