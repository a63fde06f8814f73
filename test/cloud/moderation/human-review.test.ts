// Decides what 请人工看 turns into a look of a leader, and what it never does (C05–C07, G01).
import type { Input } from '@class-pact/core/contract'
import {
  CLASS,
  HEAD_TEACHER,
  PRINCIPAL,
  SCHOOL,
  aNotice,
  childName,
  givenSchool,
  type GivenSchool,
} from '../given-school'

let school: GivenSchool
beforeEach(async () => {
  school = await givenSchool()
})
afterEach(() => school.stop())

const SUPERSTITION = '烧香算命可以转运，请各位试试。'
const publish = (body: string, more: Partial<Input<'notice.publish'>> = {}) =>
  school.ask(HEAD_TEACHER, 'notice.publish', { ...aNotice({ title: '民俗课', body }), ...more })
const queue = async () => (await school.get(PRINCIPAL, 'review.list', { schoolId: SCHOOL })).items

test('C06 G01 a refused notice that its author wants looked at waits for a leader, who is told so, and lets it out', async () => {
  expect(await publish(SUPERSTITION)).toMatchObject({ error: { code: 'POST_REFUSED', rule: 'C06' } })
  const sent = await publish(SUPERSTITION, { review: true })
  expect(sent).toMatchObject({ data: { state: 'held' } })
  const noticeId = sent.ok ? sent.data.noticeId : ''
  expect(await queue()).toMatchObject([{ noticeId, asksReview: true, author: '语文王老师' }])
  expect(await school.ask(HEAD_TEACHER, 'review.decide', { noticeId, decision: 'approve' })).toMatchObject({
    ok: false,
  })
  await school.get(PRINCIPAL, 'review.decide', { noticeId, decision: 'approve' })
  expect(await school.get(HEAD_TEACHER, 'notice.read', { noticeId, classId: CLASS })).toMatchObject({
    state: 'published',
  })
  const { rows } = await school.get(HEAD_TEACHER, 'log.read', { classId: CLASS })
  expect(rows.map(({ result }) => result)).toEqual(expect.arrayContaining(['refuse', 'hold', 'approve']))
})

const SCORES = `数学成绩：${childName(0)}98分，第1名；${childName(1)}61分，第40名。`
test.each([
  ['a list of marks', SCORES],
  ['superstition beside a list of marks', `${SUPERSTITION}${SCORES}`],
])('C18 %s is refused also when its author wants it looked at', async (_, body) => {
  expect(await publish(body, { review: true })).toMatchObject({ error: { code: 'POST_REFUSED' } })
  expect(await queue()).toEqual([])
})

test('C04 what WeChat calls risky is refused also then; what nobody refuses goes out at once', async () => {
  await school.cloud.control('verdicts.set', { suggest: 'risky', label: 20001, times: 1 })
  expect(await publish(SUPERSTITION, { review: true })).toMatchObject({ error: { code: 'POST_REFUSED' } })
  const sent = await publish('本周五下午两点在教室开家长会，请准时参加。', { review: true })
  expect(sent).toMatchObject({ data: { state: 'published' } })
})

test('C06 a correction that is refused is looked at likewise, and the notice stands as it was meanwhile', async () => {
  const published = await publish('本周五下午两点开民俗课，请带一件老物件。')
  const noticeId = published.ok ? published.data.noticeId : ''
  const amending: Input<'notice.amend'> = {
    ...{ noticeId, audience: { to: 'classes', classIds: [CLASS] }, version: 1, photos: [], asksAgain: false },
    ...{ title: '民俗课', body: SUPERSTITION, note: '改了内容' },
  }
  expect(await school.ask(HEAD_TEACHER, 'notice.amend', amending)).toMatchObject({ error: { code: 'POST_REFUSED' } })
  expect(await school.ask(HEAD_TEACHER, 'notice.amend', { ...amending, review: true })).toMatchObject({
    data: { state: 'held' },
  })
  expect(await queue()).toMatchObject([{ asksReview: true }])
  expect(await school.get(HEAD_TEACHER, 'notice.read', { noticeId, classId: CLASS })).toMatchObject({ version: 1 })
})
