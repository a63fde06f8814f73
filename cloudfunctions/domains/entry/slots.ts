// Decides into which slot an entry goes, and whether that one is filled in now: neither ahead of time nor long after.
import { addDays, beijingDay } from '@class-pact/core/calendar'
import type { Day, Instant } from '@class-pact/core/contract'
import { findSlot, keptSince, settingOn, slotOn, slotsLookedAt, valuesOf, type Slot } from '@class-pact/core/register'
import type { Facts } from './facts'

/** What happened longer ago is not written down as if it were new. */
const EVENT_DAYS = 30

type Kept = Pick<Facts, 'id' | 'rules' | 'settings' | 'values' | 'school'>

const isEvent = ({ rules }: Kept) => rules.period.kind === 'event'

/** Slots that are filled in now, the present one last; of an event none: its day decides. */
function openSlots(kept: Kept, now: Instant): Slot[] {
  const { id, rules, settings, values, school } = kept
  const since = settingOn(settings, id, beijingDay(now))?.since ?? ''
  return slotsLookedAt(rules, values, now, school.calendar, onceSince(kept, now)).filter(({ to }) => to >= since)
}

/** What is asked once is due by when it was switched on. */
const onceSince = ({ id, settings }: Kept, now: Instant): Day | undefined => keptSince(settings, id, beijingDay(now))

/** The slot of a key; absent: the one that is filled in now. Undefined: there is none. */
export function slotAsked(kept: Kept, key: string | undefined, now: Instant, on?: Day): Slot | undefined {
  const { id, rules, settings, values, school } = kept
  if (isEvent(kept)) return slotOn(rules, values, on ?? beijingDay(now), school.calendar)
  if (key === undefined) return openSlots(kept, now).at(-1)
  const since = onceSince(kept, now)
  const found = findSlot(rules, values, key, school.calendar, since)
  const setting = found && settingOn(settings, id, found.from)
  // A slot is judged by the numbers that held when it began.
  return (setting && findSlot(rules, valuesOf(rules, setting), key, school.calendar, since)) ?? found
}

/** Whether something new is written in this slot now. */
export function isOpenNow(kept: Kept, slot: Slot, now: Instant): boolean {
  if (!isEvent(kept)) return openSlots(kept, now).some(({ key }) => key === slot.key)
  const today = beijingDay(now)
  return slot.from <= today && slot.from >= addDays(today, -EVENT_DAYS)
}
