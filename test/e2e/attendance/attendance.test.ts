// Walks the figures on the phones: a day's sums, a family's month, children ill together, and one who does not come.
import { startHouse, type House } from '../main-job/house'
import { get } from '../main-job/steps'

const [CLASS, WANG] = ['demo-class-3-2', 'demo-wang']
/** 张小明, whose mother holds the guardian's phone. */
const OWN = `${CLASS}-23`

interface Mark {
  mark: 'present' | 'late' | 'early' | 'absent'
  symptoms?: string[]
}
interface ReadRoll {
  day: string
  half: 'am' | 'pm'
  now: number
  lines: { childId: string; name: string; mark: string }[]
  counts: { total: number; present: number; late: number; early: number; leave: number; absent: number }
}

let house: House
const exceptions: unknown[] = []
beforeAll(async () => {
  house = await startHouse('2026-09-01T08:02:00+08:00', 'demo')
  for (const phone of [house.teacher, house.principal, house.guardian]) {
    phone.client.on('exception', (exception) => exceptions.push(exception))
  }
})
afterAll(async () => {
  expect(exceptions).toEqual([])
  await house.stop()
})

const setClock = (day: string, clock: string) => house.control('clock.set', { now: `${day}T${clock}:00+08:00` })
const readRoll = () => get<ReadRoll>(house, WANG, 'roll.read', { classId: CLASS })
/** The head teacher takes the roll of the half day it is, as the page would. */
async function takeRoll(marks: Record<string, Mark> = {}): Promise<ReadRoll> {
  const { day, half, now, lines } = await readRoll()
  const saved = await get<ReadRoll>(house, WANG, 'roll.save', {
    ...{ classId: CLASS, day, half, takenAt: now, children: lines.map(({ childId }) => childId) },
    marks: Object.entries(marks).map(([childId, each]) => ({ childId, at: now, ...each })),
  })
  await house.control('timers.run', { name: 'scheduler' })
  return saved
}
/** 到39，假0，未到1，共40, as the pages say it. */
const say = ({ present, late, early, leave, absent, total }: ReadRoll['counts']) =>
  `到${present + late + early}，假${leave}，未到${absent}，共${total}`

/** Who is here today, without 小明: the first four are those whom something happens to. */
let here: { childId: string; name: string }[]
let roll: ReadRoll

describe('given a morning with one late, one missing and three with fever', () => {
  beforeAll(async () => {
    here = (await readRoll()).lines.filter(({ childId, mark }) => mark === 'present' && childId !== OWN)
    const [missing, ...ill] = here.slice(0, 4).map(({ childId }) => childId)
    const fever = ill.map((childId): [string, Mark] => [childId, { mark: 'present', symptoms: ['fever'] }])
    roll = await takeRoll({
      [OWN]: { mark: 'late' },
      [missing ?? '']: { mark: 'absent' },
      ...Object.fromEntries(fever),
    })
  })

  it('X06 L10 when the principal opens 今天出勤 from 今天, then school and class say what the roll says, and names on a tap', async () => {
    const { principal } = house
    await principal.open('pages/today/today')
    await principal.tap(['today-principal', '.cell'], '今天出勤')
    await principal.reach('packages/attendance/day/day')
    await principal.see(say(roll.counts))
    const words = await principal.words()
    // The school's own, of the one class that was taken; and the class's.
    expect(words.split(say(roll.counts))).toHaveLength(3)
    expect(words).toContain('迟到1')
    for (const { name } of here.slice(0, 4)) expect(words).not.toContain(name)
    await principal.tap(['.cell'], `晨检 ${say(roll.counts)}`)
    await principal.see('上午未到')
    await principal.see('上午迟到')
    expect(await principal.words()).toContain(here[0]?.name)
    await principal.picture('attendance-day')
  })

  it('H27 L05 when the leaders want to know what was done about who was missing, then the record of that day is one tap away', async () => {
    const { principal } = house
    await principal.tap(['.cell'], '联系未到孩子的记录')
    await principal.reach('packages/roll/record/record')
    await principal.see(here[0]?.name ?? '')
    await principal.client.callWxMethod('navigateBack', {})
    await principal.reach('packages/attendance/day/day')
  })

  it('Q11 X06 when the principal goes on to the class’s month, or comes from 统计, then the sums are the same', async () => {
    const { principal } = house
    await principal.tap(['.cell'], '看本月')
    await principal.reach('packages/attendance/class/class')
    await principal.see(say(roll.counts))
    await principal.picture('attendance-class')
    await principal.open('pages/statistics/statistics')
    await principal.tap(['.cell'], '今天出勤')
    await principal.reach('packages/attendance/day/day')
    await principal.see(say(roll.counts))
  })

  it('X06 given fever in one class, when the teacher opens 今天, then it stands there in amber, and the page says whose rule it is', async () => {
    const { teacher } = house
    await teacher.open('pages/today/today')
    await teacher.tap(['today-staff', 'sickness-cells', '.rule'], '人发热')
    await teacher.reach('packages/attendance/warning/warning')
    await teacher.see('请核实，24小时内上报')
    await teacher.see('学校和托幼机构传染病疫情报告工作规范')
    await teacher.see('体温是多少')
    await teacher.tap(['.cell'], '报告工作规范')
    await teacher.see('应当在24小时内报出相关信息')
    expect(await teacher.words()).not.toContain(here[1]?.name)
    await teacher.tap(['.cell'], '看孩子姓名')
    await teacher.see(here[1]?.name ?? '')
    await teacher.picture('attendance-warning')
    await choose(teacher, 0)
    await teacher.press('记录已核实')
    await teacher.see('核实：情况属实')
  })

  it('X06 when the principal notes that it was reported, then it is gone from both 今天', async () => {
    const { principal, teacher } = house
    await principal.open('pages/today/today')
    await principal.tap(['today-principal', 'sickness-cells', '.rule'], '人发热')
    await principal.reach('packages/attendance/warning/warning')
    await principal.see('核实：情况属实')
    await principal.press('记录已上报')
    await principal.tap(['popup-panel', '.option'], '教育局')
    await principal.press('已上报', 'popup-panel')
    await principal.see('上报：教育局')
    for (const phone of [principal, teacher]) {
      await phone.open('pages/today/today')
      await phone.settle()
      expect(await phone.words()).not.toContain('发热')
    }
  })

  it('L11 when the family opens 班级 → 出勤, then it is the own child’s month, and nobody else’s', async () => {
    const { guardian } = house
    await guardian.open('pages/class/class')
    await guardian.tap(['.cell'], '出勤')
    await guardian.reach('packages/attendance/child/child')
    await guardian.see('9月：到0.5天，病假0天，事假0天，迟到1次，早退0次，未到0次')
    await guardian.see('迟到')
    const words = await guardian.words()
    for (const { name } of here.slice(0, 4)) expect(words).not.toContain(name)
    await guardian.picture('attendance-child')
    await guardian.tap(['.turn', '.nav-back'])
    await guardian.see('8月：到')
  })
})

describe('given a child that does not come for as many days as the pact says', () => {
  beforeAll(async () => {
    const missing = here[0]?.childId ?? ''
    for (const day of ['2026-09-02', '2026-09-03']) {
      await setClock(day, '08:02')
      await takeRoll({ [missing]: { mark: 'absent' } })
    }
  })

  it('Q20 when the head teacher opens 今天, then the first step stands there with its day, and all three are noted in order', async () => {
    const { teacher } = house
    await teacher.open('pages/today/today')
    await teacher.tap(['today-staff', 'dropout-cells', '.cell'], '连续3天未到')
    await teacher.reach('packages/attendance/dropout/dropout')
    await teacher.see('下一步报告年级')
    await teacher.press('已报告年级')
    await teacher.see('下一步动员返校')
    await teacher.press('已动员')
    await teacher.see('下一步书面报教导处')
    await teacher.press('写书面报告')
    await teacher.type('书面报告', '两次家访，家长答应下周送孩子返校。', 'words-panel')
    await teacher.press('报告教导处', 'words-panel', 'popup-panel')
    await teacher.see('等教导处收报告')
    await teacher.picture('attendance-dropout')
  })

  it('Q20 when the leaders note that they have the report, then it is written, and it stays until the child is back', async () => {
    const { principal } = house
    await principal.open('pages/today/today')
    await principal.tap(['today-principal', 'dropout-cells', '.cell'], '等教导处收报告')
    await principal.reach('packages/attendance/dropout/dropout')
    await principal.see('两次家访')
    await principal.press('已收到报告')
    await principal.see('教导处已收到')
    await setClock('2026-09-04', '08:02')
    await takeRoll()
    await principal.open('pages/today/today')
    await principal.settle()
    expect(await principal.words()).not.toContain('天未到')
  })
})

/** What the next sheet of answers is answered with. */
const choose = (phone: House['teacher'], tapIndex: number) =>
  phone.client.mockWxMethod('showActionSheet', { tapIndex, errMsg: 'showActionSheet:ok' })
