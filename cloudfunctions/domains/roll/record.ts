// Decides what leaders find of the searches of a day or a month: whose each was, from when, and how it ended (H27).
import { addDays } from '@class-pact/core/calendar'
import type { ContactRecord } from '@class-pact/core/contract'
import { owedFor } from '@class-pact/core/roll'
import { RECORD_DAYS_MAX } from '@class-pact/core/roll/contract'
import type { Handler } from '../../common/call/handlers'
import { refuse, succeed } from '../../common/call/results'
import { readPage, type List } from '../../common/store/pages'
import { describeContact } from './describe-roll'
import type { RollDoc } from './documents'

type Looked = Pick<RollDoc, 'classId' | 'className' | 'day' | 'half' | 'contacts'>

export const record: Handler<'roll.record'> = async ({ schoolId, from, to, after }, { person, now }) => {
  if (to < from || to > addDays(from, RECORD_DAYS_MAX - 1)) return refuse('INPUT_INVALID', { field: 'to' })
  const { rows, total, next } = await readPage<Looked>(person._id, listOf(schoolId, from, to), after)
  const contacts = rows.flatMap(({ classId, className, day, half, contacts: kept }) =>
    Object.entries(kept)
      .sort(([, a], [, b]) => a.since - b.since)
      .map(([childId, contact]): ContactRecord => {
        const place = { classId, className, day, half }
        return { ...place, ...describeContact(childId, contact), ...owedFor(contact, now) }
      }),
  )
  return succeed({ now, contacts, total, next })
}

function listOf(schoolId: string, from: string, to: string): List {
  const where = { schoolId, day: { $gte: from, $lte: to }, contacts: { $ne: {} } }
  const then = [{ $project: { classId: 1, className: 1, day: 1, half: 1, contacts: 1 } }]
  const part = { from: 'rolls', then, order: [['day', -1]] as const }
  return {
    parts: [
      { ...part, where: { ...where, open: { $gte: 1 } } },
      { ...part, where: { ...where, open: { $lt: 1 } } },
    ],
  }
}
