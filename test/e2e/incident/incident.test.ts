// Proves what a teacher does on the phone when a child is hurt, and what the principal and the family see meanwhile.
import { startHouse, type House } from '../main-job/house'

const CLASS = 'demo-class-3-2'

let house: House
beforeAll(async () => {
  // After the hours in which the school speaks: nothing of this waits for them.
  house = await startHouse('2026-09-01T20:30:00+08:00', 'demo')
})
afterAll(() => house.stop())

describe('given a child who is hurt', () => {
  it('L06 L07 when the teacher opens 班级, then three taps write it down: the child, what it is, one button', async () => {
    const { teacher } = house
    await teacher.open('pages/class/class')
    await teacher.tap(['.cell'], '突发情况')
    await teacher.reach('packages/roll/incidents/incidents')
    await teacher.tap(['choice-chips', '.chip'], '李雷')
    await teacher.tap(['popup-panel', 'choice-chips', '.chip'], '意外伤害')
    await teacher.press('记下并开始', 'popup-panel')
    await teacher.reach('packages/roll/incident/incident')
    await teacher.see('李雷')
    await teacher.see('送医和联系家长同时进行')
    await teacher.see('第1版L06、L07')
  })

  it('L06 when the principal looks at 今天, then it stands first: the class and since when, the name behind it', async () => {
    const { principal } = house
    await principal.open('pages/today/today')
    await principal.find(['today-principal', '.cell'], '三（2）班，意外伤害')
    await principal.rest()
    expect(await principal.words()).not.toContain('李雷')
    await principal.tap(['today-principal', '.cell'], '三（2）班，意外伤害')
    await principal.reach('packages/roll/incident/incident')
    await principal.see('李雷')
    await principal.see('语文王老师记')
  })

  it('L06 when a step is tapped, then it has its time; two phones stamp, and one learns what the other has done', async () => {
    const { teacher, principal } = house
    await teacher.tap(['.mini'], '已送医')
    await teacher.find(['.cell', '.sub'], '今天20:3')
    await principal.tap(['.mini'], '已送医')
    await principal.find(['.cell', '.sub'], '语文王老师记')
    await principal.tap(['.mini'], '已报告')
    await principal.find(['.cell', '.sub'], '校长记')
    await teacher.tap(['.mini'], '已联系')
    await teacher.rest()
    expect(await teacher.words()).not.toContain('不是本校的次序')
  })

  it('L06 when a time or a place is put right, then the new one stands and the old one stays below', async () => {
    const { teacher } = house
    await teacher.tap(['.cell-b'], '送医')
    await teacher.type('哪家医院', '市儿童医院', 'popup-panel')
    await teacher.press('记下', 'popup-panel')
    await teacher.see('市儿童医院')
    await teacher.see('送医原来记的是')
    await teacher.picture('incident')
  })

  it('L06 when it is over, then the outcome closes it, and the principal’s 今天 has it no more', async () => {
    const { teacher, principal } = house
    await teacher.press('写结果')
    await teacher.tap(['popup-panel', 'choice-chips', '.chip'], '在家休息')
    await teacher.press('记下', 'popup-panel')
    await teacher.see('补写结果')
    await principal.open('pages/today/today')
    await principal.settle()
    expect(await principal.words()).not.toContain('突发情况')
    await principal.open('packages/roll/incidents/incidents?schoolId=demo-school')
    await principal.see('李雷，意外伤害')
    await principal.see('在家休息')
  })

  it('L06 when a family looks, then there is nothing of it: no door, not by its address', async () => {
    const { guardian } = house
    await guardian.open('pages/class/class')
    await guardian.settle()
    expect(await guardian.words()).not.toContain('突发情况')
    await guardian.open(`packages/roll/incidents/incidents?classId=${CLASS}`)
    await guardian.rest()
    expect(await guardian.words()).not.toContain('李雷')
  })
})
