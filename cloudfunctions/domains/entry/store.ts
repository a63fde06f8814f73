// Decides what is asked of entries, and which of two that say the same thing twice there can be only one of.
import type { Register } from '@class-pact/core/register'
import { openCollection, type Where } from '../../common/store/collection'
import type { EntryDoc } from './documents'

/** None is ever removed: a mistake is void, and stays readable. */
export const entries = openCollection<EntryDoc>('entries')

/** The slot of what happens when it happens. */
export const EVENT = '-'

/** Whether a slot holds one entry of a subject: whoever comes second finds it. */
export const isSingle = ({ many, period }: Pick<Register, 'many' | 'period'>): boolean =>
  !many && period.kind !== 'event'

/** Everybody who fills it has their own: 每人每周, each head teacher of a year (E02). */
export const isEachFillers = ({ quota, renews }: Pick<Register, 'quota' | 'renews'>): boolean =>
  quota?.per === 'filler' || renews === true

interface Place {
  schoolId: string
  register: string
  slot: string
  subject: string
  by: string
}

/** What the unique index holds; undefined: as many as there are. */
export function placeIn(rules: Register, { schoolId, register, slot, subject, by }: Place): string | undefined {
  if (!isSingle(rules)) return undefined
  return [schoolId, register, slot, subject, ...(isEachFillers(rules) ? [by] : [])].join(':')
}

/** What does not count is not looked for. */
export const COUNTS: Where = { state: { $ne: 'void' } }
