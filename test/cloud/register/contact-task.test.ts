// Decides what is due after a ground for talking to a family, and what every sheet of a contact reminds of (H08, H22).
import type { DueRow, FieldAnswer } from '@class-pact/core/contract'
import { CLASS, HEAD_TEACHER, PRINCIPAL, SCHOOL, TEACHER, aNotice, childId, keyOf, motherOf } from '../given-school'
import { dataOf, givenRegisters, type Registers } from '../entry/given-registers'

const CHILD = childId(CLASS, 0)
const MOTHER = motherOf(CHILD)
const OTHER_MOTHER = motherOf(childId(CLASS, 1))
const THIRD_MOTHER = motherOf(childId(CLASS, 2))
const GROUND: FieldAnswer[] = [
  { question: 'ground', choices: ['hospital'] },
  { question: 'what', text: '体育课扭伤，要住院两天。' },
]

let school: Registers
afterEach(() => school.stop())

const rowsOf = async (who: string, role: string, id: string, register: string): Promise<DueRow[]> =>
  (await school.get(who, 'register.due', { identity: keyOf(role, id) })).rows.filter((row) => row.register === register)
const choicesOf = (fields: readonly { id: string; choices?: readonly object[] }[] = [], id: string) =>
  fields.find((field) => field.id === id)?.choices

test('H08 H09 given a case of one of nine grounds, then a contact is due the next school day, in one of six forms, with what the family said', async () => {
  school = await givenRegisters(['priority-contact'])
  const empty = dataOf(await school.read(HEAD_TEACHER, { childId: CHILD, subject: CHILD }))
  expect(choicesOf(empty.parts[0]?.fields, 'ground')).toHaveLength(9)
  expect(choicesOf(empty.parts[1]?.fields, 'way')).toHaveLength(6)
  const written = dataOf(await school.write(HEAD_TEACHER, { childId: CHILD, subject: CHILD, answers: GROUND }))
  const { entryId = '' } = written
  const dueAt = Date.parse('2026-09-03T00:00:00+08:00')
  const tasks = () => rowsOf(HEAD_TEACHER, 'head_teacher', CLASS, 'priority-contact')
  expect(await tasks()).toMatchObject([{ entryId, part: { id: 'contact' }, state: 'due', dueAt }])
  expect(await rowsOf(MOTHER, 'guardian', CHILD, 'priority-contact')).toEqual([])

  const said = (way: string, ...more: FieldAnswer[]) => ({
    ...{ entryId, part: 'contact', version: 1 },
    answers: [{ question: 'way', choices: [way] }, { question: 'said', text: '说了伤情和请假的办法。' }, ...more],
  })
  const feedback = { question: 'feedback', text: '晚上来接，谢谢老师。' }
  expect(await school.part(HEAD_TEACHER, said('pigeon', feedback))).toMatchObject({
    error: { code: 'INPUT_INVALID', field: 'answers.way' },
  })
  expect(await school.part(HEAD_TEACHER, said('phone'))).toMatchObject({
    error: { code: 'INPUT_INVALID', field: 'answers.feedback' },
  })
  expect(await school.part(HEAD_TEACHER, said('phone', feedback))).toMatchObject({ data: { state: 'done' } })
  expect(await tasks()).toEqual([])
})

test('H27 given a ground after which nobody talks to the family, then leaders read whose it was and since when it is owed, and no family does', async () => {
  school = await givenRegisters(['priority-contact'])
  dataOf(await school.write(HEAD_TEACHER, { childId: CHILD, subject: CHILD, answers: GROUND }))
  await school.at('2026-09-03T08:00:00+08:00')
  const dueAt = Date.parse('2026-09-03T00:00:00+08:00')
  const table = { register: 'priority-contact', schoolId: SCHOOL }
  const { rows } = await school.get(PRINCIPAL, 'register.table', table)
  const owed = { part: '与家长沟通', dueAt, overdue: true }
  expect(rows).toMatchObject([{ className: '三（2）班', by: '语文王老师', waits: owed }])
  expect(await rowsOf(MOTHER, 'guardian', CHILD, 'priority-contact')).toEqual([])
  for (const who of [MOTHER, OTHER_MOTHER])
    expect(await school.ask(who, 'register.table', { ...table, childId: CHILD })).toMatchObject({
      error: { code: 'FORBIDDEN' },
    })
})

test('H22 given any contact that is written down, then its sheet says: strength first, then the matter, then a proposal', async () => {
  const contacts = ['contacts', 'contact-card', 'home-visits', 'family-calls', 'priority-contact']
  school = await givenRegisters(contacts)
  for (const register of contacts) {
    const { cards = [] } = dataOf(await school.read(HEAD_TEACHER, { register, childId: CHILD, subject: CHILD }))
    expect([register, cards[0]]).toEqual([register, '先说长处，再说事情，最后说建议；只说看到的，不下定论。'])
  }
})

test('D15 given somebody who applies to lead a class, then the sheet says the two years, and what comes of a refusal', async () => {
  school = await givenRegisters(['head-teacher-application'])
  const { cards = [] } = dataOf(await school.read(TEACHER, { classId: undefined }))
  expect(cards.join('')).toContain('被解聘的，两年后方可再申请')
  expect(cards.join('')).toContain('没有正当理由不服从安排的，影响评先、晋级和年度考核')
})

test('E16 E17 E22 given a lesson that is logged, then the rules of switching, storing and pupils stand above the sheet', async () => {
  school = await givenRegisters(['lesson-log'])
  const { cards = [] } = dataOf(await school.read(TEACHER, {}))
  for (const rule of [
    '意外断电后，等两三分钟再开机。雷雨天不使用，并切断总电源。',
    '资料不存桌面和C盘。不购物、聊天、游戏、听音乐。',
    '外来U盘先杀毒',
    '学生经老师允许才能使用，使用时保持安静。',
  ])
    expect(cards.join('')).toContain(rule)
})

const PLAN: FieldAnswer[] = [
  { question: 'day', day: '2026-09-10' },
  { question: 'time', time: '19:00' },
  { question: 'topics', choices: ['study'] },
  { question: 'plan', text: '先听家长说，再一对一看作业。' },
]

test('H25 given a layered meeting, then the chosen families alone are invited, and results are read by the own family', async () => {
  school = await givenRegisters(['layered-meetings', 'contact-book'])
  const invited = [CHILD, childId(CLASS, 1)]
  const form = { question: 'form', choices: ['school'] }
  const answers = [{ question: 'invited', refs: invited }, form, ...PLAN]
  expect(dataOf(await school.write(HEAD_TEACHER, { answers }))).toMatchObject({ state: 'open' })
  const { noticeId } = await school.get(HEAD_TEACHER, 'notice.publish', {
    ...aNotice({ kind: 'meeting', audience: { to: 'children', classId: CLASS, childIds: invited } }),
    event: { day: '2026-09-10', place: '三（2）班教室' },
  })
  const letter = { noticeId, classId: CLASS }
  for (const mother of [MOTHER, OTHER_MOTHER])
    expect(await school.ask(mother, 'notice.read', letter)).toMatchObject({ ok: true })
  expect(await school.ask(THIRD_MOTHER, 'notice.read', letter)).toMatchObject({ error: { code: 'FORBIDDEN' } })

  const scores = [
    { question: 'day', choices: ['good'] },
    { question: 'scores', text: '听写全对' },
  ]
  const book = { register: 'contact-book', childId: CHILD, subject: CHILD }
  const { entryId = '' } = dataOf(await school.write(HEAD_TEACHER, { ...book, answers: scores }))
  const asked = { schoolId: SCHOOL, entryId }
  expect(JSON.stringify(await school.get(MOTHER, 'entry.read', asked))).toContain('听写全对')
  expect(await school.ask(OTHER_MOTHER, 'entry.read', asked)).toMatchObject({ error: { code: 'FORBIDDEN' } })
})

test('H23 given a meeting online, then its link stands in the plan, families get the number, and who came is kept', async () => {
  school = await givenRegisters(['parents-meeting'])
  const link = { question: 'link', text: 'https://meeting.tencent.com/dm/3f5cA1' }
  const answers = [{ question: 'form', choices: ['online'] }, link, ...PLAN]
  const { entryId = '' } = dataOf(await school.write(HEAD_TEACHER, { answers }))
  const { noticeId } = await school.get(HEAD_TEACHER, 'notice.publish', {
    ...aNotice({ kind: 'meeting', body: '家长会在网上开，腾讯会议号472 118 903，请提前五分钟进入。' }),
    event: { day: '2026-09-10', place: '腾讯会议' },
  })
  expect(JSON.stringify(await school.get(MOTHER, 'notice.read', { noticeId, classId: CLASS }))).toContain('472 118 903')
  const came = { question: 'came', refs: [CHILD, childId(CLASS, 2)] }
  const minutes = [came, { question: 'minutes', text: '说了作息和阅读。' }]
  const held = dataOf(await school.part(HEAD_TEACHER, { entryId, part: 'minutes', version: 1, answers: minutes }))
  expect(held).toMatchObject({ state: 'done' })
  expect(held.parts[0]?.done?.[0]?.answers).toContainEqual(link)
  expect(held.parts[1]?.done?.[0]?.answers).toContainEqual(came)
})
