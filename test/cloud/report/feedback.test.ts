// Proves a term’s feedback: who is asked, who sees what of it, and what the term before said.
import { randomBytes } from 'node:crypto'
import { startForm, toDraft } from '../../../miniprogram/packages/compose/compose/form'
import { fillFeedback } from '../../../miniprogram/packages/compose/compose/feedback'
import type { NoticeDraft, NoticeForm } from '@class-pact/core/contract'
import { openBook } from '../appraisal/given-exports'
import {
  CLASS,
  HEAD_TEACHER,
  OFFICE,
  OTHER_CLASS,
  PRINCIPAL,
  SCHOOL,
  TEACHER,
  childId,
  childName,
  givenSchool,
  motherOf,
  type GivenSchool,
} from '../given-school'

/** Twenty days before the usual autumn term ends. */
const JANUARY = '2027-01-11T10:00:00+08:00'
const JUNE = '2027-06-21T10:00:00+08:00'
const WEEK_AND_A_DAY_MS = 8 * 86_400_000
/** Children that have a mother. */
const WITH_MOTHER = [0, 1, 3, 4, 6, 7, 9]

let school: GivenSchool
beforeAll(async () => {
  school = await givenSchool({ now: JANUARY, children: 10 })
})
afterAll(() => school.stop())

const inspect = () => school.get(PRINCIPAL, 'report.inspection', { schoolId: SCHOOL })
const openFeedback = async () => (await inspect()).school.filter(({ kind }) => kind === 'feedback')
const refused = (code: string) => ({ ok: false, error: { code } })

/** As the page of a leader fills and sends it. */
async function aFeedback(openid = PRINCIPAL, role: 'principal' | 'office' = 'principal'): Promise<NoticeDraft> {
  const prepared = await school.get(openid, 'notice.prepare', { schoolId: SCHOOL })
  const { now } = await inspect()
  const empty = startForm(prepared, {
    key: 'k',
    role,
    schoolId: SCHOOL,
    schoolName: '',
    schoolKind: 'primary',
    card: '',
  })
  return toDraft({ ...empty, ...fillFeedback(empty, prepared, now) }, role)
}

/** @param step of the scale: the first is the best */
async function answer(noticeId: string, form: NoticeForm, classId: string, index: number, step: number, words = '') {
  const child = childId(classId, index)
  const answers = form.questions.map(({ id, type }) =>
    type === 'text' ? { question: id, text: words } : { question: id, choices: [`c${step}`] },
  )
  await school.get(motherOf(child), 'slip.answer', {
    ...{ noticeId, classId, childId: child, version: 1, form, ballot: randomBytes(32).toString('hex') },
    answers: answers.filter(({ text }) => text !== ''),
  })
}

const known = { noticeId: '', form: { questions: [], per: 'family' } as NoticeForm }
const publish = async (draft: NoticeDraft, openid = PRINCIPAL) =>
  (await school.get(openid, 'notice.publish', draft)).noticeId

test('G14 given the last weeks of a term and no feedback, then the inspection lists it as open until the term ends', async () => {
  expect(await openFeedback()).toEqual([
    { kind: 'feedback', title: '', count: 1, until: Date.parse('2027-02-01T00:00:00+08:00'), overdue: false },
  ])
  const { url } = await school.get(PRINCIPAL, 'report.figures', { schoolId: SCHOOL, range: 'term' })
  expect((await openBook(url)).lines('督查清单').some((line) => line.includes('学期反馈未收集'))).toBe(true)
})

test('G14 C28 when feedback is to go to a class, or by name, then it is refused', async () => {
  const draft = await aFeedback()
  const wrong: [string, NoticeDraft][] = [
    [HEAD_TEACHER, { ...draft, source: undefined, audience: { to: 'classes', classIds: [CLASS] } }],
    [PRINCIPAL, { ...draft, form: { ...(draft.form ?? known.form), anonymous: false } }],
  ]
  for (const [who, input] of wrong)
    expect(await school.ask(who, 'notice.publish', input)).toMatchObject({
      error: { code: 'INPUT_INVALID', field: 'feedback' },
    })
})

test('G14 when the principal sends the form as the page fills it, then it goes out, once a term, and is open no more', async () => {
  const draft = await aFeedback()
  expect(draft.form).toMatchObject({ per: 'family', anonymous: true })
  known.form = draft.form ?? known.form
  expect(known.form.questions.map(({ type }) => type)).toEqual(['single', 'single', 'single', 'single', 'text'])
  const published = await school.get(PRINCIPAL, 'notice.publish', draft)
  expect(published).toMatchObject({ state: 'published', verdict: 'allow' })
  known.noticeId = published.noticeId
  await school.tick()
  const again = await school.ask(OFFICE, 'notice.publish', await aFeedback(OFFICE, 'office'))
  expect(again).toMatchObject({ error: { code: 'FEEDBACK_SENT', facts: { title: '学期反馈' } } })
  expect(await openFeedback()).toEqual([])
})

test('G14 when families answer, then the inspection says how many, and before the deadline nobody what', async () => {
  const { noticeId, form } = known
  await school.advance(60_000)
  for (const [at, index] of WITH_MOTHER.slice(0, 6).entries())
    await answer(noticeId, form, CLASS, index, at < 4 ? 1 : 3, at === 0 ? '希望通知早一点发' : '')
  for (const index of [0, 1]) await answer(noticeId, form, OTHER_CLASS, index, 5)
  const { feedback } = await inspect()
  expect(feedback).toMatchObject({ noticeId, title: '学期反馈', isOut: true, asked: 20, answered: 8, sheets: 8 })
  expect(await school.get(PRINCIPAL, 'answers.read', { noticeId })).toMatchObject({ hidden: 'open', questions: [] })
})

test('G14 after the deadline leaders see counts of every question and what was written, and there is no term before', async () => {
  const { noticeId } = known
  await school.advance(WEEK_AND_A_DAY_MS)
  const page = await school.get(PRINCIPAL, 'answers.read', { noticeId })
  expect(page).toMatchObject({ sheets: 8, rows: [] })
  expect(page.before).toBeUndefined()
  for (const { answered, choices } of page.questions.slice(0, 4))
    expect([answered, choices?.map(({ count }) => count)]).toEqual([8, [4, 0, 2, 0, 2]])
  expect(page.words).toEqual([{ question: 'q5', total: 1, words: ['希望通知早一点发'] }])
})

test('G14 N20 given a class in which two answered, then neither it nor the class that would tell of it by taking away is shown', async () => {
  const { noticeId } = known
  for (const classId of [CLASS, OTHER_CLASS]) {
    const page = await school.get(PRINCIPAL, 'answers.read', { noticeId, classId })
    expect(page).toMatchObject({ hidden: 'few', questions: [], words: [], rows: [] })
    expect(await school.ask(PRINCIPAL, 'answers.export', { noticeId, classId })).toMatchObject(refused('ANSWERS_FEW'))
  }
})

test('G14 when the result is taken along, then its workbook says the counts and what was written, and names nobody', async () => {
  const { noticeId } = known
  const { url } = await school.get(OFFICE, 'answers.export', { noticeId })
  const book = await openBook(url)
  expect(book.names).toEqual(['汇总'])
  const lines = book.lines('汇总')
  expect(lines[0]).toEqual(['收到', 8, '份'])
  expect(lines).toContainEqual(['通知及时、清楚', 8, '人填'])
  expect(lines.filter((line) => line[1] === '很满意').map((line) => line[2])).toEqual([4, 4, 4, 4])
  expect(lines.some((line) => line.includes('希望通知早一点发'))).toBe(true)
  for (const index of WITH_MOTHER) expect(JSON.stringify(lines)).not.toContain(childName(index))
})

test('G14 C28 teachers and guardians read neither result nor inspection; of what was written they read nothing', async () => {
  const { noticeId } = known
  const mother = motherOf(childId(CLASS, 0))
  for (const who of [HEAD_TEACHER, TEACHER, mother]) {
    for (const input of [{ noticeId }, { noticeId, classId: CLASS }]) {
      expect(await school.ask(who, 'answers.read', input)).toMatchObject(refused('FORBIDDEN'))
      expect(await school.ask(who, 'answers.export', input)).toMatchObject(refused('FORBIDDEN'))
    }
    expect(await school.ask(who, 'report.inspection', { schoolId: SCHOOL })).toMatchObject(refused('FORBIDDEN'))
  }
  await school.get(PRINCIPAL, 'answers.share', { noticeId })
  const seen = await school.get(mother, 'notice.read', { noticeId, classId: CLASS })
  expect(seen.results).toMatchObject({ total: 8 })
  expect(JSON.stringify(seen)).not.toContain('希望通知早一点发')
})

test('X08 C28 given an inspection and a result, then no child and no family is named or set beside another', async () => {
  const { noticeId } = known
  const all = JSON.stringify([await inspect(), await school.get(PRINCIPAL, 'answers.read', { noticeId })])
  for (const index of WITH_MOTHER) expect(all).not.toContain(childName(index))
  expect(all).not.toContain('妈妈')
})

test('G14 in the next term it can be asked again, also anew after it was taken back, and stands beside the last term’s', async () => {
  await school.at(JUNE)
  expect((await inspect()).feedback).toBeUndefined()
  const first = await publish(await aFeedback())
  await school.tick()
  await school.get(PRINCIPAL, 'notice.withdraw', { noticeId: first, reason: '日期写错了' })
  const noticeId = await publish(await aFeedback(OFFICE, 'office'), OFFICE)
  await school.tick()
  await school.advance(60_000)
  for (const classId of [CLASS, OTHER_CLASS])
    for (const index of WITH_MOTHER) await answer(noticeId, known.form, classId, index, 2)
  expect((await inspect()).feedback).toMatchObject({ noticeId, sheets: 14 })
  await school.advance(WEEK_AND_A_DAY_MS)
  const page = await school.get(PRINCIPAL, 'answers.read', { noticeId })
  expect(page.questions[0]?.choices?.map(({ count }) => count)).toEqual([0, 14, 0, 0, 0])
  expect(page.before).toMatchObject({ sheets: 8 })
  expect(page.before?.questions[0]?.choices?.map(({ count }) => count)).toEqual([4, 0, 2, 0, 2])
  expect(JSON.stringify(page.before)).not.toContain('希望通知早一点发')
  for (const classId of [CLASS, OTHER_CLASS])
    expect(await school.get(PRINCIPAL, 'answers.read', { noticeId, classId })).toMatchObject({ sheets: 7 })
})
