// Proves that the demo school keeps a dozen registers in which something is done, due, overdue, waiting and judged.
import { addDays, beijingDay, instantOf, mayBeSchoolDay } from '@class-pact/core/calendar'
import type { Instant } from '@class-pact/core/contract'
import { slotsOf } from '@class-pact/core/booking'
import {
  checkSheet,
  findRegister,
  findSlot,
  linesOf,
  ownToRegister,
  scoreOf,
  slotOn,
  stateOf,
  valuesOf,
  waitsOf,
  type DutyLine,
  type Register,
} from '@class-pact/core/register'
import type { ReceptionDoc } from '../../../cloudfunctions/domains/booking/documents'
import type { ClassDoc } from '../../../cloudfunctions/domains/class/documents'
import type { EntryDoc } from '../../../cloudfunctions/domains/entry/documents'
import type { RegistersDoc } from '../../../cloudfunctions/domains/register/documents'
import { buildDemo, type Demo } from '../../../demo'

/** First days, middle and end of a term, a Sunday night, holidays, the last day of a long holiday. */
const MOMENTS = [
  ...['2026-09-01T10:00:00+08:00', '2026-09-03T18:30:00+08:00', '2026-10-08T07:00:00+08:00'],
  ...['2026-11-22T22:30:00+08:00', '2026-11-25T10:00:00+08:00', '2027-01-20T12:00:00+08:00'],
  ...['2027-02-14T06:05:00+08:00', '2027-07-20T09:00:00+08:00'],
].map(Date.parse)
const CALENDAR = { rest: [], school: [] }
const DOZEN = 12

const of = <Doc>(demo: Demo, name: string) => (demo.collections[name] ?? []) as Doc[]

function rulesOf({ register, asked }: Pick<EntryDoc, 'register' | 'asked'>): Register {
  const rules = asked ? ownToRegister(asked) : findRegister(register)
  if (!rules) throw new Error(`no register ${register}`)
  return rules
}

/** The log of both classes, and the hygiene of both, as they are due. */
function linesAt(demo: Demo, now: Instant): DutyLine[] {
  const [kept] = of<RegistersDoc>(demo, 'registers')
  const units = of<ClassDoc>(demo, 'classes').map(({ _id: id }) => ({ kind: 'class' as const, id, classId: id }))
  const tallies = of<EntryDoc>(demo, 'entries').map(({ register, slot, subject, classId, by, parts, state }) => ({
    ...{ register, slot, subject: subject.id, by, parts: Object.keys(parts), state, times: 1 },
    ...(classId && { classId }),
  }))
  return ['class-log', 'points-hygiene'].flatMap((id) => {
    const register = findRegister(id)
    if (!register || !kept) throw new Error(`no register ${id}`)
    const { settings } = kept
    return linesOf({ id, register, settings, calendar: CALENDAR, now, units, tallies, contacts: [] })
  })
}

/** Entries that wait for a part, with its title. */
const waitingAt = (demo: Demo, now: Instant) =>
  of<EntryDoc>(demo, 'entries').flatMap((entry) => {
    const { slot: key, on, parts, state } = entry
    const rules = rulesOf(entry)
    const values = valuesOf(rules)
    const slot = findSlot(rules, values, key, CALENDAR) ?? slotOn(rules, values, on, CALENDAR)
    if (state !== 'open' || !slot) return []
    const done = Object.fromEntries(Object.entries(parts).map(([id, list]) => [id, list.at(-1)?.at]))
    return waitsOf(rules, { slot, done, values, calendar: CALENDAR }, [], now)
      .filter(({ part }) => !part.optional)
      .map(({ part, isOverdue }) => ({ entry, part: part.title, isOverdue }))
  })

describe.each(MOMENTS)('the registers of the demo school at %d', (now) => {
  const demo = buildDemo(now)
  const entries = of<EntryDoc>(demo, 'entries')
  const today = beijingDay(now)

  test('D01 given what it keeps, then it is a dozen of all areas and one of its own, on since before anything was written', () => {
    const [kept] = of<RegistersDoc>(demo, 'registers')
    const settings = kept?.settings ?? []
    expect(settings.length).toBeGreaterThanOrEqual(DOZEN)
    const areas = settings.map(({ register }) => findRegister(register)?.area ?? 'own')
    expect(new Set(areas)).toEqual(new Set(['home', 'head', 'points', 'equipment', 'own']))
    const on = new Map(settings.map(({ register, since }) => [register, since]))
    for (const entry of entries)
      expect([entry._id, (on.get(entry.register) ?? today) <= entry.on]).toEqual([entry._id, true])
  })

  test('D01 given its entries, then each has what its form asks, in its own slot, as far as its parts are done', () => {
    for (const entry of entries) {
      const { parts, state, slot, on, subject } = entry
      const rules = rulesOf(entry)
      expect([subject.kind, slot]).toEqual([rules.about, slotOn(rules, valuesOf(rules), on, CALENDAR)?.key])
      expect([entry._id, state]).toEqual([entry._id, stateOf(rules, parts as never)])
      for (const [id, done] of Object.entries(parts)) {
        const fields = rules.parts.find((part) => part.id === id)?.fields ?? []
        const answers = (done.at(-1)?.answers ?? []).map(({ files, ...answer }) => ({
          ...answer,
          ...(files && { files: files.map(({ fileId }) => fileId) }),
        }))
        expect([entry._id, checkSheet(fields, answers)]).toEqual([entry._id, []])
      }
    }
  })

  test('given its past, then it was written on school days by day, one part after another, and nothing lies ahead', () => {
    for (const { _id, on, parts } of entries) {
      const times = Object.values(parts).flatMap((done) => done.map(({ at }) => at))
      expect([_id, mayBeSchoolDay(on, CALENDAR), on <= today]).toEqual([_id, true, true])
      expect([_id, [...times].sort((one, other) => one - other)]).toEqual([_id, times])
      for (const at of times) expect([_id, at < now, at >= instantOf(on, '06:30')]).toEqual([_id, true, true])
    }
  })

  test('D01 given who has to fill what, then a log is overdue, others are done, and on a school day some wait for today', () => {
    const states = linesAt(demo, now).map(({ state, slot }) => ({ state, isToday: slot.from === today }))
    expect(states.map(({ state }) => state)).toEqual(expect.arrayContaining(['done', 'overdue']))
    const isDue = states.some(({ state, isToday }) => isToday && state !== 'done')
    expect(isDue).toBe(mayBeSchoolDay(today, CALENDAR))
  })

  test('E11 D01 given parts of others, then a repair waits for its reporter, a log for its head teacher, one for the office', () => {
    const waiting = waitingAt(demo, now)
    expect(waiting.map(({ part }) => part)).toEqual(expect.arrayContaining(['验收', '处理', '签阅']))
    const accepted = waiting.find(({ part }) => part === '验收')
    expect(accepted?.entry).toMatchObject({ register: 'device-repair', by: 'demo-liu', state: 'open' })
    // The counter-signature of a log was due on its own day; a repair has some days.
    expect(waiting.filter(({ isOverdue }) => isOverdue).map(({ part }) => part)).toContain('签阅')
    expect(waiting.filter(({ isOverdue }) => !isOverdue)).not.toEqual([])
  })

  test('Q08 Q12 given points of the two classes, then each has some of hygiene, and has won something', () => {
    const { points } = rulesOf({ register: 'points-hygiene' })
    for (const { _id } of of<ClassDoc>(demo, 'classes')) {
      const own = entries.filter(({ classId, register }) => classId === _id && register === 'points-hygiene')
      const answers = own.map(({ slot, parts }) => ({
        slot,
        answers: (parts['fill']?.at(-1)?.answers ?? []) as never[],
      }))
      const score = points && scoreOf(points, { entries: answers }, {})
      expect([score !== undefined && score > 7 && score < 10, own.length >= 10]).toEqual([true, true])
      expect(entries.filter(({ classId, register }) => classId === _id && register === 'class-prizes')).toHaveLength(1)
    }
  })

  test('H01 given contacts, then several families were reached, by phone, in a visit and face to face', () => {
    const contacts = entries.filter(({ register }) => register === 'contacts')
    const ways = contacts.flatMap(({ parts }) => parts['fill']?.at(-1)?.answers[0]?.choices ?? [])
    expect(new Set(ways)).toEqual(new Set(['phone', 'online', 'visit', 'face', 'school', 'paper']))
    expect(new Set(contacts.map(({ subject }) => subject.id)).size).toBeGreaterThanOrEqual(5)
  })

  test('H13 given reception days, then one comes with times booked and free, and one is over, where a family was met', () => {
    const [past, next, ...others] = of<ReceptionDoc>(demo, 'receptions')
    if (!past || !next) throw new Error('no reception days')
    expect(others).toEqual([])
    expect([past.day < today, next.day > today, next.day <= addDays(today, 30)]).toEqual([true, true, true])
    for (const reception of [past, next]) {
      const times = slotsOf(reception).map((time) => time.replace(':', ''))
      const booked = Object.entries(reception.bookings)
      expect([booked.length, booked.every(([time]) => times.includes(time))]).toEqual([2, true])
      expect(booked.length).toBeLessThan(times.length)
      for (const [, { at, noted }] of booked) expect(Math.max(at, noted?.at ?? 0)).toBeLessThan(now)
    }
    expect(past.reachedBy).toHaveLength(1)
  })

  test('given its signatures, then each names a file that the demo brings along', () => {
    const paths = new Set(demo.files.map(({ path }) => `cloud://demo/${path}`))
    const named = entries.flatMap(({ parts }) =>
      Object.values(parts).flatMap((done) => done.flatMap(({ answers }) => answers.flatMap(({ files = [] }) => files))),
    )
    expect(named.length).toBeGreaterThan(0)
    expect(named.filter(({ fileId }) => !paths.has(fileId))).toEqual([])
  })
})
