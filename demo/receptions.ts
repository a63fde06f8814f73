// Decides the demo's reception days: one is over and noted, one is coming with some of its times booked (H13).
import { beijingDay, instantOf } from '@class-pact/core/calendar'
import type { CheckedWords, Day, Instant } from '@class-pact/core/contract'
import { SCHOOL_ID } from './class-plans'
import type { TrailEntry } from './documents'
import { openTrail, type Families } from './families'
import { WRITERS } from './offices'
import type { Booking, ReceptionDoc } from './register-documents'
import { dayBefore, schoolDayAfter } from './school-time'

/** Hours of one day, and who has which of its times: places in the roll. */
interface Hours {
  id: string
  day: Day
  /** School days before today. */
  opened: number
  booked: { time: string; place: number; noted?: { came: boolean; words?: string } }[]
}
const [FROM, TO, MINUTES] = ['16:40', '17:40', 15] as const

export function listReceptions({ classes, children }: Families, now: Instant): ReceptionDoc[] {
  const [itsClass] = classes
  if (!itsClass) return []
  const next = schoolDayAfter(schoolDayAfter(beijingDay(now)))
  const seated = children.filter(({ classId, guardians }) => classId === itsClass._id && guardians.length > 0)
  const host = WRITERS.wang
  const describe = ({ id, day, opened, booked }: Hours): ReceptionDoc => {
    const _id = `demo-reception-${id}`
    const openedAt = instantOf(dayBefore(now, opened), '17:05')
    const acts: TrailEntry[] = [{ id: _id, at: openedAt, by: host.openid, role: host.role, action: 'booking.open' }]
    const [bookings, reachedBy]: [Record<string, Booking>, NonNullable<ReceptionDoc['reachedBy']>] = [{}, []]
    for (const [index, { time, place, noted }] of booked.entries()) {
      const child = seated.find(({ no }) => no === String(place)) ?? seated[index]
      const guardian = child?.guardians[0]
      if (!child || !guardian) continue
      const at = openedAt + (index + 1) * 1_500_000
      const met = instantOf(day, time)
      bookings[time.replace(':', '')] = {
        ...{ childId: child._id, childName: child.name, card: guardian.card, at },
        ...(noted && {
          noted: {
            came: noted.came,
            ...(noted.words && { words: noted.words as CheckedWords }),
            ...{ at: met + 900_000, by: host.card },
          },
        }),
      }
      acts.push({ id: `${_id}-${index}`, at, by: guardian.openid, role: 'guardian', action: 'booking.take' })
      if (noted?.came) reachedBy.push({ childId: child._id, by: host.openid, way: 'face', at: met })
    }
    return {
      ...{ _id, schoolId: SCHOOL_ID, classId: itsClass._id, className: itsClass.name, day },
      ...{ from: FROM, to: TO, minutes: MINUTES, place: '教学楼二楼接待室' as CheckedWords, host: host.card },
      ...{ openedAt, bookings, children: Object.values(bookings).map(({ childId }) => childId) },
      ...{ slot: `${itsClass._id}:${day}`, toTell: [], callDigest: id },
      ...(reachedBy.length > 0 && { reachedBy }),
      ...openTrail(...acts),
    }
  }
  return [
    describe({
      ...{ id: 'past', day: dayBefore(now, 4), opened: 9 },
      booked: [
        { time: '16:40', place: 30, noted: { came: true, words: '说了午餐和作业的事，家里会配合。' } },
        { time: '17:10', place: 12, noted: { came: false } },
      ],
    }),
    describe({
      ...{ id: 'next', day: next, opened: 1 },
      booked: [
        { time: '16:55', place: 23 },
        { time: '17:25', place: 9 },
      ],
    }),
  ]
}
