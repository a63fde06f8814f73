// Decides that leaders switch registers on and off, set their numbers and write their own, and nobody else does.
import type { Input, RegisterSettings } from '@class-pact/core/contract'
import {
  HEAD_TEACHER,
  OFFICE,
  PRINCIPAL,
  SCHOOL,
  childId,
  CLASS,
  givenSchool,
  motherOf,
  newRequestId,
  type GivenSchool,
} from '../given-school'
import { switchOff, switchOn } from './given-entries'

let school: GivenSchool
beforeEach(async () => {
  school = await givenSchool()
})
afterEach(() => school.stop())

type Changes = Input<'register.switch'>['changes']
const change = (seen: number, changes: Changes, who = PRINCIPAL, requestId = newRequestId()) =>
  school.ask(who, 'register.switch', { schoolId: SCHOOL, seen, changes }, requestId)
const on = (register: string, values?: Changes[number]['values']): Changes[number] => ({
  ...{ register, on: true },
  ...(values && { values }),
})
const off = (register: string) => ({ register, on: false })
const settings = (who = PRINCIPAL) => school.get(who, 'register.settings', { schoolId: SCHOOL })
const lineOf = ({ lines }: RegisterSettings, register: string) => lines.find((line) => line.register === register)
const kept = async () =>
  (
    await school.stored<{
      settings: { register: string; since: string; until?: string; values: object }[]
      trail: { action: string }[]
    }>('registers')
  )[0]

const EYES = {
  ...({ title: '护眼检查', about: 'class', fills: 'head_teacher', signs: 'office', period: 'week', times: 1 } as const),
  article: '本校视力保护制度 3',
  questions: [{ id: 'light', label: '灯光够不够', required: true, type: 'text' as const }],
}
const own = (seen: number, changes: Partial<Input<'register.own'>> = {}, requestId = newRequestId()) =>
  school.ask(PRINCIPAL, 'register.own', { schoolId: SCHOOL, seen, definition: EYES, ...changes }, requestId)

test('D01 given a school that has switched nothing on, then leaders see every register off, with its article and its numbers', async () => {
  const found = await settings()
  expect(found.version).toBe(0)
  expect(found.lines.length).toBeGreaterThan(40)
  expect(found.lines.filter((line) => line.on)).toEqual([])
  expect(lineOf(found, 'class-log')).toMatchObject({
    ...{ title: '班级日志', area: 'head', about: 'class', fills: ['head_teacher', 'teacher'] },
    articles: expect.arrayContaining(['S2 第二条8']) as unknown,
    values: [{ key: 'before', value: '16:30', usual: '16:30', least: '12:00', most: '20:00' }],
  })
  expect(found.presets.map(({ id, fits }) => [id, fits])).toContainEqual(['primary', false])
  expect(found.variants.map(({ id }) => id)).toEqual(['V15', 'V17', 'V20'])
  const [contacts] = found.variants
  expect(contacts?.options[0]).toMatchObject({
    id: 'monthly',
    numbers: [{ register: 'contacts', key: 'times', value: 4 }],
  })
  for (const who of [HEAD_TEACHER, motherOf(childId(CLASS, 0)), 'o-nobody'])
    expect(await change(0, [on('class-log')], who)).toMatchObject({ error: { code: 'FORBIDDEN' } })
  expect(await school.stored('registers')).toEqual([])
})

test('D01 given a leader who switches registers on, then they are on from today, with the numbers that were set', async () => {
  const reply = await change(0, [on('class-log', [{ key: 'before', value: '16:00' }]), on('contacts')], OFFICE)
  expect(reply).toMatchObject({ ok: true, data: { version: 1 } })
  const found = await settings()
  expect(lineOf(found, 'class-log')).toMatchObject({ on: true, since: '2026-09-01', values: [{ value: '16:00' }] })
  expect(lineOf(found, 'contacts')).toMatchObject({ on: true, values: [{ key: 'times', value: 4, unit: '次' }] })
  expect((await kept())?.trail.map(({ action }) => action)).toEqual(['register.switch'])
})

test('given a register that is on already, when it is switched on once more, then nothing changes', async () => {
  await change(0, [on('contacts', [{ key: 'times', value: 5 }])])
  const before = await kept()
  expect(await change(1, [on('contacts')])).toMatchObject({ ok: true, data: { version: 1 } })
  expect(await change(1, [on('contacts', [{ key: 'times', value: 5 }])])).toMatchObject({ data: { version: 1 } })
  expect(await change(1, [off('class-log')])).toMatchObject({ data: { version: 1 } })
  expect(await kept()).toEqual(before)
})

test('given a register that goes off and on again, then its days are kept apart; within one day it was never off', async () => {
  await change(0, [on('contacts')])
  await school.at('2026-09-07T09:00:00+08:00')
  await change(1, [off('contacts')])
  expect((await kept())?.settings).toEqual([
    { register: 'contacts', since: '2026-09-01', until: '2026-09-07', values: {} },
  ])
  expect(lineOf(await settings(), 'contacts')).toMatchObject({ on: false })
  await change(2, [on('contacts')])
  expect((await kept())?.settings).toEqual([{ register: 'contacts', since: '2026-09-01', values: {} }])
  await change(3, [on('contacts', [{ key: 'times', value: 6 }])])
  expect((await kept())?.settings).toEqual([
    { register: 'contacts', since: '2026-09-01', until: '2026-09-07', values: {} },
    { register: 'contacts', since: '2026-09-07', values: { times: 6 } },
  ])
})

test('given what no register takes, then the field is named and nothing is kept', async () => {
  const wrong: [Changes, string][] = [
    [[on('class-log'), on('no-such')], 'changes.1.register'],
    [[on('class-log'), off('class-log')], 'changes.1.register'],
    [[on('class-log'), on('contacts', [{ key: 'times', value: 31 }])], 'changes.1.values.0.value'],
    [[on('contacts', [{ key: 'times', value: '16:30' }])], 'changes.0.values.0.value'],
    [[on('class-log', [{ key: 'before', value: '23:00' }])], 'changes.0.values.0.value'],
    [[on('class-log', [{ key: 'constructor', value: 1 }])], 'changes.0.values.0.key'],
    [[on('own:1')], 'changes.0.register'],
  ]
  for (const [changes, field] of wrong)
    expect(await change(0, changes)).toMatchObject({ error: { code: 'INPUT_INVALID', field } })
  expect(await school.stored('registers')).toEqual([])
})

test('given two leaders who switch at once, then one is kept and the other reads again; a call that repeats changes nothing', async () => {
  const first = await Promise.all([change(0, [on('contacts')]), change(0, [on('class-log')], OFFICE)])
  expect(first.filter(({ ok }) => ok)).toHaveLength(1)
  expect(first.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'REGISTERS_CHANGED' } })
  const both = await Promise.all([change(1, [on('home-visits')]), change(1, [on('family-calls')], OFFICE)])
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  expect(both.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'REGISTERS_CHANGED' } })
  const requestId = newRequestId()
  const same = () => change(2, [on('special-pupils')], PRINCIPAL, requestId)
  const replies = await Promise.all([same(), same()])
  expect(replies).toMatchObject([{ data: { version: 3 } }, { data: { version: 3 } }])
  expect(await change(2, [on('contact-card')], PRINCIPAL, requestId)).toMatchObject({
    error: { code: 'REQUEST_REUSED' },
  })
  expect((await settings()).version).toBe(3)
})

test('V15 given an option where the papers disagree, then it is chosen when its registers are on and the other’s are off', async () => {
  await change(0, [on('contacts')])
  expect((await settings()).variants.find(({ id }) => id === 'V15')?.chosen).toBe('monthly')
  await change(1, [off('contacts'), on('home-visits'), on('family-calls')])
  expect((await settings()).variants.find(({ id }) => id === 'V15')?.chosen).toBe('visits_calls')
})

test('given a preset of which everything is on, then it fits', async () => {
  const { presets } = await settings()
  const primary = presets.find(({ id }) => id === 'primary')
  const reply = await change(
    0,
    (primary?.registers ?? []).map((register) => on(register)),
  )
  expect(reply.ok && reply.data.presets.find(({ id }) => id === 'primary')).toMatchObject({ fits: true })
})

test('given a register of the school’s own, then it is on from today, and a changed one asks the new questions', async () => {
  expect(await own(0)).toMatchObject({ ok: true, data: { version: 1 } })
  expect(lineOf(await settings(), 'own:1')).toMatchObject({
    ...{ title: '护眼检查', area: 'own', on: true, since: '2026-09-01', fills: ['head_teacher'] },
    articles: ['本校视力保护制度 3'],
    own: EYES,
  })
  expect(await own(1, { register: 'own:1' })).toMatchObject({ data: { version: 1 } })
  const definition = { ...EYES, title: '护眼和坐姿检查' }
  expect(await own(1, { register: 'own:1', definition })).toMatchObject({ data: { version: 2 } })
  expect(lineOf(await settings(), 'own:1')).toMatchObject({ title: '护眼和坐姿检查' })
  const [stored] = await school.stored<{ own: Record<string, object[]> }>('registers')
  expect(stored?.own['own:1']).toHaveLength(2)
  expect(await own(1, { definition })).toMatchObject({ error: { code: 'REGISTERS_CHANGED' } })
  for (const register of ['own:2', 'class-log'])
    expect(await own(2, { register })).toMatchObject({ error: { code: 'INPUT_INVALID', field: 'register' } })
  const twice = { ...EYES, questions: [...EYES.questions, ...EYES.questions] }
  expect(await own(2, { definition: twice })).toMatchObject({
    error: { code: 'INPUT_INVALID', field: 'definition.questions.1.id' },
  })
  expect(await change(2, [off('own:1')])).toMatchObject({ ok: true })
  expect(lineOf(await settings(), 'own:1')).toMatchObject({ on: false })
})

test('given thirty of its own, then a school writes no more', async () => {
  for (let seen = 0; seen < 30; seen++)
    expect(await own(seen, { definition: { ...EYES, title: `检查${seen}` } })).toMatchObject({ ok: true })
  expect(await own(30)).toMatchObject({ error: { code: 'INPUT_INVALID', field: 'register' } })
})

test('given the budgets, then reading asks the database twice and switching three times', async () => {
  const spent = async (action: string, call: () => Promise<unknown>) => {
    const before = await school.databaseCalls(action)
    await call()
    return (await school.databaseCalls(action)) - before
  }
  expect(await spent('register.switch', () => change(0, [on('contacts')]))).toBeLessThanOrEqual(3)
  expect(await spent('register.switch', () => change(1, [off('contacts')]))).toBeLessThanOrEqual(3)
  expect(await spent('register.own', () => own(2))).toBeLessThanOrEqual(3)
  expect(await spent('register.settings', () => settings())).toBeLessThanOrEqual(2)
})

test('M17 given a school that keeps a register, then who works there is told so, and nobody of a school that keeps none', async () => {
  const keeping = async (who: string) => (await school.get(who, 'session.read', {})).keeping
  expect(await keeping(HEAD_TEACHER)).toBeUndefined()
  await switchOn(school, 'class-log')
  expect(await keeping(HEAD_TEACHER)).toEqual([SCHOOL])
  expect(await keeping(motherOf(childId(CLASS, 0)))).toBeUndefined()
  await switchOff(school, 'class-log')
  expect(await keeping(HEAD_TEACHER)).toBeUndefined()
})
