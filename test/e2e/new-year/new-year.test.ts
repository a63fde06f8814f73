// Decides that a leader's phone takes a school into its new year, and that whoever has graduated can look back.
import { startHouse, type House } from '../main-job/house'
import { stored } from '../main-job/steps'

const PRINCIPAL = 'o-principal'
const SIXTH_HEAD = 'o-head_teacher'
const GUARDIAN = 'o-guardian'
const AUGUST = '2026-08-24T10:00:00+08:00'
const [THIRD, SIXTH] = ['class-third', 'class-sixth']

let house: House
let schoolId = ''

const noTrail = { trail: [], audited: 0, trailOpen: false }
const put = (collection: string, ...documents: object[]) => house.control('data.import', { collection, documents })

beforeAll(async () => {
  house = await startHouse(AUGUST)
  const opened = await house.call<{ schoolId: string }>(PRINCIPAL, 'school.activate', {
    ...{ code: house.activationCode, consent: true, schoolName: '向阳小学', kind: 'primary', principalName: '李一鸣' },
  })
  schoolId = opened.data.schoolId
  const since = Date.parse(AUGUST)
  const head = (openid: string, name: string) => ({ openid, name, subject: '语文', since })
  const child = (classId: string, name: string, guardians: object[] = []) => ({
    ...{ _id: `${classId}-1`, schoolId, classId, no: '1', name, guardians, contacts: [], ...noTrail },
  })
  const itsClass = (_id: string, name: string, order: number, openid: string, teacher: string, childName: string) => ({
    ...{ _id, schoolId, name, order, headTeacher: head(openid, teacher), teachers: [], ...noTrail },
    roster: [{ childId: `${_id}-1`, no: '1', name: childName }],
  })
  await put(
    'people',
    ...[SIXTH_HEAD, GUARDIAN, 'o-third'].map((_id) => ({
      ...{ _id, consentAt: since, consentVersion: 1, credits: {}, updatedAt: since },
    })),
  )
  await put(
    'classes',
    itsClass(THIRD, '三（2）班', 302, 'o-third', '周敏', '钱多多'),
    itsClass(SIXTH, '六（1）班', 601, SIXTH_HEAD, '王芳', '张小明'),
  )
  const guardian = { openid: GUARDIAN, relation: 'mother', card: '张小明妈妈', since }
  await put('children', child(THIRD, '钱多多'), child(SIXTH, '张小明', [guardian]))
  await house.call(SIXTH_HEAD, 'notice.publish', {
    ...{
      kind: 'notice',
      title: '领毕业照',
      body: '周三上午在传达室领毕业照，可以由孩子代领。',
      replyMode: 'confirm',
      photos: [],
    },
    audience: { to: 'classes', classIds: [SIXTH] },
  })
})
afterAll(() => house.stop())

const PAGE = 'packages/school/year/year'
const finger = { touches: [{ identifier: 0, pageX: 10, pageY: 10 }], changedTouches: [] }

describe('given a school in August', () => {
  it('L13 today reminds its leader, and the page says of every class what becomes of it', async () => {
    const { principal } = house
    await principal.open('pages/today/today')
    await principal.tap(['today-principal', '.cell'], '新学年升级')
    await principal.reach(PAGE)
    for (const words of ['2026学年升级', '三（2）班', '四（2）班', '2026届六（1）班', '毕业，存档只读', '周老师'])
      await principal.see(words)
  })

  it('L13 the result is seen before anything happens, and a short touch does nothing', async () => {
    const { principal } = house
    await principal.press('看结果')
    await principal.see('1个班升级，1个孩子')
    await principal.see('1个班毕业，1个孩子')
    const button = await principal.find(['hold-button', '.hold'])
    await button.touchstart(finger)
    await button.touchend(finger)
    await principal.see('按住3秒升级')
  })

  it('L13 held three seconds, the school has gone up', async () => {
    const { principal } = house
    await (await principal.find(['hold-button', '.hold'])).touchstart(finger)
    await principal.see('1个班已升级，1个班已毕业存档')
    const classes = await stored<{ _id: string; name: string }>(house, 'classes')
    expect(Object.fromEntries(classes.map(({ _id, name }) => [_id, name]))).toEqual({
      [THIRD]: '四（2）班',
      [SIXTH]: '2026届六（1）班',
    })
  })
})

describe('given a class that has graduated', () => {
  it('L13 its family is told so, and reads the notices it had', async () => {
    const { guardian } = house
    await guardian.open('pages/today/today')
    await guardian.see('2026届六（1）班已毕业，资料保留可看')
    await guardian.tap(['page-frame', '.cell'], '已毕业')
    await guardian.reach('pages/notices/notices')
    await guardian.tap(['notice-cell'], '领毕业照')
    await guardian.reach('packages/notice/detail/detail')
    await guardian.see('传达室领毕业照')
    await guardian.open('pages/me/me')
    await guardian.see('已毕业，资料保留可看')
  })
})

describe('given that it was too early', () => {
  it('L13 it is undone as a whole, and the family is where it was', async () => {
    const { principal, guardian } = house
    await principal.client.mockWxMethod('showModal', { confirm: true })
    await principal.open(`${PAGE}?schoolId=${schoolId}`)
    await principal.tap(['.cell'], '撤销升级')
    await principal.see('上一次升级已撤销')
    await principal.see('三（2）班')
    await principal.client.restoreWxMethod('showModal')
    await guardian.open('pages/today/today')
    await guardian.see('领毕业照')
    expect(await guardian.words()).not.toContain('已毕业')
  })

  it('L13 whoever cannot hold confirms in words, and a notice of the new year ends the time to undo it', async () => {
    const { principal } = house
    await principal.client.mockWxMethod('showModal', { confirm: true })
    await principal.press('看结果')
    await principal.tap(['hold-button', '.text-btn'], '不便长按')
    await principal.see('1个班已升级')
    await principal.client.restoreWxMethod('showModal')
    await house.control('clock.advance', { ms: 1_000 })
    const published = await house.call('o-third', 'notice.publish', {
      ...{
        kind: 'notice',
        title: '开学通知',
        body: '下周一开学，请带好文具和作业本。',
        replyMode: 'confirm',
        photos: [],
      },
      audience: { to: 'classes', classIds: [THIRD] },
    })
    expect(published.ok).toBe(true)
    await principal.open(`${PAGE}?schoolId=${schoolId}`)
    await principal.see('《开学通知》，不能再撤销')
    expect(await principal.words()).not.toContain('撤销升级')
  })
})
