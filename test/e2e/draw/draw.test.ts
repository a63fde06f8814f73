// Proves that a leader draws families on the phone, who was drawn answers once, and the leader sees numbers alone.
import { startHouse, type House } from '../main-job/house'
import { answerModal } from '../main-job/steps'

const SCHOOL = 'demo-school'

let house: House
beforeAll(async () => {
  house = await startHouse('2026-09-01T16:30:00+08:00', 'demo')
})
afterAll(() => house.stop())

test('H04 given a leader who draws every family, then the draw says how many, and that it can be made again', async () => {
  const { principal } = house
  await principal.open(`packages/compose/draw/draw?schoolId=${SCHOOL}`)
  await principal.see('这一学期还没有抽过')
  await principal.tap(['choice-chips', '.chip'], '100%')
  await answerModal(house, 'principal')
  await principal.press('抽取家庭')
  await principal.reach('packages/notice/draw/draw')
  await principal.see('已填0份')
  await principal.see('结果一致')
  await principal.see('截止后显示结果')
})

test('H04 given a family that was drawn, then it is asked on 今天, answers once, and is thanked', async () => {
  const { guardian } = house
  await guardian.open('pages/today/today')
  await guardian.see('随机抽到您家')
  await guardian.tap(['today-guardian', '.cell'], '随机抽到您家')
  await guardian.reach('packages/notice/survey/survey')
  await guardian.see('学校和老师看不到谁填的')
  await guardian.press('提交')
  await guardian.see('这一题要填')
  for (let question = 1; question <= 4; question++) {
    const chips = await guardian.all('form-fill', 'choice-chips', '.chip')
    await chips[(question - 1) * 4]?.tap()
    await guardian.rest()
  }
  await guardian.picture('survey')
  await guardian.press('提交')
  await guardian.see('已提交，谢谢您')
  await guardian.open('pages/today/today')
  await guardian.settle()
  expect(await guardian.words()).not.toContain('随机抽到您家')
})

test('H04 given an answer, then the leader sees that there is one more, and never whose', async () => {
  const { principal } = house
  await principal.open(`packages/compose/draw/draw?schoolId=${SCHOOL}`)
  await principal.see('已填1份')
  await principal.tap(['.cell'], '家长问卷')
  await principal.reach('packages/notice/draw/draw')
  await principal.see('已填1份')
  expect(await principal.words()).not.toContain('妈妈')
})
