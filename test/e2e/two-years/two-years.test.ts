// Decides that a school lives through two years on the phones: people come, move, leave, hand over, go up and graduate.
import { startHouse, type House } from '../main-job/house'
import { answerModal, get, handFile, openSchool, seatHeadTeacher, sharedPath, stored } from '../main-job/steps'

const [ZHOU, CHEN, LIN] = ['o-zhou', 'o-chen', 'o-lin']
const [PRINCIPAL, TEACHER, GUARDIAN] = ['o-principal', 'o-head_teacher', 'o-guardian']
const CALENDAR = [
  '第一学期 2026年9月1日至2027年1月22日',
  '寒假 2027年1月23日至2月21日',
  '第二学期 2027年2月22日至7月2日',
].join('\n')
const HEADER = '班级,学号,姓名,家长,家长电话'
const MISTAKEN = '五（1）班,1,贺知元,严依依,13900001001'
const MENDED = '五（1）班,1,贺知远,严依依,13900001001'
const OTHERS = [
  '五（1）班,2,贺知宁,严依依,13900001001',
  '五（1）班,3,李晓彤,李建国,13900001003',
  '五（2）班,21,王子涵,王志强,13900001005',
  '六（1）班,41,贺知行,严依依,13900001001',
  '六（1）班,42,周末末,周大庆,13900001008',
]
const YEAR = 'packages/school/year/year'

interface StoredClass {
  _id: string
  schoolId: string
  name: string
  archived?: { year: number }
}
interface StoredChild {
  _id: string
  name: string
  classId: string
  guardians: { openid: string; card: string; confirmedAt?: number }[]
}
interface StoredSlip {
  noticeId: string
  classId: string
  state: string
  entries: Record<string, { signedAt?: number; closed?: { why: string }; signerOpenid?: string }>
}

let house: House
/** What one step learns and a later one needs. */
const known = {
  schoolId: '',
  five: '',
  fiveTwo: '',
  six: '',
  yuan: '',
  ning: '',
  hang: '',
  paper: '',
  outing: '',
  graduation: '',
  token: '',
}

beforeAll(async () => {
  house = await startHouse('2026-09-01T10:00:00+08:00')
})
afterAll(() => house.stop())

const classNames = async () =>
  (await stored<StoredClass>(house, 'classes')).map(({ name }) => name).sort((a, b) => a.localeCompare(b, 'zh'))
const readChild = async (childId: string) =>
  (await stored<StoredChild>(house, 'children')).find(({ _id }) => _id === childId)
const readLine = async (noticeId: string, childId: string) =>
  (await stored<StoredSlip>(house, 'slips')).find((slip) => slip.noticeId === noticeId && slip.entries[childId])
    ?.entries[childId]
const readSlip = async (noticeId: string) =>
  (await stored<StoredSlip>(house, 'slips')).find((slip) => slip.noticeId === noticeId)
const graduationNotice = () => ({
  ...{ kind: 'notice', title: '领毕业照', body: '下周三上午在传达室领毕业照，可以由孩子代领。', photos: [] },
  ...{ replyMode: 'confirm', audience: { to: 'classes', classIds: [known.six] } },
})
const moveClock = (now: string) => house.control('clock.set', { now: `${now}:00+08:00` })

async function importRoster(...rows: string[]): Promise<void> {
  await handFile(house, '名单.csv', [HEADER, ...rows].join('\n'))
  await house.principal.press('选表格')
}
async function signFor(child: string): Promise<void> {
  const { guardian } = house
  await guardian.tap(['choice-chips', '.chip'], child)
  await guardian.tap(['.text-btn'], '不便手写')
  await guardian.type('您的姓名', '严依依')
  await guardian.press('提交签字')
}
async function confirmCard(card: string): Promise<void> {
  const { guardian } = house
  await guardian.open('pages/today/today')
  await guardian.tap(['today-guardian', '.cell'], '请确认名片')
  await guardian.reach('packages/join/card/card')
  await guardian.see(card)
  await guardian.press('确认名片')
  await guardian.reach('pages/today/today')
}
async function promote(): Promise<void> {
  const { principal } = house
  await principal.press('看结果')
  await answerModal(house, 'principal')
  await principal.tap(['hold-button', '.text-btn'], '不便长按')
  await principal.see('个班已升级')
}

describe('the first year', () => {
  it('M12 M05 T06 given a code, a calendar and a roster, when the principal opens the school, then three classes are there', async () => {
    const { principal } = house
    await openSchool(house)
    await principal.tap(['.cell'], '校历')
    await principal.reach('packages/school/calendar/calendar')
    await principal.press('从文件导入')
    await principal.reach('packages/school/calendar-import/calendar-import')
    await handFile(house, '校历.txt', CALENDAR)
    await principal.press('选文件')
    await principal.press('写进校历')
    await principal.reach('packages/school/calendar/calendar')
    await principal.see('校历录到2027年8月31日')
    await principal.open('packages/school/setup/setup')
    await principal.press('导入名单')
    await principal.reach('packages/school/import/import')
    await importRoster(MISTAKEN, ...OTHERS)
    await principal.see('新来6')
    await principal.press('导入6行')
    await principal.press('看学校')
    await principal.see('六（1）班')
    expect(await classNames()).toEqual(['六（1）班', '五（1）班', '五（2）班'])

    const classes = await stored<StoredClass>(house, 'classes')
    const children = await stored<StoredChild>(house, 'children')
    const classOf = (name: string) => classes.find((each) => each.name === name)?._id ?? ''
    const childOf = (name: string) => children.find((each) => each.name === name)?._id ?? ''
    Object.assign(known, {
      ...{ schoolId: classes[0]?.schoolId, five: classOf('五（1）班'), fiveTwo: classOf('五（2）班') },
      ...{ six: classOf('六（1）班'), yuan: childOf('贺知元'), ning: childOf('贺知宁'), hang: childOf('贺知行') },
    })
  })

  it('M04 given a class without anybody, when a teacher answers the invitation and is confirmed, then she leads it', async () => {
    const { principal, teacher } = house
    await principal.tap(['.cell'], '五（1）班')
    await teacher.open(await sharedPath(principal))
    await teacher.type('您的姓名', '王芳')
    await teacher.type('学科', '语文')
    await teacher.press('同意并加入')
    await teacher.see('等邀请您的人确认')
    await principal.open('pages/today/today')
    await principal.tap(['today-principal', '.cell'], '待您确认是本人')
    await principal.tap(['application-list', '.btn-1'], '是')
    await principal.see('没有要您确认的申请')
    await teacher.open('pages/today/today')
    await teacher.see('语文王老师')
    await seatHeadTeacher(house, known.fiveTwo, ZHOU, '周敏')
    await seatHeadTeacher(house, known.six, CHEN, '陈静')
  })

  it('M02 M09 given three children of one family, when their mother answers each invitation, then she has three cards', async () => {
    const { guardian } = house
    const invite = async (teacher: string, classId: string, childId: string) =>
      (await get<{ token: string }>(house, teacher, 'invitation.create', { purpose: 'child', classId, childId })).token
    await guardian.open(`packages/join/invite/invite?token=${await invite(TEACHER, known.five, known.yuan)}`)
    await guardian.tap(['choice-chips', '.chip'], '妈妈')
    await guardian.press('同意并加入')
    await guardian.see('已加入五（1）班')
    for (const token of [await invite(TEACHER, known.five, known.ning), await invite(CHEN, known.six, known.hang)])
      await get(house, GUARDIAN, 'join.guardian', { token, consent: true, relation: 'mother' })
    await guardian.open('pages/me/me')
    for (const name of ['贺知元', '贺知宁', '贺知行']) await guardian.see(name)
  })

  it('N08 given a notice that wants a signature, when the mother signs for one child, then the other still waits', async () => {
    const { teacher, guardian } = house
    await teacher.open(`packages/compose/compose/compose?classId=${known.five}`)
    await teacher.type('标题', '校服尺码确认')
    await teacher.type('正文', '秋季校服按上学期登记的尺码发放，请核对后签字，有变化的请在周四前告诉老师。')
    await teacher.tap(['reply-choice', 'choice-chips', '.chip'], '签字')
    await teacher.press('预览')
    await teacher.reach('packages/compose/preview/preview')
    await teacher.press('发送')
    await teacher.see('已发送')
    known.paper = (await stored<StoredSlip>(house, 'slips'))[0]?.noticeId ?? ''

    await guardian.open('pages/today/today')
    await guardian.tap(['today-guardian', 'dock', '.primary'], '去签字')
    await guardian.reach('packages/notice/detail/detail')
    await signFor('贺知宁')
    await guardian.see('贺知宁妈妈')
    expect(await readLine(known.paper, known.ning)).toMatchObject({ signerOpenid: GUARDIAN })
    expect(await readLine(known.paper, known.yuan)).not.toHaveProperty('signedAt')
  })

  it('M19 given a name mended in the file, when it is imported again, then it is the same child, and its mother is still there', async () => {
    const { principal } = house
    await principal.open(`packages/school/import/import?schoolId=${known.schoolId}`)
    await importRoster(MENDED, ...OTHERS)
    await principal.see('改名1')
    await principal.see('贺知元→贺知远')
    await principal.press('导入6行')
    await principal.press('看学校')
    expect(await stored(house, 'children')).toHaveLength(6)
    expect(await readChild(known.yuan)).toMatchObject({ name: '贺知远', guardians: [{ openid: GUARDIAN }] })
  })

  it('M10 given the mended name, when the mother wants to sign, then she confirms the card first, once', async () => {
    const { guardian } = house
    const page = `packages/notice/detail/detail?noticeId=${known.paper}&classId=${known.five}`
    await guardian.open(page)
    await signFor('贺知远')
    await guardian.see('确认名片')
    expect(await readLine(known.paper, known.yuan)).not.toHaveProperty('signedAt')
    await confirmCard('贺知远妈妈')
    await guardian.open(page)
    await signFor('贺知远')
    await guardian.see('贺知远妈妈')
    expect(await readLine(known.paper, known.yuan)).toHaveProperty('signedAt')
  })

  it('L12 given a running notice, when a child leaves, then its line is closed for everybody to see', async () => {
    const { principal, teacher } = house
    const outing = {
      ...{ kind: 'outing', title: '秋游通知', replyMode: 'sign', photos: [] },
      body: '下周四上午八点在操场集合，下午三点半返校，请穿运动鞋。',
      ...{ deadline: Date.parse('2026-09-03T18:00:00+08:00'), event: { day: '2026-09-10', place: '植物园' } },
      audience: { to: 'classes', classIds: [known.five] },
    }
    known.outing = (await get<{ noticeId: string }>(house, TEACHER, 'notice.publish', outing)).noticeId
    await principal.open(`packages/class/child/child?childId=${known.ning}&classId=${known.five}`)
    await house.control('phone.nextSheet', { phone: 'principal', value: 1 })
    await principal.tap(['.cell'], '离校、转学、休学')
    await answerModal(house, 'principal')
    await principal.press('', 'date-wheels')
    await principal.see('回到班里')
    await teacher.open(`packages/notice/board/board?noticeId=${known.outing}&classId=${known.five}`)
    await teacher.tap(['.tabs-item'], '全部')
    await teacher.see('已离校')
    expect(await readLine(known.outing, known.ning)).toMatchObject({ closed: { why: 'left' } })
  })

  it('L12 given a child that has left, then its mother asks leave only for who is here, and reads on what she signed', async () => {
    const { guardian } = house
    await guardian.open('packages/leave/form/form')
    await guardian.find(['choice-chips', '.chip'], '贺知远')
    await guardian.rest()
    expect(await guardian.words()).not.toContain('贺知宁')
    await guardian.open('pages/me/me')
    await guardian.tap(['.cell'], '已离校')
    await guardian.reach('packages/notice/signed/signed')
    await guardian.tap(['.cell'], '校服尺码确认')
    await guardian.reach('packages/notice/detail/detail')
    await guardian.see('秋季校服')
    const slip = { noticeId: known.outing, classId: known.five, childId: known.ning, version: 1 }
    expect((await house.call(GUARDIAN, 'slip.sign', { ...slip, typedName: '严依依' })).ok).toBe(false)
  })

  it('L12 given two classes, when the head teacher moves a child, then its family is in the other one with what it signed', async () => {
    const { teacher, guardian } = house
    await teacher.open(`packages/class/members/members?classId=${known.five}`)
    await teacher.tap(['.cell.row'], '贺知远')
    await teacher.tap(['popup-panel', '.cell'], '转班、离校')
    await teacher.reach('packages/class/child/child')
    await teacher.tap(['.cell'], '转到别班')
    await answerModal(house, 'head_teacher')
    await teacher.tap(['popup-panel', '.cell'], '五（2）班')
    await teacher.reach('packages/class/members/members')
    expect(await readChild(known.yuan)).toMatchObject({ classId: known.fiveTwo, guardians: [{ openid: GUARDIAN }] })
    expect(await readLine(known.outing, known.yuan)).toMatchObject({ closed: { why: 'moved' } })
    expect(await readLine(known.paper, known.yuan)).toHaveProperty('signedAt')
    await confirmCard('五（2）班')
    await guardian.open('pages/me/me')
    await guardian.see('五（2）班')
  })

  it('M04 given a head teacher who leaves the class, when the next one answers, then both have confirmed, and it changes hands', async () => {
    const { teacher } = house
    await teacher.open('pages/class/class')
    await teacher.tap(['.cell'], '移交班主任')
    await teacher.reach('packages/class/handover/handover')
    await teacher.see('2份通知未办结')
    await teacher.press('请接任的老师')
    const token = new URLSearchParams((await sharedPath(teacher)).split('?')[1]).get('token')
    await get(house, LIN, 'join.staff', { token, consent: true, name: '林青', subject: '数学' })
    await teacher.open(`packages/class/members/members?classId=${known.five}`)
    await teacher.see('确认后由林青接替语文王老师当班主任')
    await teacher.tap(['application-list', '.btn-1'], '是')
    await teacher.reach('pages/today/today')
    await teacher.see('请向班主任要一张邀请')
    const { identities } = await get<{ identities: { card: string; classId: string }[] }>(
      house,
      LIN,
      'session.read',
      {},
    )
    expect(identities).toMatchObject([{ card: '数学林老师', classId: known.five }])
  })
})

describe('the summer', () => {
  it('L13 given August, when the principal looks at the new year, then each class says what becomes of it, and then it happens', async () => {
    const { principal } = house
    await moveClock('2027-06-25T10:00')
    const graduation = await get<{ noticeId: string }>(house, CHEN, 'notice.publish', graduationNotice())
    known.graduation = graduation.noticeId
    await moveClock('2027-08-24T10:00')
    const wanted = { purpose: 'class', classId: known.six }
    known.token = (await get<{ token: string }>(house, CHEN, 'invitation.create', wanted)).token
    await principal.open('pages/today/today')
    await principal.tap(['today-principal', '.cell'], '新学年升级')
    await principal.reach(YEAR)
    for (const words of ['2027学年升级', '→ 六（1）班', '→ 六（2）班', '2027届六（1）班', '毕业，存档只读'])
      await principal.see(words)
    await promote()
    await principal.see('2个班已升级，1个班已毕业存档')
    expect(await classNames()).toEqual(['2027届六（1）班', '六（1）班', '六（2）班'])
    expect(await readSlip(known.graduation)).toMatchObject({ state: 'closed' })
  })

  it('L13 given it was too early, when the principal undoes it, then all is as it was, and it can be done again', async () => {
    const { principal } = house
    await answerModal(house, 'principal')
    await principal.tap(['.cell'], '撤销升级')
    await principal.see('上一次升级已撤销')
    expect(await classNames()).toEqual(['六（1）班', '五（1）班', '五（2）班'])
    expect(await readSlip(known.graduation)).toMatchObject({ state: 'running' })
    await promote()
    expect(await classNames()).toEqual(['2027届六（1）班', '六（1）班', '六（2）班'])
  })

  it('L13 given the sixth grade has graduated, then its family reads on, and nobody writes to it or joins it', async () => {
    const { guardian } = house
    await guardian.open('pages/me/me')
    await guardian.see('已毕业，资料保留可看')
    await guardian.tap(['.cell'], '2027届六（1）班')
    await guardian.reach('pages/notices/notices')
    await guardian.tap(['notice-cell'], '领毕业照')
    await guardian.reach('packages/notice/detail/detail')
    await guardian.see('传达室领毕业照')
    const late = { token: known.token, consent: true, childName: '周末末', guardianName: '周大庆', relation: 'father' }
    for (const [who, action, input] of [
      [CHEN, 'invitation.create', { purpose: 'class', classId: known.six }],
      [CHEN, 'notice.publish', graduationNotice()],
      ['o-late', 'join.guardian', late],
    ] as const)
      expect(await house.call(who, action, input)).toMatchObject({ ok: false })
  })

  it('M10 L13 given a class that has gone up, then its family confirms the card once, in the new class', async () => {
    const { guardian } = house
    await confirmCard('六（2）班')
    await guardian.rest()
    expect(await guardian.words()).not.toContain('请确认名片')
  })
})

describe('the second year', () => {
  it('T06 L13 given a new term, when the first notice of the year is out, then the promotion cannot be undone any more', async () => {
    const { principal, guardian } = house
    await moveClock('2027-09-01T10:00')
    await principal.open(`packages/school/calendar/calendar?schoolId=${known.schoolId}`)
    await principal.tap(['.cell'], '加一个学期')
    await principal.press('就这样', 'popup-panel')
    await principal.press('保存校历')
    await principal.see('2027—2028学年第一学期')
    await principal.open('pages/today/today')
    await principal.press('发学校通知', 'today-principal')
    await principal.type('标题', '开学通知')
    await principal.type('正文', '明天上午八点开学典礼，请孩子带好文具和作业本。')
    await principal.press('预览')
    await principal.reach('packages/compose/preview/preview')
    await principal.press('发送')
    await principal.see('已发送')
    await guardian.open('pages/notices/notices')
    await guardian.see('开学通知')
    await principal.open(`${YEAR}?schoolId=${known.schoolId}`)
    await principal.see('《开学通知》，不能再撤销')
    expect(await principal.words()).not.toContain('撤销升级')
    const undone = await house.call(PRINCIPAL, 'year.undo', { schoolId: known.schoolId, year: 2027 })
    expect(undone).toMatchObject({ ok: false, error: { code: 'YEAR_BEGUN', facts: { title: '开学通知' } } })
  })

  it('L13 E02 given another August, when the school goes up again, then the class of the story graduates, and its family looks back', async () => {
    const { principal, guardian } = house
    await moveClock('2028-08-22T10:00')
    await principal.open('pages/today/today')
    await principal.tap(['today-principal', '.cell'], '新学年升级')
    await principal.reach(YEAR)
    await principal.see('2028学年升级')
    await promote()
    await principal.see('2个班已毕业存档')
    expect(await classNames()).toEqual(['2027届六（1）班', '2028届六（1）班', '2028届六（2）班'])
    await guardian.open('pages/today/today')
    await guardian.see('贺知远，2028届六（2）班已毕业')
    await guardian.tap(['page-frame', '.cell'], '贺知远')
    await guardian.reach('pages/notices/notices')
    await guardian.see('开学通知')
  })
})
