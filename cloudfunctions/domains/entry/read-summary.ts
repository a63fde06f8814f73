// Decides what is said of a register in one slot: how much is done of what is needed, and what it comes to.
import type { Instant, RegisterSummary, SummaryLine } from '@class-pact/core/contract'
import { amountOf, shareOf, slotOn, type Slot } from '@class-pact/core/register'
import { addDays, beijingDay, instantOf } from '@class-pact/core/calendar'
import type { Handler } from '../../common/call/handlers'
import { refuse, succeed } from '../../common/call/results'
import { BOUNDS } from '../../common/store/bounds'
import type { Where } from '../../common/store/collection'
import { countChoices, medianHours } from './count-entries'
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
  const whose = reads === 'all' ? undefined : openid
  const { per, lines } = linesFor(facts, rows, isEvent ? { ...slot, key: EVENT } : slot, momentIn(slot, now), whose)
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

/** 新授课使用率: how many of those that have one choice also have the other, and how many it should be (E06). */
function sharesOf({ rules, values }: Facts, rows: readonly Summed[]): Pick<RegisterSummary, 'shares'> {
  const { quota } = rules
  if (quota?.per !== 'rate') return {}
  const scored = rows.map((row) => ({ slot: row.slot, answers: plainAnswers(filled(row)) }))
  const { among, having, percent } = quota
  const label = [among, having].map(({ field, choice }) => labelOf(rules, field, choice)).join('：')
  return { shares: [{ label, ...shareOf(quota, scored), least: amountOf(percent, values) }] }
}

function labelOf({ parts }: Facts['rules'], id: string, choice: string): string {
  const field = parts[0].fields.find((each) => each.id === id)
  const choices = field && 'choices' in field ? field.choices : []
  return choices.find((each) => each.id === choice)?.label ?? ''
}
