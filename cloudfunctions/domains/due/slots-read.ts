// Decides which slots are read before the calendar is known: a handful of keys, however many years are kept.
import { addDays, beijingDay, weekday } from '@class-pact/core/calendar'
import type { Day, Instant } from '@class-pact/core/contract'
import type { Where } from '../../common/store/collection'

/** Five school days with a week of holidays between them; what lies before longer holidays is not chased after them. */
const DAYS = 14
/** A slot of four weeks, and the one before it began. */
const WEEKS = 8
const MONTHS = 2
/** The present term and the one before it. */
const TERM_DAYS = 400
const YEARS = 2

const back = <Item>(count: number, item: (ago: number) => Item): Item[] =>
  Array.from({ length: count }, (_, ago) => item(ago))

/** The first day that a read slot can have begun. */
export const readFrom = (now: Instant): Day => addDays(beijingDay(now), -TERM_DAYS)

/** Slots of days, weeks, months, years, and what comes once; terms are a range, since a school sets their first days. */
function keysRead(now: Instant): { keys: string[]; terms: { from: string; to: string } } {
  const today = beijingDay(now)
  const monday = addDays(today, 1 - weekday(today))
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))]
  const keys = [
    ...back(DAYS, (ago) => addDays(today, -ago)),
    ...back(WEEKS, (ago) => `w${addDays(monday, -7 * ago)}`),
    ...back(MONTHS, (ago) => `m${monthBefore(year, month, ago)}`),
    ...back(YEARS, (ago) => `y${year - ago}`),
    'once',
  ]
  return { keys, terms: { from: `t${readFrom(now)}`, to: `t${today};` } }
}

function monthBefore(year: number, month: number, ago: number): string {
  const at = year * 12 + month - 1 - ago
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
}

/**
 * Conditions on an entry, any of which may hold; each by itself is what an index finds.
 * @param also what has to hold in each: whose entry it is
 */
export function inSlotsRead(now: Instant, also: Where): Where[] {
  const { keys, terms } = keysRead(now)
  return [
    { ...also, slot: { $in: keys } },
    { ...also, slot: { $gte: terms.from, $lt: terms.to } },
  ]
}

/** Says of slots whether what is in them has been read: of another nothing is said. */
export function slotsReadAt(now: Instant): (slot: string) => boolean {
  const { keys, terms } = keysRead(now)
  const known = new Set(keys)
  return (slot) => known.has(slot) || (slot >= terms.from && slot < terms.to)
}
