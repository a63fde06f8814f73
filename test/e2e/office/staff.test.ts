// Proves on the phones that a principal seats the 教导处 by name, hands a class over, and ends an office.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { startHouse, type House } from '../main-job/house'
import { handFile, openSchool, sharedPath } from '../main-job/steps'

const ROSTER = join(__dirname, '..', '..', 'data', 'rosters', 'grade-1.xlsx')
const LONG_MS = 180_000
const INVITE = 'packages/school/office-invite/office-invite'

let house: House
beforeAll(async () => {
  house = await startHouse('2026-09-01T16:30:00+08:00')
}, LONG_MS)
afterAll(() => house.stop())

const openStaff = async () => {
  await house.principal.open('pages/me/me')
  await house.principal.tap(['.cell'], '教职工')
  await house.principal.reach('packages/school/staff/staff')
}
const answerModals = (phone: House['principal'], confirm: boolean) =>
  phone.client.mockWxMethod('showModal', { confirm, cancel: !confirm, content: '', errMsg: 'showModal:ok' })
const chooseRow = (phone: House['principal'], tapIndex: number) =>
  phone.client.mockWxMethod('showActionSheet', { tapIndex, errMsg: 'showActionSheet:ok' })

it(
  'M17 given the staff list, when the principal asks somebody into the 教导处, then the card goes out and says what opens',
  async () => {
    const { principal } = house
    await openSchool(house)
    await principal.see('向阳小学')
    await openStaff()
    await principal.see('李一鸣（您）')
    await principal.press('邀请')
    await principal.reach(INVITE)
    await principal.tap(['choice-chips', '.chip'], '教导处')
    await principal.see('可以管理班级、审核内容')
    await principal.press('生成邀请')
    await principal.see('请您担任教导处')
  },
  LONG_MS,
)

it(
  'M17 given the card, when it is answered, then the principal is asked by name, and says yes',
  async () => {
    const { principal, guardian } = house
    await guardian.open(await sharedPath(principal, INVITE))
    await guardian.see('李校长请您担任教导处')
    await guardian.type('您的姓名', '吴敏')
    await guardian.press('同意并加入')
    await guardian.reach('packages/join/status/status')
    await guardian.see('等邀请您的人确认')
    await guardian.press('回到今天')

    await principal.open('pages/today/today')
    await principal.tap(['today-principal', '.cell'], '待您确认是本人')
    await principal.see('吴敏用了邀请，是本人吗？')
    await principal.see('担任：教导处')
    await principal.tap(['application-list', '.btn-1'], '是')
    await principal.see('没有要您确认的申请')
    await guardian.open('pages/today/today')
    await guardian.see('教导处吴老师')
    await openStaff()
    await principal.see('教导处吴老师')
  },
  LONG_MS,
)

it(
  'M04 given a head teacher, when the leader starts a hand-over, then the successor answers and the head teacher confirms',
  async () => {
    const { principal, teacher, guardian } = house
    await principal.open('packages/school/setup/setup')
    await principal.press('导入名单')
    await handFile(house, 'grade-1.xlsx', readFileSync(ROSTER))
    await principal.press('选表格')
    await principal.press('导入')
    await principal.press('看学校')
    await openStaff()
    await principal.see('还没有班主任')
    await principal.tap(['.cell'], '一（1）班')
    await teacher.open(await sharedPath(principal))
    await teacher.type('您的姓名', '王芳')
    await teacher.type('学科', '语文')
    await teacher.press('同意并加入')
    await teacher.see('等邀请您的人确认')
    await principal.open('pages/today/today')
    await principal.tap(['today-principal', '.cell'], '待您确认是本人')
    await principal.tap(['application-list', '.btn-1'], '是')
    await principal.see('没有要您确认的申请')

    // 移交: the leader asks the 教导处's Wu into the class of Wang, who confirms.
    await openStaff()
    await chooseRow(principal, 1)
    await principal.tap(['.cell'], '王芳')
    await principal.reach('packages/class/handover/handover')
    await principal.see('没有未办结的事')
    await principal.press('请接任的老师')
    const path = await sharedPath(principal)
    await principal.see('应邀后由语文王老师确认')
    await guardian.open(path)
    await guardian.see('接替语文王老师')
    await guardian.type('您的姓名', '吴敏')
    await guardian.type('学科', '数学')
    await guardian.press('同意并加入')
    await guardian.see('等语文王老师确认')
    await teacher.open('pages/today/today')
    await teacher.see('语文王老师')
    await teacher.open('pages/class/class')
    await teacher.tap(['.cell'], '成员')
    await teacher.see('确认后由吴敏接替语文王老师当班主任')
    await teacher.tap(['application-list', '.btn-1'], '是')
    await openStaff()
    await principal.see('数学吴老师')
  },
  LONG_MS,
)

it(
  'M17 given an office that ends, then what stays open is said first, and the holder is out',
  async () => {
    const { principal, guardian } = house
    await openStaff()
    await chooseRow(principal, 0)
    await answerModals(principal, true)
    await principal.tap(['.cell'], '教导处吴老师')
    await principal.rest()
    await openStaff()
    await principal.rest()
    expect(await principal.words()).not.toContain('教导处吴老师')
    await guardian.open('pages/today/today')
    await guardian.see('数学吴老师')
  },
  LONG_MS,
)
