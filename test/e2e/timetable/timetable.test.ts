// Proves that a head teacher pastes a timetable and mends it, that the family reads it, and a lesson silences 今天.
import { startHouse, type House } from '../main-job/house'

const CLASS = 'demo-class-3-2'
const PASTED = [
  '节次\t周一\t周二\t周三\t周四\t周五',
  '8:00-8:40\t语文\t语文\t数学\t英语\t体育',
  '8:50-9:30\t数学\t体育\t语文\t语文\t数学',
].join('\n')

let house: House
beforeAll(async () => {
  // A Tuesday, in the first lesson.
  house = await startHouse('2026-09-01T08:10:00+08:00', 'demo')
})
afterAll(() => house.stop())

describe('given a class without a timetable', () => {
  it('E23 when its head teacher pastes one that cannot be read, then the line is named; the mended one is shown', async () => {
    const { teacher } = house
    await teacher.open('pages/class/class')
    await teacher.tap(['.cell'], '课程表')
    await teacher.reach('packages/class/timetable/timetable')
    await teacher.see('还没有课程表')
    await teacher.press('录入')
    await teacher.tap(['.cell'], '从表格粘贴')
    await teacher.type('粘贴的课程表', PASTED.replace('8:00-8:40', '早读'), 'popup-panel')
    await teacher.press('读出课程表', 'popup-panel')
    await teacher.find(['popup-panel', '.fine'], '第2行：“早读”看不出是第几节或几点')
    await teacher.type('粘贴的课程表', PASTED, 'popup-panel')
    await teacher.press('读出课程表', 'popup-panel')
    await teacher.see('周二，今天')
  })

  it('E23 when a lesson is tapped, then another subject is picked for it, and all is kept', async () => {
    const { teacher } = house
    await teacher.tap(['.cell'], '第2节')
    await teacher.tap(['popup-panel', 'choice-chips', '.chip'], '音乐')
    await teacher.press('记下', 'popup-panel')
    await teacher.press('保存课程表')
    await teacher.see('正在上')
    await teacher.picture('timetable')
  })

  it('E23 when a family opens it, then today’s lessons come first, and they change nothing', async () => {
    const { guardian } = house
    await guardian.open(`packages/class/timetable/timetable?classId=${CLASS}`)
    await guardian.see('周二，今天')
    await guardian.find(['.cell', '.sub'], '第2节，8:50—9:30')
    expect(await guardian.words()).toContain('音乐')
    expect(await guardian.words()).not.toContain('修改')
  })

  it('T08 when the teacher looks at 今天, then it says that the lesson is not disturbed', async () => {
    const { teacher } = house
    await teacher.open('pages/today/today')
    await teacher.see('您在上课，新留言不提醒')
  })
})
