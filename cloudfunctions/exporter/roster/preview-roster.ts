// Decides what the leaders see before anything is stored: the classes, who is new, and every row that is wrong.
import type { RosterPreviewClass } from '@class-pact/core/contract'
import { planImport, type RosterRow } from '@class-pact/core/roster'
import type { Handler } from '../../common/call/handlers'
import { succeed } from '../../common/call/results'
import { classes } from '../../common/store/classes'
import { listChildren, toKnown } from './known-children'
import { loadRoster } from './load-roster'
import { numbersElsewhere } from './import-roster'

/** More classes than a school has. */
const CLASSES_MAX = 500
/** Names shown of each class, so that one sees at a glance whether it is the right one. */
const SAMPLE = 3

export const previewRoster: Handler<'roster.preview'> = async (input, session) => {
  const loaded = await loadRoster(input, session)
  if (!loaded.ok) return loaded
  const { roster, digest } = loaded.data
  const [existing, children] = await Promise.all([
    classes.list({ schoolId: input.schoolId }, { limit: CLASSES_MAX, fields: { name: 1 } }),
    listChildren({ schoolId: input.schoolId }),
  ])
  const classIds = new Map(existing.map(({ _id, name }) => [name, _id]))
  const known = children.map(toKnown)

  const preview = ([className, rows]: [string, RosterRow[]]): RosterPreviewClass => {
    const classId = classIds.get(className)
    const plan = planImport(rows, known, classId ?? '', numbersElsewhere(roster.children, className))
    return {
      className,
      children: rows.length,
      added: plan.added.length,
      isNew: classId === undefined,
      sample: rows.slice(0, SAMPLE).map(({ name }) => name),
    }
  }
  return succeed({
    digest,
    rows: roster.rows,
    importable: roster.children.length,
    classes: [...groupByClass(roster.children)].map(preview),
    problems: roster.problems,
    columns: roster.columns,
  })
}

/** In school order. */
function groupByClass(rows: readonly RosterRow[]): Map<string, RosterRow[]> {
  const byClass = new Map<string, RosterRow[]>()
  for (const row of [...rows].sort((a, b) => a.order - b.order)) {
    byClass.set(row.className, [...(byClass.get(row.className) ?? []), row])
  }
  return byClass
}
