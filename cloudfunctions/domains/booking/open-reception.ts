// Decides how reception days are opened and taken back: one a class and day; who has booked reads the reason (H13).
import { addDays, beijingDay } from '@class-pact/core/calendar'
import { SLOTS_MAX, slotsOf } from '@class-pact/core/booking'
import type { Day } from '@class-pact/core/contract'
import type { Handler } from '../../common/call/handlers'
import { findCall, findFounding, refuseReused, unlessDone } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import { deriveId } from '../../common/ids'
import { BOUNDS } from '../../common/store/bounds'
import { noteAct, startTrail, withTrail } from '../../common/store/trail'
import { keepWords } from '../../common/wechat/check-words'
import { teacherCard } from '../leave'
import { describeReception, describeReceptions } from './describe-reception'
import type { ReceptionDoc, Telling } from './documents'
import type { FoundReceptions } from './find-reception'
import { beginOf, receptions, slotOfDay, tellNow } from './store'

/** A term ahead. */
const AHEAD_DAYS = 180

/** Days that the class has already stay as they are; the others are opened. */
export const openReception: Handler<'booking.open', FoundReceptions> = async (input, session) => {
  const { classId, from, to, minutes, place } = input
  const { found, openid, requestId, identity, now } = session
  const many = slotsOf({ from, to, minutes }).length
  if (many < 1 || many > SLOTS_MAX) return refuse('INPUT_INVALID', { field: 'to' })
  const days = [...new Set(input.days)].sort()
  const today = beijingDay(now)
  const wrong = days.findIndex((day) => day < today || day > addDays(today, AHEAD_DAYS) || beginOf({ day }, to) <= now)
  if (wrong >= 0) return refuse('INPUT_INVALID', { field: `days.${wrong}` })

  const opened = days.map((day): ReceptionDoc => ({
    ...{ _id: idOf(openid, requestId, day), schoolId: found.schoolId, classId, className: found.name, day, from, to },
    ...{ minutes, place, openedAt: now, bookings: {}, children: [], toTell: [] },
    host: teacherCard(found.headTeacher) || identity.card,
    slot: slotOfDay(classId, day),
    callDigest: session.digest,
    ...startTrail(noteAct(session, identity.role, 'booking.open', { day })),
  }))
  for (const reception of opened) await receptions.insert(reception)
  const slots = days.map((day) => slotOfDay(classId, day))
  const stored = await receptions.list({ slot: { $in: slots } }, { limit: BOUNDS.daysOpened })
  const mine = stored.filter(({ _id }) => opened.some((each) => each._id === _id))
  if (mine.some((each) => findFounding(each, session) === 'other')) return refuseReused()
  if (mine.length === 0) return refuse('BOOKING_STATE', { facts: { state: 'open' } })
  const others = found.coming.filter(({ _id }) => !stored.some((each) => each._id === _id))
  const coming = [...others, ...stored].sort((a, b) => (a.day < b.day ? -1 : 1))
  return succeed(describeReceptions({ ...found, coming }, session))
}

const idOf = (openid: string, requestId: string, day: Day) => deriveId('reception', openid, requestId, day)

export const closeReception: Handler<'booking.close', ReceptionDoc> = async ({ receptionId, words }, session) => {
  const { found, identity, now, check } = session
  const been = findCall(found.trail, session)
  if (been === 'other') return refuseReused()
  if (been === 'repeat') return succeed(describeReception(found, session))
  if (beginOf(found, found.from) <= now) return refuse('BOOKING_STATE', { facts: { state: 'begun' } })
  const kept = keepWords(words, check)
  const closed = {
    words,
    ...('wordsCheck' in kept && kept.wordsCheck && { wordsCheck: kept.wordsCheck }),
    at: now,
    by: identity.card,
  }
  const toTell = found.children.map((childId): Telling => ({
    id: `${childId}:${now}`,
    to: { childId },
    what: 'closed',
    at: now,
  }))
  const changed = await receptions.update(
    // Whoever books at this very moment is told as well: the day is read again.
    { _id: receptionId, closed: { $exists: false }, children: found.children, ...unlessDone(session) },
    withTrail(
      { $set: { closed, slot: `closed:${receptionId}`, duty: tellNow(now) }, $push: { toTell: { $each: toTell } } },
      noteAct(session, identity.role, 'booking.close'),
    ),
  )
  const after = await receptions.find(receptionId)
  const stands = findCall(after?.trail, session)
  if (after && (changed || stands === 'repeat')) return succeed(describeReception(after, session))
  return after?.closed ? refuse('BOOKING_STATE', { facts: { state: 'closed' } }) : refuse('TRY_AGAIN')
}
