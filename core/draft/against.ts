// Decides which clauses contradict one another: other hours for the same people, other seats, allowed and forbidden.
import type { RuleId } from '../pact'
import type { SaidRule } from '../pact'
import type { Clause } from './types'

/** Rules of which a pact has one. */
const EITHER_OR: readonly (readonly [RuleId, RuleId])[] = [
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

/** More say no more. */
const AGAINST_MOST = 10

/** The same clauses, each with the places of those that contradict it. */
export function findAgainst(read: readonly Read[]): Clause[] {
  // Clauses that say the same contradict the same: they are compared once.
  const alike = new Map<string, { one: Read; places: number[] }>()
  for (const [at, one] of read.entries()) {
    if (one.clause.rules.length + one.allowed.length === 0) continue
    const said = JSON.stringify([one.clause.rules, one.allowed])
    const known = alike.get(said)
    if (known) known.places.push(at)
    else alike.set(said, { one, places: [at] })
  }
  const groups = [...alike.values()]
  const against = new Map<number, number[]>()
  for (const { one, places } of groups) {
    const opposed = groups
      .filter((other) => other.one !== one && contradicts(one, other.one))
      .flatMap((other) => other.places)
    if (opposed.length === 0) continue
    const some = opposed.slice(0, AGAINST_MOST).sort((a, b) => a - b)
    for (const place of places) against.set(place, some)
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

function areOpposed(one: SaidRule, other: SaidRule): boolean {
  if (EITHER_OR.some((pair) => pair.includes(one.id) && pair.includes(other.id) && one.id !== other.id)) return true
  const samePeople = one.id === other.id || (FOR_ALL.includes(one.id) && FOR_ALL.includes(other.id))
  return samePeople && differs(one, other)
}

/** Whether both state a parameter, and not the same. */
const differs = (one: SaidRule, other: SaidRule) =>
  Object.entries(one.params).some(
    ([key, value]) => key in other.params && JSON.stringify(other.params[key]) !== JSON.stringify(value),
  )
