// Decides that a notice goes out checked, at a decent hour, once, to whom it is meant for, and to nobody else.
import {
  CLASS,
  HEAD_TEACHER,
  OFFICE,
  OTHER_CLASS,
  PRINCIPAL,
  SCHOOL,
  TEACHER,
  aNotice,
  anOuting,
  childId,
  childName,
  givenSchool,
  keyOf,
  motherOf,
  newRequestId,
  type GivenSchool,
} from '../given-school'
import { aJpeg, uploadAs } from '../uploads'

interface StoredSlip {
  noticeId: string
  classId: string
  entries: Record<string, { name: string; guardians: number }>
}

let school: GivenSchool
beforeAll(async () => {
  school = await givenSchool()
})
afterAll(() => school.stop())

/** Each test has a day of its own: at most five posts a minute are allowed (C03). */
let day = Date.parse('2026-09-01T00:00:00+08:00')
const clock = (time: string) => new Date(day + Date.parse(`1970-01-01T${time}Z`)).toISOString()
beforeEach(async () => {
  day += 86_400_000
  await school.at(clock('10:00:00'))
})
afterEach(async () => {
  await school.cloud.control('faults.clear')
  await school.cloud.control('verdicts.clear')
})

const slipsOf = async (noticeId: string) =>
  (await school.stored<StoredSlip>('slips')).filter((slip) => slip.noticeId === noticeId)
const countOf = async (collection: string) => (await school.stored(collection)).length

describe('given opening hours', () => {
  test('N01 N07 a class notice is out at once, with a line for every child, also the one without a guardian', async () => {
    const published = await school.get(HEAD_TEACHER, 'notice.publish', aNotice())
    expect(published).toMatchObject({ state: 'published', verdict: 'allow', classIds: [CLASS] })
    expect(published.push).toEqual({ reminded: 0, notReminded: 5 })

    const slips = await slipsOf(published.noticeId)
    expect(slips).toHaveLength(1)
    expect(Object.values(slips[0]?.entries ?? {}).map(({ guardians }) => guardians)).toEqual([2, 1, 0, 2])
  })

  test('N01 a school notice reaches every class once, with the school as its source', async () => {
    const draft = aNotice({ audience: { to: 'school', schoolId: SCHOOL } })
    const published = await school.get(PRINCIPAL, 'notice.publish', draft)
    expect(published.classIds).toEqual([CLASS, OTHER_CLASS])
    const page = await school.get(motherOf(childId(OTHER_CLASS, 0)), 'notice.list', {
      identity: keyOf('guardian', childId(OTHER_CLASS, 0)),
    })
    expect(page.rows).toMatchObject([{ noticeId: published.noticeId, source: 'school', sender: '李校长' }])
  })

  test('N02 the server lays the notice out: salutation, paragraphs, issuer', async () => {
    const { noticeId } = await school.get(TEACHER, 'notice.publish', aNotice({ body: '  第一段。 \n\n 第二段。' }))
    const mother = motherOf(childId(CLASS, 0))
    expect(await school.get(mother, 'notice.read', { noticeId, classId: CLASS })).toMatchObject({
      salutation: '三（2）班各位家长：',
      body: '第一段。\n第二段。',
      issuer: '幸福街小学三（2）班 数学李老师',
      mine: [{ childId: childId(CLASS, 0), state: 'not_reminded' }],
    })
  })

  test('N08 an outing wants a signature whatever its author chose', async () => {
    const { noticeId } = await school.get(
      HEAD_TEACHER,
      'notice.publish',
      anOuting({ replyMode: 'none', deadline: undefined, event: { day: '2026-12-01' } }),
    )
    const board = await school.get(HEAD_TEACHER, 'board.read', { noticeId, classId: CLASS })
    expect(board).toMatchObject({ replyMode: 'sign', important: true })
  })

  test('G18 the same call twice, also at once, makes one notice and one answer', async () => {
    const requestId = newRequestId()
    const draft = aNotice()
    const before = await countOf('notices')
    const publish = () => school.get(HEAD_TEACHER, 'notice.publish', draft, requestId)
    const replies = await Promise.all([publish(), publish(), publish()])
    const again = await publish()
    expect(new Set([...replies, again].map(({ noticeId }) => noticeId)).size).toBe(1)
    expect(again).toEqual(replies[0])
    expect(await countOf('notices')).toBe(before + 1)
    expect(await slipsOf(again.noticeId)).toHaveLength(1)
  })

  test('C18 scores beside two names are refused with the rule, and only a digest is kept', async () => {
    const body = `这次测验${childName(0)}98分，${childName(1)}61分，请各位家长关注。`
    const before = await countOf('notices')
    const reply = await school.ask(HEAD_TEACHER, 'notice.publish', aNotice({ body }))
    expect(reply).toMatchObject({ ok: false, error: { code: 'POST_REFUSED', rule: 'C18' } })
    expect(await countOf('notices')).toBe(before)
    const [verdict] = await school.stored('verdicts')
    expect(verdict).toMatchObject({ verdict: 'refuse', rules: expect.arrayContaining(['C18']) })
    expect(JSON.stringify(verdict)).not.toContain(childName(0))
  })

  test('C22 a named child with a bad word is refused, judged with the roster of every class addressed', async () => {
    const body = `${childName(1)}上课总是捣乱，经常不交作业，非常差劲。`
    const classes = { to: 'classes', classIds: [OTHER_CLASS, CLASS] } as const
    const reply = await school.ask(
      OFFICE,
      'notice.publish',
      aNotice({ body, audience: { ...classes, classIds: [...classes.classIds] } }),
    )
    expect(reply).toMatchObject({ ok: false, error: { code: 'POST_REFUSED' } })
  })

  test('C01 the same text a third time in a row is refused, whatever its spaces and punctuation', async () => {
    const body = aNotice().body
    const post = (text: string) => school.ask(HEAD_TEACHER, 'notice.publish', aNotice({ body: text }))
    expect((await post(body)).ok).toBe(true)
    await school.advance(1_000)
    expect((await post(body.replaceAll('，', ', '))).ok).toBe(true)
    await school.advance(1_000)
    const reasons = expect.arrayContaining([expect.objectContaining({ rule: 'C01' })])
    expect(await post(`${body} ！`)).toMatchObject({ ok: false, error: { code: 'POST_REFUSED', reasons } })
  })

  test('N18 C24 a letter to one child is found by its guardians and its author, by no colleague and no other family', async () => {
    const child = childId(CLASS, 0)
    const { noticeId } = await school.get(
      TEACHER,
      'notice.publish',
      aNotice({ title: '想和您聊聊', audience: { to: 'child', classId: CLASS, childId: child } }),
    )
    const at = { noticeId, classId: CLASS }
    expect((await school.ask(motherOf(child), 'notice.read', at)).ok).toBe(true)
    expect(await school.get(motherOf(child), 'notice.read', at)).toMatchObject({ salutation: `${childName(0)}家长：` })
    for (const stranger of [motherOf(childId(CLASS, 1)), HEAD_TEACHER, PRINCIPAL]) {
      expect(await school.ask(stranger, 'notice.read', at)).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } })
      expect(await school.ask(stranger, 'board.read', at)).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } })
    }
    const rows = (await school.get(HEAD_TEACHER, 'notice.list', { identity: keyOf('head_teacher', CLASS) })).rows
    expect(rows.some((row) => row.noticeId === noticeId)).toBe(false)
  })

  test('M14 a teacher of one class can not speak to another, nor a guardian to any', async () => {
    const elsewhere = aNotice({ audience: { to: 'classes', classIds: [OTHER_CLASS] } })
    for (const [who, draft] of [
      [HEAD_TEACHER, elsewhere],
      [HEAD_TEACHER, aNotice({ audience: { to: 'classes', classIds: [CLASS, OTHER_CLASS] } })],
      [HEAD_TEACHER, aNotice({ audience: { to: 'school', schoolId: SCHOOL } })],
      [PRINCIPAL, aNotice({ audience: { to: 'classes', classIds: ['class-of-another-school'] } })],
      [motherOf(childId(CLASS, 0)), aNotice()],
    ] as const) {
      expect(await school.ask(who, 'notice.publish', draft)).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } })
    }
  })
})

describe('given the evening limit of 20:00', () => {
  test('T01 at 19:59:59 a notice goes out', async () => {
    // However long the call takes here.
    await school.cloud.control('clock.hold')
    await school.at(clock('19:59:59.000'))
    expect(await school.get(HEAD_TEACHER, 'notice.publish', aNotice())).toMatchObject({ state: 'published' })
    await school.cloud.control('clock.hold', { held: false })
  })

  test('T01 at 20:00:00 it is queued to seven the next morning, and no family finds it', async () => {
    await school.at(clock('20:00:00.000'))
    const published = await school.get(HEAD_TEACHER, 'notice.publish', aNotice())
    expect(published).toMatchObject({ state: 'queued', releaseAt: day + 31 * 3_600_000 })
    expect(await slipsOf(published.noticeId)).toEqual([])
    const mother = motherOf(childId(CLASS, 0))
    const page = await school.get(mother, 'notice.list', { identity: keyOf('guardian', childId(CLASS, 0)) })
    expect(page.rows.some(({ noticeId }) => noticeId === published.noticeId)).toBe(false)
    const at = { noticeId: published.noticeId, classId: CLASS }
    expect(await school.ask(mother, 'notice.read', at)).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } })
  })

  test('T01 X02 urgent with a reason goes out, is in the trail and on the principal’s page', async () => {
    await school.at(clock('20:30:00'))
    const urgent = { cause: 'closure', reason: '台风红色预警' } as const
    const { noticeId, state } = await school.get(HEAD_TEACHER, 'notice.publish', aNotice({ urgent }))
    expect(state).toBe('published')
    const today = await school.get(PRINCIPAL, 'today.read', { identity: keyOf('principal', SCHOOL) })
    expect(today).toMatchObject({ overrides: [{ noticeId, cause: 'closure', author: '语文王老师' }] })
    await school.tick()
    const audit = await school.stored<{ target: string; detail: unknown }>('audit')
    expect(audit.find(({ target }) => target === `notices/${noticeId}`)?.detail).toMatchObject({ urgent: 'closure' })
  })

  test('X02 urgent in opening hours overrides nothing', async () => {
    const urgent = { cause: 'safety', reason: '下午有暴雨' } as const
    const { noticeId } = await school.get(HEAD_TEACHER, 'notice.publish', aNotice({ urgent }))
    const today = await school.get(PRINCIPAL, 'today.read', { identity: keyOf('principal', SCHOOL) })
    expect(today.role === 'principal' && today.overrides.some((each) => each.noticeId === noticeId)).toBe(false)
  })
})

describe('given WeChat’s text check', () => {
  const TEXT_CHECK = 'openapi:security.msgSecCheck'

  test('C04 risky is refused, and nobody sees it', async () => {
    await school.cloud.control('verdicts.set', { suggest: 'risky', label: 20002 })
    const before = await countOf('notices')
    const reply = await school.ask(HEAD_TEACHER, 'notice.publish', aNotice())
    expect(reply).toMatchObject({ ok: false, error: { code: 'POST_REFUSED', rule: 'C05' } })
    expect(await countOf('notices')).toBe(before)
  })

  test.each([
    ['review', { suggest: 'review', label: 20001 }, undefined],
    ['an error', undefined, { target: TEXT_CHECK, mode: 'fail', errcode: 61010 }],
    ['a quota error', undefined, { target: TEXT_CHECK, mode: 'fail', errcode: 45009 }],
    ['no answer', undefined, { target: TEXT_CHECK, mode: 'hang' }],
  ])('C04 %s holds it for a person and never publishes it', async (_, verdict, fault) => {
    if (verdict) await school.cloud.control('verdicts.set', verdict)
    if (fault) await school.cloud.control('faults.set', fault)
    const published = await school.get(HEAD_TEACHER, 'notice.publish', aNotice())
    expect(published).toMatchObject({ state: 'held', verdict: 'hold' })
    await school.cloud.control('faults.clear')
    await school.tick()
    expect(await slipsOf(published.noticeId)).toEqual([])
    expect((await school.stored('verdicts')).pop()).toMatchObject({ verdict: 'hold' })
  })

  test('C04 what the pact refuses is not sent to WeChat at all', async () => {
    await school.cloud.control('counters.reset')
    await school.ask(
      HEAD_TEACHER,
      'notice.publish',
      aNotice({ body: '快来抢红包啦，今晚八点群里发红包，手快有手慢无。' }),
    )
    const { actions } = await school.cloud.control<{ actions: Record<string, { others: object }> }>('counters.read')
    expect(actions['notice.publish']?.others).toEqual({})
  })
})

test('M14 N01 who leads two schools speaks to the classes of each in its own name, and to both at once not at all', async () => {
  const copy = async (collection: string, ids: string[], changes: object[]) => {
    const found = (await school.stored<{ _id: string }>(collection)).filter(({ _id }) => ids.includes(_id))
    const documents = changes.map((change) => ({ ...found[0], ...change }))
    await school.cloud.control('data.import', { collection, documents })
  }
  const led = [
    { schoolId: 'school-2', classId: 'class-of-2', name: '第二小学' },
    { schoolId: 'school-3', classId: 'class-of-3', name: '第三小学' },
  ]
  const principals = [{ openid: 'o-both', name: '李明' }]
  for (const { schoolId, classId, name } of led) {
    await copy('schools', [SCHOOL], [{ _id: schoolId, name, principals, office: [] }])
    await copy('pacts', [`${SCHOOL}:1`], [{ _id: `${schoolId}:1`, schoolId }])
    await copy('classes', [CLASS], [{ _id: classId, schoolId, roster: [], teachers: [], headTeacher: undefined }])
  }
  await copy('people', [PRINCIPAL], [{ _id: 'o-both' }])

  for (const { schoolId, classId, name } of led) {
    expect((await school.get('o-both', 'notice.prepare', { schoolId, classId })).issuer).toBe(name)
    const audience = { to: 'classes' as const, classIds: [classId] }
    const { noticeId } = await school.get('o-both', 'notice.publish', aNotice({ audience }))
    expect((await school.get('o-both', 'notice.read', { noticeId, classId })).issuer).toBe(name)
  }
  const classIds = led.map(({ classId }) => classId)
  const both = aNotice({ audience: { to: 'classes', classIds } })
  for (const [who, draft] of [
    ['o-both', both],
    [PRINCIPAL, aNotice({ audience: { to: 'classes', classIds: classIds.slice(0, 1) } })],
  ] as const) {
    expect(await school.ask(who, 'notice.publish', draft)).toMatchObject({ error: { code: 'FORBIDDEN' } })
  }
})

describe('given a deadline', () => {
  test('N10 nobody gets a notice that is overdue when it arrives', async () => {
    const refused = { ok: false, error: { code: 'INPUT_INVALID', field: 'deadline' } }
    const sendBy = (hours: number) =>
      school.ask(HEAD_TEACHER, 'notice.publish', aNotice({ deadline: day + hours * 3_600_000 }))
    expect(await sendBy(10)).toEqual(refused)
    // It comes out at seven in the morning.
    await school.at(clock('20:00:00'))
    expect(await sendBy(23)).toEqual(refused)
    expect(await sendBy(24 + 7)).toEqual(refused)
    expect(await sendBy(24 + 18)).toMatchObject({ data: { state: 'queued' } })
  })
})

describe('given photos', () => {
  const upload = () => uploadAs(school, HEAD_TEACHER, 'photo', aJpeg())
  const stateOf = async (noticeId: string) =>
    (await school.get(HEAD_TEACHER, 'notice.read', { noticeId, classId: CLASS })).state

  test('C04 a notice waits for every photo’s verdict and then goes out', async () => {
    await school.cloud.control('media.hold', { held: true })
    const draft = aNotice({ photos: [await upload(), await upload()] })
    const { noticeId, state } = await school.get(HEAD_TEACHER, 'notice.publish', draft)
    expect(state).toBe('checking')
    await school.cloud.control('media.release')
    await school.tick()
    expect(await stateOf(noticeId)).toBe('published')
    const detail = await school.get(motherOf(childId(CLASS, 0)), 'notice.read', { noticeId, classId: CLASS })
    expect(detail.photos).toHaveLength(2)
    expect(detail.photos.every(({ url }) => url.startsWith('http'))).toBe(true)
  })

  test('C04 a risky photo holds the notice for a person', async () => {
    await school.cloud.control('media.hold', { held: true })
    await school.cloud.control('verdicts.set', { media: { suggest: 'risky' } })
    const { noticeId } = await school.get(HEAD_TEACHER, 'notice.publish', aNotice({ photos: [await upload()] }))
    await school.cloud.control('media.release')
    await school.tick()
    expect(await stateOf(noticeId)).toBe('held')
  })

  test('C04 verdicts that do not come in thirty minutes leave it to a person', async () => {
    await school.cloud.control('media.hold', { held: true })
    const { noticeId } = await school.get(HEAD_TEACHER, 'notice.publish', aNotice({ photos: [await upload()] }))
    // Fires every timer but delivers no verdict: the stand-in answers late.
    await school.cloud.control('faults.set', { target: 'function:wx-events', mode: 'fail' })
    await school.advance(29 * 60_000)
    await school.tick()
    expect(await stateOf(noticeId)).toBe('checking')
    await school.advance(60_000)
    await school.tick()
    expect(await stateOf(noticeId)).toBe('held')
  })

  test('C04 G01 a person who lets it pass is not overruled by a verdict that never came', async () => {
    await school.cloud.control('media.hold', { held: true })
    const { noticeId } = await school.get(HEAD_TEACHER, 'notice.publish', aNotice({ photos: [await upload()] }))
    await school.cloud.control('faults.set', { target: 'function:wx-events', mode: 'fail' })
    await school.advance(30 * 60_000)
    await school.tick()
    expect(await stateOf(noticeId)).toBe('held')
    await school.get(PRINCIPAL, 'review.decide', { noticeId, decision: 'approve' })
    await school.tick()
    expect(await stateOf(noticeId)).toBe('published')
    expect(await slipsOf(noticeId)).toHaveLength(1)
  })

  test('C04 G01 a risky verdict that comes while a reviewer decides is not lost', async () => {
    await school.cloud.control('media.hold', { held: true })
    await school.cloud.control('verdicts.set', { suggest: 'review', label: 20001, media: { suggest: 'risky' } })
    const { noticeId } = await school.get(HEAD_TEACHER, 'notice.publish', aNotice({ photos: [await upload()] }))
    expect(await stateOf(noticeId)).toBe('held')
    const target = 'database:modifyDocument:notices'
    await school.cloud.control('faults.set', { target, mode: 'wait', times: 1 })
    const event = school.cloud.control('media.release')
    await school.untilHit()
    await school.get(PRINCIPAL, 'review.decide', { noticeId, decision: 'approve' })
    await school.cloud.control('faults.clear')
    await event
    await school.tick()
    expect(await stateOf(noticeId)).toBe('held')
  })

  test('C04 a phone that plays WeChat’s event changes nothing', async () => {
    await school.cloud.control('media.hold', { held: true })
    const { noticeId } = await school.get(HEAD_TEACHER, 'notice.publish', aNotice({ photos: [await upload()] }))
    const media = async () =>
      (await school.stored<{ _id: string; media: { traceId: string; suggest: string }[] }>('notices')).find(
        ({ _id }) => _id === noticeId,
      )?.media[0]
    const event = { Event: 'wxa_media_check', trace_id: (await media())?.traceId, result: { suggest: 'pass' } }
    const { error } = await school.cloud.call(HEAD_TEACHER, 'wx-events', event)
    expect(error?.errCode).toBe(-503002)
    expect((await media())?.suggest).toBe('pending')
    expect(await stateOf(noticeId)).toBe('checking')
  })
})
