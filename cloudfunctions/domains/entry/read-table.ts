// Decides how the entries of a register stand one under another: each in one line of text, the newest first.
import type { Instant, TableRow } from '@class-pact/core/contract'
import { partDueAt, scoreOf } from '@class-pact/core/register'
import type { Handler } from '../../common/call/handlers'
import { succeed } from '../../common/call/results'
import { readPage, type List } from '../../common/store/pages'
import type { EntryDoc } from './documents'
import { between, type FoundTable } from './find-table'
import { lineOf } from './line-of'
import { doneAt, plainAnswers, rulesOf, turnOf } from './rules-of'
import { slotAsked } from './slots'
import { seesPoints } from './standing'
import { filled } from './things'

export const readTable: Handler<'register.table', FoundTable> = async (input, { openid, found, now }) => {
  const { facts, where, choices } = found
  const { from, to, state, after } = input
  const list: List = {
    parts: [
      {
        from: 'entries',
        where: { ...where, ...between(from, to), ...(state && { state }) },
        order: [['on', -1]],
        then: [{ $project: { trail: 0 } }],
      },
    ],
  }
  const { rows, total, next } = await readPage<EntryDoc>(openid, list, after)
  const { id, rules } = facts
  return succeed({
    ...{ register: id, title: rules.title, about: rules.about },
    ...(choices.length > 0 && { classes: choices }),
    rows: rows.map((entry) => describeRow(entry, found, openid, now)),
    ...{ total, ...(next !== undefined && { next }), now },
  })
}

function describeRow(entry: EntryDoc, { facts, desks }: FoundTable, openid: string, now: Instant): TableRow {
  const rules = rulesOf(entry, facts.rules)
  const { _id: entryId, on, slot, className, subject, state, parts } = entry
  const fill = parts['fill']?.at(-1)
  const isFamily = desks.every(({ desk }) => desk === 'guardian')
  const hides = fill?.check !== undefined && isFamily && fill.by !== openid
  const waits = waitsOf(entry, facts, now)
  const points = seesPoints(desks, facts.itsClass?._id) ? pointsOf(entry, facts) : undefined
  return {
    ...{ entryId, on, slot, ...(className && { className }), ...(subject.name && { subject: subject.name }) },
    text: lineOf(rules.parts[0].fields, filled(entry), { facts, hides }),
    ...{ state, by: fill?.card ?? '' },
    ...(waits && { waits }),
    ...(points !== undefined && { points }),
  }
}

function waitsOf(entry: EntryDoc, facts: FoundTable['facts'], now: Instant): TableRow['waits'] {
  if (entry.state !== 'open') return undefined
  const [part] = turnOf(rulesOf(entry, facts.rules), entry.parts)
  if (!part) return undefined
  const slot = slotAsked(facts, entry.slot, now, entry.on)
  const dueAt =
    slot && partDueAt(part, { slot, done: doneAt(entry.parts), values: facts.values, calendar: facts.school.calendar })
  return {
    part: part.title,
    ...(dueAt !== undefined && { dueAt, ...(dueAt < now && { overdue: true as const }) }),
  }
}

/** What one entry gives by itself; what is taken off for what lacks, only a summary knows. */
function pointsOf(entry: EntryDoc, { rules: { points }, values }: FoundTable['facts']): number | undefined {
  if (points?.kind !== 'mean' && points?.kind !== 'sum') return undefined
  if (entry.state === 'void') return undefined
  return scoreOf(points, { entries: [{ slot: entry.slot, answers: plainAnswers(filled(entry)) }], missing: 0 }, values)
}
