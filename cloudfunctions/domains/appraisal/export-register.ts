// Decides what of a register leaves as a workbook: the entries that whoever asks may look through, and the figures.
import { beijingDay } from '@class-pact/core/calendar'
import { sayArticles } from '@class-pact/core/register-words'
import type { Handler } from '../../common/call/handlers'
import { between, describeThing, readSummary, rulesOf, type EntryDoc, type FoundTable } from '../entry'
import { children } from '../class'
import { entryTable } from './entry-table'
import { sayPrinted } from '../report'
import { handOut, nameFile } from '../school'
import { readEntries, ROWS_MOST } from './read-entries'
import type { Names } from './say-field'
import { summaryTable } from './summary-table'
import { writeWorkbook } from '../../common/files/write-workbook'

/** Ids in one condition. */
const ASKED_AT_ONCE = 500

export const exportRegister: Handler<'register.export', FoundTable> = async (input, session) => {
  const { register, schoolId, classId, from, to } = input
  const { found, now } = session
  const { facts, where, reads } = found
  const { rules, school, itsClass } = facts
  const { rows, isCut } = await readEntries({ ...where, ...between(from, to) })
  const names = await namesIn(found, rows)
  const title = [itsClass?.name, rules.title].filter(Boolean).join('　')
  const articles = sayArticles(rules.sources.map(({ seed, article }) => `${seed} ${article}`))
  const heading = [school.name, title, ...(articles ? [articles] : [])]
  const days = `${from ?? rows[0]?.on ?? ''}至${to ?? beijingDay(now)}`
  const scope = [days, `共${String(rows.length)}条`, ...(reads === 'all' ? [] : ['只含本人所记']), sayPrinted(now)]
  const table = entryTable(rules, rows, {
    heading: [...heading, [...scope, ...(isCut ? [`只有最近${String(ROWS_MOST)}条`] : [])].join('　')],
    names,
  })
  const summary = await readSummary({ register, schoolId, ...(classId && { classId }), ...(to && { on: to }) }, session)
  const tables = summary.ok ? [table, summaryTable(summary.data, heading)] : [table]
  return handOut({
    ...{ session, schoolId, act: 'register.export', rows: rows.length },
    detail: { register, ...(classId && { classId }) },
    name: nameFile([itsClass?.name ?? '', rules.title], 'xlsx'),
    content: writeWorkbook(tables),
  })
}

/** A child that has left is still called by its name. */
async function namesIn({ facts }: FoundTable, rows: readonly EntryDoc[]): Promise<Names> {
  const { staff, things, itsClass, rules } = facts
  const childIds = rows.flatMap((entry) => {
    const ofChildren = rulesOf(entry, rules).parts.flatMap(({ id, fields }) =>
      fields.flatMap((field) => (field.type === 'child' ? [`${id} ${field.id}`] : [])),
    )
    return Object.entries(entry.parts).flatMap(([id, done]) =>
      (done.at(-1)?.answers ?? []).flatMap(({ question, refs = [] }) =>
        ofChildren.includes(`${id} ${question}`) ? refs : [],
      ),
    )
  })
  const known = new Map<string, string>([
    ...staff.map(({ mark, card }) => [mark, card] as const),
    ...things.map((thing) => [thing._id, describeThing(thing).name] as const),
    ...(itsClass?.roster ?? []).map(({ childId, name }) => [childId, name] as const),
  ])
  const unknown = [...new Set(childIds)].filter((id) => !known.has(id))
  for (let at = 0; at < unknown.length; at += ASKED_AT_ONCE) {
    const asked = unknown.slice(at, at + ASKED_AT_ONCE)
    const found = await children.list<{ _id: string; name: string }>(
      { _id: { $in: asked }, schoolId: facts.school._id },
      { limit: ASKED_AT_ONCE, fields: { name: 1 } },
    )
    for (const { _id, name } of found) known.set(_id, name)
  }
  return known
}
