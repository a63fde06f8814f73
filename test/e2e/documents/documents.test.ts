// Decides that a PDF goes from a teacher's chat to a family: put on a notice, read by a leader, opened at home.
import { aPdf } from '../../pdf'
import { startHouse, type House } from '../main-job/house'
import type { Phone } from '../main-job/phone'
import { get, handFile, openSchool, seatHeadTeacher, stored } from '../main-job/steps'

const TEACHER = 'o-head_teacher'
const NAME = '科技馆参观须知.pdf'
const CONTENT = aPdf([], { end: '%%EOF' })

/** What runs on the phone. */
declare const wx: Record<string, (() => unknown) | undefined>

let house: House
const known = { schoolId: '', classId: '', childId: '', noticeId: '' }

beforeAll(async () => {
  house = await startHouse('2026-09-01T10:00:00+08:00')
})
afterAll(() => house.stop())

const hand = (name: string, content: Buffer) =>
  house.control('phone.nextFile', { phone: 'head_teacher', name, base64: content.toString('base64') })

/** What lies on a phone under the document's own name, as soon as it has been brought. */
async function brought(phone: Phone): Promise<Buffer> {
  const read = (path: string) =>
    (wx['getFileSystemManager']?.() as { readFileSync(path: string, encoding: string): string }).readFileSync(
      path,
      'base64',
    )
  for (let tries = 600; ; tries--) {
    const base64 = await phone.client.evaluate(read, `wxfile://usr/${NAME}`).catch(() => undefined)
    if (typeof base64 === 'string') return Buffer.from(base64, 'base64')
    if (tries === 0) throw new Error(`${NAME} never came`)
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

const compose = async (title: string) => {
  const { teacher } = house
  await teacher.open(`packages/compose/compose/compose?classId=${known.classId}`)
  await teacher.type('标题', title)
  await teacher.type('正文', '周五去科技馆，集合时间和要带的东西请看文件。')
}

it('given a school with a teacher and a family', async () => {
  const { principal, guardian } = house
  await openSchool(house)
  await principal.press('导入名单')
  await principal.reach('packages/school/import/import')
  await handFile(house, '名单.csv', '班级,学号,姓名,家长,家长电话\n一（1）班,1,赵走走,赵父,13900001096')
  await principal.press('选表格')
  await principal.see('新来1')
  await principal.press('导入')
  await principal.press('看学校')
  await principal.see('一（1）班')
  const [itsClass] = await stored<{ _id: string; schoolId: string }>(house, 'classes')
  const [child] = await stored<{ _id: string }>(house, 'children')
  Object.assign(known, { schoolId: itsClass?.schoolId, classId: itsClass?._id, childId: child?._id })
  await seatHeadTeacher(house, known.classId, TEACHER, '王芳')
  const family = { purpose: 'child', classId: known.classId, childId: known.childId }
  const { token } = await get<{ token: string }>(house, TEACHER, 'invitation.create', family)
  await guardian.open(`packages/join/invite/invite?token=${token}`)
  await guardian.tap(['choice-chips', '.chip'], '妈妈')
  await guardian.press('同意并加入')
  await guardian.reach('packages/join/status/status')
})

it('C04 a teacher puts a PDF from a chat onto a notice, takes it off, puts it on again, and hands it in', async () => {
  const { teacher } = house
  await compose('科技馆参观')
  await hand('须知.docx', Buffer.from('PK'))
  await teacher.tap(['document-picker', '.cell'], '从聊天里选PDF')
  await teacher.see('只能加10MB以内的PDF，没有加上：须知.docx')
  await hand(NAME, CONTENT)
  await teacher.tap(['document-picker', '.cell'], '从聊天里选PDF')
  await teacher.see(NAME)
  await teacher.see('先请学校领导看过再发')
  await teacher.tap(['document-picker', '.text-btn'], '去掉')
  await hand(NAME, CONTENT)
  await teacher.tap(['document-picker', '.cell'], '从聊天里选PDF')
  await teacher.see(NAME)
  await teacher.press('预览')
  await teacher.reach('packages/compose/preview/preview')
  await teacher.find(['notice-sheet', 'document-list', '.paper'], NAME)
  await teacher.press('提交审核')
  await teacher.see('已交教导处看')
  const [notice] = await stored<{ _id: string; state: string }>(house, 'notices')
  expect(notice?.state).toBe('held')
  known.noticeId = notice?._id ?? ''
})

it('C04 a leader opens the PDF in the queue and lets the notice through', async () => {
  const { principal } = house
  await principal.open(`packages/pact/queue/queue?schoolId=${known.schoolId}`)
  await principal.see('微信不检查PDF，先请学校领导看过')
  await principal.tap(['document-list', '.paper'], NAME)
  expect(await brought(principal)).toEqual(CONTENT)
  await principal.tap(['.btn-1'], '通过')
  await principal.see('没有待审的内容')
})

it('C04 a family opens it from the notice’s page', async () => {
  const { guardian } = house
  await house.control('timers.run', { name: 'scheduler' })
  await guardian.open(`packages/notice/detail/detail?noticeId=${known.noticeId}&classId=${known.classId}`)
  await guardian.tap(['notice-sheet', 'document-list', '.paper'], NAME)
  expect(await brought(guardian)).toEqual(CONTENT)
  await guardian.rest()
  expect(await guardian.words()).not.toContain('没有打开')
})
