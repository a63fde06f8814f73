// Decides what the papers ask of single registers beyond one period: when exactly, after what, by whose word.
import type { DueRow, FieldAnswer, Input } from '@class-pact/core/contract'
import { CLASS, HEAD_TEACHER, OFFICE, PRINCIPAL, SCHOOL, TEACHER, childId, keyOf, motherOf } from '../given-school'
import { CALENDAR, DEVICE, FRESH_DEVICE, givenCatalogue, holderOf, type Keeping } from './catalogue/given-catalogue'

const EQUIPMENT = holderOf('equipment')
const C0 = childId(CLASS, 0)
const MOTHER = motherOf(C0)

let school: Keeping
beforeEach(async () => {
  school = await givenCatalogue(['home', 'head', 'equipment'])
})
afterEach(() => school.stop())

const at = (day: string, clock = '10:00') => school.at(`${day}T${clock}:00+08:00`)
const dueOf = async (who: string, register: string): Promise<DueRow[]> => {
  const keys: Record<string, string> = {
    [HEAD_TEACHER]: keyOf('head_teacher', CLASS),
    [OFFICE]: keyOf('office', SCHOOL),
    [PRINCIPAL]: keyOf('principal', SCHOOL),
    [MOTHER]: keyOf('guardian', C0),
  }
  const identity = keys[who] ?? (await school.identityOf(who))
  return (await school.get(who, 'register.due', { identity })).rows.filter((row) => row.register === register)
}
const stateOf = async (who: string, register: string) => (await dueOf(who, register)).at(-1)?.state
const said = (answers: Record<string, Omit<FieldAnswer, 'question'>>): FieldAnswer[] =>
  Object.entries(answers).map(([question, answer]) => ({ question, ...answer }))
const write = (who: string, register: string, asked: Partial<Input<'register.write'>>) =>
  school.ask(who, 'register.write', { register, schoolId: SCHOOL, version: 0, answers: [], ...asked })
const written = async (who: string, register: string, asked: Partial<Input<'register.write'>>) => {
  const reply = await write(who, register, asked)
  if (!reply.ok) throw new Error(JSON.stringify(reply.error))
  return { schoolId: SCHOOL, entryId: reply.data.entryId ?? '', version: reply.data.version }
}
const inClass = { classId: CLASS }
const FIRST = { error: { code: 'REGISTER_FIRST' } }

test('D10 given a holiday after the 29th, then the meeting is due on that last working day alone, and late the day after', async () => {
  const [kept] = await school.stored('schools')
  const calendar = { ...CALENDAR, rest: ['2026-10-30'] }
  await school.cloud.control('data.put', { documents: { schools: [{ ...kept, calendar }] } })
  const meeting = async () => (await dueOf(OFFICE, 'monthly-meeting')).find(({ slot }) => slot === 'm2026-10')
  await at('2026-10-28')
  expect(await meeting()).toMatchObject({ state: 'ahead', dueAt: Date.parse('2026-10-30T00:00:00+08:00') })
  await at('2026-10-29')
  expect(await meeting()).toMatchObject({ state: 'due' })
  await at('2026-10-30')
  expect(await meeting()).toMatchObject({ state: 'overdue' })
})

test('D03 D04 D14 given a day, a week and a month, then a list of boxes each is open, and the day has six', async () => {
  await at('2026-09-11')
  for (const [register, boxes] of [
    ['daily-checks', 6],
    ['weekly-checks', 8],
    ['safety-duties', 6],
  ] as const) {
    const { parts } = await school.get(HEAD_TEACHER, 'register.read', { register, schoolId: SCHOOL, ...inClass })
    expect(parts[0]?.fields.filter(({ type }) => type === 'check')).toHaveLength(boxes)
    expect(await stateOf(HEAD_TEACHER, register)).toBe(register === 'safety-duties' ? 'ahead' : 'due')
  }
})

test('D06 given the third week of the term and no plan, then it is overdue for its class and for the leaders', async () => {
  await at('2026-09-12')
  expect([await stateOf(HEAD_TEACHER, 'term-plan'), await stateOf(PRINCIPAL, 'term-plan')]).toEqual(['due', undefined])
  await at('2026-09-14')
  expect([await stateOf(HEAD_TEACHER, 'term-plan'), await stateOf(PRINCIPAL, 'term-plan')]).toEqual([
    'overdue',
    'overdue',
  ])
})

test('H05 H15 H19 given the term end and no minutes, then the committee’s meeting, the open day and the community’s are open items', async () => {
  for (const register of ['committee-meeting', 'open-day', 'community-meeting']) {
    await at('2026-12-25')
    expect(await stateOf(OFFICE, register)).toBe('due')
  }
  await at('2026-12-26')
  expect(await stateOf(OFFICE, 'committee-meeting')).toBe('overdue')
})

test('H17 H26 given a family of the committee, then it reads the fees, proposes, and the school’s answer is the family’s alone', async () => {
  expect(await school.get(MOTHER, 'notice.fees', { identity: keyOf('guardian', C0) })).toBeDefined()
  const words = said({ kind: { choices: ['fees'] }, words: { text: '校服请分季节订' } })
  const proposed = await written(MOTHER, 'committee-proposals', { childId: C0, answers: words })
  const answer = {
    ...proposed,
    part: 'answer',
    answers: said({ outcome: { choices: ['taken'] }, words: { text: '已采纳' } }),
  }
  expect(await school.ask(HEAD_TEACHER, 'entry.part', answer)).toMatchObject({ error: { code: 'FORBIDDEN' } })
  expect(await school.get(OFFICE, 'entry.part', answer)).toMatchObject({ state: 'done' })
  const { entryId } = proposed
  const read = await school.get(MOTHER, 'entry.read', { schoolId: SCHOOL, entryId })
  expect(read.parts[1]?.done).toHaveLength(1)
  const other = motherOf(childId(CLASS, 1))
  expect(await school.ask(other, 'entry.read', { schoolId: SCHOOL, entryId })).toMatchObject({
    error: { code: 'FORBIDDEN' },
  })
})

test('H24 given a topic that a family offers, then it goes on with the head teacher’s yes, and ends with a no', async () => {
  const topic = said({ topic: { text: '怎样陪孩子读书' }, outline: { text: '每天二十分钟' } })
  const [wanted, unwanted] = [
    await written(MOTHER, 'learning-topics', { childId: C0, answers: topic }),
    await written(MOTHER, 'learning-topics', { childId: C0, answers: topic }),
  ]
  const agree = (choice: string) => ({ part: 'approve', answers: said({ agree: { choices: [choice] } }) })
  const report = { part: 'report', answers: said({ report: { text: '来了八位家长' } }) }
  expect(await school.ask(MOTHER, 'entry.part', { ...wanted, ...report })).toMatchObject({
    error: { code: 'ENTRY_STATE' },
  })
  await school.get(HEAD_TEACHER, 'entry.part', { ...wanted, ...agree('yes') })
  expect(await school.get(MOTHER, 'entry.part', { ...wanted, ...report, version: 2 })).toMatchObject({ state: 'done' })
  const refused = await school.get(HEAD_TEACHER, 'entry.part', { ...unwanted, ...agree('no') })
  expect(refused.state).toBe('refused')
  const late = await school.ask(MOTHER, 'entry.part', { ...unwanted, ...report, version: 2 })
  expect(late).toMatchObject({ error: { code: 'ENTRY_STATE' } })
})

test('E01 given a device without the class’s signature, then its use is not logged and no fault of it reported', async () => {
  const lesson = said({ lesson: { number: 1 }, subject: { text: '语文' }, kind: { choices: ['new'] } })
  const fault = said({ kind: { choices: ['screen'] }, fault: { text: '不亮' } })
  for (const [register, answers] of [
    ['lesson-log', lesson],
    ['device-repair', fault],
  ] as const) {
    expect(await write(HEAD_TEACHER, register, { ...inClass, subject: FRESH_DEVICE, answers })).toMatchObject(FIRST)
    expect(await write(HEAD_TEACHER, register, { ...inClass, subject: DEVICE, answers })).toMatchObject({ ok: true })
  }
})

test('E05 E15 given a teacher without a mark of training, then the request is refused, and with it taken and approved', async () => {
  const answers = said({ purpose: { choices: ['lesson'] }, day: { day: '2026-09-03' }, from: { time: '09:00' } })
  const request = { ...inClass, subject: DEVICE, answers }
  expect(await write(TEACHER, 'device-request', request)).toMatchObject(FIRST)
  const place = { register: 'training-mark', schoolId: SCHOOL }
  const { subjects = [] } = await school.get(EQUIPMENT, 'register.read', place)
  const mark = subjects.find(({ name }) => name === '数学李老师')
  const trained = said({ day: { day: '2026-09-01' } })
  await written(EQUIPMENT, 'training-mark', { subject: mark?.id ?? '', answers: trained })
  const asked = await written(TEACHER, 'device-request', request)
  const approved = { ...asked, part: 'approve', answers: said({ approved: { choices: ['yes'] } }) }
  expect(await school.get(EQUIPMENT, 'entry.part', approved)).toMatchObject({ state: 'open' })
})

test('E15 given a lending, then it ends with the principal’s no, and nothing comes back of it', async () => {
  const days = { from: { day: '2026-09-02' }, until: { day: '2026-09-04' } }
  const answers = said({ to: { text: '社区' }, reason: { text: '讲座' }, ...days })
  const lent = await written(HEAD_TEACHER, 'device-lending', { ...inClass, subject: DEVICE, answers })
  const no = { ...lent, part: 'approve', answers: said({ approved: { choices: ['no'] } }) }
  expect(await school.ask(OFFICE, 'entry.part', no)).toMatchObject({ error: { code: 'FORBIDDEN' } })
  expect(await school.get(PRINCIPAL, 'entry.part', no)).toMatchObject({ state: 'refused' })
  const back = said({ day: { day: '2026-09-04' }, state: { choices: ['good'] } })
  const returned = await school.ask(EQUIPMENT, 'entry.part', { ...lent, part: 'back', version: 2, answers: back })
  expect(returned).toMatchObject({ error: { code: 'ENTRY_STATE' } })
})

test('E19 E25 given a loss, then the principal is told within the day, and it ends with a finding and an outcome', async () => {
  await at('2026-09-03', '15:00')
  const answers = said({ kind: { choices: ['stolen'] }, day: { day: '2026-09-03' }, seen: { text: '早上发现不见了' } })
  const lost = await written(TEACHER, 'device-loss', { ...inClass, subject: DEVICE, answers })
  const dueAt = Date.parse('2026-09-04T00:00:00+08:00')
  const told = (row: DueRow) => row.part?.id === 'told'
  expect((await dueOf(PRINCIPAL, 'device-loss')).find(told)).toMatchObject({ state: 'due', dueAt })
  await at('2026-09-04', '08:00')
  expect((await dueOf(PRINCIPAL, 'device-loss')).find(told)).toMatchObject({ state: 'overdue' })
  await school.get(PRINCIPAL, 'entry.part', { ...lost, part: 'told', answers: [] })
  const finding = said({ cause: { choices: ['care'] }, finding: { text: '门没有锁' } })
  await school.get(EQUIPMENT, 'entry.part', { ...lost, part: 'finding', version: 2, answers: finding })
  const outcome = said({ outcome: { choices: ['pay', 'police'] } })
  const ended = await school.get(PRINCIPAL, 'entry.part', { ...lost, part: 'outcome', version: 3, answers: outcome })
  expect(ended.state).toBe('done')
})

test('E18 given a term in which nobody held a contest, then one is asked of the office that holds it, and the leaders see it', async () => {
  await at('2026-12-25')
  expect(await dueOf(EQUIPMENT, 'courseware-contest')).toMatchObject([{ state: 'due', done: 0, needed: 1 }])
  await at('2026-12-26')
  for (const who of [EQUIPMENT, PRINCIPAL])
    expect(await dueOf(who, 'courseware-contest')).toMatchObject([{ state: 'overdue', done: 0, needed: 1 }])
})

test('E26 given a stock-taking of three devices, then one is missing and one has moved, and the figures say so', async () => {
  await at('2026-12-21')
  const place = { register: 'stock-taking', schoolId: SCHOOL }
  const { slot, lines } = await school.get(EQUIPMENT, 'register.grid', place)
  expect(lines).toHaveLength(3)
  const found = (choice: string) => said({ found: { choices: [choice] } })
  const counted = lines.map(({ subject: { id: subject }, version }, index) => ({
    ...{ subject, version },
    answers: found(['found', 'moved', 'missing'][index] ?? ''),
  }))
  const taken = await school.get(EQUIPMENT, 'register.fillGrid', { ...place, slot, lines: counted })
  expect(taken.changed).toEqual([])
  const { counts, lines: bars } = await school.get(PRINCIPAL, 'register.summary', place)
  expect(bars.map(({ done, needed }) => `${done}/${needed}`)).toEqual(['1/1', '1/1', '1/1'])
  const choices = counts.find(({ field }) => field === 'found')?.choices ?? []
  expect(choices.map(({ id, count }) => [id, count])).toEqual([
    ['found', 1],
    ['moved', 1],
    ['missing', 1],
  ])
  expect(await stateOf(EQUIPMENT, 'stock-taking')).toBe('done')
})
