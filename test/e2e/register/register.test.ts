// Proves on the phones that a class log is filled and signed, what lacks is refused, remarks are written at once.
import { startHouse, type House } from '../main-job/house'
import { get, stored } from '../main-job/steps'
import { signOn } from './sign-on'

const [SCHOOL, CLASS] = ['demo-school', 'demo-class-3-2']
const [PRINCIPAL, SUBJECT_TEACHER] = ['demo-principal', 'demo-liu']
const LIST = 'packages/register/list/list'
const FORM = 'packages/register/form/form'
const GRID = 'packages/register/grid/grid'
/** Longer than a phone waits, so that it says what for. */
const LONG_MS = 240_000

interface Entry {
  register: string
  state: string
  subject: { id: string }
  parts: Record<
    string,
    { answers: { question: string; done?: boolean; text?: string; files?: object[] }[]; card: string }[]
  >
}

let house: House
beforeAll(async () => {
  house = await startHouse('2026-09-01T15:00:00+08:00', 'demo')
  const { version: seen } = await get<{ version: number }>(house, PRINCIPAL, 'register.settings', { schoolId: SCHOOL })
  const changes = ['class-log', 'contacts', 'remarks'].map((register) => ({ register, on: true }))
  await get(house, PRINCIPAL, 'register.switch', { schoolId: SCHOOL, seen, changes })
}, LONG_MS)
afterAll(() => house.stop())

const entriesOf = async (register: string) =>
  (await stored<Entry>(house, 'entries')).filter((entry) => entry.register === register)

it(
  'D01 given a class log that nobody has filled in, when its head teacher does, then it takes a tap an exception',
  async () => {
    const { teacher } = house
    await teacher.open(LIST)
    await teacher.see('今天16:30前')
    await teacher.tap(['.cell'], '班级日志')
    await teacher.reach(FORM)
    await teacher.see('依据：班主任工作制度 第二条8')
    await teacher.tap(['form-fill', '.fill-line'], '课间没有追逐打闹')
    await teacher.type('课间没有追逐打闹，没做到的原因', '两人追跑，已提醒', 'form-fill')
    await teacher.open(LIST)
    await teacher.tap(['.cell'], '班级日志')
    await teacher.reach(FORM)
    await teacher.find(['form-fill', '.tag'], '没做到')
    await teacher.press('记下')
    await teacher.see('没做到：两人追跑，已提醒')
    const [entry] = await entriesOf('class-log')
    expect(entry?.parts['fill']?.[0]?.answers.slice(0, 2)).toEqual([
      { question: 'lessons', done: true },
      { question: 'breaks', done: false, text: '两人追跑，已提醒' },
    ])
  },
  LONG_MS,
)

it(
  'D01 when it waits for the head teacher, then the list says so, and a signature ends it',
  async () => {
    const { teacher } = house
    await teacher.open(LIST)
    await teacher.see('班级日志：待签阅')
    await teacher.tap(['.cell'], '班级日志：待签阅')
    await teacher.reach(FORM)
    await teacher.press('签阅')
    await teacher.see('这一题要填')
    await signOn(teacher)
    await teacher.press('签阅')
    await teacher.see('办完')
    const [entry] = await entriesOf('class-log')
    expect(entry).toMatchObject({ state: 'done' })
    expect(entry?.parts['sign']?.[0]?.answers[0]?.files).toHaveLength(1)
    await teacher.picture('register-signed')
  },
  LONG_MS,
)

it(
  'H01 given a contact, when a child is chosen and something lacks, then the field says so and what is typed stays',
  async () => {
    const { teacher } = house
    await teacher.open(LIST)
    await teacher.tap(['.tabs-item'], '本月')
    // Calls and letters of the month count already, without being typed again.
    const before = Number((await (await teacher.find(['.due-n'], '/4')).text()).split('/')[0])
    await teacher.tap(['.cell'], '联系家长')
    await teacher.reach(FORM)
    await teacher.tap(['.cell'], '请选择')
    await teacher.type('输入名字找', '李雷', 'choice-panel')
    await teacher.tap(['choice-panel', 'popup-panel', '.cell'], '李雷')
    await teacher.see('三（2）班，李雷')
    await teacher.type('谈了什么', '孩子这周按时完成了作业', 'form-fill')
    await teacher.press('记下')
    await teacher.see('这一题要填')
    expect(await entriesOf('contacts')).toEqual([])
    await teacher.tap(['form-fill', 'choice-chips', '.chip'], '电话')
    await teacher.press('记下')
    await teacher.see('孩子这周按时完成了作业')
    await teacher.find(['dock', '.btn'], '再记一条')
    const [contact] = await entriesOf('contacts')
    expect(contact?.parts['fill']?.[0]?.answers.map(({ question }) => question)).toEqual(['way', 'day', 'matter'])
    await teacher.open(LIST)
    await teacher.tap(['.tabs-item'], '本月')
    await teacher.see(`${before + 1}/4`)
  },
  LONG_MS,
)

it(
  'D01 given somebody else has signed meanwhile, when a mended log is sent, then it says so and leads on',
  async () => {
    const { teacher } = house
    await house.control('clock.set', { now: '2026-09-02T15:00:00+08:00' })
    const sheet = { register: 'class-log', schoolId: SCHOOL, classId: CLASS, slot: '2026-09-02' }
    await teacher.open(`${FORM}?${new URLSearchParams(sheet)}`)
    await teacher.see('今天的情况')
    await teacher.type('今天的情况', '下午大扫除', 'form-fill')
    await get(house, SUBJECT_TEACHER, 'register.write', { ...sheet, version: 0, answers: [] })
    await teacher.press('记下')
    await teacher.see('刚刚有人写过这一条，您填的还在，请再看一遍。')
    await teacher.tap(['page-frame', 'rule-card', '.mini'], '重新看')
    await teacher.see('2项都做到了')
    await teacher.press('记下')
    await teacher.see('改过1次')
    await teacher.see('下午大扫除')
    expect(await entriesOf('class-log')).toHaveLength(2)
  },
  LONG_MS,
)

it(
  'D07 given the end of the term, when remarks are written on one page, then only those go, and likeness is said softly',
  async () => {
    const { teacher } = house
    await house.control('clock.set', { now: '2027-01-18T10:00:00+08:00' })
    await teacher.open(LIST)
    await teacher.tap(['.tabs-item'], '本月')
    await teacher.tap(['.cell'], '通知书评语')
    await teacher.reach(GRID)
    await teacher.see('已记0/40')
    const words = '你上课认真听讲，作业工整，和同学相处友好，希望新的一年多读书，多提问。'
    for (const place of [0, 1]) {
      const line = (await teacher.all('.cell-b')).slice(-40)[place]
      await line?.tap()
      await teacher.type('评语', words, 'popup-panel', 'form-fill')
      await teacher.press('好', 'popup-panel')
    }
    await teacher.press('记下2行')
    await teacher.see('已记2/40')
    await teacher.see('的有九成相同')
    const remarks = await entriesOf('remarks')
    expect(remarks.map(({ parts }) => parts['fill']?.[0]?.answers[0]?.text)).toEqual([words, words])
    await teacher.picture('register-grid')
  },
  LONG_MS,
)
