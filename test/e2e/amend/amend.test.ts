// Decides that a notice is corrected and taken back on the phones, and that families see what changed (N11, T13, G18).
import { startHouse, type House } from '../main-job/house'
import { get, handFile, openSchool, seatHeadTeacher, stored } from '../main-job/steps'

const TEACHER = 'o-head_teacher'
const GUARDIAN = 'o-guardian'
const ROWS = [
  '班级,学号,姓名,家长,家长电话',
  '一（1）班,1,赵走走,赵父,13900001096',
  '一（1）班,2,钱多多,钱父,13900001099',
]

let house: House
const known = { classId: '', childId: '', noticeId: '' }
const board = () => `packages/notice/board/board?noticeId=${known.noticeId}&classId=${known.classId}`
const detail = () => `packages/notice/detail/detail?noticeId=${known.noticeId}&classId=${known.classId}`

beforeAll(async () => {
  house = await startHouse('2026-09-01T10:00:00+08:00')
})
afterAll(() => house.stop())

it('N11 given a notice that a guardian has signed', async () => {
  const { principal, guardian } = house
  await openSchool(house)
  await principal.press('导入名单')
  await principal.reach('packages/school/import/import')
  await handFile(house, '名单.csv', ROWS.join('\n'))
  await principal.press('选表格')
  await principal.see('新来2')
  await principal.press('导入')
  await principal.press('看学校')
  await principal.see('一（1）班')
  known.classId = (await stored<{ _id: string }>(house, 'classes'))[0]?._id ?? ''
  known.childId =
    (await stored<{ _id: string; name: string }>(house, 'children')).find(({ name }) => name === '赵走走')?._id ?? ''
  const { classId, childId } = known
  await seatHeadTeacher(house, classId, TEACHER, '王芳')
  const invitation = { purpose: 'child', classId, childId }
  const { token } = await get<{ token: string }>(house, TEACHER, 'invitation.create', invitation)
  await guardian.open(`packages/join/invite/invite?token=${token}`)
  await guardian.tap(['choice-chips', '.chip'], '妈妈')
  await guardian.press('同意并加入')
  await guardian.reach('packages/join/status/status')
  const draft = {
    ...{ kind: 'outing', title: '秋游通知', body: '早上7:30在校门口集合，请穿校服。', replyMode: 'sign', photos: [] },
    deadline: Date.parse('2026-09-03T18:00:00+08:00'),
    event: { day: '2026-09-04', place: '植物园' },
    audience: { to: 'classes', classIds: [classId] },
  }
  known.noticeId = (await get<{ noticeId: string }>(house, TEACHER, 'notice.publish', draft)).noticeId
  await guardian.open(detail())
  await guardian.tap(['.text-btn'], '不便手写')
  await guardian.type('您的姓名', '孙丽')
  await guardian.press('提交签字')
  await guardian.see('已签')
})

it('N11 T13 its author corrects it from the board: a changed time is signed again, and is said', async () => {
  const { teacher } = house
  await teacher.open(board())
  await teacher.tap(['.text-btn'], '修改通知')
  await teacher.reach('packages/compose/compose/compose')
  await teacher.see('只告诉家长，不用重签')
  await teacher.type('正文', '早上7:50在校门口集合，请穿校服。')
  await teacher.see('时间变了')
  await teacher.see('已签的1人要重签')
  await teacher.press('预览')
  await teacher.see('还缺改了什么')
  await teacher.type('改了什么', '集合时间改到7:50', 'amend-panel')
  await teacher.press('预览')
  await teacher.reach('packages/compose/preview/preview')
  await teacher.press('修改后重新送达')
  await teacher.see('已修改')
  await teacher.open(board())
  await teacher.see('签过第1版')
})

it('N11 the guardian is asked again, sees old and new, and signs what stands', async () => {
  const { guardian } = house
  await guardian.open(detail())
  await guardian.see('第2版')
  await guardian.see('请重签')
  await guardian.see('集合时间改到7:50')
  await guardian.tap(['.text-btn'], '看改动')
  await guardian.reach('packages/notice/changes/changes')
  await guardian.find(['.struck'], '7:30')
  await guardian.find(['.added'], '7:50')
  await guardian.picture('changes')
  await guardian.open(detail())
  await guardian.tap(['.text-btn'], '不便手写')
  await guardian.type('您的姓名', '孙丽')
  await guardian.press('提交签字')
  await guardian.see('已签')
  const [slip] = await stored<{ entries: Record<string, { version: number; earlier?: { version: number }[] }> }>(
    house,
    'slips',
  )
  expect(slip?.entries[known.childId]).toMatchObject({ version: 2, earlier: [{ version: 1 }] })
})

it('N11 words that change while the page is open are read before they are signed', async () => {
  const { guardian } = house
  const { classId, noticeId } = known
  const audience = { to: 'classes', classIds: [classId] }
  const words = { title: '秋游通知', event: { day: '2026-09-04', place: '植物园' }, photos: [] }
  const deadline = Date.parse('2026-09-03T18:00:00+08:00')
  const amend = (version: number, clock: string) =>
    get(house, TEACHER, 'notice.amend', {
      ...{ noticeId, audience, version, ...words, deadline, asksAgain: true, note: `集合时间改到${clock}` },
      body: `早上${clock}在校门口集合，请穿校服。`,
    })
  await amend(2, '8:00')
  await guardian.open(detail())
  await guardian.see('第3版')
  await amend(3, '8:10')
  await guardian.tap(['.text-btn'], '不便手写')
  await guardian.type('您的姓名', '孙丽')
  await guardian.press('提交签字')
  await guardian.see('内容刚更新，请看过再签。')
  await guardian.see('第4版')
})

it('G18 its author takes it back with a reason, which the family reads', async () => {
  const { teacher, guardian } = house
  await teacher.open(board())
  await teacher.tap(['.text-btn'], '撤回')
  await teacher.tap(['words-panel', 'choice-chips', '.chip'], '活动取消')
  await teacher.press('撤回', 'words-panel')
  await teacher.see('已撤回')
  expect((await stored<{ state: string }>(house, 'notices'))[0]?.state).toBe('withdrawn')
  await guardian.open(detail())
  await guardian.see('这份通知已撤回')
  await guardian.see('活动取消')
  expect(
    await get<{ mine: unknown[] }>(house, GUARDIAN, 'notice.read', {
      ...{ noticeId: known.noticeId, classId: known.classId },
    }),
  ).toMatchObject({ body: '' })
})
