// Proves that a head teacher opens reception days, a family books one time, and both see it on 今天.
import { startHouse, type House } from '../main-job/house'
import { answerModal } from '../main-job/steps'

const CLASS = 'demo-class-3-2'

let house: House
beforeAll(async () => {
  house = await startHouse('2026-09-01T16:30:00+08:00', 'demo')
})
afterAll(() => house.stop())

test('H13 given a head teacher, then every second Saturday is opened in times of a quarter of an hour', async () => {
  const { teacher } = house
  await teacher.open('pages/class/class')
  await teacher.tap(['.cell'], '家长接待')
  await teacher.reach('packages/talk/reception/reception')
  await teacher.see('还没有接待日')
  await teacher.press('开放接待')
  await teacher.reach('packages/talk/reception-open/reception-open')
  await teacher.type('在哪里接待', '三楼接待室')
  await teacher.tap(['choice-chips', '.chip'], '隔周')
  await teacher.see('9月5日、9月19日')
  await teacher.press('开放预约')
  await teacher.reach('packages/talk/reception/reception')
  await teacher.see('三楼接待室')
})

test('H13 given a family, then it books from 今天, sees its time there, and has no second one', async () => {
  const { guardian } = house
  await guardian.open('pages/today/today')
  await guardian.tap(['today-guardian', '.cell'], '家长接待日，可以预约')
  await guardian.reach('packages/talk/reception/reception')
  await answerModal(house, 'guardian')
  await guardian.tap(['.cell'], '09:15')
  await guardian.see('已约，')
  await guardian.picture('reception')
  await guardian.open('pages/today/today')
  await guardian.see('已约好')
})

test('H13 given the day is over, then the teacher notes in two taps that the family came', async () => {
  const { teacher } = house
  await house.control('clock.set', { now: '2026-09-05T11:30:00+08:00' })
  await teacher.open(`packages/talk/reception/reception?classId=${CLASS}`)
  await teacher.tap(['.cell'], '09:15')
  await teacher.tap(['words-panel', 'choice-chips', '.chip'], '谈了学习')
  await teacher.press('记下', 'words-panel')
  await teacher.see('来了：谈了学习')
})
