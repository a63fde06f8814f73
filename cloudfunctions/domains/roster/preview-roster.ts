// Decides what the leaders see before anything is stored: the classes, who is new, and every row that is wrong.
import { beijingDay } from '@class-pact/core/calendar'
import { byNumber } from '@class-pact/core/child'
import type { Input, RosterPreview, RosterPreviewClass, RosterQuestion } from '@class-pact/core/contract'
import { nameOnRoll, planImport, type RosterRow } from '@class-pact/core/roster'
import type { Handler, Session } from '../../common/call/handlers'
import { succeed } from '../../common/call/results'
import { classes } from '../class'
import { listChildren, toKnown } from './known-children'
import { loadRoster, type Loaded } from './load-roster'
import { numbersElsewhere } from './import-roster'

/** More classes than a school has. */
const CLASSES_MAX = 500
/** Names shown of each class, so that one sees at a glance whether it is the right one. */
const SAMPLE = 3

export const previewRoster: Handler<'roster.preview'> = async (input, session) => {
  const loaded = await loadRoster(input, session)
  return loaded.ok ? succeed(await describeRoster(input, session, loaded.data)) : loaded
}

/** What the file says, beside what the school knows. */
export async function describeRoster(
  input: Input<'roster.preview'>,
  session: Session,
  { roster, digest }: Loaded,
): Promise<RosterPreview> {
  const [existing, children] = await Promise.all([
    classes.list({ schoolId: input.schoolId }, { limit: CLASSES_MAX, fields: { name: 1, order: 1, archived: 1 } }),
    listChildren({ schoolId: input.schoolId }),
  ])
  const classIds = new Map(existing.map(({ _id, name }) => [name, _id]))
  const classNames = new Map(existing.map(({ _id, name }) => [_id, name]))
  const today = beijingDay(session.now)
  const known = children.map((child) => toKnown(child, today))
  const missedSince = new Map(children.map(({ _id, missedSince: since }) => [_id, since]))
  const answers = new Map(input.missing?.map(({ childId, answer }) => [childId, answer]))
  const questions: RosterQuestion[] = [...roster.questions]

  const preview = ([className, rows]: [string, RosterRow[]]): RosterPreviewClass => {
    const classId = classIds.get(className)
    const plan = planImport(rows, known, classId ?? '', numbersElsewhere(roster.children, className))
    for (const { row, child } of plan.unsure) {
      const { sheet, row: at } = row
      questions.push({ code: 'same_child', sheet, row: at, className, from: child.name, to: row.name })
    }
    return {
      className,
      children: rows.length,
      added: plan.added.length,
      isNew: classId === undefined,
      sample: rows.slice(0, SAMPLE).map(nameOnRoll),
      written: [...(roster.written.get(className) ?? [])],
      renamed: plan.renamed.map(({ row, child }) => ({ row: row.row, from: child.name, to: row.name })),
      moved: plan.moved.map(({ row, child }) => ({ name: row.name, from: classNames.get(child.classId) ?? '' })),
      returned: plan.returned.map(({ row }) => ({ name: nameOnRoll(row) })),
      suspended: plan.suspended.map(({ row }) => ({ name: nameOnRoll(row) })),
      missing: [...plan.missing].sort(byNumber).map(({ childId, no, name, mark }) => ({
        ...{ childId, no, name: nameOnRoll({ name, ...(mark && { mark }) }) },
        ...{ answer: answers.get(childId), since: missedSince.get(childId) },
      })),
    }
  }
  const classesInFile = [...groupByClass(roster.children)].map(preview)
  return {
    digest,
    rows: roster.rows,
    importable: roster.children.length,
    classes: classesInFile,
    problems: roster.problems,
    columns: roster.columns,
    questions,
    schoolClasses: existing
      .filter(({ archived }) => !archived)
      .sort((a, b) => a.order - b.order)
      .map(({ name }) => name),
  }
}

/** In school order. */
function groupByClass(rows: readonly RosterRow[]): Map<string, RosterRow[]> {
  const byClass = new Map<string, RosterRow[]>()
  for (const row of [...rows].sort((a, b) => a.order - b.order)) {
    byClass.set(row.className, [...(byClass.get(row.className) ?? []), row])
  }
  return byClass
}
