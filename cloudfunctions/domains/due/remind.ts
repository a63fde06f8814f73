// Decides who is told that something is due: once, one message a person, never in quiet hours (D01, docs/adr/0025).
import { addDays, beijingDay, instantOf, mayBeSchoolDay } from '@class-pact/core/calendar'
import type { Instant } from '@class-pact/core/contract'
import { nextOpening } from '@class-pact/core/pact'
import { keptSince, slotsLookedAt, type Slot } from '@class-pact/core/register'
import type { StepDone } from '../../common/call/duties'
import { readClock } from '../../common/clock'
import { BOUNDS } from '../../common/store/bounds'
import type { Stage } from '../../common/store/collection'
import type { Duty } from '../../common/store/documents'
import { todoMessage } from '../../common/wechat/messages'
import { readContacts } from '../contact'
import { lookUpPact, type PactDoc } from '../pact'
import { people } from '../person'
import { registersOf, type RegistersDoc } from '../register'
import { pushAll } from '../reminder'
import { schools, type SchoolDoc } from '../school'
import { contactsIn, type DueFound } from './due-of'
import { lookUpDuties } from './look-up'
import { whoIsBehind, type Staff } from './who-is-behind'
import { readWorld, type OnRegister, type World } from './world'

/** What has been due for longer is on everybody's list anyway. */
const LATE_MS = 86_400_000
/** People asked for a credit in one call. */
const CHUNK = 500

interface Found extends DueFound, Pick<SchoolDoc, 'calendar' | 'principals' | 'office'> {
  pacts: PactDoc[]
  held: Staff['held']
}

/** A crash before the end is told again by the next look, under the same name: nobody hears twice. */
export async function remindStaff(
  { _id: schoolId, toldTo = 0 }: Pick<RegistersDoc, '_id' | 'toldTo'>,
  duty: Duty,
  until: Instant,
): Promise<StepDone> {
  const now = readClock()
  const found = await readSchool(schoolId, now)
  const [pact] = found?.pacts ?? []
  if (!found || !pact) return 'done'
  const world = readWorld(found, { schoolId, now, contacts: readContacts(found) })
  const from = Math.max(toldTo, now - LATE_MS)
  const moments = world.registers.flatMap((on) =>
    slotsOf(world, on).map((slot) => ({ on, slot, at: momentOf(world, on, slot, pact) })),
  )
  const due = moments.filter(({ at }) => at > from && at <= now)
  const behind = whoIsBehind(world, due, { ...found, office: found.office ?? [] })
  const credited = await findCredited([...behind.keys()])
  const told = await pushAll(
    { schoolId, about: `due-${schoolId}-${toldTo}` },
    credited.map((openid) => ({ openid, message: sayWhat(behind.get(openid) ?? [], now) })),
    until,
  )
  if (!told) return { next: { kind: duty.kind, at: now } }
  const ahead = moments.map(({ at }) => at).filter((at) => at > now)
  // Another day may be another school day: what comes then is looked at when it begins.
  const next = Math.min(...ahead, instantOf(addDays(beijingDay(now), 1), '00:00'))
  const taken = { _id: schoolId, 'duty.kind': duty.kind, 'duty.at': duty.at }
  const isOn = world.registers.length > 0
  await registersOf.update(taken, {
    $set: { toldTo: now, ...(isOn && { duty: { kind: duty.kind, at: next, lease: 0, tries: 0 } }) },
    ...(!isOn && { $unset: { duty: '' } }),
  })
  return 'written'
}

function slotsOf({ now, calendar }: World, { id, register, settings, values }: OnRegister): Slot[] {
  const since = keptSince(settings, id, beijingDay(now))
  return slotsLookedAt(register, values, now, calendar, since)
}

/** A day's register when it is due, every other one in the morning of the school day it is due on; when the school is open. */
function momentOf({ calendar }: World, { register }: OnRegister, { from, dueAt }: Slot, pact: PactDoc): Instant {
  if (register.period.kind === 'day') return nextOpening(dueAt, 'head_teacher', pact, calendar)
  let day = beijingDay(dueAt - 1)
  while (day > from && !mayBeSchoolDay(day, calendar)) day = addDays(day, -1)
  return nextOpening(instantOf(day, '00:00'), 'head_teacher', pact, calendar)
}

/** 班级日志待填 or 台账待填, with how many. */
function sayWhat(titles: readonly string[], at: Instant) {
  const [only = '', ...others] = titles
  return todoMessage({ what: others.length === 0 ? `待办：${only}` : '台账待办', count: titles.length, at })
}

async function readSchool(schoolId: string, now: Instant): Promise<Found | undefined> {
  const [found] = await schools.aggregate<Found>([
    { $match: { _id: schoolId } },
    { $project: { calendar: 1, principals: 1, office: 1 } },
    lookUpPact(now, { schoolId }),
    lookUpHeld(schoolId),
    ...lookUpDuties({ schoolId }, now),
    ...contactsIn({ schoolId }, now),
    { $limit: 1 },
  ])
  return found
}

const lookUpHeld = (schoolId: string): Stage => ({
  $lookup: {
    from: 'offices',
    pipeline: [
      { $match: { schoolId, state: 'held' } },
      { $limit: BOUNDS.officesOfSchool },
      { $project: { openid: 1, office: 1, grade: 1, until: 1 } },
    ],
    as: 'held',
  },
})

async function findCredited(openids: string[]): Promise<string[]> {
  const found: string[] = []
  for (let start = 0; start < openids.length; start += CHUNK) {
    const some = await people.list<{ _id: string }>(
      { _id: { $in: openids.slice(start, start + CHUNK) }, 'credits.todo': { $gt: 0 } },
      { limit: CHUNK, fields: { _id: 1 } },
    )
    found.push(...some.map(({ _id }) => _id))
  }
  return found
}
