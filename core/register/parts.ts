// Decides whose turn it is in an entry, by when, and what the entry has come to.
import { addDays, beijingDay, instantOf, nextSchoolDay } from '../calendar'
import type { Instant, SchoolCalendar } from '../wire'
import type { FieldAnswer, SheetState } from './contract'
import { amountOf, type Values } from './settings'
import type { Part, Register, Slot } from './types'

/** The choice of a deciding field that ends an entry as refused (E05, E15). */
const NO = 'no'
/** A key that no slot of the calendar has: what happens when something happens. */
const EVENT = '-'

type Said = Pick<FieldAnswer, 'question' | 'choices'>
type Steps = Pick<Register, 'parts'>
/** When each part was done last; a part that is not there is not done. */
export type DoneAt = Readonly<Record<string, Instant | undefined>>

const saysNo = (field: string, answers: readonly Said[]) =>
  answers.some(({ question, choices }) => question === field && choices?.includes(NO))

/**
 * Parts that can be done now, in order: not done yet, and all before them are. What an entry is done without keeps nothing
 * waiting; after a refusal nothing is.
 * @param answers what was said last in every part, all together
 */
export function partsOpen({ parts }: Steps, done: DoneAt, answers: readonly Said[] = []): Part[] {
  const isRefused = parts.some(
    ({ id, decides }) => done[id] !== undefined && decides !== undefined && saysNo(decides, answers),
  )
  if (isRefused) return []
  const holdsUp = (id: string) => done[id] === undefined && parts.some((part) => part.id === id && !part.optional)
  return parts.filter(({ id, after = [] }) => done[id] === undefined && !after.some(holdsUp))
}

/** What has become of an entry, by the last time each part was done; void it becomes by somebody's word alone. */
export function stateOf(
  { parts }: Steps,
  done: Readonly<Record<string, readonly { answers: readonly Said[] }[] | undefined>>,
): Exclude<SheetState, 'void'> {
  const last = (id: string) => done[id]?.[done[id].length - 1]
  if (parts.some(({ id, decides }) => decides !== undefined && saysNo(decides, last(id)?.answers ?? []))) {
    return 'refused'
  }
  return parts.every(({ id, optional }) => optional || last(id) !== undefined) ? 'done' : 'open'
}

/** Where an entry stands in time. */
export interface PartTimes {
  slot: Pick<Slot, 'key' | 'from' | 'dueAt'>
  done: DoneAt
  values: Values
  calendar: SchoolCalendar
}

/**
 * By when a part has to be done: so many school days after the last one before it, or by the end of the slot.
 * Undefined: its turn has not come, or nobody says by when.
 */
export function partDueAt(part: Part, { slot, done, values, calendar }: PartTimes): Instant | undefined {
  const { after = [], days } = part
  const isFirst = after.length === 0
  if (days === undefined) return isFirst && slot.key !== EVENT && !part.optional ? slot.dueAt : undefined
  const count = amountOf(days, values)
  if (count <= 0) return slot.dueAt
  const before = after.map((id) => done[id])
  const times = before.filter((at) => at !== undefined)
  if (times.length === 0) return isFirst ? endOfSchoolDays(slot.from, count, calendar) : undefined
  return endOfSchoolDays(beijingDay(Math.max(...times)), count, calendar)
}

/** The end of the n-th school day after a day; of a plain day where a calendar has none for months. */
function endOfSchoolDays(from: string, count: number, calendar: SchoolCalendar): Instant {
  let day = from
  for (let n = 0; n < count; n++) {
    const next = nextSchoolDay(day, calendar)
    day = next > day ? next : addDays(day, 1)
  }
  return instantOf(day, '24:00')
}

/** A part that waits for somebody, since all before it are done. */
export interface Wait {
  part: Part
  /** Absent: nobody says by when. */
  dueAt?: Instant
  isOverdue: boolean
}

/** What an entry waits for, each by its own date: the countersignature, the repair, the acceptance. */
export function waitsOf(register: Steps, times: PartTimes, answers: readonly Said[], now: Instant): Wait[] {
  return partsOpen(register, times.done, answers).map((part) => {
    const dueAt = partDueAt(part, times)
    return { part, ...(dueAt !== undefined && { dueAt }), isOverdue: dueAt !== undefined && now >= dueAt }
  })
}
