// Walks a term’s feedback on the phones: missed, sent, answered, and its sums seen.
import { randomBytes } from 'node:crypto'
import type { NoticeDraft } from '@class-pact/core/contract'
import { startHouse, type House } from '../main-job/house'
import { get, stored } from '../main-job/steps'

const SCHOOL = 'demo-school'
const CLASS = 'demo-class-3-2'
const REPORT = `packages/statistics/report/report?schoolId=${SCHOOL}`
/** The guardian of the phone answers, and five more. */
const OTHERS = 5

let house: House
const known = { noticeId: '', classId: CLASS }
beforeAll(async () => {
  house = await startHouse('2027-01-14T10:00:00+08:00', 'demo')
})
afterAll(() => house.stop())

test('G14 given the last weeks of a term, then the report says that feedback is missing, and leads to the form, filled', async () => {
  const { principal } = house
  await principal.open(REPORT)
  await principal.tap(['.cell'], '学校')
  await principal.see('学期反馈还没有收集')
  await principal.tap(['.cell'], '学期反馈还没有收集')
  await principal.reach('packages/compose/compose/compose')
  await principal.see('全校')
  await principal.find(['form-editor', 'segmented'], '匿名')
})

test('G14 when a leader asks with a form and picks 学期反馈, then it goes to the whole school', async () => {
  const { principal } = house
  await principal.open('packages/compose/compose/compose')
  await principal.tap(['reply-choice', 'choice-chips', '.chip'], '填表')
  await principal.tap(['form-editor', 'choice-chips', '.chip'], '学期反馈')
  await principal.picture('feedback-compose')
  await principal.press('预览')
  await principal.reach('packages/compose/preview/preview')
  await principal.see('单选：很满意、满意、一般、不满意、很不满意；必填')
  await principal.see('每家填一份，匿名')
  await principal.press('发送')
  await principal.see('已发送')
  await house.control('timers.run', { name: 'scheduler' })
  const found = await stored<{ _id: string; draft: NoticeDraft }>(house, 'notices')
  known.noticeId = found.find(({ draft }) => draft.feedback)?._id ?? ''
  expect(known.noticeId).not.toBe('')
})

test('G14 given a family, then it answers the questions and is told that nobody sees who did', async () => {
  const { guardian } = house
  await guardian.open(`packages/notice/detail/detail?noticeId=${known.noticeId}&classId=${CLASS}`)
  await guardian.see('老师看不到谁答的')
  for (let question = 0; question < 4; question++) {
    const chips = await guardian.all('form-fill', 'choice-chips', '.chip')
    await chips[question * 5]?.tap()
    await guardian.rest()
  }
  await guardian.picture('feedback-fill')
  await guardian.press('提交')
  await guardian.see('已提交')
})

test('G14 when families have answered and the week is over, then the report leads to the sums of every question', async () => {
  const { principal } = house
  const { noticeId, classId } = known
  const found = await stored<{ _id: string; draft: NoticeDraft }>(house, 'notices')
  const form = found.find(({ _id }) => _id === noticeId)?.draft.form
  const [slip] = (
    await stored<{ noticeId: string; classId: string; entries: Record<string, { signedAt?: number }> }>(house, 'slips')
  ).filter((each) => each.noticeId === noticeId && each.classId === CLASS)
  const children = await stored<{ _id: string; guardians: { openid: string }[] }>(house, 'children')
  const asked = children.filter(
    ({ _id, guardians }) => guardians.length > 0 && slip?.entries[_id] && !slip.entries[_id].signedAt,
  )
  for (const { _id: childId, guardians } of asked.slice(0, OTHERS))
    await get(house, guardians[0]?.openid ?? '', 'slip.answer', {
      ...{ noticeId, classId, childId, version: 1, form, ballot: randomBytes(32).toString('hex') },
      answers: form?.questions.slice(0, 4).map(({ id }) => ({ question: id, choices: ['c2'] })),
    })
  await principal.open(REPORT)
  await principal.see('收到6份')
  await house.control('clock.set', { now: '2027-01-22T10:00:00+08:00' })
  await principal.open(REPORT)
  await principal.tap(['.cell'], '收到6份')
  await principal.reach('packages/notice/answers/answers')
  await principal.see('收到6份')
  await principal.see('17%')
  await principal.see('83%')
  await principal.picture('feedback-answers')
  expect(await principal.words()).not.toContain('妈妈')
})
