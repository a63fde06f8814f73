// Decides the two ways a handler ends: with data or with a refusal. A refusal is a value, never an exception.
import type { ActionError, ErrorCode, Reply } from '@class-pact/core/contract'

export type Refusal = Extract<Reply<never>, { ok: false }>

export function succeed<Data>(data: Data): { ok: true; data: Data } {
  return { ok: true, data }
}

/** @param details whatever the sentence on the phone needs besides the code */
export function refuse(code: ErrorCode, details: Omit<ActionError, 'code'> = {}): Refusal {
  return { ok: false, error: { code, ...details } }
}
