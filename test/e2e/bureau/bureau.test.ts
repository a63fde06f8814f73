// Proves on the phones that a principal seats a bureau, which lets a collection pass and whose notice a family reads.
import { startHouse, type House } from '../main-job/house'
import { answerModal, openSchool, sharedPath, stored } from '../main-job/steps'

const LONG_MS = 240_000
const [CLASS, CHILD, FAMILY] = ['class-1-1', 'child-1', 'o-guardian']
const NOTRAIL = { trail: [], audited: 0, trailOpen: false }
const SEAT = 'packages/bureau/school/school'

let house: House
let schoolId: string

/** A class with one child and its mother: how they came there is another story. */
const seatFamily = async () => {
  const [school] = await stored<{ _id: string }>(house, 'schools')
  schoolId = school?._id ?? ''
  const now = Date.parse('2026-09-01T08:00:00+08:00')
  const guardian = { openid: FAMILY, relation: 'mother', card: '林小满妈妈', since: now }
  const roster = [{ childId: CHILD, no: '1', name: '林小满' }]
  const documents = {
    classes: [{ _id: CLASS, schoolId, name: '一（1）班', order: 0, teachers: [], roster, ...NOTRAIL }],
    children: [
      {
        _id: CHILD,
        schoolId,
        classId: CLASS,
        no: '1',
        name: '林小满',
        guardians: [guardian],
        contacts: [],
        ...NOTRAIL,
      },
    ],
    people: [{ _id: FAMILY, consentAt: now, consentVersion: 1, credits: {}, updatedAt: now }],
  }
  for (const [collection, rows] of Object.entries(documents))
    await house.control('data.import', { collection, documents: rows })
}

beforeAll(async () => {
  house = await startHouse('2026-09-01T10:00:00+08:00')
  await openSchool(house)
  await house.principal.see('向阳小学')
  await seatFamily()
}, LONG_MS)
afterAll(() => house.stop())

test(
  'G22 given a principal, when the card is answered and confirmed, then the bureau has its own 今天',
  async () => {
    const { principal, teacher: bureau } = house
    await principal.open('pages/me/me')
    await principal.tap(['.cell'], '教育局')
    await principal.reach(SEAT)
    await principal.type('教育局的名称', '浦东新区教育局')
    await principal.type('教育局负责人', '刘志远')
    await principal.press('生成邀请')
    await principal.see('已邀请')
    await bureau.open(await sharedPath(principal, SEAT))
    await bureau.see('请浦东新区教育局督查')
    await bureau.type('您的姓名', '刘志远')
    await bureau.press('同意并提交')
    await bureau.see('等校长确认')
    await principal.open('pages/today/today')
    await principal.tap(['today-principal', '.cell'], '教育局，待您处理')
    await principal.reach(SEAT)
    await principal.press('是本人，确认')
    await principal.see('上报学期督查')
    await bureau.open('pages/today/today')
    await bureau.see('我的学校')
    await bureau.picture('today')
  },
  LONG_MS,
)

test(
  'C16 given a number that the bureau issues on its phone, then the principal’s collection passes, once',
  async () => {
    const { principal, teacher: bureau } = house
    await bureau.open('packages/bureau/permissions/permissions')
    await bureau.press('发许可号')
    await bureau.type('用途', '山区图书', 'popup-panel')
    await bureau.tap(['popup-panel', 'dock', '.primary'], '发给学校')
    await bureau.see('可用')
    await principal.open(`${SEAT}?schoolId=${schoolId}`)
    await principal.see('山区图书')
    const [{ number = '' } = {}] = await stored<{ number: string }>(house, 'permissions')
    await principal.see(number)
    const draft = {
      ...{ kind: 'notice', title: '爱心募捐', body: '山区小学遭遇火灾，欢迎大家踊跃募捐图书。', replyMode: 'read' },
      ...{ audience: { to: 'school', schoolId }, photos: [] },
    }
    expect(await house.call('o-principal', 'notice.publish', draft)).toMatchObject({ ok: false })
    expect(await house.call('o-principal', 'notice.publish', { ...draft, permission: number })).toMatchObject({
      data: { state: 'published' },
    })
    await bureau.open('packages/bureau/permissions/permissions')
    await bureau.see('向阳小学用于9月1日')
    expect(await bureau.words()).not.toContain('爱心募捐')
  },
  LONG_MS,
)

test(
  'N01 G22 given the bureau’s notice, when the principal publishes it with one tap, then a family reads its source',
  async () => {
    const { principal, teacher: bureau, guardian } = house
    await bureau.open('packages/bureau/notice/notice')
    await bureau.press('写通知')
    await bureau.type('标题', '秋季传染病防控提醒', 'popup-panel')
    await bureau.type('正文', '秋季是流感高发期，请家长提醒孩子勤洗手、多通风。', 'popup-panel')
    await bureau.tap(['popup-panel', 'dock', '.primary'], '发给学校')
    await bureau.see('未发布：向阳小学')
    await principal.open('pages/today/today')
    await principal.tap(['today-principal', '.cell'], '教育局，待您处理')
    await principal.tap(['.cell'], '教育局通知')
    await principal.reach('packages/bureau/received/received')
    await principal.tap(['.btn-1'], '发布给全校')
    await principal.see('已发布')
    await house.control('timers.run', { name: 'scheduler' })
    await bureau.open('packages/bureau/notice/notice')
    await bureau.see('已发布1所')
    const sent = await stored<{ _id: string; source: string }>(house, 'notices')
    const noticeId = sent.find(({ source }) => source === 'bureau')?._id ?? ''
    await guardian.open(`packages/notice/detail/detail?noticeId=${noticeId}&classId=${CLASS}`)
    await guardian.see('秋季传染病防控提醒')
    await guardian.see('教育局')
  },
  LONG_MS,
)

test(
  'G22 given a night, then the bureau sees the school as a row and no child; ended, it sees nothing',
  async () => {
    const { principal, teacher: bureau } = house
    await bureau.open('packages/bureau/schools/schools')
    await bureau.see('向阳小学')
    await bureau.picture('schools')
    for (const word of ['林小满', '妈妈', '一（1）班', '募捐']) expect(await bureau.words()).not.toContain(word)
    await principal.open(`packages/bureau/hand-in/hand-in?schoolId=${schoolId}`)
    await principal.press('上报')
    await principal.see('已上报，本学期没有督查记录')
    await bureau.open('packages/bureau/schools/schools')
    await bureau.see('已上报，本学期没有督查记录')
    await principal.open(`${SEAT}?schoolId=${schoolId}`)
    await answerModal(house, 'principal')
    await principal.tap(['.mini'], '结束')
    await principal.see('生成邀请')
    expect(await house.call('o-head_teacher', 'session.read', {})).toMatchObject({ data: { identities: [] } })
  },
  LONG_MS,
)
