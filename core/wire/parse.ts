// Decides whether what a phone sent fits the contract, and names the field that does not.
import type { ActionError } from './reply'
import { INPUT_CHARACTERS_MAX, INPUT_DEPTH_MAX, INPUT_VALUES_MAX } from './limits'
import * as z from 'zod/mini'

export type Parsed<Data> = { ok: true; input: Data } | { ok: false; error: ActionError }

/**
 * Parses the input of one action; never throws, whatever it is given.
 * Errors: INPUT_INVALID with the path of the first misfit, e.g. `audience.classIds.0`; `input` for what is no plain data, or
 * more of it than any action takes.
 */
export function parse<Schema extends z.ZodMiniType>(schema: Schema, raw: unknown): Parsed<z.output<Schema>> {
  try {
    if (!isModest(raw)) return misfit('input')
    const result = z.safeParse(schema, raw)
    if (result.success) return { ok: true, input: result.data }
    return misfit(result.error.issues[0]?.path.map(String).join('.') || 'input')
  } catch {
    // A value that lies about itself: a length that is none, a getter that throws.
    return misfit('input')
  }
}

const misfit = (field: string): { ok: false; error: ActionError } => ({
  ok: false,
  error: { code: 'INPUT_INVALID', field },
})

/** Plain data as JSON has it, of a size that is looked at in no time: measured before anything else reads it. */
function isModest(raw: unknown): boolean {
  let [values, characters] = [0, 0]
  const waiting: { value: unknown; depth: number }[] = [{ value: raw, depth: 0 }]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, depth } = next
    if (typeof value === 'string') characters += value.length
    if (++values > INPUT_VALUES_MAX || characters > INPUT_CHARACTERS_MAX || depth > INPUT_DEPTH_MAX) return false
    if (typeof value !== 'object' || value === null) continue
    if (Array.isArray(value)) {
      if (value.length > INPUT_VALUES_MAX) return false
      for (const each of value) waiting.push({ value: each, depth: depth + 1 })
      continue
    }
    if (!isPlain(value)) return false
    for (const [key, each] of Object.entries(value)) {
      characters += key.length
      waiting.push({ value: each, depth: depth + 1 })
    }
  }
  return true
}

/** An object of JSON: its own fields and no others, none of which would change what it is. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  const isOurs = prototype === null || Object.getPrototypeOf(prototype) === null
  return isOurs && !Object.prototype.hasOwnProperty.call(value, '__proto__')
}
