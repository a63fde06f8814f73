// Decides which marks stay with a child: those that tell namesakes apart; others are named and left out.
import type { RosterProblem } from './contract'
import { splitCounterpart } from './names'
import type { RosterRow } from './types'

/** A row as it was read, with what stood beside the name. */
export interface MarkedRow extends RosterRow {
  tellsApart?: boolean
}

/** The rows with the marks that count, and a word about those that do not. */
export function settleMarks(rows: readonly MarkedRow[]): { children: RosterRow[]; problems: RosterProblem[] } {
  const classmates = new Map<string, Set<string>>()
  for (const { className, name } of rows) {
    classmates.set(className, (classmates.get(className) ?? new Set()).add(name))
  }
  const split = rows.map((row): MarkedRow => {
    const counterpart = row.mark ? undefined : splitCounterpart(row.name, classmates.get(row.className) ?? new Set())
    return counterpart ? { ...row, ...counterpart, tellsApart: true } : row
  })
  const namesakes = new Map<string, MarkedRow[]>()
  for (const row of split) namesakes.set(keyOf(row), [...(namesakes.get(keyOf(row)) ?? []), row])
  const problems: RosterProblem[] = []
  const children = split.map(({ tellsApart, ...row }): RosterRow => {
    const others = (namesakes.get(keyOf(row)) ?? []).filter(
      (other) => other.row !== row.row || other.sheet !== row.sheet,
    )
    if (row.mark && !tellsApart && others.length === 0) {
      const { mark: value, ...bare } = row
      problems.push({ sheet: row.sheet, row: row.row, code: 'mark_dropped', blocking: false, value })
      return bare
    }
    const alone = !row.mark && !row.number && row.sex !== undefined
    return alone && others.some(({ sex, mark }) => sex !== undefined && sex !== row.sex && !mark)
      ? { ...row, mark: row.sex }
      : row
  })
  return { children, problems }
}

const keyOf = ({ className, name }: RosterRow) => `${className}#${name}`
