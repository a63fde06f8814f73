// Decides that a daily register is filled once a class and day, signed, and neither ahead of time nor long after (D01).
import {
  CLASS,
  HEAD_TEACHER,
  MORNING,
  OFFICE,
  OTHER_CLASS,
  OTHER_HEAD_TEACHER,
  PRINCIPAL,
  SCHOOL,
  TEACHER,
  childId,
  motherOf,
  newRequestId,
} from '../given-school'
import { takeRoll } from '../roll/given-roll'
import { aPng, uploadAs } from '../uploads'
import { DUTY, EQUIPMENT, dataOf, givenRegisters, type Registers } from './given-registers'

const MOTHER = motherOf(childId(CLASS, 0))
const DAY_MS = 86_400_000
const TODAY = MORNING.slice(0, 10)
const QUIET = [{ question: 'notes', text: '一切正常' }]

let school: Registers
beforeEach(async () => {
  school = await givenRegisters(['class-log'])
})
afterEach(() => school.stop())

const log = (who = TEACHER) => school.write(who, { answers: QUIET }).then(dataOf)
const sign = async (entryId: string, version: number, who = HEAD_TEACHER) => {
  const file = await uploadAs(school, who, 'signature', aPng())
  return school.part(who, { entryId, part: 'sign', version, answers: [{ question: 'signed', files: [file] }] })
}

test('D01 given a day, then one teacher fills the log in as usual, the head teacher signs it, and the leaders see when', async () => {
  const empty = dataOf(await school.read(TEACHER, {}))
  expect(empty).toMatchObject({ slot: TODAY, version: 0, state: 'open', subject: { id: CLASS, name: '三（2）班' } })
  expect(empty.prefilled?.filter(({ done }) => done).length).toBeGreaterThan(0)
  expect(empty.dueAt).toBe(Date.parse(`${TODAY}T16:30:00+08:00`))
  expect(empty.parts.map(({ id, mine }) => [id, mine])).toEqual([
    ['fill', true],
    ['sign', false],
  ])

  const written = await log()
  expect(written).toMatchObject({ version: 1, state: 'open' })
  expect(written.parts[0]?.done?.[0]).toMatchObject({ by: '数学李老师' })
  // As usual is said of every tick that nobody has touched.
  expect(written.parts[0]?.done?.[0]?.answers.filter(({ done }) => done).length).toBeGreaterThan(0)
  const { entryId = '' } = written

  const signed = dataOf(await sign(entryId, 1))
  expect(signed).toMatchObject({ version: 2, state: 'done' })
  const [file = ''] = signed.parts[1]?.done?.[0]?.answers[0]?.files ?? []
  expect(file).toContain(`/kept/entries/${entryId}/`)
  expect(signed.urls?.[file]).toMatch(/^http/)
  for (const who of [PRINCIPAL, OFFICE])
    expect(await school.ask(who, 'entry.read', { schoolId: SCHOOL, entryId })).toMatchObject({
      data: { state: 'done', className: '三（2）班' },
    })
  // Signed: nobody changes what was signed.
  expect(await school.write(TEACHER, { version: 2, answers: QUIET })).toMatchObject({ error: { code: 'ENTRY_STATE' } })
  const [kept] = await school.kept()
  expect(kept).toMatchObject({ slot: TODAY, place: `${SCHOOL}:class-log:${TODAY}:${CLASS}`, state: 'done' })
})

test('D01 given an exception, then the tick says what stood in the way; what does not fit is named by its field', async () => {
  const [tick] = dataOf(await school.read(TEACHER, {})).parts[0]?.fields.filter(({ type }) => type === 'check') ?? []
  const question = tick?.id ?? ''
  const written = await school.write(TEACHER, { answers: [{ question, done: false, text: '停电半小时' }] })
  expect(written).toMatchObject({ ok: true })
  const wrong = await school.write(TEACHER, { version: 1, answers: [{ question: 'nothing', text: '?' }] })
  expect(wrong).toMatchObject({ error: { code: 'INPUT_INVALID', field: 'answers.nothing' } })
})

test('D01 given two who fill the same day at once, then one creates it and the other finds it changed', async () => {
  const both = await Promise.all([TEACHER, HEAD_TEACHER].map((who) => school.write(who, { answers: QUIET })))
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  expect(both.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'ENTRY_CHANGED' } })
  expect(await school.kept()).toHaveLength(1)
  // Whoever was second sees the first's, and adds to it.
  for (const who of [TEACHER, HEAD_TEACHER]) expect(dataOf(await school.read(who, {}))).toMatchObject({ version: 1 })
  const changed = await Promise.all(
    [TEACHER, HEAD_TEACHER].map((who) => school.write(who, { version: 1, answers: QUIET })),
  )
  expect(changed.filter(({ ok }) => ok)).toHaveLength(1)
  expect(changed.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'ENTRY_CHANGED' } })
})

test('D01 given the same call again, then nothing is written twice; with other words it is refused', async () => {
  const requestId = newRequestId()
  const first = dataOf(await school.write(TEACHER, { answers: QUIET }, requestId))
  expect(dataOf(await school.write(TEACHER, { answers: QUIET }, requestId))).toMatchObject({
    entryId: first.entryId,
    version: 1,
  })
  expect(await school.write(TEACHER, { answers: [] }, requestId)).toMatchObject({ error: { code: 'REQUEST_REUSED' } })
  const again = newRequestId()
  const file = await uploadAs(school, HEAD_TEACHER, 'signature', aPng())
  const signing = {
    ...{ entryId: first.entryId ?? '', part: 'sign', version: 1 },
    answers: [{ question: 'signed', files: [file] }],
  }
  const both = await Promise.all([1, 2].map(() => school.part(HEAD_TEACHER, signing, again)))
  expect(both.map((each) => dataOf(each).version)).toEqual([2, 2])
  expect(dataOf(await school.part(HEAD_TEACHER, signing, again)).version).toBe(2)
  expect((await school.kept())[0]?.parts['sign']).toHaveLength(1)
})

test('D01 given two signatures at once, then one counts, and the other is told', async () => {
  const { entryId = '' } = await log()
  const both = await Promise.all([sign(entryId, 1), sign(entryId, 1)])
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  expect(both.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'ENTRY_CHANGED' } })
})

test('D01 given tomorrow, or a day longer ago than it shows, then it is not filled in', async () => {
  const slotOf = (days: number) => new Date(Date.parse(`${TODAY}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
  for (const slot of [slotOf(1), slotOf(-20), '2026-09-05', 'm2026-09', 'nonsense'])
    expect(await school.write(TEACHER, { slot, answers: QUIET })).toMatchObject({ error: { code: 'REGISTER_SLOT' } })
  await school.at('2026-09-03T15:00:00+08:00')
  expect(await school.write(TEACHER, { slot: TODAY, answers: QUIET })).toMatchObject({ data: { slot: TODAY } })
})

test('D01 given people who have nothing to do with it, then all of it looks as if it were not there', async () => {
  const { entryId = '' } = await log()
  const forbidden = { error: { code: 'FORBIDDEN' } }
  const at = { schoolId: SCHOOL, entryId }
  for (const who of [MOTHER, EQUIPMENT, DUTY, OTHER_HEAD_TEACHER, 'o-nobody']) {
    expect(await school.read(who, {})).toMatchObject(forbidden)
    expect(await school.write(who, { answers: QUIET })).toMatchObject(forbidden)
    expect(await school.ask(who, 'entry.read', at)).toMatchObject(forbidden)
    expect(await school.part(who, { entryId, part: 'sign', version: 1, answers: [] })).toMatchObject(forbidden)
    expect(await school.ask(who, 'entry.void', { ...at, version: 1, words: '写错了' })).toMatchObject(forbidden)
    const list = { register: 'class-log', schoolId: SCHOOL, classId: CLASS }
    expect(await school.ask(who, 'register.table', list)).toMatchObject(forbidden)
    expect(await school.ask(who, 'register.summary', list)).toMatchObject(forbidden)
    expect(await school.ask(who, 'register.grid', list)).toMatchObject(forbidden)
  }
  // Leaders look; the log is not theirs to fill, and signing is the head teacher's.
  expect(await school.read(PRINCIPAL, {})).toMatchObject({ data: { parts: [{ mine: false }, { mine: false }] } })
  expect(await school.write(PRINCIPAL, { answers: QUIET })).toMatchObject(forbidden)
  expect(await school.part(TEACHER, { entryId, part: 'sign', version: 1, answers: [] })).toMatchObject(forbidden)
  expect(await school.read(HEAD_TEACHER, { classId: OTHER_CLASS })).toMatchObject(forbidden)
  for (const register of ['contacts', 'no-such-register', 'own:1'])
    expect(await school.read(HEAD_TEACHER, { register })).toMatchObject(forbidden)
})

test('D01 given a log that was a mistake, then it is void with its reason, counts nowhere, and leaves its place', async () => {
  const { entryId = '' } = await log()
  const at = { schoolId: SCHOOL, entryId, version: 1 }
  expect(await school.ask(TEACHER, 'entry.void', { ...at, words: '' })).toMatchObject({
    error: { code: 'INPUT_INVALID', field: 'words' },
  })
  expect(await school.get(TEACHER, 'entry.void', { ...at, words: '写错了班' })).toMatchObject({
    state: 'void',
    version: 2,
  })
  expect(await school.ask(PRINCIPAL, 'entry.void', { ...at, version: 2, words: '再来' })).toMatchObject({
    error: { code: 'ENTRY_STATE' },
  })
  expect(await school.ask(PRINCIPAL, 'entry.read', { schoolId: SCHOOL, entryId })).toMatchObject({
    data: { state: 'void' },
  })
  expect(await sign(entryId, 2)).toMatchObject({ error: { code: 'ENTRY_STATE' } })
  expect(dataOf(await school.read(TEACHER, {}))).toMatchObject({ version: 0 })
  expect(await log()).toMatchObject({ version: 1 })
  const asked = { register: 'class-log', schoolId: SCHOOL, classId: CLASS }
  const table = await school.get(PRINCIPAL, 'register.table', asked)
  expect(table.rows.map(({ state }) => state).sort()).toEqual(['open', 'void'])
  expect(table.total).toBe(2)
  expect((await school.get(PRINCIPAL, 'register.table', { ...asked, state: 'open' })).rows).toMatchObject([
    { on: TODAY, className: '三（2）班', by: '数学李老师', text: expect.stringContaining('一切正常') as string },
  ])
})

test('D01 given the roll of today, then its numbers are there and not typed again where a register asks for them', async () => {
  const definition = {
    ...({ title: '晚托到班', about: 'class', fills: 'head_teacher', period: 'day', times: 1 } as const),
    questions: [{ id: 'present', label: '实到', required: true, type: 'number' } as const],
  }
  await school.stop()
  school = await givenRegisters(['own:1'], { own: { 'own:1': definition } })
  await takeRoll(school, { [childId(CLASS, 0)]: 'absent' })
  const { prefilled } = dataOf(await school.read(HEAD_TEACHER, {}))
  expect(prefilled).toEqual([{ question: 'present', number: 3 }])
})

test('D01 given a crash between the copies of a signature and the entry, then nothing is half, and the same call ends it', async () => {
  const { entryId = '' } = await log()
  const file = await uploadAs(school, HEAD_TEACHER, 'signature', aPng())
  const signing = { entryId, part: 'sign', version: 1, answers: [{ question: 'signed', files: [file] }] }
  await school.cloud.control('faults.set', { target: 'database:modifyDocument:entries', mode: 'fail' })
  const requestId = newRequestId()
  expect(await school.part(HEAD_TEACHER, signing, requestId)).toMatchObject({ error: { code: 'TRY_AGAIN' } })
  expect((await school.kept())[0]).toMatchObject({ version: 1, state: 'open' })
  await school.cloud.control('faults.clear')
  expect(await school.part(HEAD_TEACHER, signing, requestId)).toMatchObject({ data: { version: 2, state: 'done' } })
})
