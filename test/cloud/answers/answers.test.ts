// Decides that a form is answered once a child, until its deadline, that everybody's answers count, and who reads them.
import type { Input } from '@class-pact/core/contract'
import { aFormNotice, A_FORM, A_SHEET, FORM_DEADLINE } from '../given-form'
import {
  CLASS,
  HEAD_TEACHER,
  MORNING,
  OTHER_CLASS,
  OTHER_HEAD_TEACHER,
  PRINCIPAL,
  SCHOOL,
  TEACHER,
  aNotice,
  childId,
  childName,
  fatherOf,
  givenSchool,
  motherOf,
  newRequestId,
  type GivenSchool,
} from '../given-school'
import { aJpeg, aPng, uploadAs } from '../uploads'

const CHILD = childId(CLASS, 0)
const MOTHER = motherOf(CHILD)
const FATHER = fatherOf(CHILD)
/** Children 0, 1, 3, 4 … have a mother: twenty of these. */
const FAMILIES = Array.from({ length: 32 }, (_, index) => index)
  .filter((index) => index % 3 !== 2)
  .slice(0, 20)

let school: GivenSchool
beforeAll(async () => {
  school = await givenSchool({ children: 32 })
}, 120_000)
afterAll(() => school.stop())
/** Every test has some minutes of the morning to itself. */
let minutes = 0
beforeEach(() => school.at(new Date(Date.parse(MORNING) + (minutes += 5) * 60_000).toISOString()))

/** At most five posts a minute are allowed (C03). */
const publish = async (changes: Parameters<typeof aFormNotice>[0] = {}, by = HEAD_TEACHER) => {
  await school.advance(61_000)
  return (await school.get(by, 'notice.publish', aFormNotice(changes))).noticeId
}
const answering = (noticeId: string, changes: Partial<Input<'slip.answer'>> = {}): Input<'slip.answer'> => ({
  ...{ noticeId, classId: CLASS, childId: CHILD, version: 1, form: A_FORM, answers: A_SHEET },
  ...changes,
})
const read = (noticeId: string, by = HEAD_TEACHER) => school.get(by, 'answers.read', { noticeId, classId: CLASS })

test('N04 a family answers once a child, reads it again and changes it until the deadline; then it is locked', async () => {
  const noticeId = await publish()
  const { answeredAt, signer } = await school.get(MOTHER, 'slip.answer', answering(noticeId))
  expect(signer).toBe(`${childName(0)}妈妈`)
  const [mine] = (await school.get(FATHER, 'notice.read', { noticeId, classId: CLASS })).mine
  expect(mine).toMatchObject({ state: 'signed', answers: { sheet: A_SHEET, at: answeredAt } })
  await school.advance(60_000)
  const changed = answering(noticeId, { answers: [{ question: 'come', choices: ['no'] }], seen: answeredAt })
  await school.get(FATHER, 'slip.answer', changed)
  expect(await read(noticeId)).toMatchObject({
    ...{ asked: 32, answered: 1, sheets: 1, locked: false },
    rows: expect.arrayContaining([
      expect.objectContaining({ no: '1', signer: `${childName(0)}爸爸`, sheet: changed.answers }),
    ]),
  })
  await school.at('2026-09-02T18:00:00.001+08:00')
  const late = await school.ask(MOTHER, 'slip.answer', answering(noticeId, { seen: answeredAt }))
  expect(late).toMatchObject({ error: { code: 'ANSWERS_LOCKED', rule: 'N04' } })
})

test('N04 at the deadline itself an answer is in time, and what is written over unseen is not', async () => {
  const noticeId = await publish()
  await school.at(new Date(FORM_DEADLINE - 5_000).toISOString())
  await school.cloud.control('clock.hold').catch(() => undefined)
  const [one, other] = await Promise.all([
    school.ask(MOTHER, 'slip.answer', answering(noticeId)),
    school.ask(FATHER, 'slip.answer', answering(noticeId, { answers: [{ question: 'come', other: '看天气' }] })),
  ])
  expect([one.ok, other.ok].filter(Boolean)).toHaveLength(1)
  const refused = one.ok ? other : one
  expect(refused).toMatchObject({ error: { code: 'ANSWER_CHANGED' } })
})

test('N04 twenty guardians who answer at once all count, and the board says so', async () => {
  const noticeId = await publish()
  await Promise.all(
    FAMILIES.map((index) => {
      const child = childId(CLASS, index)
      return school.get(motherOf(child), 'slip.answer', answering(noticeId, { childId: child }))
    }),
  )
  expect(await read(noticeId)).toMatchObject({
    answered: 20,
    sheets: 20,
    questions: [
      {
        question: 'come',
        answered: 20,
        choices: [
          { id: 'yes', count: 20 },
          { id: 'no', count: 0 },
        ],
        others: 0,
      },
      { question: 'adults', answered: 20, numbers: { sum: 40, mean: 2, median: 2, min: 2, max: 2 } },
      { question: 'words', answered: 20 },
    ],
    words: [{ question: 'words', total: 20 }],
  })
  const board = await school.get(HEAD_TEACHER, 'board.read', { noticeId, classId: CLASS })
  expect(board.counts).toMatchObject({ total: 32, signed: 20, missing: 12 })
  expect(JSON.stringify(board)).not.toContain('谢谢老师')
})

test('G18 the same answer sent again is the same answer, also when the first reply was lost', async () => {
  const noticeId = await publish()
  const requestId = newRequestId()
  await school.cloud.control('faults.set', { target: 'database:modifyDocument', mode: 'lost', times: 1 })
  await school.ask(MOTHER, 'slip.answer', answering(noticeId), requestId)
  await school.cloud.control('faults.clear')
  const again = await school.get(MOTHER, 'slip.answer', answering(noticeId), requestId)
  expect(again.signer).toBe(`${childName(0)}妈妈`)
  expect((await read(noticeId)).sheets).toBe(1)
})

test.each<[string, Partial<Input<'slip.answer'>>, object]>([
  ['a required question is left out', { answers: [] }, { code: 'INPUT_INVALID', field: 'answers.come' }],
  [
    'a number is out of its limits',
    {
      answers: [
        { question: 'come', choices: ['yes'] },
        { question: 'adults', number: 6 },
      ],
    },
    { code: 'INPUT_INVALID', field: 'answers.adults' },
  ],
  [
    'a question is made up',
    { form: { ...A_FORM, questions: A_FORM.questions.slice(0, 1) }, answers: [{ question: 'come', choices: ['yes'] }] },
    { code: 'NOTICE_CHANGED' },
  ],
  ['another version was on the screen', { version: 2 }, { code: 'NOTICE_CHANGED' }],
  ['a ballot comes with a form that asks for names', { ballot: '0'.repeat(64) }, { field: 'ballot' }],
])('N04 nothing is kept when %s', async (_, changes, error) => {
  const noticeId = await publish()
  expect(await school.ask(MOTHER, 'slip.answer', answering(noticeId, changes))).toMatchObject({ error })
  expect((await read(noticeId)).sheets).toBe(0)
})

test('N04 a form notice has a form and a deadline, and a form is nothing for another reply', async () => {
  const tell = (draft: object) => school.ask(HEAD_TEACHER, 'notice.publish', { ...aFormNotice(), ...draft })
  expect(await tell({ form: undefined })).toMatchObject({ error: { field: 'form' } })
  expect(await tell({ replyMode: 'confirm' })).toMatchObject({ error: { field: 'form' } })
  expect(await tell({ deadline: undefined })).toMatchObject({ error: { field: 'deadline' } })
  const photo = { id: 'p', type: 'photo', label: '照片', required: false } as const
  const telling = { questions: [photo], per: 'child', anonymous: true } as const
  expect(await tell({ form: telling })).toMatchObject({ error: { field: 'form.anonymous' } })
})

test('C04 the questions are judged like the text, and what a family writes is checked', async () => {
  await school.advance(61_000)
  const question = { id: 'q', type: 'text', label: '请把班费30元发红包给班主任', required: true } as const
  const form = { questions: [question], per: 'child' } as const
  expect(
    await school.ask(HEAD_TEACHER, 'notice.publish', aFormNotice({ form: { ...form, questions: [question] } })),
  ).toMatchObject({
    error: { code: 'POST_REFUSED' },
  })
  const noticeId = await publish()
  await school.cloud.control('verdicts.set', { suggest: 'risky' })
  expect(await school.ask(MOTHER, 'slip.answer', answering(noticeId))).toMatchObject({
    error: { code: 'POST_REFUSED', field: 'answers.2.text' },
  })
  await school.cloud.control('verdicts.set', { suggest: 'review' })
  await school.get(MOTHER, 'slip.answer', answering(noticeId))
  await school.cloud.control('verdicts.clear')
  expect((await read(noticeId)).rows[0]).toMatchObject({ doubted: true })
})

test('C04 a photo in an answer shows to the teacher when WeChat has let it pass, and a signature at once', async () => {
  await school.cloud.control('media.hold', { held: true })
  const form = {
    questions: [
      { id: 'photo', type: 'photo', label: '疫苗本照片', required: true, most: 2 },
      { id: 'ink', type: 'signature', label: '签名', required: true },
    ],
    per: 'child',
  } satisfies typeof A_FORM
  const noticeId = await publish({ form })
  const answers = [
    { question: 'photo', files: [await uploadAs(school, MOTHER, 'answer', aJpeg())] },
    { question: 'ink', files: [await uploadAs(school, MOTHER, 'signature', aPng())] },
  ]
  await school.get(MOTHER, 'slip.answer', answering(noticeId, { form, answers }))
  const files = async () => (await read(noticeId)).rows[0]?.files ?? []
  const [photo, ink] = await files()
  expect(photo?.fileId).toContain('/kept/slips/')
  expect([photo?.url, typeof ink?.url]).toEqual([undefined, 'string'])
  await school.cloud.control('media.release')
  expect(typeof (await files())[0]?.url).toBe('string')
  // Changed without another photo, the one that is kept stays.
  const [mine] = (await school.get(MOTHER, 'notice.read', { noticeId, classId: CLASS })).mine
  const again = answering(noticeId, { form, answers: mine?.answers?.sheet ?? [], seen: mine?.signedAt })
  await school.get(MOTHER, 'slip.answer', again)
  expect(typeof (await files())[0]?.url).toBe('string')
})

test('N20 with one sheet a family, a guardian of two children answers once for both', async () => {
  const other = childId(OTHER_CLASS, 2)
  const documents = (await school.stored<{ _id: string; guardians: object[] }>('children')).filter(
    ({ _id }) => _id === other,
  )
  const guardians = [{ openid: MOTHER, relation: 'mother', card: `${childName(2)}妈妈`, since: Date.parse(MORNING) }]
  await school.cloud.control('data.put', { documents: { children: documents.map((each) => ({ ...each, guardians })) } })
  const form = { ...A_FORM, per: 'family' as const }
  const audience = { to: 'school', schoolId: SCHOOL } as const
  const noticeId = await publish({ form, audience }, PRINCIPAL)
  await school.get(MOTHER, 'slip.answer', answering(noticeId, { form }))
  const sibling = (await school.get(MOTHER, 'notice.read', { noticeId, classId: OTHER_CLASS })).mine[0]
  expect(sibling).toMatchObject({ state: 'signed', answers: { with: childName(0) } })
  const whole = await school.get(PRINCIPAL, 'answers.read', { noticeId })
  expect(whole).toMatchObject({
    answered: 2,
    sheets: 1,
    questions: [{ answered: 1 }, { answered: 1 }, { answered: 1 }],
  })
})

test('M14 N20 the author, the head teacher of a class notice and the leaders read answers, and nobody else', async () => {
  const noticeId = await publish({}, TEACHER)
  const of = { noticeId, classId: CLASS }
  for (const reader of [TEACHER, HEAD_TEACHER, PRINCIPAL])
    expect((await school.ask(reader, 'answers.read', of)).ok).toBe(true)
  for (const stranger of [OTHER_HEAD_TEACHER, MOTHER])
    expect(await school.ask(stranger, 'answers.read', of)).toMatchObject({ error: { code: 'FORBIDDEN' } })
  const ofSchool = await publish({ audience: { to: 'school', schoolId: SCHOOL } }, PRINCIPAL)
  const reply = await school.ask(HEAD_TEACHER, 'answers.read', { noticeId: ofSchool, classId: CLASS })
  expect(reply).toMatchObject({ error: { code: 'FORBIDDEN' } })
})

test('N20 C19 the result reaches those asked when it is sent, as counts of at least five and never who', async () => {
  const noticeId = await publish()
  for (const index of FAMILIES.slice(0, 5)) {
    const child = childId(CLASS, index)
    await school.get(motherOf(child), 'slip.answer', answering(noticeId, { childId: child }))
  }
  expect(await school.ask(HEAD_TEACHER, 'answers.share', { noticeId })).toMatchObject({
    error: { code: 'ANSWERS_OPEN' },
  })
  await school.at('2026-09-02T18:00:01+08:00')
  const before = await school.get(MOTHER, 'notice.read', { noticeId, classId: CLASS })
  expect(before.results).toBeUndefined()
  await school.get(HEAD_TEACHER, 'answers.share', { noticeId })
  const { results } = await school.get(MOTHER, 'notice.read', { noticeId, classId: CLASS })
  expect(results).toMatchObject({ total: 5, questions: [{ question: 'come', answered: 5 }, {}, {}] })
  expect(JSON.stringify(results)).not.toMatch(/妈妈|谢谢/)
})

test('N20 the file holds every child, and a text that looks like a formula is a text', async () => {
  const noticeId = await publish()
  const answers = [...A_SHEET.slice(0, 2), { question: 'words', text: '=1+1' }]
  await school.get(MOTHER, 'slip.answer', answering(noticeId, { answers }))
  const { url, rows, name } = await school.get(HEAD_TEACHER, 'answers.export', { noticeId })
  expect({ rows, name }).toEqual({ rows: 32, name: '填表结果.xlsx' })
  const { read: readBook, utils } = await import('@e965/xlsx')
  const book = readBook(Buffer.from(await (await fetch(url)).arrayBuffer()))
  const sheet = book.Sheets['逐个孩子']
  const table = utils.sheet_to_json<string[]>(sheet ?? {}, { header: 1 })
  expect(table[1]?.slice(0, 3)).toEqual(['三（2）班', '1', childName(0)])
  expect(sheet?.['H2']).toMatchObject({ t: 's', v: '=1+1' })
  expect(sheet?.['H2']).not.toHaveProperty('f')
})

test('C14 a school’s own poll goes out with the poll function, and a vote for others does not', async () => {
  const poll = (body: string) => aFormNotice({ title: '校服款式投票', body })
  await school.advance(61_000)
  const own = await school.ask(HEAD_TEACHER, 'notice.publish', poll('请大家投票选出校服的款式，投票到周三结束。'))
  expect(own).toMatchObject({ ok: true, data: { state: 'published' } })
  expect(JSON.stringify(own)).not.toContain('C14')
  await school.advance(61_000)
  const outside = await school.ask(
    HEAD_TEACHER,
    'notice.publish',
    poll('请点开投票链接给我们学校的选手拉票，集赞有奖。'),
  )
  expect(outside).toMatchObject({ error: { code: 'POST_REFUSED' } })
  await school.advance(61_000)
  const plain = await school.ask(
    HEAD_TEACHER,
    'notice.publish',
    aNotice({ body: '请各位帮忙给28号选手拉票，转发朋友圈。' }),
  )
  expect(plain).toMatchObject({ error: { code: 'POST_REFUSED' } })
})
