// Decides how a rule reads its parameters: a pact is data from outside, so a value of the wrong kind gives the default.
import type { Params } from './types'

const CLOCK = /^(?:[01]\d|2[0-4]):[0-5]\d$/

/** A number of at least `least`. */
export function numberOf(params: Params, key: string, fallback: number, least = 0): number {
  const value = params[key]
  return typeof value === 'number' && Number.isFinite(value) && value >= least ? value : fallback
}

/** A clock time `HH:MM`. */
export function clockOf(params: Params, key: string, fallback: string): string {
  const value = params[key]
  return typeof value === 'string' && CLOCK.test(value) ? value : fallback
}

/** One of a closed list of words. */
export function wordOf<Word extends string>(params: Params, key: string, words: readonly Word[], fallback: Word): Word {
  return words.find((word) => word === params[key]) ?? fallback
}

/** A list of strings; anything else in it is left out. */
export function listOf(params: Params, key: string): string[] {
  const value = params[key]
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : []
}
