// Decides that a fault goes from report to repair to acceptance, by whose it is, told once and measured (E01, E11).
import { CLASS, HEAD_TEACHER, OTHER_HEAD_TEACHER, PRINCIPAL, SCHOOL, TEACHER, childId, motherOf } from '../given-school'
import { aPng, uploadAs } from '../uploads'
import { EQUIPMENT, dataOf, givenRegisters, type Registers } from './given-registers'

const HOUR_MS = 3_600_000
const FAULT = [
  { question: 'kind', choices: ['screen'] },
  { question: 'fault', text: '屏幕不亮' },
]
const MENDED = [{ question: 'result', choices: ['mended'] }]
const WORKS = [{ question: 'works', choices: ['yes'] }]

let school: Registers
beforeEach(async () => {
  school = await givenRegisters(['device-repair', 'device-file', 'device-handover', 'lesson-log-share'])
})
afterEach(() => school.stop())

const aDevice = async () => {
  const answers = [
    { question: 'name', text: '一体机' },
    { question: 'no', text: 'BBT-302' },
  ]
  return dataOf(await school.write(EQUIPMENT, { register: 'device-file', answers })).entryId ?? ''
}
/** Signed over to its class (E01). */
const signOver = async (subject: string) => {
  const given = dataOf(await school.write(EQUIPMENT, { register: 'device-handover', subject }))
  const file = await uploadAs(school, HEAD_TEACHER, 'signature', aPng())
  const sign = { entryId: given.entryId ?? '', part: 'sign', version: 1 }
  return dataOf(await school.part(HEAD_TEACHER, { ...sign, answers: [{ question: 'signed', files: [file] }] }))
}
const messages = async () => {
  const { deliveries } = await school.cloud.control<{ deliveries: { touser: string }[] }>('deliveries.list')
  return deliveries.map(({ touser }) => touser)
}

test('E01 E11 given a device that nobody has signed for, then a fault of it cannot be reported before, and can after', async () => {
  const subject = await aDevice()
  expect(await school.write(TEACHER, { subject, answers: FAULT })).toMatchObject({
    error: { code: 'REGISTER_FIRST', facts: { title: '设备交付签收' } },
  })
  expect(await signOver(subject)).toMatchObject({ state: 'done' })
  expect(await school.write(TEACHER, { subject, answers: FAULT })).toMatchObject({ data: { state: 'open' } })
  for (const strange of ['no-device', CLASS])
    expect(await school.write(TEACHER, { subject: strange, answers: FAULT })).toMatchObject({
      error: { code: 'INPUT_INVALID', field: 'subject' },
    })
  expect(await school.write(TEACHER, { answers: FAULT })).toMatchObject({
    error: { code: 'INPUT_INVALID', field: 'subject' },
  })
  expect(dataOf(await school.read(TEACHER, {})).subjects).toEqual([{ id: subject, name: '一体机', no: 'BBT-302' }])
})

test('E11 given a fault, then 报修→处理→验收, in this order, by whose it is, and the hours of it are counted', async () => {
  const subject = await aDevice()
  await signOver(subject)
  for (const who of [EQUIPMENT, TEACHER]) await school.accept(who, 'todo')
  const { entryId = '' } = dataOf(await school.write(TEACHER, { subject, answers: FAULT }))
  await school.tick(3)
  expect((await messages()).filter((each) => each === EQUIPMENT)).toHaveLength(1)

  // Not before its turn, and not by whose it is not.
  expect(await school.part(TEACHER, { entryId, part: 'accept', version: 1, answers: WORKS })).toMatchObject({
    error: { code: 'ENTRY_STATE' },
  })
  expect(await school.part(TEACHER, { entryId, part: 'repair', version: 1, answers: MENDED })).toMatchObject({
    error: { code: 'FORBIDDEN' },
  })
  await school.advance(26 * HOUR_MS)
  const repair = { entryId, part: 'repair', version: 1, answers: MENDED }
  const both = await Promise.all([school.part(EQUIPMENT, repair), school.part(EQUIPMENT, repair)])
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  expect(both.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'ENTRY_CHANGED' } })
  // Put right until the next part is done.
  expect(await school.part(EQUIPMENT, { ...repair, version: 2 })).toMatchObject({ data: { version: 3, state: 'open' } })
  await school.tick(2)
  expect((await messages()).filter((each) => each === TEACHER)).toHaveLength(1)

  expect(await school.part(OTHER_HEAD_TEACHER, { entryId, part: 'accept', version: 3, answers: WORKS })).toMatchObject({
    error: { code: 'FORBIDDEN' },
  })
  await school.advance(4 * HOUR_MS)
  expect(await school.part(HEAD_TEACHER, { entryId, part: 'accept', version: 3, answers: WORKS })).toMatchObject({
    data: { state: 'done', version: 4 },
  })
  expect(await school.part(EQUIPMENT, { ...repair, version: 4 })).toMatchObject({ error: { code: 'ENTRY_STATE' } })
  const summary = await school.get(EQUIPMENT, 'register.summary', { register: 'device-repair', schoolId: SCHOOL })
  expect(summary).toMatchObject({ per: 'device', lines: [{ id: subject, name: '一体机', done: 1 }] })
  expect(Math.round(summary.hours ?? 0)).toBe(30)
  expect(summary.counts[0]?.choices.find(({ id }) => id === 'screen')).toMatchObject({ count: 1 })
  const rows = await school.get(EQUIPMENT, 'register.table', { register: 'device-repair', schoolId: SCHOOL })
  expect(rows.rows).toMatchObject([{ text: '屏幕、投影；屏幕不亮', subject: '一体机', state: 'done' }])
})

test('E11 given quiet hours, then whoever repairs hears of it in the morning, and once', async () => {
  const subject = await aDevice()
  await signOver(subject)
  await school.accept(EQUIPMENT, 'todo')
  await school.tick()
  const before = (await messages()).length
  await school.at('2026-09-01T22:30:00+08:00')
  await school.write(TEACHER, { subject, answers: FAULT })
  await school.tick()
  expect((await messages()).slice(before)).toEqual([])
  await school.at('2026-09-02T10:00:00+08:00')
  await school.tick(2)
  expect((await messages()).slice(before).filter((each) => each === EQUIPMENT)).toHaveLength(1)
})

test('E11 given a fault in the future or long ago, or a family, then it is not written', async () => {
  const subject = await aDevice()
  await signOver(subject)
  for (const on of ['2026-09-02', '2026-07-20'])
    expect(await school.write(TEACHER, { subject, on, answers: FAULT })).toMatchObject({
      error: { code: 'REGISTER_SLOT' },
    })
  expect(await school.write(TEACHER, { subject, on: '2026-08-31', answers: FAULT })).toMatchObject({ ok: true })
  expect(await school.write(motherOf(childId(CLASS, 0)), { subject, answers: FAULT })).toMatchObject({
    error: { code: 'FORBIDDEN' },
  })
  // Leaders look through all of it.
  const table = await school.get(PRINCIPAL, 'register.table', { register: 'device-repair', schoolId: SCHOOL })
  expect(table.rows).toMatchObject([{ on: '2026-08-31', state: 'open', waits: { part: '处理' } }])
})

test('E04 E23 given a lesson by the timetable, then its number and subject are there, and nobody types them', async () => {
  const subject = await aDevice()
  await signOver(subject)
  const periods = [
    { from: '08:00', to: '08:40' },
    { from: '09:50', to: '10:30' },
  ]
  const days = [[''], ['语文', '数学']]
  await school.get(HEAD_TEACHER, 'timetable.save', { classId: CLASS, periods, days, seen: 0 })
  const lesson = { register: 'lesson-log-share', subject }
  const { prefilled = [] } = dataOf(await school.read(TEACHER, lesson))
  expect(prefilled).toEqual(
    expect.arrayContaining([
      { question: 'lesson', number: 2 },
      { question: 'subject', text: '数学' },
      { question: 'before', done: true },
    ]),
  )
  const used = [
    { question: 'kind', choices: ['new'] },
    { question: 'used', choices: ['yes'] },
  ]
  const written = await school.write(TEACHER, { ...lesson, answers: [...prefilled, ...used] })
  expect(written).toMatchObject({ data: { state: 'done', subject: { id: subject, no: 'BBT-302' } } })
  const asked = { register: 'lesson-log-share', schoolId: SCHOOL }
  const { shares } = await school.get(EQUIPMENT, 'register.summary', asked)
  expect(shares).toContainEqual(expect.objectContaining({ label: '新授课：用了', part: 1, whole: 1, least: 60 }))
})
