// Decides what stands in the registers of the demo: done on most days, once forgotten, some waiting for somebody.
import { addDays, beijingDay, instantOf, mayBeSchoolDay } from '@class-pact/core/calendar'
import type { Day, Instant } from '@class-pact/core/contract'
import type { Diary, Place } from './diary'
import { listEquipment } from './equipment-entries'
import { CONTACTS, EARLIER, LOGS, MEETINGS, MEETING_MINUTES, MEETING_PLAN, PLAN, REMARKS } from './entry-texts'
import type { Families } from './families'
import { WRITERS } from './offices'
import { listPoints } from './point-entries'
import type { EntryDoc } from './register-documents'
import { OWN, OWN_REGISTER, beginOfTerm, keptSince } from './registers'
import { CALENDAR, dayBefore, schoolDayAfter } from './school-time'
import { writeEntry, type Sign, type Wanted } from './write-entry'

/** The log of 三（2）班 that nobody has filled in, and the one that a subject teacher has: school days before today. */
const [FORGOTTEN, BY_TEACHER] = [2, 1]
/** School days into the term on which the plan was written. */
const PLANNED = 5
/** The plan of a parents’ meeting is made so many school days before it. */
const MEETING_IN = 4

/** Nothing before the registers were switched on, nothing twice where there can be one. */
export function listEntries(families: Families, now: Instant, sign: Sign): EntryDoc[] {
  const [three, five] = families.classes
  if (!three || !five) return []
  const day = (ago: number) => dayBefore(now, ago)
  const diary: Diary = { now, families, three: { ...three, head: 'wang' }, five: { ...five, head: 'zhao' }, day }
  const wanted = [
    ...[...listLogs(diary), ...listContacts(diary), ...listMeetings(diary), ...listTerm(diary), ...listChecks(diary)],
    ...[...listPoints(diary), ...listEquipment(diary)],
  ]
  const since = keptSince(now)
  const written = wanted.filter(({ on }) => on >= since).flatMap((each) => writeEntry(each, sign) ?? [])
  const places = written.map(({ place }) => place)
  return written.filter(({ place }, at) => places.indexOf(place) === at)
}

function listLogs({ three, five, day }: Diary): Wanted[] {
  return LOGS.flatMap((said, index): Wanted[] => {
    const ago = index + 1
    const on = day(ago)
    const by = ago === BY_TEACHER ? WRITERS.liu : WRITERS.wang
    const fill = { by, at: instantOf(on, '15:50'), said }
    const signed = { by: WRITERS.wang, at: instantOf(on, '16:10') }
    const other = LOGS[(index + 3) % LOGS.length] ?? {}
    const ofFive: Wanted = {
      ...{ id: `log-five-${ago}`, register: 'class-log', on, itsClass: five },
      parts: {
        fill: { by: WRITERS.zhao, at: instantOf(on, '16:00'), said: other },
        sign: { by: WRITERS.zhao, at: instantOf(on, '16:05') },
      },
    }
    if (ago === FORGOTTEN) return [ofFive]
    const parts = { fill, ...(ago !== BY_TEACHER && { sign: signed }) }
    return [{ id: `log-three-${ago}`, register: 'class-log', on, itsClass: three, parts }, ofFive]
  })
}

function listContacts({ three, five, day }: Diary): Wanted[] {
  const earlier = EARLIER.map((each) => ({ ...each, at: '17:15', feedback: undefined }))
  return [...CONTACTS, ...earlier].flatMap(({ by, place, ago, at, way, matter, feedback }, index): Wanted[] => {
    const itsClass = by === 'zhao' ? five : three
    const child = itsClass.roster[place - 1]
    if (!child) return []
    const on = day(ago)
    const said = { way, day: on, matter, ...(feedback && { feedback }) }
    return [
      {
        ...{ id: `contact-${index + 1}`, register: 'contacts', on, itsClass },
        subject: { kind: 'child', id: child.childId, name: child.name },
        parts: { fill: { by: WRITERS[by], at: instantOf(on, at), said } },
      },
    ]
  })
}

/** 主题班会, and the parents' meetings: one is over, of the other there is the plan. */
function listMeetings({ now, three, five, day }: Diary): Wanted[] {
  const themes = MEETINGS.map(({ by, ago, topic, record }, index): Wanted => {
    const on = day(ago)
    const said = { day: on, topic, record }
    const fill = { by: WRITERS[by], at: instantOf(on, '17:10'), said }
    return {
      id: `theme-${index + 1}`,
      register: 'theme-meeting',
      on,
      itsClass: by === 'wang' ? three : five,
      parts: { fill },
    }
  })
  const term = beginOfTerm(beijingDay(now))
  const plan = (place: Place, ago: number, after: number): Wanted => {
    const on = day(ago)
    const meets = later(on, after)
    const came = place.roster.slice(0, place.roster.length - 5).map(({ childId }) => childId)
    const [by, held] = [WRITERS[place.head], meets < beijingDay(now)]
    return {
      ...{ id: `meeting-${place.head}`, register: 'parents-meeting', on, itsClass: place },
      parts: {
        fill: { by, at: instantOf(on, '16:20'), said: { day: meets, ...MEETING_PLAN } },
        ...(held && { minutes: { by, at: instantOf(meets, '20:40'), said: { came, ...MEETING_MINUTES } } }),
      },
    }
  }
  const plans = [plan(five, 9, MEETING_IN), plan(three, 1, MEETING_IN)]
  return [...themes, ...plans.filter(({ on }) => term === undefined || on >= term)]
}

const later = (day: Day, count: number): Day => (count === 0 ? day : later(schoolDayAfter(day), count - 1))

/** The plan that one of the two head teachers has written, and at the end of a term the first remarks. */
function listTerm({ now, three, day }: Diary): Wanted[] {
  const term = beginOfTerm(beijingDay(now))
  const planned = term === undefined ? undefined : later(addDays(term, -1), PLANNED)
  const at = (on: Day, clock: string) => ({ by: WRITERS.wang, at: instantOf(on, clock) })
  const remarks = REMARKS.flatMap((remark, index): Wanted[] => {
    const [child, on] = [three.roster[index], day(1)]
    if (!child) return []
    return [
      {
        ...{ id: `remark-${index + 1}`, register: 'remarks', on, itsClass: three },
        subject: { kind: 'child', id: child.childId, name: child.name },
        parts: { fill: { ...at(on, '17:30'), said: { remark } } },
      },
    ]
  })
  if (planned === undefined || planned >= beijingDay(now)) return remarks
  const fill = { ...at(planned, '16:45'), said: PLAN }
  return [{ id: 'plan', register: 'term-plan', on: planned, itsClass: three, parts: { fill } }, ...remarks]
}

/** 班级安全排查, one waits for the office; the school's own check of eyes and seats, one waits for the principal. */
function listChecks({ now, three, five, day }: Diary): Wanted[] {
  const check = (place: Place, ago: number, received?: number): Wanted => {
    const on = day(ago)
    const isFirst = place.head === 'wang'
    const said = { ...(isFirst && { apparatus: '单杠的螺丝松了，已贴停用条', pupils: '有一人脚扭伤，下楼有同学陪' }) }
    return {
      ...{ id: `safety-${place.head}-${ago}`, register: 'safety-check', on, itsClass: place },
      parts: {
        fill: { by: WRITERS[place.head], at: instantOf(on, '16:35'), said },
        ...(received !== undefined && {
          sign: { by: WRITERS.discipline, at: instantOf(day(received), '09:20') },
        }),
      },
    }
  }
  const eyes = (
    place: Place,
    ago: number,
    said: { seats: string; bent: number; notes?: string },
    seen?: number,
  ): Wanted => {
    const on = day(ago)
    return {
      ...{ id: `eyes-${place.head}-${ago}`, register: OWN, own: OWN_REGISTER, on, itsClass: place },
      parts: {
        fill: { by: WRITERS[place.head], at: instantOf(on, '16:25'), said },
        ...(seen !== undefined && { sign: { by: WRITERS.principal, at: instantOf(day(seen), '10:10') } }),
      },
    }
  }
  const all = [
    ...[check(three, 2), check(five, 4, 3), check(three, 24, 23), check(five, 25, 23)],
    ...[
      eyes(three, 1, { seats: 'yes', bent: 3, notes: '教了“一拳一尺一寸”，同桌互相提醒。' }),
      eyes(three, 6, { seats: 'part', bent: 5 }, 5),
      eyes(five, 6, { seats: 'yes', bent: 2, notes: '窗边两盏灯换好了。' }, 5),
    ],
  ]
  return all.filter(({ on }) => mayBeSchoolDay(on, CALENDAR) && on < beijingDay(now))
}
