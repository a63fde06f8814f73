// Proves how a post about one child becomes a talk with its family, and how the letter box is answered, on the phones.
import { startHouse, type House } from '../main-job/house'

const CLASS = 'demo-class-3-2'
const CHILD = `${CLASS}-23`
const SCHOOL = 'demo-school'

let house: House
beforeAll(async () => {
  // In the quiet hours of the evening.
  house = await startHouse('2026-09-01T20:36:00+08:00', 'demo')
})
afterAll(() => house.stop())

/** Says yes to whatever is asked before it is done. */
const agree = (phone: House['teacher']) => phone.client.mockWxMethod('showModal', { confirm: true })

describe('given a post about one child', () => {
  it('C22 C24 G17 when it is refused for the class, then one tap opens a letter to that family, with its words', async () => {
    const { teacher } = house
    await teacher.open(`packages/compose/compose/compose?classId=${CLASS}`)
    await teacher.type('标题', '课间的事')
    await teacher.type('正文', '张小明今天又打同学了，请家长教育。')
    await teacher.tap(['rule-card', '.mini'], '只发给孩子的家长')
    await teacher.reach('packages/talk/write/write')
    await teacher.see('只有张小明的家长和您能看到')
    await teacher.press('送出')
    await teacher.reach('packages/talk/thread/thread')
    await teacher.see('课间的事')
    await teacher.see('张小明今天又打同学了')
  })

  it('T01 T02 when it is evening, then it says when it arrives, and the family reads nothing yet', async () => {
    const { teacher, guardian } = house
    await teacher.see('明早7:00送达')
    await guardian.open(`packages/talk/list/list?childId=${CHILD}`)
    await guardian.see('晚上睡得晚')
    await guardian.settle()
    expect(await guardian.words()).not.toContain('课间的事')
  })

  it('C24 N15 when morning has come, then the family reads it and answers, and the teacher owns the question', async () => {
    const { teacher, guardian } = house
    await house.control('clock.set', { now: '2026-09-02T07:10:00+08:00' })
    await house.control('timers.run', { name: 'scheduler' })
    await guardian.open('pages/class/class')
    await guardian.tap(['.cell'], '私聊')
    await guardian.reach('packages/talk/list/list')
    await guardian.tap(['.cell'], '课间的事')
    await guardian.reach('packages/talk/thread/thread')
    await guardian.see('只有您家和语文王老师能看到')
    await guardian.type('信', '老师您好，我们昨晚和孩子谈过了，想请学校也问问另一个孩子。')
    await guardian.press('送出')
    await guardian.see('待回复（语文王老师）')
    await guardian.picture('talk')
    await teacher.open(`packages/talk/list/list?classId=${CLASS}`)
    await teacher.find(['.cell'], '课间的事')
    await teacher.tap(['.cell'], '课间的事')
    await teacher.see('想请学校也问问另一个孩子')
  })

  it('C25 G07 when the family asks for the principal, then both read since when the leaders read along', async () => {
    const { teacher, guardian, principal } = house
    await principal.open(`packages/talk/list/list?schoolId=${SCHOOL}`)
    await principal.settle()
    expect(await principal.words()).not.toContain('课间的事')
    await agree(guardian)
    await guardian.tap(['.cell'], '请校长看')
    await guardian.see('校长室从9月2日起也能看到')
    await teacher.open(`packages/talk/list/list?classId=${CLASS}`)
    await teacher.tap(['.cell'], '课间的事')
    await teacher.see('请校长室看')
    await principal.open(`packages/talk/list/list?schoolId=${SCHOOL}`)
    await principal.tap(['.cell'], '课间的事')
    await principal.see('张小明家和语文王老师能看到')
  })

  it('N15 when the principal has answered, then it is closed, and everybody reads so', async () => {
    const { principal, guardian } = house
    await house.control('clock.set', { now: '2026-09-02T09:00:00+08:00' })
    await principal.type('信', '两个孩子我们都谈过了，已经和好，谢谢您的配合。')
    await principal.press('送出')
    await principal.see('已回复')
    await agree(principal)
    await principal.tap(['.cell'], '办结')
    await principal.see('已办结')
    await guardian.open(`packages/talk/list/list?childId=${CHILD}`)
    await guardian.tap(['.cell'], '课间的事')
    await guardian.see('两个孩子我们都谈过了')
    await guardian.see('再写一封会重新打开')
  })
})

describe('given 意见箱', () => {
  it('C25 P06 when a family has an idea for the principal, then it is answered with thanks, and never public', async () => {
    const { guardian, principal, teacher } = house
    await guardian.open('pages/class/class')
    await guardian.tap(['.cell'], '意见箱')
    await guardian.reach('packages/talk/write/write')
    await guardian.tap(['choice-chips', '.chip'], '献计献策')
    await guardian.tap(['choice-chips', '.chip'], '校长信箱')
    await guardian.see('只有您家和校长室能看到')
    await guardian.type('什么事', '放学分批走')
    await guardian.type('信', '建议低年级早十分钟放学，校门口就不挤了。')
    await guardian.press('送出')
    await guardian.reach('packages/talk/thread/thread')
    await guardian.see('待回复（校长室）')
    await principal.open('pages/me/me')
    await principal.tap(['.cell'], '校长信箱')
    await principal.tap(['.cell'], '放学分批走')
    await principal.tap(['.cell'], '采纳并感谢')
    await principal.tap(['words-panel', 'choice-chips', '.chip'], '这个办法很好')
    await principal.press('送出感谢', 'words-panel', 'popup-panel')
    await principal.see('已采纳，谢谢您家')
    await guardian.open(`packages/talk/list/list?childId=${CHILD}`)
    await guardian.tap(['.cell'], '放学分批走')
    await guardian.see('已采纳，谢谢您家')
    await teacher.open(`packages/talk/list/list?classId=${CLASS}`)
    await teacher.settle()
    expect(await teacher.words()).not.toContain('放学分批走')
  })

  it('L01 when a family asks for leave in a letter, then the leave form opens with the child and the words', async () => {
    const { guardian } = house
    await guardian.open(`packages/talk/write/write?childId=${CHILD}`)
    await guardian.type('什么事', '请假')
    await guardian.type('信', '小明明天发烧，想请假一天。')
    await guardian.press('送出')
    await guardian.tap(['rule-card', '.mini'], '填假条')
    await guardian.reach('packages/leave/form/form')
    const reason = await guardian.find(['textarea'])
    expect(await reason.value()).toBe('小明明天发烧，想请假一天。')
  })

  it('N13 when something is important, then the phone is offered before the letter goes', async () => {
    const { guardian } = house
    await guardian.open(`packages/talk/write/write?childId=${CHILD}`)
    await guardian.tap(['letter-form', 'choice-chips', '.chip'], '重要')
    await guardian.find(['call-panel', 'popup-panel'], '重要的事，打电话最快')
  })
})
