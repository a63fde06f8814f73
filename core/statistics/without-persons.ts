// Decides what figures lose when what they were counted from is purged: whoever is in them becomes a number (G23).

/** Fields that say who; in a row that is kept they say that it was one and the same, and no more. */
const WHO = ['childId', 'openid', 'by']
/** Fields with somebody's name. */
const NAMES = ['childName', 'card', 'signer', 'author']

/** The same facts: every sum and every number of different persons in them stays. */
export function withoutPersons<Facts>(facts: Facts): Facts {
  const numbers = new Map<string, string>()
  const numberOf = (who: string) => {
    const number = numbers.get(who) ?? String(numbers.size + 1)
    numbers.set(who, number)
    return number
  }
  const strip = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(strip)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value)
        .filter(([field]) => !NAMES.includes(field))
        .map(([field, each]) => [
          field,
          WHO.includes(field) && typeof each === 'string' ? numberOf(each) : strip(each),
        ]),
    )
  }
  return strip(facts) as Facts
}
