// Decides that a guardian and a teacher find notices on their phones: by words, by kind, by where they stand.
import { startHouse, type House } from '../main-job/house'
import type { Phone } from '../main-job/phone'
import { get, handFile, openSchool, seatHeadTeacher, stored } from '../main-job/steps'

const TEACHER = 'o-head_teacher'
const HEADER = '班级,学号,姓名,家长,家长电话'
const CHILDREN = ['一（1）班,1,李子函,方圆,13900001095', '一（1）班,2,赵走走,赵父,13900001096']
const LIST = 'pages/notices/notices'

let house: House

beforeAll(async () => {
  house = await startHouse('2026-09-01T10:00:00+08:00')
  await openSchool(house)
  await house.principal.press('导入名单')
  await house.principal.reach('packages/school/import/import')
  await handFile(house, '名单.csv', [HEADER, ...CHILDREN].join('\n'))
  await house.principal.press('选表格')
  await house.principal.see('新来2')
  await house.principal.press('导入')
  await house.principal.press('看学校')
  await house.principal.see('一（1）班')
  const [itsClass] = await stored<{ _id: string }>(house, 'classes')
  const child = (await stored<{ _id: string; name: string }>(house, 'children')).find(({ name }) => name === '赵走走')
  const classId = itsClass?._id ?? ''
  await seatHeadTeacher(house, classId, TEACHER, '王芳')
  const place = { purpose: 'child', classId, childId: child?._id }
  const { token } = await get<{ token: string }>(house, TEACHER, 'invitation.create', place)
  const { guardian } = house
  await guardian.open(`packages/join/invite/invite?token=${token}`)
  await guardian.tap(['choice-chips', '.chip'], '妈妈')
  await guardian.press('同意并加入')
  await guardian.reach('packages/join/status/status')
  const say = async (draft: object) => {
    await house.control('clock.advance', { ms: 61_000 })
    const plain = { kind: 'notice', photos: [], replyMode: 'confirm', audience: { to: 'classes', classIds: [classId] } }
    return get<{ noticeId: string }>(house, TEACHER, 'notice.publish', { ...plain, ...draft })
  }
  await say({ title: '开学第一课', body: '周四上午请穿校服，带好水杯。' })
  await say({
    ...{ kind: 'outing', title: '秋游通知', replyMode: 'sign', event: { day: '2026-09-10', place: '植物园' } },
    ...{ body: '下周四上午八点在操场集合，请穿运动鞋。', deadline: Date.parse('2026-09-03T18:00:00+08:00') },
  })
  const { noticeId } = await say({ title: '图书角开放', body: '欢迎带一本旧书来交换。' })
  await get(house, TEACHER, 'notice.withdraw', { noticeId, reason: '日期写错了' })
})
afterAll(() => house.stop())

const shown = async (phone: Phone): Promise<string[]> => {
  const lines = await phone.all('notice-cell', '.cell')
  return Promise.all(lines.map((line) => line.text()))
}
const expectShown = async (phone: Phone, ...titles: string[]) => {
  await phone.rest()
  const lines = await shown(phone)
  expect(lines.map((line) => titles.find((title) => line.includes(title)) ?? line)).toEqual(titles)
}

it('N12 N14 given three notices, then the unsigned important one is on top, and each says kind, sender and state', async () => {
  const { guardian } = house
  await guardian.open(LIST)
  await guardian.find(['notice-cell', '.cell'], '图书角开放')
  await expectShown(guardian, '秋游通知', '图书角开放', '开学第一课')
  const [outing = '', library = ''] = await shown(guardian)
  for (const words of ['班级', '外出', '语文王老师', '待签']) expect(outing).toContain(words)
  expect(library).toContain('已撤回')
})

it('N12 given words of a body, then the guardian finds the notice, opens it, and comes back to what was found', async () => {
  const { guardian } = house
  await guardian.type('找通知', '水杯')
  await guardian.find(['notice-cell', '.cell'], '开学第一课')
  await expectShown(guardian, '开学第一课')
  await guardian.tap(['notice-cell', '.cell'], '开学第一课')
  await guardian.reach('packages/notice/detail/detail')
  await guardian.client.navigateBack()
  await guardian.reach(LIST)
  await expectShown(guardian, '开学第一课')
})

it('N12 given words that are nowhere, then it says so and leads back to all', async () => {
  const { guardian } = house
  await guardian.type('找通知', '游泳')
  await guardian.see('没有找到“游泳”')
  await guardian.tap(['empty-state', '.mini'], '看全部通知')
  await guardian.find(['notice-cell', '.cell'], '秋游通知')
  await expectShown(guardian, '秋游通知', '图书角开放', '开学第一课')
})

it('N12 given states and kinds, then the guardian narrows by both, and takes it back', async () => {
  const { guardian } = house
  await guardian.tap(['choice-chips', '.chip'], '已撤回')
  await guardian.find(['notice-cell', '.cell'], '图书角开放')
  await expectShown(guardian, '图书角开放')
  await guardian.tap(['choice-chips', '.chip'], '待签')
  await guardian.find(['notice-cell', '.cell'], '秋游通知')
  await guardian.tap(['.text-btn'], '筛选')
  await guardian.tap(['filter-panel', 'choice-chips', '.chip'], '收费')
  await guardian.tap(['filter-panel', 'dock', '.primary'], '看这些通知')
  await guardian.see('没有这样的通知')
  await guardian.tap(['.text-btn'], '不筛选')
  await guardian.find(['notice-cell', '.cell'], '秋游通知')
})

it('N12 given no network, then the phone looks through what it has, and says so', async () => {
  const { guardian } = house
  await guardian.tap(['choice-chips', '.chip'], '全部')
  await guardian.find(['notice-cell', '.cell'], '图书角开放')
  await guardian.rest()
  await house.control('phone.setOnline', { phone: 'guardian', online: false })
  await guardian.type('找通知', '秋游')
  await guardian.see('网络不通，只找了手机上最近的3份')
  await expectShown(guardian, '秋游通知')
  await house.control('phone.setOnline', { phone: 'guardian', online: true })
})

it('N12 given the teacher’s phone, then words and states find what is the class’s', async () => {
  const { teacher } = house
  await teacher.open(LIST)
  await teacher.find(['notice-cell', '.cell'], '秋游通知')
  await teacher.type('找通知', '操场集合')
  await expectShownSoon(teacher, '秋游通知')
  await teacher.tap(['choice-chips', '.chip'], '已签')
  await teacher.see('没有找到“操场集合”')
  await teacher.tap(['choice-chips', '.chip'], '待签')
  await teacher.find(['notice-cell', '.cell'], '秋游通知')
})

/** What was typed a moment ago is asked for when it rests. */
async function expectShownSoon(phone: Phone, title: string): Promise<void> {
  for (;;) {
    const lines = await shown(phone)
    if (lines.length === 1 && lines[0]?.includes(title)) return
    await phone.rest()
  }
}

it('N10 given the reminders of a family, then it chooses the daily summary, and the choice stands', async () => {
  const { guardian } = house
  await guardian.open('packages/settings/reminders/reminders')
  await guardian.find(['choice-chips', '.chip'], '一份一份来')
  expect(await guardian.words()).not.toContain('待办')
  await guardian.tap(['choice-chips', '.chip'], '每天17:30一次')
  await guardian.rest()
  expect(await get(house, 'o-guardian', 'session.read', {})).toMatchObject({ daily: true })
})
