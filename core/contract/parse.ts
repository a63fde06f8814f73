// Decides whether what a phone sent fits the contract, and names the field that does not.
import type { ActionError } from './reply'
import { ACTIONS, type ActionName, type ParsedInput } from './actions'
import * as z from 'zod/mini'

export type Parsed<Name extends ActionName> = { ok: true; input: ParsedInput<Name> } | { ok: false; error: ActionError }

/** Parses the input of one action. Errors: INPUT_INVALID with the path of the first misfit, e.g. `audience.classIds.0`. */
export function parseInput<Name extends ActionName>(name: Name, raw: unknown): Parsed<Name> {
  const result = z.safeParse(ACTIONS[name].input, raw)
  if (result.success) return { ok: true, input: result.data as ParsedInput<Name> }
  const path = result.error.issues[0]?.path ?? []
  return { ok: false, error: { code: 'INPUT_INVALID', field: path.map(String).join('.') || 'input' } }
}
