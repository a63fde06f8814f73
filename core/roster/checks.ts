// Decides which rows cannot both be right: a child twice, a number twice, a class too large; the first one stands.
import { limits } from '../wire'
import type { RosterProblem, RosterProblemCode } from './contract'
import type { Roster, RosterRow } from './types'
/** Numbers that restart in every class repeat in most classes; school-wide ones repeat by mistake only. */
const RESTART_SHARE = 0.1

/** The roster without the rows that clash with an earlier one; every clash is a problem by row. */
export function checkChildren(roster: Roster): Roster {
  const schoolWide = !restartsByClass(roster.children)
  const byNumber = new Map<string, RosterRow>()
  const byName = new Map<string, RosterRow[]>()
  const sizes = new Map<string, number>()
  const children: RosterRow[] = []
  const problems = [...roster.problems]
  const report = (row: RosterRow, code: RosterProblemCode, blocking: boolean, other?: RosterRow) =>
    problems.push({ sheet: row.sheet, row: row.row, code, blocking, ...(other && { otherRow: other.row }) })

  for (const child of roster.children) {
    const nameKey = `${child.className}#${child.name}`
    const namesakes = byName.get(nameKey) ?? []
    const numberKey = child.number && `${schoolWide ? '' : child.className}#${child.number}`
    const numbered = numberKey ? byNumber.get(numberKey) : undefined
    if (numbered) {
      report(
        child,
        numbered.name === child.name && numbered.mark === child.mark ? 'duplicate' : 'number_taken',
        true,
        numbered,
      )
      continue
    }
    const twin = namesakes.find((other) => !isSomebodyElse(other, child))
    if (twin) {
      report(child, 'duplicate', true, twin)
      continue
    }
    const size = sizes.get(child.className) ?? 0
    if (size >= limits.CLASS_SIZE_MAX) {
      report(child, 'class_too_large', true)
      continue
    }
    if (namesakes[0]) report(child, 'same_name', false, namesakes[0])
    if (numberKey) byNumber.set(numberKey, child)
    byName.set(nameKey, [...namesakes, child])
    sizes.set(child.className, size + 1)
    children.push(child)
  }
  problems.sort((a, b) => (a.sheet === b.sheet ? a.row - b.row : 0))
  return { ...roster, children, problems: withoutVainRemarks(problems) }
}

/** A row that stays out is named once for what keeps it out: a remark beside it would read as if it came in. */
function withoutVainRemarks(problems: readonly RosterProblem[]): RosterProblem[] {
  const rowOf = ({ sheet, row }: RosterProblem) => `${row}#${sheet}`
  const blocked = new Set(problems.filter(({ blocking }) => blocking).map(rowOf))
  return problems.filter((problem) => problem.blocking || !blocked.has(rowOf(problem)))
}

function restartsByClass(children: readonly RosterRow[]): boolean {
  const classes = new Map<string, Set<string>>()
  for (const { number, className } of children) {
    if (number) classes.set(number, (classes.get(number) ?? new Set()).add(className))
  }
  const shared = [...classes.values()].filter((named) => named.size > 1).length
  return shared > classes.size * RESTART_SHARE
}

/** Two of one name in a class: their numbers, marks, phones, nicknames or sex tell them apart. */
function isSomebodyElse(one: RosterRow, other: RosterRow): boolean {
  if (one.number && other.number) return one.number !== other.number
  if (one.mark !== other.mark) return true
  const phones = one.contacts.map(({ phone }) => phone).filter(Boolean)
  const others = other.contacts.map(({ phone }) => phone).filter(Boolean)
  if (phones.length > 0 && others.length > 0) return !phones.some((phone) => others.includes(phone))
  if (one.sex && other.sex && one.sex !== other.sex) return true
  return Boolean(one.nicknames[0] && other.nicknames[0] && one.nicknames[0] !== other.nicknames[0])
}
