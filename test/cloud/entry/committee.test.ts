// Decides that committees have members for a time, proposals that are answered, and fees to look at (H17 H26).
import { CLASS, HEAD_TEACHER, OFFICE, PRINCIPAL, SCHOOL, TEACHER, childId, fatherOf, motherOf } from '../given-school'
import { aPng, uploadAs } from '../uploads'
import { dataOf, givenRegisters, type Registers } from './given-registers'

const CHILD = childId(CLASS, 0)
const MEMBER = motherOf(CHILD)
const OTHER_CHILD = childId(CLASS, 1)
const REGISTERS = [
  'class-committee',
  'school-committee',
  'committee-meeting',
  'class-committee-meeting',
  'committee-fees',
  'committee-proposals',
]
const ANSWER = [
  { question: 'outcome', choices: ['taken'] },
  { question: 'words', text: '下周起早十分钟开门。' },
]
const TERM = [
  { question: 'from', day: '2026-09-01' },
  { question: 'until', day: '2027-07-10' },
]

let school: Registers
beforeEach(async () => {
  school = await givenRegisters(REGISTERS)
})
afterEach(() => school.stop())

const code = (reply: { ok: boolean }) => (reply.ok ? 'ok' : (reply as { error?: { code: string } }).error?.code)
const ofSchool = { classId: undefined }

test('H26 given committees of class and school, then each has members with a term of office, written by whose it is', async () => {
  const members = [{ question: 'members', refs: [CHILD, OTHER_CHILD] }, ...TERM]
  const ofClass = dataOf(await school.write(HEAD_TEACHER, { register: 'class-committee', answers: members }))
  expect(ofClass).toMatchObject({ state: 'done', about: 'class' })
  expect(code(await school.write(TEACHER, { register: 'class-committee', answers: members }))).toBe('FORBIDDEN')
  const outside = [
    { question: 'level', choices: ['school'] },
    { question: 'members', text: '三（2）班王梓涵的妈妈' },
    { question: 'outside', text: '社区民警一位，只讲安全' },
    ...TERM,
  ]
  const level = { ...ofSchool, register: 'school-committee', answers: outside }
  expect(dataOf(await school.write(OFFICE, level))).toMatchObject({ state: 'done' })
  expect(code(await school.write(HEAD_TEACHER, level))).toBe('FORBIDDEN')
  for (const register of ['class-committee', 'school-committee'])
    expect(code(await school.read(MEMBER, { register }))).toBe('FORBIDDEN')
})

test('H26 given minutes with a proposal, then the leaders answer it, and the answer stands beside it', async () => {
  const minutes = [
    { question: 'day', day: '2026-09-01' },
    { question: 'came', refs: [CHILD] },
    { question: 'minutes', text: '商量放学排队' },
    { question: 'proposals', text: '校门早一点开' },
  ]
  const { entryId = '' } = dataOf(
    await school.write(HEAD_TEACHER, { register: 'class-committee-meeting', answers: minutes }),
  )
  const answer = { entryId, part: 'answer', version: 1, answers: ANSWER }
  expect(code(await school.part(TEACHER, answer))).toBe('FORBIDDEN')
  const answered = dataOf(await school.part(PRINCIPAL, answer))
  expect(answered.parts.find(({ id }) => id === 'answer')?.done?.[0]?.answers).toEqual(ANSWER)
})

test('H17 given a committee member, then the check of fees is signed, and a suggestion reaches the leaders alone', async () => {
  const signed = await uploadAs(school, PRINCIPAL, 'signature', aPng())
  const check = [
    { question: 'day', day: '2026-09-01' },
    { question: 'members', text: '两位委员' },
    { question: 'looked', choices: ['list', 'receipts'] },
    { question: 'result', choices: ['fine'] },
    { question: 'signed', files: [signed] },
  ]
  expect(await school.write(PRINCIPAL, { ...ofSchool, register: 'committee-fees', answers: check })).toMatchObject({
    ok: true,
  })

  const suggestion = {
    ...{ register: 'committee-proposals', subject: CHILD, childId: CHILD },
    answers: [
      { question: 'kind', choices: ['fees'] },
      { question: 'words', text: '班里的材料费希望先说明用途。' },
    ],
  }
  const { entryId = '' } = dataOf(await school.write(MEMBER, suggestion))
  const asked = { schoolId: SCHOOL, entryId }
  expect(await school.ask(MEMBER, 'entry.read', asked)).toMatchObject({ ok: true })
  for (const who of [motherOf(OTHER_CHILD), fatherOf(OTHER_CHILD), HEAD_TEACHER, TEACHER])
    expect(code(await school.ask(who, 'entry.read', asked))).toBe('FORBIDDEN')
  expect(dataOf(await school.part(OFFICE, { entryId, part: 'answer', version: 1, answers: ANSWER }))).toMatchObject({
    state: 'done',
  })
  const read = await school.get(MEMBER, 'entry.read', asked)
  expect(read.parts.find(({ id }) => id === 'answer')?.done?.[0]?.answers).toEqual(ANSWER)
})
