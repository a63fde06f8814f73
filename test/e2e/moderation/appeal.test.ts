// Proves what a muted guardian and the principal see on their phones, and how a letter in doubt is looked at first.
import { startHouse, type House } from '../main-job/house'

const [CLASS, CHILD] = ['demo-class-3-2', 'demo-class-3-2-23']
const [TEACHER, GUARDIAN] = ['demo-wang', `${CHILD}-mother`]

let house: House
let caseId = ''

beforeAll(async () => {
  house = await startHouse('2026-09-01T16:30:00+08:00', 'demo')
  type Members = { members: { childId: string; guardians: { relation: string; card: string; since: number }[] }[] }
  const { data } = await house.call<Members>(TEACHER, 'class.members', { classId: CLASS })
  const seat = data.members
    .find(({ childId }) => childId === CHILD)
    ?.guardians.find(({ relation }) => relation === 'mother')
  const guardian = { childId: CHILD, card: seat?.card ?? '', since: seat?.since ?? 0 }
  const about = { guardian, rule: 'C10', evidence: '三次在留言里推销课程' }
  caseId = (await house.call<{ caseId: string }>(TEACHER, 'case.open', about)).data.caseId
  for (const step of ['guide', 'remind', 'mute_1']) {
    await house.call(TEACHER, 'case.step', { caseId, step, words: '已电话说明' })
  }
})
afterAll(() => house.stop())

describe('given a guardian who is muted', () => {
  it('G04 G10 when they open 班级, then it says what stops and what goes on, and leads to the appeal', async () => {
    const { guardian } = house
    // Who one is may have changed while the app was open: 我的 asks again.
    await guardian.open('pages/me/me')
    await guardian.settle()
    await guardian.open('pages/class/class')
    await guardian.see('看通知、签字、请假、打电话照常')
    await guardian.tap(['quiet-bar', '.text-btn'], '向校长申诉')
    await guardian.reach('packages/class/appeal/appeal')
    await guardian.see('禁言1天')
    expect(await guardian.words()).not.toContain('已电话说明')
  })

  it('G04 when they open a talk, then it says why nothing can be written, and leads to the same appeal', async () => {
    const { guardian } = house
    await guardian.open('packages/talk/thread/thread?talkId=demo-talk-sleep')
    await guardian.tap(['quiet-bar', '.text-btn'], '向校长申诉')
    await guardian.reach('packages/class/appeal/appeal')
  })

  it('G04 when they appeal, then it says that the principal looks, and offers no second one', async () => {
    const { guardian } = house
    await guardian.tap(['.btn-1'], '向校长申诉')
    await guardian.type('当时的情况', '那天是误触转发，马上就说明了', 'words-panel')
    await guardian.press('提交申诉', 'words-panel')
    await guardian.see('校长正在看')
    await guardian.see('申诉：那天是误触转发')
  })

  it('G04 when the principal looks at 今天, then it waits there, and is answered with words', async () => {
    const { principal } = house
    await principal.open('pages/today/today')
    await principal.tap(['today-principal', '.cell'], '家长申诉，待校长答复')
    await principal.reach('packages/pact/appeals/appeals')
    await principal.see('三次在留言里推销课程')
    await principal.tap(['.btn-1'], '解除')
    await principal.type('核对了什么', '已核对，确是误触', 'words-panel')
    await principal.press('解除', 'words-panel')
    await principal.see('解除处理：已核对，确是误触')
  })

  it('G04 when it is lifted, then the guardian reads why, and nothing is stopped any more', async () => {
    const { guardian } = house
    await guardian.open('packages/class/appeal/appeal')
    await guardian.see('现在对您没有限制')
    await guardian.see('解除处理：已核对，确是误触')
    type Session = { identities: { childId?: string; mutedUntil?: number }[] }
    const { data } = await house.call<Session>(GUARDIAN, 'session.read', {})
    expect(data.identities.every(({ mutedUntil }) => mutedUntil === undefined)).toBe(true)
  })
})

describe('given a letter that WeChat is not sure of', () => {
  it('G02 when a family has written it, then it says who looks at it first, and the teacher has no such talk yet', async () => {
    const { guardian, teacher } = house
    await house.control('verdicts.set', { suggest: 'review', label: 20001, times: 1 })
    await guardian.open(`packages/talk/write/write?childId=${CHILD}`)
    await guardian.type('什么事', '课间的事')
    await guardian.type('信', '昨天课间孩子们有争执，想请您问问在场的同学。', 'letter-form')
    await guardian.press('送出')
    await guardian.reach('packages/talk/thread/thread')
    await guardian.see('先请老师看，通过后送达')
    await guardian.see('还没送达')
    await teacher.open(`packages/talk/list/list?classId=${CLASS}`)
    await teacher.see('晚上睡得晚')
    await teacher.settle()
    expect(await teacher.words()).not.toContain('课间的事')
  })

  it('G02 when the head teacher lets it through in 待审, then it is a talk like any other', async () => {
    const { guardian, teacher } = house
    await teacher.open(`packages/pact/queue/queue?schoolId=demo-school&classId=${CLASS}`)
    await teacher.see('想请您问问在场的同学')
    await teacher.tap(['.btn-1'], '通过')
    await teacher.see('没有待审的内容')
    await teacher.open(`packages/talk/list/list?classId=${CLASS}`)
    await teacher.tap(['.cell'], '课间的事')
    await teacher.see('想请您问问在场的同学')
    await guardian.open(`packages/talk/list/list?childId=${CHILD}`)
    await guardian.tap(['.cell'], '课间的事')
    await guardian.see('待回复（语文王老师）')
  })
})
