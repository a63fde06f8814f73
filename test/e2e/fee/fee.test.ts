// Decides that a fee goes its whole way on the phones: written, approved by the principal, signed, made public.
import { startHouse, type House } from '../main-job/house'
import { get, handFile, openSchool, seatHeadTeacher, stored } from '../main-job/steps'

const TEACHER = 'o-head_teacher'
const ROSTER =
  '班级,学号,姓名,家长,家长电话\n一（1）班,1,贺知远,严依依,13900001095\n一（1）班,2,赵走走,赵父,13900001096'

let house: House
const known = { schoolId: '', classId: '', childId: '', noticeId: '' }

beforeAll(async () => {
  house = await startHouse('2026-09-01T10:00:00+08:00')
})
afterAll(() => house.stop())

/** The n-th item is of the families' own will. */
async function makeOptional(item: number) {
  await house.teacher.rest()
  const buttons = await house.teacher.all('kind-fields', '.text-btn')
  const words = await Promise.all(buttons.map((each) => each.text()))
  await buttons.filter((_, at) => words[at]?.includes('必交'))[item]?.tap()
}

describe('C37 a fee', () => {
  it('M04 given a school with a class, its head teacher and a mother', async () => {
    const { principal, guardian } = house
    await openSchool(house)
    await principal.press('导入名单')
    await principal.reach('packages/school/import/import')
    await handFile(house, '名单.csv', ROSTER)
    await principal.press('选表格')
    await principal.see('新来2')
    await principal.press('导入')
    await principal.press('看学校')
    const [itsClass] = await stored<{ _id: string; schoolId: string }>(house, 'classes')
    known.classId = itsClass?._id ?? ''
    known.schoolId = itsClass?.schoolId ?? ''
    known.childId =
      (await stored<{ _id: string; name: string }>(house, 'children')).find(({ name }) => name === '贺知远')?._id ?? ''
    const { classId, childId } = known
    await seatHeadTeacher(house, classId, TEACHER, '王芳')
    const family = await get<{ token: string }>(house, TEACHER, 'invitation.create', {
      ...{ purpose: 'child', classId, childId },
    })
    await guardian.open(`packages/join/invite/invite?token=${family.token}`)
    await guardian.tap(['choice-chips', '.chip'], '妈妈')
    await guardian.press('同意并加入')
    await guardian.reach('packages/join/status/status')
    expect(known.childId).not.toBe('')
  })

  it('C37 C39 the button says what is missing until the fee is whole, and asks the principal', async () => {
    const { teacher } = house
    await teacher.open(`packages/compose/compose/compose?classId=${known.classId}`)
    await teacher.tap(['choice-chips', '.chip'], '收费')
    await teacher.type('标题', '秋季午餐收费')
    await teacher.type('正文', '本学期午餐按月结算，请家长核对下表。')
    await teacher.find(['dock', '.primary'], '还缺收费项目和金额')
    await teacher.type('第1项名称', '午餐', 'kind-fields')
    await teacher.type('第1项金额', '360', 'kind-fields')
    await teacher.find(['dock', '.primary'], '还缺收费依据')
    await teacher.type('收费依据', '区教财〔2026〕12号', 'kind-fields')
    await teacher.tap(['kind-fields', '.text-btn'], '加一项')
    await teacher.type('第2项名称', '课间牛奶', 'kind-fields')
    await teacher.type('第2项金额', '45.5', 'kind-fields')
    await makeOptional(1)
    await teacher.see('合计360元')
    await teacher.picture('fee-compose')
    await teacher.press('预览')
    await teacher.reach('packages/compose/preview/preview')
    await teacher.see('另有自愿45.50元')
    await teacher.press('请校长批准')
    await teacher.see('已交校长批')
    const [fee] = await stored<{ _id: string; state: string; awaits: string }>(house, 'notices')
    expect(fee).toMatchObject({ state: 'held', awaits: 'principal' })
    known.noticeId = fee?._id ?? ''
  })

  it('C36 C37 the principal finds it under 待批, reads what is asked of families, and lets it out', async () => {
    const { principal } = house
    await principal.open('pages/today/today')
    await principal.see('待批')
    await principal.tap(['today-principal', '.cell'], '秋季午餐收费')
    await principal.reach('packages/pact/queue/queue')
    for (const words of ['午餐', '360元', '区教财〔2026〕12号']) await principal.see(words)
    await principal.picture('fee-queue')
    await principal.tap(['.btn-1'], '通过')
    await principal.see('没有待审的内容')
    await house.control('timers.run', { name: 'scheduler' })
    const [fee] = await stored<{ state: string; approver: string }>(house, 'notices')
    expect(fee).toMatchObject({ state: 'published', approver: '李校长' })
  })

  it('C37 N08 a guardian reads the table with its total, signs, and finds it on the page of fees', async () => {
    const { guardian } = house
    const { noticeId, classId } = known
    await guardian.open(`packages/notice/detail/detail?noticeId=${noticeId}&classId=${classId}`)
    for (const words of ['合计', '360元', '批准：李校长']) await guardian.see(words)
    await guardian.picture('fee-sheet')
    await guardian.tap(['.text-btn'], '不便手写')
    await guardian.type('您的姓名', '严依依')
    await guardian.press('提交签字')
    await guardian.find(['seal'])

    await guardian.open('pages/class/class')
    await guardian.tap(['.cell'], '收费公示')
    await guardian.reach('packages/notice/fees/fees')
    for (const words of ['秋季午餐收费', '一（1）班', '课间牛奶', '收费依据：区教财〔2026〕12号', '批准：李校长'])
      await guardian.see(words)
    await guardian.picture('fee-page')
    const slips = await stored<{ entries: Record<string, { signedAt?: number }> }>(house, 'slips')
    expect(slips[0]?.entries[known.childId]?.signedAt).toBeGreaterThan(0)
  })
})
