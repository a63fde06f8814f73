// Decides the bars of a summary: a class, a teacher, a child, a thing each, in the order of the school, never by score.
import type { Instant, RegisterSummary, SummaryLine } from '@class-pact/core/contract'
import {
  fullMarks,
  linesOf,
  scoreOf,
  type Contact,
  type DutyLine,
  type Slot,
  type Tally,
  type Unit,
} from '@class-pact/core/register'
import { markStaff } from '../office'
import type { EntryDoc } from './documents'
import type { Facts } from './facts'
import { plainAnswers } from './rules-of'
import { listColleagues } from './subjects'
import { filled, listThings } from './things'

/** What of an entry is counted. */
export const SUMMED = ['register', 'slot', 'subject', 'classId', 'by', 'state', 'parts'] as const
export type Summed = Pick<EntryDoc, (typeof SUMMED)[number]>

/** One bar before it is counted. */
interface Bar {
  unit: Unit
  /** As a phone knows it. */
  id: string
  name: string
  /** Whether an entry is this bar's. */
  has: (row: Summed) => boolean
}

type Per = RegisterSummary['per']

interface Looked {
  slot: Slot
  now: Instant
  /** Who sees what is counted by who fills it only of themselves; absent: of all. */
  whose?: string
  /** Children of whom more is asked (H02). */
  marked: ReadonlySet<string>
  /** What counts without being typed again (X07). */
  contacts: readonly Contact[]
}

export function linesFor(facts: Facts, rows: readonly Summed[], looked: Looked): { per: Per; lines: SummaryLine[] } {
  const { slot, now, contacts } = looked
  const { id: register, rules, settings, school } = facts
  const { per, bars } = barsOf(facts, looked)
  const isEvent = rules.period.kind === 'event'
  const duties = isEvent
    ? []
    : linesOf({
        ...{ id: register, register: rules, settings, calendar: school.calendar, now },
        ...{ units: bars.map(({ unit }) => unit), tallies: rows.map(tallyOf), contacts },
      }).filter((line) => line.slot.key === slot.key)
  const lines = bars.map((bar): SummaryLine => {
    const own = rows.filter(bar.has)
    const duty = duties.find(({ unit }) => unit.kind === bar.unit.kind && unit.id === bar.unit.id)
    return {
      ...{ id: bar.id, name: bar.name },
      done: duty?.done ?? own.filter(({ state }) => state === 'done').length,
      needed: duty?.needed ?? 0,
      ...pointsOf(facts, own, duty),
    }
  })
  return { per, lines }
}

const tallyOf = ({ register, slot, subject, classId, by, state, parts }: Summed): Tally => ({
  ...{ register, slot, subject: subject.id, by, state, times: 1, parts: Object.keys(parts) },
  ...(classId !== undefined && { classId }),
})

function pointsOf({ rules: { points }, values }: Facts, own: readonly Summed[], duty: DutyLine | undefined) {
  if (!points) return {}
  const scored = own.map((row) => ({ slot: row.slot, answers: plainAnswers(filled(row)) }))
  const missing = duty ? Math.max(0, duty.needed - duty.done) : 0
  const given = scoreOf(points, { entries: scored, missing }, values)
  const of = fullMarks(points, values)
  return { ...(given !== undefined && { points: given }), ...(of !== undefined && { of }) }
}

function barsOf(facts: Facts, { whose, marked }: Looked): { per: Per; bars: Bar[] } {
  const { rules, school, itsClass, classes, staff, seated, things } = facts
  const kind = rules.about
  if (rules.quota?.per === 'filler') {
    const fillers = new Set(seated.flatMap(({ openid, desk }) => (rules.parts[0].by.includes(desk) ? [openid] : [])))
    const ofStaff = staff.filter(({ openid }) => fillers.has(openid) && (whose === undefined || openid === whose))
    const bars = ofStaff.map(({ openid, card, mark }) => ({
      ...{ unit: { kind: 'filler', id: openid } as const, id: mark, name: card },
      has: ({ by }: Summed) => by === openid,
    }))
    return { per: 'teacher', bars }
  }
  const ofClass = itsClass && { classId: itsClass._id }
  const ofSubject = (id: string, name: string, shown = id): Bar => ({
    ...{ unit: { kind: 'subject', id, children: [{ id, isMarked: marked.has(id) }], ...ofClass }, id: shown, name },
    has: ({ subject }) => subject.id === id,
  })
  switch (kind) {
    case 'class':
      return { per: 'class', bars: classBars(itsClass ? [{ ...itsClass, children: [] }] : classes, marked) }
    case 'child':
    case 'family':
      if (!itsClass) return { per: 'class', bars: classBars(classes, marked) }
      return { per: 'child', bars: itsClass.roster.map(({ childId, name }) => ofSubject(childId, name)) }
    case 'teacher':
      return {
        per: 'teacher',
        bars: listColleagues(facts, whose ?? '').map(({ openid, card }) =>
          ofSubject(openid, card, markStaff(school._id, openid)),
        ),
      }
    case 'device':
    case 'room':
      return { per: 'device', bars: listThings(things, kind, itsClass?._id).map(({ id, name }) => ofSubject(id, name)) }
    case 'school': {
      const unit = { kind: 'school', id: school._id } as const
      return { per: 'school', bars: [{ unit, id: school._id, name: school.name, has: () => true }] }
    }
  }
}

const classBars = (
  classes: readonly { _id: string; name: string; children: readonly string[] }[],
  marked: ReadonlySet<string>,
): Bar[] =>
  classes.map(({ _id, name, children }) => ({
    unit: { kind: 'class', id: _id, classId: _id, children: children.map((id) => ({ id, isMarked: marked.has(id) })) },
    ...{ id: _id, name },
    has: ({ classId }) => classId === _id,
  }))
