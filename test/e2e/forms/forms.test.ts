// Decides that a form goes round on the phones: asked, filled in, changed, and its result seen and taken along.
import { startHouse, type House } from '../main-job/house'
import { get, handFile, openSchool, seatHeadTeacher, stored } from '../main-job/steps'

const TEACHER = 'o-head_teacher'
const ROSTER = [
  '班级,学号,姓名,家长,家长电话',
  '一（1）班,1,李子函,方圆,13900001095',
  '一（1）班,2,赵走走,赵父,13900001096',
]

let house: House
const known = { classId: '', childId: '', noticeId: '' }

beforeAll(async () => {
  house = await startHouse('2026-09-01T10:00:00+08:00')
  await openSchool(house)
  await house.principal.press('导入名单')
  await house.principal.reach('packages/school/import/import')
  await handFile(house, '名单.csv', ROSTER.join('\n'))
  await house.principal.press('选表格')
  await house.principal.see('新来2')
  await house.principal.press('导入')
  await house.principal.see('导入')
  await house.principal.press('看学校')
  known.classId = (await stored<{ _id: string }>(house, 'classes'))[0]?._id ?? ''
  const children = await stored<{ _id: string; name: string }>(house, 'children')
  known.childId = children.find(({ name }) => name === '赵走走')?._id ?? ''
  const { classId, childId } = known
  await seatHeadTeacher(house, classId, TEACHER, '王芳')
  const family = await get<{ token: string }>(house, TEACHER, 'invitation.create', {
    purpose: 'child',
    classId,
    childId,
  })
  await house.guardian.open(`packages/join/invite/invite?token=${family.token}`)
  await house.guardian.tap(['choice-chips', '.chip'], '妈妈')
  await house.guardian.press('同意并加入')
  await house.guardian.reach('packages/join/status/status')
})
afterAll(() => house.stop())

const detailOf = (noticeId: string) => `packages/notice/detail/detail?noticeId=${noticeId}&classId=${known.classId}`

test('N04 V5 a teacher writes three questions, sees them before sending, and sends them', async () => {
  const { teacher } = house
  await teacher.open(`packages/compose/compose/compose?classId=${known.classId}`)
  await teacher.type('标题', '亲子活动报名')
  await teacher.type('正文', '周六上午九点在操场举行亲子活动，请填写报名表。')
  for (const mode of ['无需回复', '已读', '确认', '签字'])
    await teacher.find(['reply-choice', 'choice-chips', '.chip'], mode)
  await teacher.tap(['reply-choice', 'choice-chips', '.chip'], '填表')
  await teacher.tap(['form-editor', 'choice-chips', '.chip'], '是否参加')
  await teacher.tap(['form-editor', 'question-editor', '.text-btn'], '加选项')
  await teacher.type('第1题，单选，选项3', '看天气', 'form-editor', 'question-editor')
  await teacher.picture('form-editor')
  await teacher.press('预览')
  await teacher.reach('packages/compose/preview/preview')
  await teacher.see('单选：参加、不参加、看天气；必填')
  await teacher.see('数字：0至5位；选填')
  await teacher.press('发送')
  await teacher.see('已发送')
  const [notice] = await stored<{ _id: string; draft: { form?: { questions: unknown[] } } }>(house, 'notices')
  known.noticeId = notice?._id ?? ''
  expect(notice?.draft.form?.questions).toHaveLength(3)
})

test('N04 a family fills it in; what is required is asked for, and what is typed is kept', async () => {
  const { guardian } = house
  await guardian.open(detailOf(known.noticeId))
  await guardian.see('待填表')
  await guardian.press('提交')
  await guardian.see('这一题要填')
  await guardian.tap(['form-fill', 'choice-chips', '.chip'], '参加')
  await guardian.type('2. 同来的大人', '2', 'form-fill')
  await guardian.open('pages/today/today')
  await guardian.open(detailOf(known.noticeId))
  await guardian.find(['form-fill', 'choice-chips', '.chip.on'], '参加')
  await guardian.picture('form-fill')
  await guardian.press('提交')
  await guardian.see('已提交')
  await guardian.see('可修改到')
})

test('N04 the family changes it, and after the deadline it is read only', async () => {
  const { guardian } = house
  await guardian.type('3. 需要老师留意的事', '花生过敏', 'form-fill')
  await guardian.press('提交修改')
  await guardian.rest()
  await guardian.open(detailOf(known.noticeId))
  await guardian.see('可修改到')
  const [slip] = await stored<{ answers: Record<string, { sheet: object[] }> }>(house, 'slips')
  expect(slip?.answers[known.childId]?.sheet).toEqual([
    { question: 'q1', choices: ['c1'] },
    { question: 'q2', number: 2 },
    { question: 'q3', text: '花生过敏' },
  ])
})

test('N04 N20 the teacher sees what was answered, and takes it along', async () => {
  const { teacher } = house
  await teacher.open(`packages/notice/board/board?noticeId=${known.noticeId}&classId=${known.classId}`)
  await teacher.see('1/2')
  await teacher.see('已填')
  await teacher.tap(['.text-btn'], '看填表结果')
  await teacher.reach('packages/notice/answers/answers')
  await teacher.see('2个孩子，已填1')
  await teacher.see('花生过敏')
  await teacher.see('孩子是否参加：参加')
  await teacher.picture('answers')
  const before = (await stored(house, 'uploads')).length
  await teacher.press('导出Excel')
  await teacher.rest()
  // The file is written; the phone of this machine downloads from listed hosts only, so what is in it a cloud test reads.
  expect((await stored(house, 'uploads')).length).toBe(before + 1)
})

test('N04 after the deadline the family reads its answers and changes nothing', async () => {
  const { guardian } = house
  await house.control('clock.set', { now: '2026-09-03T08:00:00+08:00' })
  await guardian.open(detailOf(known.noticeId))
  await guardian.see('现在不能再改')
  await guardian.see('花生过敏')
  expect(await guardian.all('dock', '.primary')).toHaveLength(0)
})
