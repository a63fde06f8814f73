// Decides `$elemMatch`: conditions on fields meet only elements that can have fields, which mingo does not look at.
import { $elemMatch } from 'mingo/operators/query'
import { isFields } from '../ejson'

type Operator = (path: string, condition: unknown, options: unknown) => (document: unknown) => boolean

const ofMingo = $elemMatch as unknown as Operator

/** `$elemMatch` of queries. Elements without fields are hidden from conditions on fields. */
export const elemMatch: Operator = (path, condition, options) => {
  const matches = ofMingo(path, condition, options)
  if (!isFields(condition) || Object.keys(condition).every((key) => key.startsWith('$'))) return matches
  return (document) => matches(keepFields(document, path.split('.')))
}

/** The document with nothing but objects and lists in the list that the path leads to. */
function keepFields(value: unknown, path: string[]): unknown {
  const [step, ...rest] = path
  if (step === undefined) {
    return Array.isArray(value) ? value.filter((item) => isFields(item) || Array.isArray(item)) : value
  }
  if (Array.isArray(value)) {
    const at = /^\d+$/.test(step) ? Number(step) : undefined
    return value.map((item: unknown, i) => {
      if (at === undefined) return keepFields(item, path)
      return i === at ? keepFields(item, rest) : item
    })
  }
  return isFields(value) && step in value ? { ...value, [step]: keepFields(value[step], rest) } : value
}
