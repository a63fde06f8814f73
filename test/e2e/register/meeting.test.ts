// Proves that a meeting without a plan is not announced, leads to the plan, and then goes out (H03).
import type { House } from '../main-job/house'
import type { Element } from '../main-job/phone'
import { stored } from '../main-job/steps'
import { CLASS, FORM, LONG_MS, startKeeping } from './given-keeping'

const COMPOSE = `packages/compose/compose/compose?classId=${CLASS}`
const PREVIEW = 'packages/compose/preview/preview'

let house: House
beforeAll(async () => {
  house = await startKeeping('2026-09-01T10:00:00+08:00', 'parents-meeting')
}, LONG_MS)
afterAll(() => house.stop())

const isOut = async () => (await stored<{ title: string }>(house, 'slips')).some(({ title }) => title === '期初家长会')

/** What the wheels of a day or a time give back. */
const choose = async (method: 'onDay' | 'onTime', id: string, value: string) => {
  const fill = await house.teacher.find(['form-fill'])
  const event = { detail: { value }, currentTarget: { dataset: { id } } }
  await (fill as Element & { callMethod(method: string, event: object): Promise<void> }).callMethod(method, event)
  await house.teacher.rest()
}

it(
  'H03 given no plan, when a meeting is to be announced, then it can not be, and one tap leads to the plan',
  async () => {
    const { teacher } = house
    await teacher.open(COMPOSE)
    await teacher.tap(['choice-chips', '.chip'], '家长会')
    await teacher.type('标题', '期初家长会')
    await teacher.type('正文', '9月10日（周四）下午三点在教室开家长会，请家长准时到校，谢谢大家。')
    await teacher.type('地点', '三（2）班教室')
    const page = await teacher.page()
    await page.callMethod('pick', 'day')
    await page.callMethod('onPicked', { detail: { value: '2026-09-10' } })
    await teacher.press('预览')
    await teacher.reach(PREVIEW)
    await teacher.press('发送')
    await teacher.see('学校要求先写好“家长会”的方案再发通知，草稿还在。')
    expect(await isOut()).toBe(false)
    await teacher.picture('register-plan-needed')
    await teacher.tap(['page-frame', 'rule-card', '.mini'], '去写方案')
    await teacher.reach(FORM)
    await teacher.see('家长会')
  },
  LONG_MS,
)

it(
  'H03 when the plan is written, then the same draft goes out',
  async () => {
    const { teacher } = house
    await choose('onDay', 'day', '2026-09-10')
    await choose('onTime', 'time', '15:00')
    await teacher.tap(['form-fill', 'choice-chips', '.chip'], '到校')
    await teacher.tap(['form-fill', 'choice-chips', '.chip'], '学习情况')
    await teacher.type('方案', '先说班级这学期的安排，再听家长的意见，最后一对一看作业。', 'form-fill')
    await teacher.press('记下')
    await teacher.see('再听家长的意见')
    await teacher.rest()
    await teacher.client.navigateBack()
    await teacher.reach(PREVIEW)
    await teacher.press('发送')
    await teacher.see('0/40')
    expect(await isOut()).toBe(true)
  },
  LONG_MS,
)
