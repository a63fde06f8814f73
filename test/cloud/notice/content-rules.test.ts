// Proves rule by rule what becomes of a notice that breaks the pact, and that its look-alike goes out.
import type { NoticeDraft, Reply, NoticePublished } from '@class-pact/core/contract'
import {
  CLASS,
  HEAD_TEACHER,
  PRINCIPAL,
  SCHOOL,
  TEACHER,
  aNotice,
  childId,
  childName,
  givenSchool,
  motherOf,
  newRequestId,
  type GivenSchool,
} from '../given-school'
import { aFee } from './given-kinds'

const CHILD = childId(CLASS, 0)
const NAME = childName(0)

let school: GivenSchool
const given = (preset: string) => {
  beforeAll(async () => {
    school = await givenSchool({ preset })
  })
  afterAll(() => school.stop())
  /** At most five posts a minute are allowed (C03), and five a week are not above the cap (T12). */
  afterEach(() => school.advance(61_000))
}
const publish = (draft: Partial<NoticeDraft>, who = HEAD_TEACHER) => school.ask(who, 'notice.publish', aNotice(draft))
const outcomeOf = (reply: Reply<NoticePublished>, rule: string) => {
  const reasons = (reply.ok ? reply.data.reasons : reply.error.reasons) ?? []
  const { wayOut, until } = reasons.find((reason) => reason.rule === rule) ?? {}
  return { state: reply.ok ? reply.data.state : reply.error.code, wayOut, until }
}

describe('given the preset for primary schools', () => {
  given('primary')

  test.each<[rule: string, body: string]>([
    ['C05', '台独万岁，该起来的都起来。'],
    ['C05', '星期天来我家聚会，传道人带孩子们祷告，信主得永生。'],
    ['C05', '有部片子尺度很大，孩子睡了再看，要的敲1。'],
    ['C05', '路口刚撞死个人，现场视频我传上来给大家看看。'],
    ['C06', '转发这条考神，孩子必过，不转倒霉。'],
    ['C06', '绿豆水治白血病，医院都是骗钱的，偏方我有。'],
    ['C06', '今天给大家讲个荤段子，乐一乐。'],
    ['C12', '学习资料请看 www.notexample.com/x 这个页面。'],
    ['C13', '大家快来抢红包啦，手快有手慢无。'],
    ['C15', '有人一起拼团买绘本吗？满十人成团。'],
    ['C19', '我班孩子已经520票了，截图给大家看看。'],
    ['C20', '今日作业：抄写第5课生字两遍。'],
    ['C28', `${NAME}妈妈电话13812345678，请大家联系她。`],
    ['C28', `${NAME}的身份证号是11010519491231002X。`],
    ['C28', `${NAME}家住阳光小区3号楼2单元501室，请就近结伴。`],
    ['C28', '请转告这位家长oX1a2bC3d4E5f6G7h8I9j0K1l2M3：已收到。'],
  ])('%s given a text that breaks it, when it is sent, then it is refused with the rule: %s', async (rule, body) => {
    expect(outcomeOf(await publish({ body }), rule)).toMatchObject({ state: 'POST_REFUSED', wayOut: expect.any(Array) })
  })

  test.each<[rule: string, body: string]>([
    ['C22', `${NAME}今天又打同学了。`],
    ['C22', `${NAME.slice(1)}上课总是捣乱，请家长管教。`],
  ])(
    '%s given a child’s name, or only its given name, and a bad word, then its own guardians are offered: %s',
    async (rule, body) => {
      const refused = { state: 'POST_REFUSED', wayOut: ['own_guardians'] }
      expect(outcomeOf(await publish({ body }), rule)).toMatchObject(refused)
    },
  )

  test('P05 given praise of a named child, when it goes to the class, then it is refused and the private letter is offered', async () => {
    const refused = { state: 'POST_REFUSED', wayOut: ['praise_letter'] }
    expect(outcomeOf(await publish({ body: `表扬${NAME}拾金不昧。` }), 'P05')).toMatchObject(refused)
  })

  test.each<[rule: string, body: string]>([
    ['C08', '这种学校的校长就是败类，人渣一个。'],
    ['C09', '谁再乱停车，放学门口见，打断你的腿。'],
    ['C10', '自家种的苹果，5元一斤，需要的加我微信。'],
    ['C27', '这是期末原题，提前发给大家，看完就删。'],
    ['C38', '没写完的罚抄二十遍。'],
  ])('%s given a text that breaks it, when it is sent, then it waits for the principal: %s', async (rule, body) => {
    const reply = await publish({ body }, TEACHER)
    expect(outcomeOf(reply, rule)).toMatchObject({ state: 'held', wayOut: expect.any(Array) })
    const noticeId = reply.ok ? reply.data.noticeId : ''
    const { items } = await school.get(PRINCIPAL, 'review.list', { schoolId: SCHOOL })
    expect(items.map((item) => item.noticeId)).toContain(noticeId)
    const at = { noticeId, classId: CLASS }
    expect(await school.ask(motherOf(CHILD), 'notice.read', at)).toMatchObject({ error: { code: 'FORBIDDEN' } })
  })

  test.each<[rule: string, body: string, wayOut: string]>([
    ['C26', '听说明天停课，请大家转发。', 'add_source'],
    ['C30', '😊😊😊[微笑][微笑][微笑]明天见。', 'edit'],
  ])(
    '%s given a text that it warns of, when it is sent, then it goes out and says what could be better: %s',
    async (rule, body, wayOut) => {
      const told = { state: 'published', wayOut: expect.arrayContaining([wayOut]) }
      expect(outcomeOf(await publish({ body }), rule)).toMatchObject(told)
    },
  )

  test.each([
    ['C13', '请不要在群里发红包。'],
    ['C15', '学校不组织团购，请勿拼单。'],
    ['C10', '严禁教师做微商，不推销。'],
    ['C20', '今天不布置作业，早点休息。'],
    ['C22', '有的同学上课讲话，请家长提醒。'],
    ['C28', '学校电话0971-6123456，有事请打。'],
  ])('%s given a text that only looks like it, when it is sent, then it goes out: %s', async (rule, body) => {
    expect(outcomeOf(await publish({ body }), rule)).toEqual({
      state: 'published',
      wayOut: undefined,
      until: undefined,
    })
  })

  test.each([
    ['C05', 'politics', 20001],
    ['C05', 'pornography', 20002],
    ['C08', 'insults', 20003],
  ])('%s given WeChat finds %s in it, then it is refused and the label is kept', async (rule, _, label) => {
    await school.cloud.control('verdicts.set', { suggest: 'risky', label, times: 1 })
    expect(outcomeOf(await publish({}), rule)).toMatchObject({ state: 'POST_REFUSED' })
    const verdicts = await school.stored<{ labels: number[] }>('verdicts')
    expect(verdicts.at(-1)).toMatchObject({ verdict: 'refuse', labels: [label] })
  })

  test('C20 given the kind homework, then its words do not matter', async () => {
    expect(outcomeOf(await publish({ kind: 'homework' }), 'C20').state).toBe('POST_REFUSED')
  })

  test('C02 given the same matter a third and a fourth time in ten minutes, then its author is warned, then stopped', async () => {
    const matter = '周四春游要带午饭和水壶，集合地点在操场'
    const states: string[] = []
    for (const end of ['', '。', '哦', '啦']) {
      states.push(outcomeOf(await publish({ body: matter + end.repeat(2) }), 'C02').state)
      await school.advance(61_000)
    }
    expect(states).toEqual(['published', 'published', 'published', 'POST_REFUSED'])
  })

  test('C03 given five posts in a minute, when a sixth comes, then it is told how long to wait', async () => {
    for (let count = 0; count < 5; count++) expect(await publish({})).toMatchObject({ ok: true })
    const { state, until } = outcomeOf(await publish({}), 'C03')
    expect(state).toBe('POST_REFUSED')
    await school.at(new Date(until ?? 0).toISOString())
    expect(await publish({})).toMatchObject({ ok: true })
  })

  test.each([
    ['N02', 'title', { title: ' ' }],
    ['N02', 'body', { body: '' }],
    ['N12', 'kind', { kind: undefined as never }],
  ])('%s given a notice without %s, then it is refused and the field is named', async (_, field, draft) => {
    expect(await publish(draft)).toMatchObject({ error: { code: 'INPUT_INVALID', field } })
  })

  test.each([
    ['N08', 'outing'],
    ['N08', 'closure'],
    ['N08', 'fee'],
    ['L09', 'dismissal'],
    ['N08', 'letter'],
  ] as const)('%s given the kind %s, whatever reply its author chose, then every family signs', async (_, kind) => {
    const event = { day: '2026-09-20', from: '15:30' }
    const reply = await publish({ ...(kind === 'fee' && aFee()), kind, replyMode: 'none', event })
    const noticeId = reply.ok ? reply.data.noticeId : ''
    if (reply.ok && reply.data.state === 'held') {
      await school.get(PRINCIPAL, 'review.decide', { noticeId, decision: 'approve' })
      await school.tick()
    }
    const board = await school.get(HEAD_TEACHER, 'board.read', { noticeId, classId: CLASS })
    expect(board).toMatchObject({ replyMode: 'sign', important: true })
  })

  test('C29 P03 given a guardian, then there is no way to write or to show a photo to the class', async () => {
    const forbidden = { error: { code: 'FORBIDDEN' } }
    expect(await publish({}, motherOf(CHILD))).toMatchObject(forbidden)
    const photo = { purpose: 'photo', count: 1 } as const
    expect(await school.ask(motherOf(CHILD), 'upload.prepare', photo)).toMatchObject(forbidden)
    for (const action of ['comment.post', 'chat.send', 'album.publish']) {
      const call = { action, requestId: newRequestId(), input: { classId: CLASS } }
      const { result } = await school.cloud.call(motherOf(CHILD), 'api', call)
      expect(result).toMatchObject({ error: { code: 'ACTION_UNKNOWN' } })
    }
  })
})

describe('given the strict preset', () => {
  given('strict')

  test.each([
    '活动安排见 https://www.notexample.com/x 。',
    '报名请点 t.cn/A6abcd 。',
    '学校网站是 www.school-example.edu.cn',
  ])('C11 given a text with a link, whoever’s it is, then it is refused: %s', async (body) => {
    expect(outcomeOf(await publish({ body }), 'C11').state).toBe('POST_REFUSED')
  })

  test('C17 given an appeal for donations, also of the principal, then it is refused', async () => {
    const body = '请大家踊跃捐款，帮助有困难的家庭。'
    const audience = { to: 'school', schoolId: SCHOOL } as const
    expect(outcomeOf(await publish({ body }), 'C17').state).toBe('POST_REFUSED')
    expect(outcomeOf(await publish({ body, audience }, PRINCIPAL), 'C17').state).toBe('POST_REFUSED')
  })

  test('G19 given a notice board, then a guardian posts nothing to the class', async () => {
    expect(await publish({}, motherOf(CHILD))).toMatchObject({ error: { code: 'FORBIDDEN' } })
  })
})

describe('given a preset that lets a family read its own child’s scores', () => {
  given('open')

  test('C18 given one child’s score, then its own guardians get it, and the class does not', async () => {
    const body = `${NAME}数学98分，比上次进步。`
    const audience = { to: 'child', classId: CLASS, childId: CHILD } as const
    expect(await publish({ body, audience })).toMatchObject({ data: { state: 'published' } })
    const scores = `数学测试：${NAME}98分，${childName(1)}87分。`
    expect(outcomeOf(await publish({ body: scores }), 'C18').state).toBe('POST_REFUSED')
  })
})
