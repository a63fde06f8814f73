// Decides which clauses of a paper contradict one another: other hours for the same people, other seats, allowed here and not there.
import type { RuleId } from '../pact'
import type { Clause, DraftRule } from './types'

/** Rules of which a pact has one. */
export const EITHER_OR: readonly (readonly [RuleId, RuleId])[] = [
  ['C20', 'C21'],
  ['C16', 'C17'],
  ['C11', 'C12'],
  ['P04', 'P05'],
]
/** Hours for everybody. */
const FOR_ALL: readonly RuleId[] = ['T03', 'T04', 'T05', 'T06', 'T07']

interface Read {
  clause: Clause
  allowed: readonly RuleId[]
}

/** The same clauses, each with the places of those that contradict it. */
export function findAgainst(read: readonly Read[]): Clause[] {
  const speaking = read.flatMap(({ clause, allowed }, at) =>
    clause.rules.length + allowed.length > 0 ? [{ clause, allowed, at }] : [],
  )
  const against = new Map<number, number[]>()
  const note = (one: number, other: number) => against.set(one, [...(against.get(one) ?? []), other])
  for (const [place, one] of speaking.entries())
    for (const other of speaking.slice(place + 1))
      if (contradicts(one, other)) {
        note(one.at, other.at)
        note(other.at, one.at)
      }
  return read.map(({ clause }, at) => (against.has(at) ? { ...clause, against: against.get(at) } : clause))
}

function contradicts(one: Read, other: Read): boolean {
  if (allowsWhatIsForbidden(one, other) || allowsWhatIsForbidden(other, one)) return true
  return one.clause.rules.some((rule) => other.clause.rules.some((against) => areOpposed(rule, against)))
}

const allowsWhatIsForbidden = (one: Read, other: Read) =>
  one.allowed.some(
    (id) => other.clause.rules.some((rule) => rule.id === id) && !one.clause.rules.some((rule) => rule.id === id),
  )

function areOpposed(one: DraftRule, other: DraftRule): boolean {
  if (EITHER_OR.some((pair) => pair.includes(one.id) && pair.includes(other.id) && one.id !== other.id)) return true
  const samePeople = one.id === other.id || (FOR_ALL.includes(one.id) && FOR_ALL.includes(other.id))
  return samePeople && differs(one, other)
}

/** Whether both state a parameter, and not the same. */
const differs = (one: DraftRule, other: DraftRule) =>
  Object.entries(one.params).some(
    ([key, value]) => key in other.params && JSON.stringify(other.params[key]) !== JSON.stringify(value),
  )
