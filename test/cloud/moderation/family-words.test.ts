// Decides that what families write beside forms is judged by the pact with the names of the class (G02, L01).
import type { Input } from '@class-pact/core/contract'
import {
  CLASS,
  HEAD_TEACHER,
  PRINCIPAL,
  anOuting,
  childId,
  givenSchool,
  motherOf,
  type GivenSchool,
} from '../given-school'
import { A_FORM, aFormNotice } from '../given-form'
import { patch, withRules } from '../talk/given-talk'

const CHILD = childId(CLASS, 0)
const MOTHER = motherOf(CHILD)

let school: GivenSchool
beforeEach(async () => {
  school = await givenSchool()
  // Their name is known: what is doubted is what they say, not who they are.
  type Child = { _id: string; guardians: { openid: string }[] }
  const found = (await school.stored<Child>('children')).find(({ _id }) => _id === CHILD)
  const guardians = (found?.guardians ?? []).map((each) => ({
    ...each,
    ...(each.openid === MOTHER && { name: '王芳' }),
  }))
  await patch(school, 'children', CHILD, { guardians })
})
afterEach(() => school.stop())

const aLetterToParents = async () => {
  const { noticeId } = await school.get(
    HEAD_TEACHER,
    'notice.publish',
    anOuting({ kind: 'letter', title: '告家长书', event: undefined, body: '关于秋季作息调整，请阅读后签字。' }),
  )
  return { noticeId, classId: CLASS }
}
const sign = (at: { noticeId: string; classId: string }, opinion: string) =>
  school.ask(MOTHER, 'slip.sign', { ...at, childId: CHILD, version: 1, typedName: '王芳', opinion })
const leaveFor = (reason: string): Input<'leave.submit'> => ({
  ...{ childId: CHILD, kind: 'personal', reason, proof: [] },
  span: { from: '2026-09-03', fromHalf: 'am', to: '2026-09-03', toHalf: 'pm' },
})

test('L01 an opinion that asks for leave is refused, cites the pact, and offers the leave form; signing goes on without it', async () => {
  const at = await aLetterToParents()
  expect(await sign(at, '明天孩子发烧，请假一天')).toMatchObject({
    error: {
      ...{ code: 'POST_REFUSED', rule: 'L01', field: 'opinion', cite: { rule: 'L01', pactVersion: 1 } },
      wayOut: ['leave_form'],
    },
  })
  expect(await sign(at, '同意，请学校注意放学安全')).toMatchObject({ data: { first: true } })
})

test('C08 G17 an angry opinion is taken, and waits unread until a leader has looked; the author of the letter sees only that it is there', async () => {
  const at = await aLetterToParents()
  expect(await sign(at, '老师太不负责任，真是垃圾老师')).toMatchObject({ ok: true })
  const forStaff = await school.get(HEAD_TEACHER, 'slip.opinions', at)
  expect(forStaff.opinions).toMatchObject([{ doubted: true }])
  expect(forStaff.opinions[0]?.words).toBeUndefined()
  expect(await school.get(PRINCIPAL, 'slip.opinions', at)).toMatchObject({
    opinions: [{ doubted: true, words: '老师太不负责任，真是垃圾老师' }],
  })
})

test('C13 G02 what the school’s own pact has taken out is not refused by the school, and what no school may allow still is', async () => {
  await withRules(school, { L01: undefined })
  const at = await aLetterToParents()
  expect(await sign(at, '加我微信领红包')).toMatchObject({
    error: { code: 'POST_REFUSED', rule: 'C13', field: 'opinion' },
  })
  expect(await sign(at, '明天孩子发烧，请假一天')).toMatchObject({ ok: true })
})

test('N05 G02 signing a letter with an opinion still takes 2 calls of the database', async () => {
  const at = await aLetterToParents()
  await school.cloud.control('counters.reset')
  expect(await sign(at, '同意，请学校注意放学安全')).toMatchObject({ ok: true })
  expect(await school.databaseCalls('slip.sign')).toBeLessThanOrEqual(2)
})

test('L01 an answer to a form that asks for leave names the question it stands at', async () => {
  const { noticeId } = await school.get(HEAD_TEACHER, 'notice.publish', aFormNotice())
  const sheet = (text: string): Input<'slip.answer'> => ({
    ...{ noticeId, classId: CLASS, childId: CHILD, version: 1, form: A_FORM },
    answers: [
      { question: 'come', choices: ['yes'] },
      { question: 'words', text },
    ],
  })
  expect(await school.ask(MOTHER, 'slip.answer', sheet('明天孩子发烧，请假一天'))).toMatchObject({
    error: { code: 'POST_REFUSED', rule: 'L01', field: 'answers.1.text' },
  })
  expect(await school.ask(MOTHER, 'slip.answer', sheet('希望多安排户外活动'))).toMatchObject({ ok: true })
})

test('L01 L03 a leave is never held: an angry reason goes through, only what is refused comes back', async () => {
  expect(await school.ask(MOTHER, 'leave.submit', leaveFor('家里有事，老师别再烦我'))).toMatchObject({ ok: true })
})
