// Walks the school's own paper on the phones: pasted, adopted as version 2, cited where it stops a post (G15).
import type { Pact } from '@class-pact/core/contract'
import { startHouse, type House } from '../main-job/house'
import { answerModal, get, handFile } from '../main-job/steps'

const [PRINCIPAL, WANG, SCHOOL, CLASS] = ['demo-principal', 'demo-wang', 'demo-school', 'demo-class-3-2']
const PAPER = `城东小学班级群管理制度
一、什么时候发
1. 晚上九点半以后、早上七点以前，不在群里发消息。
二、什么不发
2. 群里不发红包，不抢红包。
3. 作业当堂布置，不发到群里。
4. 班主任每天可以把当天的作业发到群里。
三、谁在群里
5. 每个孩子限三位家长进群。
四、其他
6. 违反以上规定的，罚款五十元。`
const PAGE = `packages/pact/paper/paper?schoolId=${SCHOOL}`

let house: House
const exceptions: unknown[] = []
beforeAll(async () => {
  house = await startHouse('2026-09-01T10:00:00+08:00', 'demo')
  for (const phone of [house.principal, house.teacher]) phone.client.on('exception', (fault) => exceptions.push(fault))
})
afterAll(async () => {
  expect(exceptions).toEqual([])
  await house.stop()
})

const marked = async (words: string) => {
  const lines = await house.principal.all('.clause')
  for (const line of lines) if ((await line.text()).includes(words)) return line.text()
  return ''
}

describe('given the principal has the school’s paper', () => {
  it('G15 when they open 公约 and 调整, then their own paper is the first thing offered', async () => {
    const { principal } = house
    await principal.open(`packages/pact/rules/rules?schoolId=${SCHOOL}`)
    await principal.press('调整')
    await principal.reach('packages/pact/preset/preset')
    await principal.tap(['.cell'], '用学校自己的制度')
    await principal.reach('packages/pact/paper/paper')
  })

  it('G15 when they paste it, then each line stands beside what it becomes, fines are shown and not enforced', async () => {
    const { principal } = house
    await principal.type('学校的制度', PAPER)
    await principal.press('读这份制度')
    await principal.see('要您定')
    expect(await marked('晚上九点半以后')).toContain('晚上9点半到早上7点不发。')
    expect(await marked('每个孩子限三位')).toContain('每个孩子最多三位家长。')
    expect(await marked('罚款五十元')).toContain('软件不执行')
    expect(await marked('作业当堂布置')).toContain('说的不一样')
  })

  it('G15 when two lines say otherwise, then nothing goes on before one of them is chosen', async () => {
    const { principal } = house
    await principal.press('先看要您定的')
    await principal.tap(['.clause .mini'], '照这行')
    await principal.press('下一步')
    await principal.see('您的制度没有说到的')
  })

  it('G15 when they leave the page and come back, then what was said of the lines is still there', async () => {
    const { principal } = house
    await principal.open('pages/me/me')
    await principal.settle()
    await principal.open(PAGE)
    await principal.see('读出')
    await principal.press('下一步')
    await principal.see('最接近的范本')
  })

  it('G15 when they go on, then the usual way follows: what it would have done, the day, version 2', async () => {
    const { principal } = house
    await principal.press('看成为的公约')
    await principal.reach('packages/pact/preset/preset')
    await principal.see('按《城东小学班级群管理制度》')
    await principal.press('看影响')
    await principal.see('按过去30天')
    await principal.press('第2版9月2日起执行')
    await principal.reach('pages/today/today')
    const { version, own } = await get<Pact>(house, PRINCIPAL, 'pact.read', { schoolId: SCHOOL, version: 2 })
    expect([version, own?.lines['C13']?.[0]?.line]).toEqual([2, '群里不发红包，不抢红包。'])
  })
})

describe('given version 2 is in force', () => {
  beforeAll(() => house.control('clock.set', { now: '2026-09-02T10:00:00+08:00' }))

  it('C13 when a teacher writes of a red packet, then the card cites the school’s own line, and says which words decided', async () => {
    const { teacher } = house
    await teacher.open(`packages/compose/compose/compose?classId=${CLASS}`)
    await teacher.type('标题', '周末活动')
    await teacher.type('正文', '周末我在群里发个红包，大家来抢。')
    await teacher.see('依据：本校《城东小学班级群管理制度》')
    await teacher.see('“群里不发红包，不抢红包。”')
    await teacher.tap(['rule-card', '.text-btn'], '为什么')
    await teacher.see('看到的是：')
  })

  it('G15 when she says that it is wrong, then the principal finds the words, without her name', async () => {
    const { teacher, principal } = house
    await answerModal(house, 'head_teacher')
    await teacher.tap(['rule-card', '.text-btn'], '误判，告诉校长')
    await teacher.see('已告诉校长')
    await principal.open('pages/me/me')
    await principal.tap(['.cell'], '误判')
    await principal.reach('packages/pact/misjudged/misjudged')
    await principal.see('周末我在群里发个红包')
    expect(await principal.words()).not.toContain('王老师')
    await principal.tap(['.mini'], '不是误判')
    await principal.see('不是误判')
  })

  it('G15 when a teacher reads the pact, then the line stands under its rule with its place, and the sheet prints', async () => {
    const { teacher } = house
    await teacher.open(`packages/pact/rules/rules?schoolId=${SCHOOL}&rule=C13`)
    await teacher.see('按《城东小学班级群管理制度》')
    await teacher.see('来源：本校《城东小学班级群管理制度》')
    await teacher.press('打印张贴')
    await teacher.see('已生成')
    await teacher.tap(['.text-btn'], '打开')
  })

  it('G15 when the principal brings a file that is none, then the page says what to do instead; a text file is read', async () => {
    const { principal } = house
    await principal.open(PAGE)
    await principal.see('贴在这里')
    await handFile(house, '制度.doc', Buffer.from('d0cf11e0a1b11ae1', 'hex'))
    await principal.tap(['dock', '.btn-2'], '选文件')
    await principal.see('这不是能读的制度文件')
    await handFile(house, '制度.txt', '一、群里不发广告。')
    await principal.tap(['dock', '.btn-2'], '选文件')
    await principal.see('群里不发广告')
  })
})

it('M14 given a teacher, when she opens the page of the paper, then it is not open to her', async () => {
  const { teacher } = house
  await teacher.open(PAGE)
  await teacher.see('这一页没有对您开放')
  expect((await house.call(WANG, 'pact.draft', { schoolId: SCHOOL, text: PAPER })).error.code).toBe('FORBIDDEN')
})
