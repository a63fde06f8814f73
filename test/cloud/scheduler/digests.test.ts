// Decides that what waits for one moment is one message a person: at the opening, and once a day for who chose it.
import {
  CLASS,
  HEAD_TEACHER,
  OTHER_CLASS,
  PRINCIPAL,
  SCHOOL,
  TEACHER,
  aNotice,
  anOuting,
  childId,
  fatherOf,
  givenSchool,
  motherOf,
  type GivenSchool,
} from '../given-school'

const CHILD = childId(CLASS, 0)
const MOTHER = motherOf(CHILD)
const FATHER = fatherOf(CHILD)
const NIGHT = '2026-09-01T21:00:00+08:00'
const OPENING = '2026-09-02T07:00:00+08:00'

interface Message {
  touser: string
  page: string
  data: Record<string, { value: string }>
  errcode: number
}
interface Delivery {
  _id: string
  openid: string
  state: string
}

let school: GivenSchool
beforeEach(async () => {
  school = await givenSchool()
})
afterEach(() => school.stop())

const messages = async () => (await school.cloud.control<{ deliveries: Message[] }>('deliveries.list')).deliveries
const wordsOf = ({ data }: Message) => Object.values(data).map(({ value }) => value)
const stateOf = async (openid: string) =>
  (await school.stored<Delivery>('deliveries')).filter((each) => each.openid === openid).map(({ state }) => state)
const write = async (draft: Parameters<typeof aNotice>[0], who = HEAD_TEACHER) => {
  await school.advance(61_000)
  return (await school.get(who, 'notice.publish', aNotice(draft))).noticeId
}
const toSchool = { audience: { to: 'school', schoolId: SCHOOL } } as const
const accept = async (who: string, template: 'notice' | 'todo', times: number) => {
  for (let time = 0; time < times; time++) await school.accept(who, template)
}

describe('given the night', () => {
  test('N10 two notices become one message at 07:00, for one credit, and every board knows whom it reached', async () => {
    await accept(MOTHER, 'notice', 2)
    await school.at(NIGHT)
    const noticeIds = [await write({ title: '班级通知一' }), await write({ title: '班级通知二' })]
    await school.tick()
    expect(await messages()).toEqual([])
    await school.at(OPENING)
    await school.tick()
    const sent = await messages()
    expect(sent).toMatchObject([{ touser: MOTHER, page: 'pages/notices/notices', errcode: 0 }])
    expect(sent.map(wordsOf)).toEqual([
      ['有2份通知，2份要确认', '三（2）班', '语文王老师', '2026年9月2日 07:00', '请确认'],
    ])
    await school.advance(120_000)
    await school.tick(2)
    expect(await messages()).toHaveLength(1)
    expect((await school.get(MOTHER, 'session.read', {})).credits).toEqual({ notice: 1 })
    for (const noticeId of noticeIds) {
      const { rows } = await school.get(HEAD_TEACHER, 'board.read', { noticeId, classId: CLASS })
      expect(rows[0]?.state).toBe('unread')
    }
  })

  test('N10 of three with one to sign the message says so', async () => {
    await accept(MOTHER, 'notice', 1)
    await school.at(NIGHT)
    await write({ replyMode: 'read' })
    await write({ ...anOuting({ deadline: Date.parse('2026-09-03T18:00:00+08:00') }) })
    await write({ ...toSchool, replyMode: 'none' }, PRINCIPAL)
    await school.at(OPENING)
    await school.tick()
    expect((await messages()).map(wordsOf)).toEqual([
      ['有3份通知，1份要签字', '三（2）班', '各位老师', '2026年9月3日 18:00', '请签字'],
    ])
  })

  test('N10 one alone reads as always; what was withdrawn or answered before the opening is not told', async () => {
    await accept(MOTHER, 'notice', 2)
    await school.at(NIGHT)
    await write({ title: '只有这一份' })
    const taken = await write({ title: '收回的' })
    await school.get(HEAD_TEACHER, 'notice.withdraw', { noticeId: taken, reason: '日期写错了' })
    await school.at(OPENING)
    await school.tick()
    expect(await messages()).toMatchObject([{ touser: MOTHER, data: { thing1: { value: '只有这一份' } } }])
  })

  test('T01 what is urgent comes at once, in the night', async () => {
    await accept(MOTHER, 'notice', 2)
    await school.at(NIGHT)
    await write({ title: '普通' })
    await write({ title: '明天停课', urgent: { cause: 'closure', reason: '台风红色预警' } })
    await school.tick()
    expect(await messages()).toMatchObject([{ touser: MOTHER, data: { thing1: { value: '明天停课' } } }])
    await school.at(OPENING)
    await school.tick()
    expect((await messages()).slice(1)).toMatchObject([{ data: { thing1: { value: '普通' } } }])
  })

  test('N10 a notice that comes to the digest after it was told is told too, once', async () => {
    await accept(MOTHER, 'notice', 3)
    await school.at(NIGHT)
    await write({ title: '早到' })
    const late = await write({ title: '晚到' })
    // Its release stumbles, and is taken up a minute later.
    const [found] = (await school.stored<{ _id: string; duty: object }>('notices')).filter(({ _id }) => _id === late)
    const duty = { ...found?.duty, at: Date.parse(OPENING) + 90_000 }
    await school.cloud.control('data.put', { documents: { notices: [{ ...found, duty }] } })
    await school.at(OPENING)
    await school.tick()
    await school.at('2026-09-02T07:02:00+08:00')
    await school.tick()
    await school.advance(120_000)
    await school.tick()
    expect((await messages()).map(({ data }) => data['thing1']?.value)).toEqual(['早到', '晚到'])
    expect((await stateOf(MOTHER)).sort()).toEqual(['sent', 'sent', 'sent', 'sent'])
  })
})

describe('given a cloud that dies', () => {
  test('N10 between the claim and the sending: nobody is told twice', async () => {
    await accept(MOTHER, 'notice', 3)
    await school.at(NIGHT)
    await write({})
    await write({})
    await school.at(OPENING)
    await school.cloud.control('faults.set', { target: 'openapi:subscribeMessage.send', mode: 'hang' })
    const lost = school.tick().catch(() => undefined)
    await school.untilHit()
    const { dataDir } = school.cloud
    await school.cloud.kill9()
    await lost
    const first = school
    school = await givenSchool({ dataDir, now: '2026-09-02T07:05:00+08:00' })
    await school.tick(2)
    await school.advance(120_000)
    await school.tick()
    expect(await messages()).toEqual([])
    expect(await stateOf(MOTHER)).toEqual(['sending', 'sending', 'sending'])
    await first.stop()
  })

  test('N10 before anybody was claimed: everybody is told once', async () => {
    await accept(MOTHER, 'notice', 3)
    await school.at(NIGHT)
    await write({})
    await write({})
    await school.at(OPENING)
    // Both wait for the digest; its first look for whom to tell never comes back.
    await school.cloud.control('faults.set', { target: 'database:insertDocument:digests', mode: 'hang' })
    const lost = school.tick().catch(() => undefined)
    await school.untilHit()
    const { dataDir } = school.cloud
    await school.cloud.kill9()
    await lost
    const first = school
    school = await givenSchool({ dataDir, now: '2026-09-02T07:05:00+08:00' })
    await school.tick()
    await school.advance(120_000)
    await school.tick()
    expect((await messages()).map(({ data }) => data['thing1']?.value)).toEqual(['有2份通知，2份要确认'])
    await first.stop()
  })
})

describe('given a mother who chose 每日汇总', () => {
  beforeEach(async () => {
    await accept(MOTHER, 'notice', 4)
    await accept(FATHER, 'notice', 4)
    expect(await school.get(MOTHER, 'reminders.choose', { daily: true })).toEqual({ daily: true })
    expect(await school.get(MOTHER, 'session.read', {})).toMatchObject({ daily: true })
  })
  const to = async (openid: string) => (await messages()).filter(({ touser }) => touser === openid)

  test('N10 ordinary notices of the day are one message at 17:30; the father has them one by one', async () => {
    await write({ replyMode: 'read' })
    await write({ replyMode: 'read' })
    await school.tick()
    expect(await to(FATHER)).toHaveLength(2)
    expect(await to(MOTHER)).toEqual([])
    await school.at('2026-09-01T17:29:00+08:00')
    await school.tick()
    expect(await to(MOTHER)).toEqual([])
    await school.at('2026-09-01T17:30:00+08:00')
    await school.tick()
    expect((await to(MOTHER)).map(wordsOf)).toMatchObject([
      ['有2份通知', '三（2）班', '语文王老师', '2026年9月1日 17:30', '请阅读'],
    ])
    await school.advance(120_000)
    await school.tick(2)
    expect(await to(MOTHER)).toHaveLength(1)
  })

  test('N10 important ones, and those due before the summary, come at once', async () => {
    await write({ ...anOuting() })
    await write({ replyMode: 'confirm', deadline: Date.parse('2026-09-01T16:00:00+08:00') })
    await school.tick()
    expect(await to(MOTHER)).toHaveLength(2)
  })

  test('N10 what waits comes at 17:30 also when she has chosen otherwise meanwhile', async () => {
    await write({ title: '等汇总的', replyMode: 'read' })
    await school.tick()
    await school.get(MOTHER, 'reminders.choose', { daily: false })
    expect(await school.get(MOTHER, 'session.read', {})).not.toHaveProperty('daily')
    await write({ title: '马上来的', replyMode: 'read' })
    await school.tick()
    await school.at('2026-09-01T17:30:00+08:00')
    await school.tick()
    expect((await to(MOTHER)).map(({ data }) => data['thing1']?.value)).toEqual(['马上来的', '等汇总的'])
  })
})

describe('given a notice of the leaders', () => {
  test('N10 the teachers of its classes hear of it with their own credit, the author does not', async () => {
    for (const who of [HEAD_TEACHER, TEACHER, PRINCIPAL]) await school.accept(who, 'todo')
    await write({ title: '防汛值班安排', audience: { to: 'classes', classIds: [CLASS, OTHER_CLASS] } }, PRINCIPAL)
    await school.tick()
    const sent = await messages()
    expect(sent.map(({ touser }) => touser).sort()).toEqual([HEAD_TEACHER, TEACHER].sort())
    expect(sent[0]?.data).toMatchObject({ thing1: { value: '学校通知：防汛值班安排' }, number2: { value: '1' } })
    await school.advance(120_000)
    await school.tick()
    expect(await messages()).toHaveLength(2)
  })

  test('N10 a colleague’s notice to the class is not told to teachers', async () => {
    await school.accept(TEACHER, 'todo')
    await write({})
    await school.tick()
    expect(await messages()).toEqual([])
  })
})
