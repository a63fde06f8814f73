// Proves on a phone that who cannot be reached by message signs on paper, and the notice is closed at 40/40 (N06, N08).
import { codesOn } from '../../cloud/slip/read-paper'
import { startHouse, type House } from '../main-job/house'
import { get, openSchool, seatHeadTeacher, stored } from '../main-job/steps'

const MORNING = '2026-09-01T10:00:00+08:00'
const TEACHER = 'o-head_teacher'
const MOTHER = 'o-guardian'
const CHILDREN = 40
const CLASS_NAME = '三（1）班'
const SURNAMES = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕'
const nameOf = (index: number) => `${SURNAMES[index] ?? '王'}小禾`
const ROSTER = [
  '班级,座号,姓名',
  ...Array.from({ length: CHILDREN }, (_, at) => `${CLASS_NAME},${at + 1},${nameOf(at)}`),
]

interface Board {
  rows: { childId: string; no: string; state: string; followUps: object[] }[]
  counts: object
}

let house: House
const slip = { noticeId: '', classId: '' }
let children: string[] = []
/** What stands in the codes of the last two children's slips. */
let codes: string[] = []

beforeAll(async () => {
  house = await startHouse(MORNING)
  const { principal } = house
  await openSchool(house)
  await principal.press('导入名单')
  await house.control('phone.nextFile', {
    ...{ phone: 'principal', name: '名单.csv', base64: Buffer.from(ROSTER.join('\n')).toString('base64') },
  })
  await principal.press('选表格')
  await principal.press(`导入${CHILDREN}行`)
  await principal.press('看学校')
  await principal.see(CLASS_NAME)
  const [its] = await stored<{ _id: string; roster: { childId: string }[] }>(house, 'classes')
  slip.classId = its?._id ?? ''
  children = its?.roster.map(({ childId }) => childId) ?? []
  await seatHeadTeacher(house, slip.classId, TEACHER, '王芳')
  const [first = ''] = children
  const invitation = { purpose: 'child', classId: slip.classId, childId: first }
  const { token } = await get<{ token: string }>(house, TEACHER, 'invitation.create', invitation)
  await get(house, MOTHER, 'join.guardian', { token, consent: true, guardianName: '林芳', relation: 'mother' })
  const { noticeId } = await get<{ noticeId: string }>(house, TEACHER, 'notice.publish', {
    ...{ kind: 'outing', title: '秋游通知', body: '下周五到市植物园秋游，八点在操场集合，请带午餐和水。' },
    ...{ replyMode: 'sign', deadline: Date.parse('2026-09-03T18:00:00+08:00') },
    ...{
      event: { day: '2026-09-11', place: '植物园' },
      audience: { to: 'classes', classIds: [slip.classId] },
      photos: [],
    },
  })
  slip.noticeId = noticeId
  await get(house, MOTHER, 'slip.sign', { ...slip, childId: first, version: 1, typedName: '林芳' })
  const told = { way: 'phone', told: '家长', at: Date.parse(MORNING) }
  for (const childId of children.slice(1, -2)) await get(house, TEACHER, 'slip.followUp', { ...slip, childId, ...told })
})
afterAll(() => house?.stop())

const scan = (value: string) => house.control('phone.nextScan', { phone: 'head_teacher', value })
const readBoard = () => get<Board>(house, TEACHER, 'board.read', slip)

it('N06 X04 given 38 of 40 reached, then the board tells the ways, and the two are to be printed for', async () => {
  const { teacher } = house
  await teacher.open(`packages/notice/board/board?${new URLSearchParams(slip)}`)
  await teacher.see('38/40')
  await teacher.see('跟进：电话37')
  await teacher.see('还有2个孩子没通知到，不能办结。')
})

it('N08 given the link, then the phone opens slips for both, each with a code that a camera reads', async () => {
  const { teacher } = house
  await teacher.tap(['.text-btn'], '打印纸质回执单')
  await teacher.find(['papers', 'popup-panel', 'dock', '.primary'], '打印2张')
  await teacher.picture('papers')
  await teacher.press('打印2张', 'papers', 'popup-panel')
  await teacher.rest()
  const [kept] = await stored<{ trail: { action: string; detail?: object }[] }>(house, 'slips')
  expect(kept?.trail.at(-1)).toMatchObject({ action: 'slip.print', detail: { as: 'slips', children: 2 } })
  const { url } = await get<{ url: string }>(house, TEACHER, 'board.print', { ...slip, as: 'slips' })
  codes = codesOn(Buffer.from(await (await fetch(url)).arrayBuffer()))
  expect(new Set(codes).size).toBe(2)
})

it('N06 X04 given 扫一扫, then a paper opens the form, filled in, and two taps note it; the next one follows', async () => {
  const { teacher } = house
  await teacher.open('pages/me/me')
  await scan(codes[0] ?? '')
  await teacher.tap(['.cell'], '扫一扫')
  await teacher.reach('packages/notice/board/board')
  await teacher.press('已告知', 'follow-up', 'popup-panel')
  await teacher.see(`已记下${nameOf(38)}的回执单。`)
  await teacher.see('39/40')

  await scan(codes[1] ?? '')
  await teacher.tap(['quiet-bar', '.text-btn'], '扫下一张')
  // The form of the child before is closed, and that of this one open.
  await teacher.rest()
  await teacher.press('已告知', 'follow-up', 'popup-panel')
  await teacher.see(`已记下${nameOf(39)}的回执单。`)
  await teacher.see('40/40')
  await teacher.see('跟进：电话37，纸质2')
})

it('X04 given the same paper again, then the page says so, and nothing is noted a second time', async () => {
  const { teacher } = house
  await scan(codes[1] ?? '')
  await teacher.tap(['quiet-bar', '.text-btn'], '扫下一张')
  await teacher.see(`${nameOf(39)}已经记过`)
  const { rows } = await readBoard()
  expect(rows.at(-1)?.followUps).toHaveLength(1)
})

it('N06 given a guardian who scans the paper, then there is nothing behind it', async () => {
  const reply = await house.call(MOTHER, 'paper.read', { code: (codes[0] ?? '').replace('paper=', '') })
  expect(reply).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } })
})

it('N06 given a wrong entry, then it is corrected from its row, and the history keeps both', async () => {
  const { teacher } = house
  await teacher.tap(['.tabs-item'], '全部')
  await teacher.tap(['child-row', '.cell-b'], nameOf(39))
  await teacher.press('更正', 'child-line', 'popup-panel')
  await teacher.press('更正为未告知', 'follow-up', 'popup-panel')
  await teacher.see('39/40')
  await teacher.tap(['child-row', '.cell-b'], nameOf(39))
  await teacher.find(['follow-up', 'popup-panel', '.sub'], '更正：没有纸质告知家长')
})

it('N17 given a signed line, then the teacher opens its proof from the board', async () => {
  const { teacher } = house
  await teacher.open(`packages/notice/board/board?${new URLSearchParams(slip)}`)
  await teacher.tap(['.tabs-item'], '已签')
  await teacher.tap(['child-row', '.cell-b'], nameOf(0))
  await teacher.press('打印签收存档', 'child-line', 'popup-panel')
  await teacher.reach('packages/notice/print/print')
  for (const words of ['秋游通知', `${nameOf(0)}妈妈`, '关系', '第1版', '林芳']) await teacher.see(words)
})

it('N06 given 40/40, then the notice is closed', async () => {
  const { teacher } = house
  const last = children.at(-1) ?? ''
  await get(house, TEACHER, 'slip.followUp', {
    ...slip,
    childId: last,
    way: 'paper',
    told: '家长',
    at: Date.parse(MORNING),
  })
  await teacher.open(`packages/notice/board/board?${new URLSearchParams(slip)}`)
  await teacher.see('40/40')
  await teacher.press('办结', 'page-frame')
  await teacher.see('已办结')
  expect(await readBoard()).toMatchObject({ state: 'closed', counts: { total: CHILDREN, signed: 1, followed: 39 } })
})
