// Decides how a reception day reads: a family sees which times are free and its own, the school who comes (H13, N16).
import { beijingDay } from '@class-pact/core/calendar'
import { slotsOf } from '@class-pact/core/booking'
import {
  LEADERS,
  type BookingSlot,
  type Identity,
  type Instant,
  type Reception,
  type Receptions,
  type Role,
} from '@class-pact/core/contract'
import type { Session } from '../../common/call/handlers'
import { ownChildren } from '../../common/call/session'
import type { ReceptionDoc } from './documents'
import type { FoundReceptions } from './find-reception'
import { beginOf, keyOfTime } from './store'

interface Reader extends Pick<Session, 'person' | 'now'> {
  identity: Pick<Identity, 'role'>
}
const HOSTS: readonly Role[] = ['head_teacher', ...LEADERS]

export function describeReception(found: ReceptionDoc, reader: Reader): Reception {
  const { _id: receptionId, classId, className, day, from, to, minutes, place, host, closed } = found
  const { now, identity } = reader
  const hosts = HOSTS.includes(identity.role)
  const own = new Set(ownChildren(reader.person).map(({ childId }) => childId))
  return {
    ...{ receptionId, classId, className, day, from, to, minutes, place, by: host },
    state: closed ? 'closed' : isOver(found, now) ? 'over' : 'open',
    slots: slotsOf(found).map((time) =>
      describeSlot(found, time, hosts, identity.role === 'guardian' ? own : new Set(), now),
    ),
    ...(closed && !closed.wordsCheck && { words: closed.words }),
  }
}

const isOver = ({ day, to }: ReceptionDoc, now: Instant) => beginOf({ day }, to) <= now

function describeSlot(found: ReceptionDoc, time: string, hosts: boolean, own: Set<string>, now: Instant): BookingSlot {
  const booking = found.bookings[keyOfTime(time)]
  const slot: BookingSlot = {
    time,
    ...(beginOf(found, time) <= now && { past: true }),
    ...(booking && { taken: true }),
  }
  if (!booking) return slot
  const { childId, childName, card, noted } = booking
  if (own.has(childId)) return { ...slot, mine: { childId, childName } }
  if (!hosts) return slot
  const { came, words, wordsCheck, at, by } = noted ?? { came: false, at: 0, by: '' }
  const said = noted && { noted: { came, at, by, ...(words && !wordsCheck && { words }) } }
  return { ...slot, booking: { childId, childName, card, ...said } }
}

export function describeReceptions(
  { _id: classId, name: className, coming, past }: FoundReceptions,
  reader: Reader,
): Receptions {
  const { now, identity } = reader
  const today = beijingDay(now)
  const isHost = HOSTS.includes(identity.role)
  const shown = coming.filter(({ day }) => day >= today).map((found) => describeReception(found, reader))
  return {
    ...{ classId, className, now },
    days: isHost ? shown : shown.filter(({ state, slots }) => state !== 'closed' || slots.some(({ mine }) => mine)),
    over: isHost ? past.map((found) => describeReception(found, reader)) : [],
    mayOpen: isHost,
  }
}
