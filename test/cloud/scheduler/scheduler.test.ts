// Decides that what is due happens once, also when the timer fires twice or the process dies in between.
import {
  CLASS,
  HEAD_TEACHER,
  MORNING,
  OTHER_CLASS,
  PRINCIPAL,
  SCHOOL,
  TEACHER,
  aNotice,
  anOuting,
  childId,
  childName,
  fatherOf,
  givenSchool,
  keyOf,
  motherOf,
  type GivenSchool,
} from '../given-school'

const CHILD = childId(CLASS, 0)
const MOTHER = motherOf(CHILD)
const FATHER = fatherOf(CHILD)

interface Message {
  touser: string
  templateId: string
  data: Record<string, { value: string }>
  errcode: number
}

let school: GivenSchool
afterEach(() => school.stop())

const messages = async () => (await school.cloud.control<{ deliveries: Message[] }>('deliveries.list')).deliveries
const noticeOf = async (noticeId: string) =>
  (await school.stored<{ _id: string; state: string; duty?: object }>('notices')).find(({ _id }) => _id === noticeId)
const publishAtNight = async () => {
  await school.at('2026-09-01T20:30:00+08:00')
  return (await school.get(HEAD_TEACHER, 'notice.publish', aNotice())).noticeId
}

describe('given a queued notice', () => {
  beforeEach(async () => {
    school = await givenSchool()
  })

  test('T01 it stays where it is until the opening, and is out with the first run after it', async () => {
    const noticeId = await publishAtNight()
    await school.at('2026-09-02T06:59:30+08:00')
    await school.tick()
    expect(await school.stored('slips')).toEqual([])
    await school.at('2026-09-02T07:00:00+08:00')
    await school.tick()
    expect(await noticeOf(noticeId)).toMatchObject({ state: 'published' })
    expect(await school.stored('slips')).toMatchObject([{ noticeId, state: 'running' }])
  })

  test('T01 G18 a scheduler that slept through the opening releases nothing at night', async () => {
    const noticeId = await publishAtNight()
    await school.at('2026-09-02T20:00:00+08:00')
    await school.tick()
    expect(await noticeOf(noticeId)).toMatchObject({ state: 'queued' })
    await school.at('2026-09-03T07:00:00+08:00')
    await school.tick()
    expect(await noticeOf(noticeId)).toMatchObject({ state: 'published' })
  })

  test('G18 a timer that fires four times at once releases, opens and pushes once', async () => {
    await school.accept(MOTHER, 'notice')
    const noticeId = await publishAtNight()
    await school.at('2026-09-02T07:00:00+08:00')
    await school.tick(4)
    await school.tick(2)
    expect(await school.stored('slips')).toHaveLength(1)
    expect(await messages()).toMatchObject([{ touser: MOTHER, errcode: 0 }])
    const audit = await school.stored<{ action: string; target: string }>('audit')
    expect(audit.filter(({ action }) => action === 'notice.release')).toHaveLength(1)
    expect((await noticeOf(noticeId))?.duty).toBeUndefined()
  })

  test('G18 withdrawn before the opening it never comes out', async () => {
    const noticeId = await publishAtNight()
    await school.get(HEAD_TEACHER, 'notice.withdraw', { noticeId, reason: '日期写错了' })
    await school.at('2026-09-02T07:00:00+08:00')
    await school.tick(2)
    expect(await noticeOf(noticeId)).toMatchObject({ state: 'withdrawn' })
    expect(await school.stored('slips')).toEqual([])
  })
})

const A_MINUTE_LATER = '2026-09-01T10:01:00+08:00'

describe('given a process that is killed between two steps', () => {
  /** Only when the call that hangs has come, the process is between the two steps. */
  const untilHit = () => school.untilHit()
  const restart = async () => {
    const { dataDir } = school.cloud
    await school.cloud.kill9()
    const first = school
    // Later than the first process ever was: a clock that goes back would leave its duties in the future.
    school = await givenSchool({ dataDir, now: A_MINUTE_LATER })
    return first
  }

  test.each([
    ['the notice is stored', 'database:insertDocument:notices', 'hang', 0],
    ['the notice is stored and its slips are not', 'database:insertDocument:slips', 'hang', 1],
  ] as const)(
    'G18 before %s, there is either nothing or a notice that comes out whole',
    async (_, target, mode, out) => {
      school = await givenSchool({ now: MORNING })
      await school.cloud.control('faults.set', { target, mode })
      const lost = school.ask(HEAD_TEACHER, 'notice.publish', aNotice()).catch(() => undefined)
      await untilHit()
      const first = await restart()
      await lost
      expect(await school.stored('slips')).toEqual([])
      // The clock of the new process starts where that of the first one did: before what has happened.
      await school.advance(60_000)
      await school.tick()
      const slips = await school.stored<{ entries: object }>('slips')
      expect(slips).toHaveLength(out)
      for (const { entries } of slips) expect(Object.keys(entries)).toHaveLength(4)
      await first.stop()
    },
  )

  test('G18 a release that dies half way is taken up when its lease is over', async () => {
    school = await givenSchool()
    const noticeId = await publishAtNight()
    await school.at('2026-09-02T07:00:00+08:00')
    await school.cloud.control('faults.set', { target: 'database:insertDocument:slips', mode: 'hang' })
    const lost = school.tick().catch(() => undefined)
    await untilHit()
    const first = await restart()
    await lost
    expect(await noticeOf(noticeId)).toMatchObject({ state: 'published' })
    await school.at('2026-09-02T07:02:00+08:00')
    await school.tick(2)
    expect(await school.stored('slips')).toHaveLength(1)
    await first.stop()
  })
})

describe('given messages', () => {
  beforeEach(async () => {
    school = await givenSchool()
  })

  test('C28 W1 says title, class, sender, deadline and what to do, and never a child’s name', async () => {
    await school.accept(MOTHER, 'notice')
    await school.get(HEAD_TEACHER, 'notice.publish', anOuting())
    await school.tick()
    const [message] = await messages()
    expect(message?.data).toMatchObject({
      thing1: { value: '秋游通知' },
      thing2: { value: '三（2）班' },
      name3: { value: '语文王老师' },
      time4: { value: '2026年9月2日 18:00' },
      phrase5: { value: '请签字' },
    })
    expect(JSON.stringify(message?.data)).not.toContain(childName(0))
  })

  test('one acceptance is one message: who has accepted none gets none, and the ledger is debited', async () => {
    await school.accept(MOTHER, 'notice')
    const first = await school.get(HEAD_TEACHER, 'notice.publish', aNotice())
    expect(first.push).toEqual({ reminded: 1, notReminded: 4 })
    await school.tick()
    const board = await school.get(HEAD_TEACHER, 'board.read', { noticeId: first.noticeId, classId: CLASS })
    expect(board.rows.map(({ state }) => state)).toEqual(['unread', 'not_reminded', 'unbound', 'not_reminded'])
    const second = await school.get(HEAD_TEACHER, 'notice.publish', aNotice())
    expect(second.push).toEqual({ reminded: 0, notReminded: 5 })
    await school.tick()
    expect(await messages()).toHaveLength(1)
  })

  test('a ledger that promises more than WeChat gives is put right (43101)', async () => {
    await school.get(MOTHER, 'reminders.accept', { templates: ['notice'] })
    const { noticeId } = await school.get(HEAD_TEACHER, 'notice.publish', aNotice())
    await school.tick()
    expect(await school.stored('deliveries')).toMatchObject([{ openid: MOTHER, state: 'no_credit' }])
    expect((await school.get(MOTHER, 'session.read', {})).credits).toEqual({ notice: 0 })
    const board = await school.get(HEAD_TEACHER, 'board.read', { noticeId, classId: CLASS })
    expect(board.rows[0]?.state).toBe('not_reminded')
  })

  test('a clash is tried again (43108), and a failure gives the credit back', async () => {
    await school.accept(MOTHER, 'notice')
    await school.accept(FATHER, 'notice')
    const target = 'openapi:subscribeMessage.send'
    await school.cloud.control('faults.set', { target, mode: 'fail', errcode: 43108, times: 1 })
    await school.get(HEAD_TEACHER, 'notice.publish', aNotice())
    await school.tick()
    expect(await messages()).toHaveLength(2)

    await school.accept(MOTHER, 'notice')
    await school.cloud.control('faults.clear')
    await school.cloud.control('faults.set', { target, mode: 'fail', errcode: 45009 })
    await school.get(HEAD_TEACHER, 'notice.publish', aNotice())
    await school.tick()
    expect((await school.get(MOTHER, 'session.read', {})).credits).toEqual({ notice: 1 })
  })

  test('N10 one reminder before the deadline, to the families still missing, in opening hours', async () => {
    for (const who of [MOTHER, MOTHER, motherOf(childId(CLASS, 1)), motherOf(childId(CLASS, 1))]) {
      await school.accept(who, 'notice')
    }
    const { noticeId } = await school.get(HEAD_TEACHER, 'notice.publish', anOuting())
    await school.tick()
    expect(await messages()).toHaveLength(2)
    await school.get(MOTHER, 'slip.sign', {
      ...{ noticeId, classId: CLASS, childId: CHILD, version: 1, typedName: '王芳' },
    })
    await school.at('2026-09-02T14:59:00+08:00')
    await school.tick()
    expect(await messages()).toHaveLength(2)
    await school.at('2026-09-02T15:00:00+08:00')
    await school.tick(2)
    await school.tick()
    expect((await messages()).slice(2).map(({ touser }) => touser)).toEqual([motherOf(childId(CLASS, 1))])
    expect(await school.ask(HEAD_TEACHER, 'slip.remind', { noticeId, classId: CLASS })).toMatchObject({
      error: { code: 'REMINDED_ALREADY' },
    })
  })

  test('N10 a reminder by hand goes out once, and not in quiet hours', async () => {
    for (const who of [MOTHER, MOTHER]) await school.accept(who, 'notice')
    const { noticeId } = await school.get(HEAD_TEACHER, 'notice.publish', anOuting())
    await school.tick()
    await school.at('2026-09-01T20:00:00+08:00')
    expect(await school.ask(HEAD_TEACHER, 'slip.remind', { noticeId, classId: CLASS })).toMatchObject({
      error: { code: 'OUT_OF_HOURS', until: Date.parse('2026-09-02T07:00:00+08:00') },
    })
    await school.at('2026-09-02T08:00:00+08:00')
    const both = await Promise.all(
      [HEAD_TEACHER, HEAD_TEACHER].map((who) => school.ask(who, 'slip.remind', { noticeId, classId: CLASS })),
    )
    expect(both.filter(({ ok }) => ok)).toMatchObject([{ data: { reminded: 1, notReminded: 4 } }])
    await school.tick(2)
    expect(await messages()).toHaveLength(2)
  })
})

describe('given the review of what is held', () => {
  beforeEach(async () => {
    school = await givenSchool()
    await school.cloud.control('verdicts.set', { suggest: 'review', label: 20001 })
  })

  test('G01 nobody of the class sees it, a leader lets it pass, and the scheduler brings it out', async () => {
    const { noticeId } = await school.get(TEACHER, 'notice.publish', aNotice())
    const at = { noticeId, classId: CLASS }
    for (const who of [MOTHER, HEAD_TEACHER]) {
      expect(await school.ask(who, 'notice.read', at)).toMatchObject({ error: { code: 'FORBIDDEN' } })
    }
    const { items } = await school.get(PRINCIPAL, 'review.list', { schoolId: SCHOOL })
    expect(items).toMatchObject([{ noticeId, author: '数学李老师', check: { suggest: 'review' }, isMine: false }])
    await school.get(PRINCIPAL, 'review.decide', { noticeId, decision: 'approve' })
    await school.tick()
    expect(await school.get(MOTHER, 'notice.read', at)).toMatchObject({ state: 'published' })
  })

  test('G01 T01 approved in the evening it waits for the morning', async () => {
    const { noticeId } = await school.get(TEACHER, 'notice.publish', aNotice())
    await school.at('2026-09-01T21:00:00+08:00')
    await school.get(PRINCIPAL, 'review.decide', { noticeId, decision: 'approve' })
    expect(await noticeOf(noticeId)).toMatchObject({ state: 'queued' })
  })

  test('G01 T01 X02 urgent and approved in the evening it goes out at once, and is an exception on the principal’s page', async () => {
    const urgent = { cause: 'dismissal', reason: '提前放学' } as const
    const { noticeId } = await school.get(TEACHER, 'notice.publish', aNotice({ urgent }))
    await school.at('2026-09-01T20:10:00+08:00')
    await school.get(PRINCIPAL, 'review.decide', { noticeId, decision: 'approve' })
    expect(await noticeOf(noticeId)).toMatchObject({ state: 'published' })
    expect(await school.get(PRINCIPAL, 'today.read', { identity: keyOf('principal', SCHOOL) })).toMatchObject({
      overrides: [{ noticeId, cause: 'dismissal' }],
    })
  })

  test('G01 the author does not review, two reviewers decide once, and what is returned stays unseen', async () => {
    const own = await school.get(PRINCIPAL, 'notice.publish', aNotice({ audience: { to: 'school', schoolId: SCHOOL } }))
    expect(await school.ask(PRINCIPAL, 'review.decide', { noticeId: own.noticeId, decision: 'approve' })).toMatchObject(
      { error: { code: 'REVIEWER_IS_AUTHOR' } },
    )
    const { noticeId } = await school.get(TEACHER, 'notice.publish', aNotice())
    const both = await Promise.all(
      ['return', 'refuse'].map((decision) =>
        school.ask(PRINCIPAL, 'review.decide', { noticeId, decision: decision as 'return', words: '请写明集合地点' }),
      ),
    )
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    await school.tick()
    expect(await school.stored('slips')).toEqual([])
  })
})

describe('given the audit', () => {
  beforeEach(async () => {
    school = await givenSchool()
  })

  interface Row {
    _id: string
    seq: number
    previous: string
    hash: string
    by: string
    action: string
  }

  test('G12 every write leaves one row, chained to the one before, whatever runs at once', async () => {
    const { noticeId } = await school.get(HEAD_TEACHER, 'notice.publish', anOuting())
    await school.tick(3)
    await school.get(MOTHER, 'slip.sign', {
      ...{ noticeId, classId: CLASS, childId: CHILD, version: 1, typedName: '王芳' },
    })
    await school.get(HEAD_TEACHER, 'notice.publish', aNotice({ audience: { to: 'classes', classIds: [CLASS] } }))
    await school.tick(3)
    await school.tick()
    const rows = (await school.stored<Row>('audit')).sort((a, b) => a.seq - b.seq)
    expect(rows.map(({ action }) => action).sort()).toEqual([
      ...['notice.publish', 'notice.publish', 'slip.open', 'slip.open', 'slip.sign'],
    ])
    expect(rows.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5])
    rows.forEach((row, index) => expect(row.previous).toBe(rows[index - 1]?.hash ?? ''))
    expect(new Set(rows.map(({ hash }) => hash)).size).toBe(5)
    expect(await school.stored('slips')).toMatchObject([{ trailOpen: false }, { trailOpen: false }])
  })

  test('M14 a phone can not run the scheduler', async () => {
    await school.get(HEAD_TEACHER, 'notice.publish', aNotice())
    expect(await school.cloud.call(PRINCIPAL, 'scheduler', {})).toMatchObject({ error: { errCode: -503002 } })
    expect(await school.stored('audit')).toEqual([])
  })
})

test('N01 one family with children in two classes gets one message for a school notice', async () => {
  school = await givenSchool()
  const people = await school.stored<{ _id: string }>('people')
  expect(people.length).toBeGreaterThan(5)
  await school.accept(MOTHER, 'notice')
  await school.accept(MOTHER, 'notice')
  await school.get(PRINCIPAL, 'notice.publish', aNotice({ audience: { to: 'school', schoolId: SCHOOL } }))
  await school.tick()
  expect(await messages()).toHaveLength(1)
  expect((await school.stored<{ classId: string }>('slips')).map(({ classId }) => classId).sort()).toEqual(
    [OTHER_CLASS, CLASS].sort(),
  )
  expect((await school.get(MOTHER, 'today.read', { identity: keyOf('guardian', CHILD) })).role).toBe('guardian')
})
