// Decides who is one family in a draw, and when two draws took the same (H04).

/** A child and who is bound to it. */
export interface BoundChild {
  id: string
  guardians: readonly string[]
}

/** One family: its children, by the id of the first. */
export interface Family {
  id: string
  children: readonly string[]
}

/** Children who share a guardian are one family (N20); a child without one is nobody's who could be asked. */
export function familiesOf(bound: readonly BoundChild[]): Family[] {
  const children = bound.filter(({ guardians }) => guardians.length > 0).sort((a, b) => compare(a.id, b.id))
  const head = new Map(children.map(({ id }) => [id, id]))
  const headOf = (id: string): string => {
    const next = head.get(id) ?? id
    return next === id ? id : headOf(next)
  }
  const childOf = new Map<string, string>()
  for (const { id, guardians } of children) {
    for (const guardian of guardians) {
      const [one, other] = [headOf(childOf.get(guardian) ?? id), headOf(id)]
      if (one !== other) head.set(one < other ? other : one, one < other ? one : other)
      childOf.set(guardian, id)
    }
  }
  const families = new Map<string, string[]>()
  for (const { id } of children) families.set(headOf(id), [...(families.get(headOf(id)) ?? []), id])
  return [...families].map(([id, own]) => ({ id, children: own }))
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** Whether what was drawn is what the seed gives. */
export const isSameDraw = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((id, index) => id === other[index])
