// Decides what is said of a register in one slot: how much is done of what is needed, and what it comes to.
import type { Instant, RegisterSummary, SummaryLine } from '@class-pact/core/contract'
import { REGISTERS, amountOf, shareOf, slotOn, type Contact, type Register, type Slot } from '@class-pact/core/register'
import { addDays, beijingDay, instantOf } from '@class-pact/core/calendar'
import type { Handler } from '../../common/call/handlers'
import { refuse, succeed } from '../../common/call/results'
import { BOUNDS } from '../../common/store/bounds'
import type { Where } from '../../common/store/collection'
import { contactStages, readContacts, type ContactRow } from '../contact'
import { schools } from '../school'
import { contactsOfEntries, lookUpContactEntries, type ContactEntriesRow } from './contact-entries'
import { countChoices, medianHours } from './count-entries'
import type { EntryDoc } from './documents'
import { between, type FoundTable } from './find-table'
import { COUNTS, EVENT, entries } from './store'
import { plainAnswers } from './rules-of'
import { seesPoints } from './standing'
import { SUMMED, linesFor, type Summed } from './summary-lines'
import { filled } from './things'
import type { Facts } from './facts'

/** What happens when it happens is looked at by the term. */
const BY_TERM = { period: { kind: 'term' } } as const

export const readSummary: Handler<'register.summary', FoundTable> = async ({ on }, { found, now, openid }) => {
  const { facts, desks, where, reads } = found
  const { id, rules, values, school, itsClass } = facts
  const day = on ?? beijingDay(now)
  const isEvent = rules.period.kind === 'event'
  const slot = slotOn(isEvent ? BY_TERM : rules, values, day, school.calendar) ?? slotBefore(facts, day)
  if (!slot) return refuse('REGISTER_SLOT')
  const rows = await readRows({ ...where, ...(isEvent ? between(slot.from, slot.to) : { slot: slot.key }) })
  const whose = reads === 'all' ? {} : { whose: openid }
  const looked = { slot: isEvent ? { ...slot, key: EVENT } : slot, now: momentIn(slot, now), ...whose }
  const [marked, contacts] = await Promise.all([readMarked(facts), readContactsIn(facts, slot, whose)])
  const { per, lines } = linesFor(facts, rows, { ...looked, marked, contacts })
  const isMeasured = seesPoints(desks, itsClass?._id)
  const hours = rules.parts.length > 1 && isEvent ? medianHours(rows) : undefined
  return succeed({
    ...{ register: id, title: rules.title, slot: isEvent ? EVENT : slot.key, from: slot.from, to: slot.to, per },
    lines: isMeasured ? lines : lines.map(withoutPoints),
    counts: countChoices(rules.parts[0].fields, rows),
    ...(hours !== undefined && { hours }),
    ...sharesOf(facts, rows),
    now,
  })
}

const withoutPoints = ({ id, name, done, needed }: SummaryLine): SummaryLine => ({ id, name, done, needed })

/** A slot that is over is looked at as it stood when it ended. */
const momentIn = ({ to }: Slot, now: Instant): Instant => Math.min(now, instantOf(to, '24:00') - 1)

/** On a day without school the last slot before it. */
function slotBefore({ rules, values, school }: Facts, day: string): Slot | undefined {
  for (let back = 1; back <= DAYS_BACK; back++) {
    const slot = slotOn(rules, values, addDays(day, -back), school.calendar)
    if (slot) return slot
  }
  return undefined
}
/** A summer's holidays. */
const DAYS_BACK = 70

const readRows = (where: Where): Promise<Summed[]> =>
  entries.aggregate<Summed>([
    { $match: { ...where, ...COUNTS } },
    { $limit: BOUNDS.entriesOfSlot },
    { $project: Object.fromEntries(SUMMED.map((field) => [field, 1])) },
  ])

/** Children whom an entry marks for more (H02); nobody is asked for where no register counts by it. */
async function readMarked({ rules: { quota }, school, itsClass }: Facts): Promise<ReadonlySet<string>> {
  if (quota?.per !== 'subject' || quota.marked === undefined) return new Set()
  const whose = itsClass ? { classId: itsClass._id } : {}
  const found = await entries.list<Pick<EntryDoc, 'subject'>>(
    { schoolId: school._id, register: { $in: MARKING }, state: 'done', ...whose },
    { limit: BOUNDS.childrenOfSchool, fields: { subject: 1 } },
  )
  return new Set(found.map(({ subject }) => subject.id))
}
const MARKING = Object.entries(REGISTERS).flatMap(([id, { marks }]: [string, Register]) => (marks ? [id] : []))

/** Letters, calls and other registers' contacts, where the register counts them (X07); of whoever reads only their own, theirs. */
async function readContactsIn({ rules, school, itsClass }: Facts, { from, to }: Slot, { whose }: { whose?: string }) {
  if (!rules.feeds?.contacts) return []
  const span = { from: instantOf(from, '00:00'), until: instantOf(to, '24:00') }
  const where = itsClass ? { classId: itsClass._id } : { schoolId: school._id }
  const [row] = await schools.aggregate<ContactRow & ContactEntriesRow>([
    { $match: { _id: school._id } },
    ...contactStages({ of: itsClass ? { classIds: [itsClass._id] } : { schoolId: school._id }, ...span }),
    lookUpContactEntries({ where, from, to }),
    { $limit: 1 },
  ])
  const contacts: Contact[] = [...readContacts(row), ...contactsOfEntries(row)]
  return contacts.filter(({ by }) => whose === undefined || by === whose)
}

/** 新授课使用率: how many of those that have one choice also have the other, and how many it should be (E06). */
function sharesOf({ rules, values }: Facts, rows: readonly Summed[]): Pick<RegisterSummary, 'shares'> {
  const { quota, shares = quota?.per === 'rate' ? [quota] : [] } = rules
  if (shares.length === 0) return {}
  const scored = rows.map((row) => ({ slot: row.slot, answers: plainAnswers(filled(row)) }))
  return {
    shares: shares.map((share) => ({
      label: [share.among, share.having].map(({ field, choice }) => labelOf(rules, field, choice)).join('：'),
      ...shareOf(share, scored),
      least: amountOf(share.percent, values),
    })),
  }
}

function labelOf({ parts }: Facts['rules'], id: string, choice: string): string {
  const field = parts[0].fields.find((each) => each.id === id)
  const choices = field && 'choices' in field ? field.choices : []
  return choices.find((each) => each.id === choice)?.label ?? ''
}
