// Proves on a phone that a school is set up step by step, enters its calendar, stops and resumes publishing.
import { startHouse, type House } from '../main-job/house'
import { openSchool } from '../main-job/steps'

const MORNING = '2026-09-01T10:00:00+08:00'
let house: House
beforeAll(async () => {
  house = await startHouse(MORNING)
})
afterAll(() => house.stop())

const file = (name: string, content: string) =>
  house.control('phone.nextFile', { phone: 'principal', name, base64: Buffer.from(content).toString('base64') })
const FINGER = { touches: [{ identifier: 0, pageX: 10, pageY: 10 }], changedTouches: [] }
const ROSTER = ['班级,座号,姓名', '三（1）班,1,林小禾', '三（1）班,2,江小雨', '三（2）班,1,白云飞'].join('\n')

it('M12 given a school that has just begun, then its six steps say what is there and which is next', async () => {
  const { principal } = house
  await openSchool(house)
  await principal.see('随时可以离开，回来接着做')
  await principal.see('学期和寒暑假还没录入')
})

it('T06 given the step of the calendar, then a term is entered by its two dates and kept', async () => {
  const { principal } = house
  await principal.tap(['.cell'], '校历')
  await principal.reach('packages/school/calendar/calendar')
  await principal.see('日期按国家节假日和周一至周五算')
  await principal.tap(['.cell'], '加一个学期')
  await principal.press('就这样', 'popup-panel')
  await principal.see('2026—2027学年第一学期')
  await principal.press('保存校历')
  await principal.see('校历录到2027年1月22日')
})

it('T06 given a file, then each line says what it was taken for, and what contradicts the nation is named', async () => {
  const { principal } = house
  await principal.press('从文件导入')
  await principal.reach('packages/school/calendar-import/calendar-import')
  await file(
    '校历.txt',
    '寒假 2027年1月23日至2月21日\n第二学期 2027年2月22日至7月2日\n2026年10月1日补课\n家长开放日 11月18日',
  )
  await principal.press('选文件')
  await principal.see('读出4条，3条写进校历，1条要您定一下')
  await principal.see('2026年10月1日是法定节假日，校历写了上课')
  await principal.press('写进校历')
  await principal.reach('packages/school/calendar/calendar')
  await principal.see('校历录到2027年8月31日')
  await principal.see('寒假')
})

it('M04 given a roster, then classes are there, and all head teachers are asked in with one press', async () => {
  const { principal } = house
  await principal.open('packages/school/setup/setup')
  await principal.press('导入名单')
  await file('名单.csv', ROSTER)
  await principal.press('选表格')
  await principal.press('导入3行')
  await principal.press('看学校')
  await principal.see('2个班还没有班主任')
  await principal.tap(['.cell'], '老师')
  await principal.reach('packages/school/heads/heads')
  await principal.see('没有邀请2')
  await principal.press('邀请2个班的班主任')
  await principal.see('2个班：已邀请2')
})

it('G10 given a reason, then publishing stops when the button has been held, everybody reads it, and it is resumed', async () => {
  const { principal } = house
  await principal.open('pages/me/me')
  await principal.tap(['.cell'], '紧急停用')
  await principal.reach('packages/school/stop/stop')
  await principal.see('按住3秒停用')
  const button = await principal.find(['hold-button', '.hold'])
  await button.touchstart(FINGER)
  await principal.see('请先写明原因')
  await principal.type('为什么停用', '有人冒用老师发通知')
  await button.touchstart(FINGER)
  await principal.see('学校已暂停发布。看通知、签字、请假、打电话照常。')
  await principal.see('原因：有人冒用老师发通知')
  await principal.open('pages/notices/notices')
  await principal.see('学校已暂停发布。')
  await principal.open('pages/today/today')
  await principal.see('学校已暂停发布。')
  await principal.tap(['today-principal', 'quiet-bar', '.text-btn'], '恢复发布')
  await principal.reach('packages/school/stop/stop')
  await principal.press('恢复发布')
  await principal.see('按住3秒停用')
})
