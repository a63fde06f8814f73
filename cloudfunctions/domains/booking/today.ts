// Decides what of reception days stands on 今天: a family its own or a free time, a teacher the families of today (H13).
import { addDays, beijingDay } from '@class-pact/core/calendar'
import { slotsOf } from '@class-pact/core/booking'
import type { Instant, TodayGuardian, TodayStaff } from '@class-pact/core/contract'
import type { OwnChild } from '../../common/call/session'
import type { Stage } from '../../common/store/collection'
import type { ReceptionDoc } from './documents'
import { beginOf, timeOfKey } from './store'

/** A family sees it two weeks ahead: the next but one of every second Saturday is not there yet. */
const AHEAD_DAYS = 13
/** One a class and day. */
const SHOWN = 20

type Row = Pick<ReceptionDoc, '_id' | 'classId' | 'day' | 'from' | 'to' | 'minutes' | 'bookings'>
export interface ReceptionsRow {
  receptions?: Row[]
}

const lookUp = (classIds: readonly string[], from: string, to: string): Stage => ({
  $lookup: {
    from: 'receptions',
    pipeline: [
      { $match: { classId: { $in: [...classIds] }, day: { $gte: from, $lte: to }, closed: { $exists: false } } },
      { $sort: { day: 1 } },
      { $limit: SHOWN },
      { $project: { classId: 1, day: 1, from: 1, to: 1, minutes: 1, bookings: 1 } },
    ],
    as: 'receptions',
  },
})

export function lookUpOwnReceptions(children: readonly OwnChild[], now: Instant): Stage {
  const today = beijingDay(now)
  return lookUp([...new Set(children.map(({ classId }) => classId))], today, addDays(today, AHEAD_DAYS))
}

export const lookUpReceptionOf = (classId: string, now: Instant): Stage =>
  lookUp([classId], beijingDay(now), beijingDay(now))

/** Of each child the own time, else the next day with a free one. */
export function readOwnReceptions(
  { receptions = [] }: ReceptionsRow = {},
  children: readonly OwnChild[],
  now: Instant,
): Pick<TodayGuardian, 'receptions'> {
  const lines = children.flatMap(({ childId, childName, classId }) => {
    const days = receptions.filter((each) => each.classId === classId && beginOf(each, each.to) > now)
    const booked = days.flatMap((day) =>
      Object.entries(day.bookings).flatMap(([key, each]) =>
        each.childId === childId ? [{ classId, childId, childName, day: day.day, time: timeOfKey(key) }] : [],
      ),
    )
    const free = days.find((day) => slotsOf(day).length > Object.keys(day.bookings).length)
    return booked[0] ?? (free ? [{ classId, childId, childName, day: free.day }] : [])
  })
  return lines.length > 0 ? { receptions: lines } : {}
}

/** How many families come today, from when on. */
export function readReceptionOf({ receptions: [today] = [] }: ReceptionsRow = {}): Pick<TodayStaff, 'reception'> {
  const times = Object.keys(today?.bookings ?? {}).sort()
  return today && times[0] ? { reception: { count: times.length, from: timeOfKey(times[0]) } } : {}
}
