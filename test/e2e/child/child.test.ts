// Decides that one child is followed from end to end on the phones: corrected, taken off, brought back, asked about.
import { startHouse, type House } from '../main-job/house'
import { answerModal, get, handFile, openSchool, seatHeadTeacher, stored } from '../main-job/steps'

const TEACHER = 'o-head_teacher'
const GUARDIAN = 'o-guardian'
const HEADER = '班级,学号,姓名,家长,家长电话'
const LI = '一（1）班,1,李子函,方圆,13900001095'
const ZHAO = '一（1）班,2,赵走走,赵父,13900001096'
const ZHOU = '一（1）班,3,周留留,周父,13900001097'
const OTHER = '一（2）班,21,钱多多,钱父,13900001099'
const NO_NAME = '一（1）班,9,,吴父,13900001100'

let house: House
const known = { schoolId: '', classId: '', childId: '', noticeId: '' }

beforeAll(async () => {
  house = await startHouse('2026-09-01T10:00:00+08:00')
})
afterAll(() => house.stop())

interface Stored {
  _id: string
  name: string
  schoolId: string
}
const nextFile = (...rows: string[]) => handFile(house, '名单.csv', [HEADER, ...rows].join('\n'))
const chooseFromSheet = (phone: string, value: number) => house.control('phone.nextSheet', { phone, value })

describe('M19 a roster and one child of it', () => {
  it('M19 given a school with a roster, a teacher, a guardian and a running notice', async () => {
    const { principal } = house
    await openSchool(house)
    await principal.press('导入名单')
    await principal.reach('packages/school/import/import')
    await nextFile(LI, ZHAO, ZHOU, OTHER)
    await principal.press('选表格')
    await principal.see('新来4')
    await principal.press('导入')
    await principal.press('看学校')
    await principal.see('一（2）班')

    const classes = await stored<Stored>(house, 'classes')
    known.classId = classes.find(({ name }) => name === '一（1）班')?._id ?? ''
    known.schoolId = classes[0]?.schoolId ?? ''
    known.childId = (await stored<Stored>(house, 'children')).find(({ name }) => name === '赵走走')?._id ?? ''
    const { classId, childId } = known
    await seatHeadTeacher(house, classId, TEACHER, '王芳')
    const family = await get<{ token: string }>(house, TEACHER, 'invitation.create', {
      purpose: 'child',
      classId,
      childId,
    })
    const { guardian } = house
    await guardian.open(`packages/join/invite/invite?token=${family.token}`)
    await guardian.tap(['choice-chips', '.chip'], '妈妈')
    await guardian.press('同意并加入')
    await guardian.reach('packages/join/status/status')
    const draft = {
      ...{ kind: 'outing', title: '秋游通知', replyMode: 'sign', photos: [] },
      body: '下周四上午八点在操场集合，下午三点半返校，请穿运动鞋。',
      ...{ deadline: Date.parse('2026-09-03T18:00:00+08:00'), event: { day: '2026-09-10', place: '植物园' } },
      audience: { to: 'classes', classIds: [classId] },
    }
    known.noticeId = (await get<{ noticeId: string }>(house, TEACHER, 'notice.publish', draft)).noticeId
    const paper = {
      ...{ kind: 'notice', title: '开学通知', body: '本周五下午两点在教室开家长会，请准时参加。', photos: [] },
      ...{ replyMode: 'confirm', audience: { to: 'classes', classIds: [classId] } },
    }
    const { noticeId } = await get<{ noticeId: string }>(house, TEACHER, 'notice.publish', paper)
    await get(house, GUARDIAN, 'slip.sign', { noticeId, classId, childId, version: 1 })
  })

  it('M19 given a wrong name, then the head teacher corrects it, and the family’s card follows', async () => {
    const { teacher } = house
    await teacher.open(`packages/class/members/members?classId=${known.classId}`)
    await teacher.tap(['.cell.row'], '赵走走')
    await teacher.tap(['popup-panel', '.cell'], '改姓名、转班、离校')
    await teacher.reach('packages/class/child/child')
    await teacher.see('在读')
    await teacher.tap(['.cell'], '改姓名和座号')
    await teacher.type('孩子姓名', '赵正名', 'child-form')
    await teacher.press('改好了', 'child-form')
    await teacher.see('赵正名妈妈')
    await teacher.picture('child')
  })

  it('M19 given a child who is new, then the head teacher adds it', async () => {
    const { teacher } = house
    await teacher.open(`packages/class/members/members?classId=${known.classId}`)
    await teacher.tap(['.cell'], '加一个孩子')
    await teacher.type('孩子姓名', '林新来', 'child-form')
    await teacher.type('座号', '8', 'child-form')
    await teacher.press('加入名单', 'child-form')
    await teacher.see('林新来')
  })

  it('L12 given the head teacher records a leaving, then a leader finds it on 今天 and confirms it', async () => {
    const { teacher, principal } = house
    const { childId, classId } = known
    await teacher.open(`packages/class/child/child?childId=${childId}&classId=${classId}`)
    await chooseFromSheet('head_teacher', 1)
    await teacher.tap(['.cell'], '离校、转学、休学')
    await answerModal(house, 'head_teacher')
    await teacher.press('', 'date-wheels')
    await teacher.see('学校确认后生效')

    await principal.open('pages/today/today')
    await principal.see('离校待确认')
    await principal.tap(['today-principal', '.cell'], '赵正名')
    await principal.reach('packages/class/child/child')
    await answerModal(house, 'principal')
    await principal.press('确认')
    await principal.see('回到班里')

    await teacher.open(`packages/class/members/members?classId=${classId}`)
    await teacher.see('离校和休学')
    await teacher.open(`packages/notice/board/board?noticeId=${known.noticeId}&classId=${classId}`)
    await teacher.tap(['.tabs-item'], '全部')
    await teacher.see('已离校')
  })

  it('L12 given the child has left, then its guardian still finds what was signed, and nothing of the class', async () => {
    const { guardian } = house
    await guardian.open('pages/me/me')
    await guardian.see('签过的通知')
    await guardian.see('已离校')
    await guardian.tap(['.cell'], '赵正名')
    await guardian.reach('packages/notice/signed/signed')
    await guardian.tap(['.cell'], '开学通知')
    await guardian.reach('packages/notice/detail/detail')
    await guardian.see('家长会')
  })

  it('L12 given the child comes back, then one tap brings it back', async () => {
    const { principal } = house
    await principal.open(`packages/class/child/child?childId=${known.childId}&classId=${known.classId}`)
    await answerModal(house, 'principal')
    await principal.press('回到班里')
    await principal.see('在读')
  })

  it('M19 given a file without some children, then each is answered for, and the doubtful rows go into a file', async () => {
    const { principal, teacher } = house
    await principal.open(`packages/school/import/import?schoolId=${known.schoolId}`)
    await nextFile(LI, NO_NAME, OTHER)
    await principal.press('选表格')
    await principal.see('班里有，这份名单里没有')
    await principal.see('没有3')
    await principal.tap(['.cell'], '导出问题行')
    await principal.tap(['.missing'], '2号 赵正名')
    await principal.tap(['choice-chips', '.chip'], '已转走')
    await principal.see('已转走')
    await principal.picture('import-missing')
    await principal.press('导入')
    await principal.see('已转走1个')
    await teacher.open(`packages/class/members/members?classId=${known.classId}`)
    await teacher.see('离校和休学')
    await teacher.see('上次导入的名单里没有')
  })
})
