// Decides that everybody sees what is due for them and nobody what is another's: D01 D06 E11 H01 H02 H12 H16.
import type { DueRow } from '@class-pact/core/contract'
import {
  CLASS,
  HEAD_TEACHER,
  OFFICE,
  OTHER_CLASS,
  OTHER_HEAD_TEACHER,
  PRINCIPAL,
  SCHOOL,
  TEACHER,
  childId,
  givenSchool,
  keyOf,
  motherOf,
  type GivenSchool,
} from '../given-school'
import { aboutChild, anEntry, anOfficer, keepEntries, switchOff, switchOn } from './given-entries'

const C0 = childId(CLASS, 0)
const MOTHER = motherOf(C0)

let school: GivenSchool
beforeEach(async () => {
  school = await givenSchool()
})
afterEach(() => school.stop())

const dueFor = (who: string, identity: string) => school.get(who, 'register.due', { identity })
const ofHead = () => dueFor(HEAD_TEACHER, keyOf('head_teacher', CLASS))
const ofTeacher = () => dueFor(TEACHER, keyOf('teacher', CLASS))
const ofPrincipal = () => dueFor(PRINCIPAL, keyOf('principal', SCHOOL))
const ofFamily = () => dueFor(MOTHER, keyOf('guardian', C0))
const short = ({ register, slot, done, needed, state }: DueRow) => `${register} ${slot} ${done}/${needed} ${state}`
const log = (changes: object = {}) =>
  anEntry({ register: 'class-log', slot: '2026-09-01', on: '2026-09-01', state: 'open', by: TEACHER, ...changes })

test('D01 given a class log, then it is due for the head teacher, waits for a signature, is done with it, and overdue without', async () => {
  await switchOn(school, 'class-log')
  const [row] = (await ofHead()).rows
  expect(row).toMatchObject({
    ...{ register: 'class-log', title: '班级日志', area: 'head', classId: CLASS, className: '三（2）班' },
    ...{ slot: '2026-09-01', done: 0, needed: 1, state: 'due', dueAt: Date.parse('2026-09-01T16:30:00+08:00') },
  })
  // Another teacher may fill it; the duty is the head teacher's.
  const teacher = await ofTeacher()
  expect(teacher.rows).toEqual([])
  expect(teacher.open.map(({ register }) => register)).toEqual(['class-log'])
  const entry = log()
  await keepEntries(school, [entry])
  expect((await ofHead()).rows).toMatchObject([{ entryId: entry._id, part: { id: 'sign' }, state: 'due' }])
  await school.at('2026-09-01T16:30:00+08:00')
  expect((await ofHead()).rows).toMatchObject([{ entryId: entry._id, state: 'overdue' }])
})

test('D01 given a day without a signature, then the principal sees how many classes are behind, and before it is due nothing', async () => {
  await switchOn(school, 'class-log')
  await keepEntries(school, [log({ parts: ['fill', 'sign'], state: 'done' })])
  expect((await ofHead()).rows.map(short)).toEqual(['class-log 2026-09-01 1/1 done'])
  expect((await ofPrincipal()).rows).toEqual([])
  await school.at('2026-09-02T18:00:00+08:00')
  const { rows } = await ofPrincipal()
  expect(rows.map(short)).toEqual(['class-log 2026-09-01 1/2 overdue', 'class-log 2026-09-02 0/2 overdue'])
  expect((await dueFor(OFFICE, keyOf('office', SCHOOL))).rows.map(short)).toEqual(rows.map(short))
  expect((await ofHead()).rows.map(short)).toEqual(['class-log 2026-09-02 0/1 overdue'])
  const other = await dueFor(OTHER_HEAD_TEACHER, keyOf('head_teacher', OTHER_CLASS))
  expect(other.rows.map(short)).toEqual(['class-log 2026-09-01 0/1 overdue', 'class-log 2026-09-02 0/1 overdue'])
})

test('H01 given a teacher with three contacts on the 25th, then 3/4 is shown, and a void one counts nowhere', async () => {
  await switchOn(school, 'contacts')
  await school.at('2026-09-25T09:00:00+08:00')
  const contact = { register: 'contacts', slot: 'm2026-09', on: '2026-09-10', by: TEACHER, ...aboutChild(1) }
  await keepEntries(school, [
    ...[1, 2].map(() => anEntry(contact)),
    // In a class that somebody has since left.
    anEntry({ ...contact, classId: OTHER_CLASS }),
    anEntry({ ...contact, state: 'void' }),
    anEntry({ ...contact, by: HEAD_TEACHER }),
  ])
  expect((await ofTeacher()).rows.map(short)).toEqual(['contacts m2026-09 3/4 due'])
  expect((await ofHead()).rows.map(short)).toEqual(['contacts m2026-09 1/4 due'])
})

test('H02 given a child that needs more and has three cards, then 3/4 is open for its head teacher, and no family sees it', async () => {
  await switchOn(school, 'contact-card', 'special-pupils')
  const card = { register: 'contact-card', slot: 't2026-09-01', on: '2026-10-10' }
  await school.at('2026-10-20T09:00:00+08:00')
  await keepEntries(school, [
    anEntry({ register: 'special-pupils', slot: '-', on: '2026-09-02', ...aboutChild(0) }),
    ...[1, 2, 3].map(() => anEntry({ ...card, ...aboutChild(0) })),
    anEntry({ ...card, ...aboutChild(1) }),
  ])
  const { rows } = await ofHead()
  const marked = rows.find(({ subject }) => subject?.id === C0)
  expect(marked).toMatchObject({ register: 'contact-card', done: 3, needed: 4, subject: { name: '王梓涵' } })
  expect(rows.filter(({ subject }) => !subject).map(short)).toEqual(['contact-card t2026-09-01 1/6 ahead'])
  const family = await ofFamily()
  expect([family.rows, family.open, family.readable]).toEqual([[], [], []])
})

test('D06 given the third week of a term and no plan, then it is overdue', async () => {
  await switchOn(school, 'term-plan')
  await school.at('2026-09-13T09:00:00+08:00')
  expect((await ofHead()).rows.map(short)).toEqual(['term-plan t2026-09-01 0/1 due'])
  await school.at('2026-09-14T00:00:00+08:00')
  expect((await ofHead()).rows.map(short)).toEqual(['term-plan t2026-09-01 0/1 overdue'])
})

test('E11 given a device that somebody has reported, then its repair waits for the officer and the acceptance for the class', async () => {
  const OFFICER = 'o-equipment'
  await anOfficer(school, OFFICER, 'equipment')
  await switchOn(school, 'device-repair')
  const subject = { kind: 'device', id: 'device-1', name: '一体机' }
  const repair = {
    register: 'device-repair',
    slot: '-',
    on: '2026-09-01',
    by: TEACHER,
    subject,
    state: 'open' as const,
  }
  const [reported, mended] = [anEntry(repair), anEntry({ ...repair, parts: ['fill', 'repair'] })]
  await keepEntries(school, [reported, mended])
  const { identities } = await school.get(OFFICER, 'session.read', {})
  const officer = await dueFor(OFFICER, identities[0]?.key ?? '')
  const [first, ...others] = officer.rows
  expect(first).toMatchObject({ entryId: reported._id, part: { id: 'repair' }, className: '三（2）班' })
  expect(first?.subject).toEqual({ id: 'device-1', name: '一体机' })
  expect(others).toEqual([])
  expect((await ofTeacher()).rows).toMatchObject([{ entryId: mended._id, part: { id: 'accept' }, state: 'due' }])
  await school.at('2026-09-08T09:00:00+08:00')
  expect((await ofTeacher()).rows).toMatchObject([{ entryId: mended._id, state: 'overdue' }])
})

test('H16 given a contact book that the teacher has written, then the family’s part waits for that family alone', async () => {
  await switchOn(school, 'contact-book')
  const page = { register: 'contact-book', slot: '2026-09-01', on: '2026-09-01' }
  const [own, another] = [anEntry({ ...page, ...aboutChild(0) }), anEntry({ ...page, ...aboutChild(1) })]
  await keepEntries(school, [own, another])
  const { rows } = await ofFamily()
  expect([...new Set(rows.map(({ entryId }) => entryId))]).toEqual([own._id])
  expect(rows.map(({ part }) => part?.id)).toContain('home')
  expect((await ofHead()).rows.map(short)).toEqual(['contact-book 2026-09-01 2/4 due'])
  // The day after nobody asks a family for it.
  await school.at('2026-09-02T09:00:00+08:00')
  expect((await ofFamily()).rows).toEqual([])
})

test('given a register that is switched off, then it is nowhere to be seen', async () => {
  await switchOn(school, 'class-log', 'device-repair')
  expect((await ofHead()).open.map(({ register }) => register)).toEqual(['device-repair'])
  expect((await ofHead()).readable.map(({ register }) => register)).toEqual(['class-log', 'device-repair'])
  await keepEntries(school, [log()])
  await switchOff(school, 'class-log', 'device-repair')
  for (const due of [await ofHead(), await ofTeacher(), await ofPrincipal()])
    expect([due.rows, due.open, due.readable]).toEqual([[], [], []])
})

test('given what was due before it was switched on, then nobody is asked for it', async () => {
  await school.at('2026-09-10T09:00:00+08:00')
  await switchOn(school, 'class-log', 'term-plan')
  expect((await ofHead()).rows.map(short)).toEqual(['class-log 2026-09-10 0/1 due'])
})

test('given somebody else’s class or child, then what is due there is refused', async () => {
  for (const identity of [keyOf('head_teacher', OTHER_CLASS), keyOf('principal', SCHOOL), keyOf('guardian', C0)])
    expect(await school.ask(HEAD_TEACHER, 'register.due', { identity })).toMatchObject({ error: { code: 'FORBIDDEN' } })
})

test('D01 given what is due, then 今天 has one line of it: how many, how many are overdue, the first', async () => {
  const today = async (who: string, identity: string) => {
    const read = await school.get(who, 'today.read', { identity })
    return 'registers' in read ? read.registers : undefined
  }
  expect(await today(HEAD_TEACHER, keyOf('head_teacher', CLASS))).toBeUndefined()
  await switchOn(school, 'class-log', 'term-plan')
  const head = () => today(HEAD_TEACHER, keyOf('head_teacher', CLASS))
  expect(await head()).toEqual({ count: 2, overdue: 0, title: '班级日志' })
  await school.at('2026-09-01T17:00:00+08:00')
  expect(await head()).toEqual({ count: 2, overdue: 1, title: '班级日志' })
  expect(await today(PRINCIPAL, keyOf('principal', SCHOOL))).toEqual({ count: 1, overdue: 1, title: '班级日志' })
  expect(await today(TEACHER, keyOf('teacher', CLASS))).toBeUndefined()
  expect(await today(MOTHER, keyOf('guardian', C0))).toBeUndefined()
})

test('D01 given a class log that is written and signed on the phone, then its row goes from due to signed', async () => {
  await switchOn(school, 'class-log')
  const place = { schoolId: SCHOOL, register: 'class-log', classId: CLASS }
  const sheet = await school.get(TEACHER, 'register.read', place)
  const checks = sheet.parts[0]?.fields.filter(({ type, required }) => type === 'check' && required) ?? []
  const answers = checks.map(({ id }) => ({ question: id, done: true }))
  const written = await school.ask(TEACHER, 'register.write', { ...place, version: 0, answers })
  expect(written).toMatchObject({ ok: true, data: { state: 'open' } })
  const { rows } = await ofHead()
  expect(rows).toMatchObject([{ register: 'class-log', part: { id: 'sign' }, state: 'due' }])
  expect(rows[0]?.entryId).toBe(written.ok && written.data.entryId)
})
