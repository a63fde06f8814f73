// Decides when a letter is read, who is told of it, and what becomes of one that is not let through at once.
import {
  HEAD_TEACHER,
  PRINCIPAL,
  SCHOOL,
  CLASS,
  TEACHER,
  fatherOf,
  givenSchool,
  newRequestId,
  type GivenSchool,
} from '../given-school'
import { aJpeg, uploadAs } from '../uploads'
import { CHILD, MOTHER, aLetter, aTalk, givenTalk, patch, withRules } from './given-talk'

const FATHER = fatherOf(CHILD)
const SCHOOL_NIGHT = '2026-09-01T21:30:00+08:00'
const NEXT_MORNING = Date.parse('2026-09-02T07:00:00+08:00')

let school: GivenSchool
beforeEach(async () => {
  school = await givenSchool()
})
afterEach(() => school.stop())

const read = (who: string, talkId: string) => school.ask(who, 'talk.read', { talkId })
const forbidden = { ok: false, error: { code: 'FORBIDDEN' } }
const sentTo = async (openid: string, template?: string) => {
  const sent = await school.stored<{ openid: string; template: string; state: string }>('deliveries')
  return sent.filter(
    (each) => each.openid === openid && each.state === 'sent' && each.template === (template ?? each.template),
  )
}

describe('given quiet hours (T02)', () => {
  test('T02 a family’s letter waits for the opening, is read then whether or not the scheduler ran, and says so', async () => {
    await school.at(SCHOOL_NIGHT)
    const opened = await school.get(MOTHER, 'talk.open', aTalk())
    const { talkId } = opened
    const opening = opened.letters[0]?.arrivesAt ?? 0
    expect(opening).toBeGreaterThanOrEqual(NEXT_MORNING - 3_600_000)
    expect(opened).toMatchObject({ bars: { quietUntil: opening }, letters: [{ state: 'sent' }] })
    expect(await read(HEAD_TEACHER, talkId)).toEqual(forbidden)
    expect(await school.get(HEAD_TEACHER, 'talk.list', { of: 'class', classId: CLASS })).toMatchObject({ talks: [] })
    // The other guardian is of the same side.
    expect(await read(FATHER, talkId)).toMatchObject({ ok: true })

    await school.at(new Date(opening).toISOString())
    expect(await read(HEAD_TEACHER, talkId)).toMatchObject({ data: { state: 'waiting', owner: { since: opening } } })
    expect(await school.get(HEAD_TEACHER, 'talk.list', { of: 'class', classId: CLASS })).toMatchObject({ total: 1 })
  })

  test('T01 T02 an answer written at night is not seen before the morning, nor that there is one', async () => {
    const talkId = await givenTalk(school)
    await school.at(SCHOOL_NIGHT)
    expect(await school.get(HEAD_TEACHER, 'talk.send', aLetter(talkId))).toMatchObject({ state: 'answered' })
    const before = await school.get(MOTHER, 'talk.read', { talkId })
    expect(before).toMatchObject({ state: 'waiting', letters: [{ side: 'family' }] })
    await school.at('2026-09-02T09:00:00+08:00')
    expect(await school.get(MOTHER, 'talk.read', { talkId })).toMatchObject({ state: 'answered', letters: [{}, {}] })
  })
})

describe('given a lesson (T08)', () => {
  test('T08 the letter is there, nobody is pushed, the family reads why, and at half past five it is counted', async () => {
    await school.accept(HEAD_TEACHER, 'todo')
    const opened = await school.get(MOTHER, 'talk.open', aTalk())
    expect(opened.bars).toMatchObject({ inLesson: true })
    await school.tick()
    expect(await sentTo(HEAD_TEACHER)).toEqual([])
    expect(await read(HEAD_TEACHER, opened.talkId)).toMatchObject({ ok: true })
    await school.at('2026-09-01T17:30:00+08:00')
    await school.tick()
    expect(await sentTo(HEAD_TEACHER, 'todo')).toHaveLength(1)
    const { deliveries } = await school.cloud.control<{ deliveries: { data: unknown }[] }>('deliveries.list')
    expect(JSON.stringify(deliveries)).toContain('待回复1')
  })

  test('T08 outside lessons the teacher is told once; the family of the answer, each guardian once', async () => {
    await school.at('2026-09-01T12:10:00+08:00')
    for (const [who, template] of [
      [HEAD_TEACHER, 'todo'],
      [MOTHER, 'talk_reply'],
      [FATHER, 'talk_reply'],
    ] as const)
      await school.accept(who, template)
    const talkId = await givenTalk(school, { answered: true })
    await school.tick(2)
    await school.tick()
    expect(await sentTo(HEAD_TEACHER, 'todo')).toHaveLength(1)
    expect(await sentTo(MOTHER, 'talk_reply')).toHaveLength(1)
    expect(await sentTo(FATHER, 'talk_reply')).toHaveLength(1)
    const { deliveries } = await school.cloud.control<{ deliveries: { page: string }[] }>('deliveries.list')
    expect(JSON.stringify(deliveries)).toContain(talkId)
    expect(JSON.stringify(deliveries)).not.toContain('课间')
  })
})

describe('given a letter that has waited (T09, N13, M16)', () => {
  test('T09 after the hours of the pact the phone is offered; the teacher’s number only if they allow it', async () => {
    await patch(school, 'schools', SCHOOL, { phone: '010-87654321' })
    const talkId = await givenTalk(school)
    const early = await school.get(MOTHER, 'talk.read', { talkId })
    expect(early).toMatchObject({ phones: { school: '010-87654321' } })
    expect(early.bars.phoneAfterHours).toBeUndefined()
    expect(early.phones.teacher).toBeUndefined()
    await school.get(HEAD_TEACHER, 'class.update', { classId: CLASS, phone: '13800001111' })
    await school.advance(24 * 3_600_000)
    const late = await school.get(MOTHER, 'talk.read', { talkId })
    expect(late).toMatchObject({ bars: { phoneAfterHours: 24 }, phones: { teacher: '13800001111' } })
    expect((await school.get(HEAD_TEACHER, 'talk.read', { talkId })).phones).toEqual({})
  })

  test('N13 an important letter says so in the thread and in the list', async () => {
    const { talkId, letters } = await school.get(MOTHER, 'talk.open', aTalk({ important: true }))
    expect(letters).toMatchObject([{ important: true }])
    const { talks } = await school.get(HEAD_TEACHER, 'talk.list', { of: 'class', classId: CLASS })
    expect(talks).toMatchObject([{ talkId, important: true }])
  })
})

describe('given what is not let through', () => {
  test('L01 leave belongs in its form: nothing is stored, and the way there is named', async () => {
    const words = '老师，孩子发烧了，今天请假一天。'
    expect(await school.ask(MOTHER, 'talk.open', aTalk({ words }))).toMatchObject({
      error: { code: 'POST_REFUSED', rule: 'L01', wayOut: expect.arrayContaining(['leave_form']) },
    })
    const talkId = await givenTalk(school)
    expect(await school.ask(MOTHER, 'talk.send', aLetter(talkId, { words }))).toMatchObject({
      error: { rule: 'L01' },
    })
    expect((await school.get(MOTHER, 'talk.read', { talkId })).letters).toHaveLength(1)
  })

  test('C34 thanks are a read mark, once, and no letter', async () => {
    const talkId = await givenTalk(school, { answered: true })
    for (const words of ['收到，谢谢老师', '收到'])
      expect(await school.get(MOTHER, 'talk.send', aLetter(talkId, { words }))).toMatchObject({ letters: [{}, {}] })
    const { events } = await school.get(HEAD_TEACHER, 'talk.read', { talkId })
    expect(events).toMatchObject([{ kind: 'seen' }])
    expect(events).toHaveLength(1)
    expect(await school.ask(MOTHER, 'talk.open', aTalk({ words: '收到' }))).toMatchObject({
      error: { code: 'POST_REFUSED', rule: 'C34' },
    })
  })

  test('C04 what WeChat calls risky is refused and leaves a verdict without a text; what it doubts waits unread', async () => {
    await school.cloud.control('verdicts.set', { suggest: 'risky', times: 1 })
    expect(await school.ask(MOTHER, 'talk.open', aTalk())).toMatchObject({ error: { code: 'POST_REFUSED' } })
    expect(await school.stored('talks')).toEqual([])
    const verdicts = await school.stored<{ verdict: string }>('verdicts')
    expect(verdicts).toMatchObject([{ verdict: 'refuse', role: 'guardian' }])
    expect(JSON.stringify(verdicts)).not.toContain('课间')

    await school.cloud.control('verdicts.set', { suggest: 'review', times: 1 })
    const held = await school.get(MOTHER, 'talk.open', aTalk())
    expect(held).toMatchObject({ letters: [{ state: 'held' }] })
    expect(await read(HEAD_TEACHER, held.talkId)).toEqual(forbidden)
    expect(await read(FATHER, held.talkId)).toEqual(forbidden)
    const { letters } = await school.get(HEAD_TEACHER, 'letter.held', { of: 'class', classId: CLASS })
    expect(letters).toMatchObject([{ talkId: held.talkId, check: { suggest: 'review' } }])
    const letterId = held.letters[0]?.letterId ?? ''
    await school.get(HEAD_TEACHER, 'letter.decide', { talkId: held.talkId, letterId, decision: 'approve' })
    expect(await read(HEAD_TEACHER, held.talkId)).toMatchObject({ data: { state: 'waiting', letters: [{}] } })
  })

  test('C04 an unanswered check holds the letter, and never sends it', async () => {
    await school.cloud.control('faults.set', { target: 'openapi:security.msgSecCheck', mode: 'fail', errcode: -1 })
    expect(await school.get(MOTHER, 'talk.open', aTalk())).toMatchObject({ letters: [{ state: 'held' }] })
  })

  test('G02 a teacher’s doubted letter is the leaders’ to look at, and its author decides nothing', async () => {
    await school.cloud.control('verdicts.set', { suggest: 'review', times: 1 })
    const { talkId, letters } = await school.get(HEAD_TEACHER, 'talk.open', aTalk({ to: { desk: 'family' } }))
    const decision = { talkId, letterId: letters[0]?.letterId ?? '', decision: 'approve' } as const
    expect(await school.ask(HEAD_TEACHER, 'letter.decide', decision)).toEqual(forbidden)
    expect(await school.get(PRINCIPAL, 'letter.held', { of: 'school', schoolId: SCHOOL })).toMatchObject({ total: 1 })
    await school.get(PRINCIPAL, 'letter.decide', { ...decision, decision: 'return', words: '请换个说法' })
    expect(await school.get(HEAD_TEACHER, 'talk.read', { talkId })).toMatchObject({
      letters: [{ state: 'returned', decided: { words: '请换个说法' } }],
    })
    expect(await read(MOTHER, talkId)).toEqual(forbidden)
  })
})

describe('given photos (C04)', () => {
  const withPhoto = async () => {
    const photo = await uploadAs(school, MOTHER, 'letter', aJpeg())
    return school.get(MOTHER, 'talk.open', aTalk({ photos: [photo] }))
  }

  test('C04 a letter with photos goes on its way when all are let pass', async () => {
    const opened = await withPhoto()
    expect(opened).toMatchObject({ letters: [{ state: 'checking', photos: [{ url: '', state: 'pending' }] }] })
    expect(await read(HEAD_TEACHER, opened.talkId)).toEqual(forbidden)
    await school.advance(5_000)
    await school.tick()
    const seen = await school.get(HEAD_TEACHER, 'talk.read', { talkId: opened.talkId })
    expect(seen).toMatchObject({ letters: [{ state: 'sent', photos: [{ state: 'pass' }] }] })
    expect(seen.letters[0]?.photos[0]?.url).not.toBe('')
  })

  test('C04 a doubted photo waits for a person, and shows after they have let it through', async () => {
    await school.cloud.control('verdicts.set', { media: { suggest: 'review' } })
    const { talkId, letters } = await withPhoto()
    await school.advance(5_000)
    await school.tick()
    const [held] = (await school.get(MOTHER, 'talk.read', { talkId })).letters
    expect(held).toMatchObject({ state: 'held', photos: [{ state: 'doubted', url: '' }] })
    const letterId = letters[0]?.letterId ?? ''
    await school.get(HEAD_TEACHER, 'letter.decide', { talkId, letterId, decision: 'approve' })
    const seen = await school.get(HEAD_TEACHER, 'talk.read', { talkId })
    expect(seen).toMatchObject({ letters: [{ state: 'sent', photos: [{ state: 'pass' }] }] })
  })

  test('C04 without an answer in half an hour a person looks', async () => {
    await school.cloud.control('media.hold', { held: true })
    const opened = await withPhoto()
    // The stand-in answers at every timer: nobody hears it.
    await school.cloud.control('faults.set', { target: 'function:wx-events', mode: 'fail' })
    await school.advance(29 * 60_000)
    await school.tick()
    const { talkId } = opened
    expect(await school.get(MOTHER, 'talk.read', { talkId })).toMatchObject({ letters: [{ state: 'checking' }] })
    await school.advance(2 * 60_000)
    await school.tick()
    expect(await school.get(MOTHER, 'talk.read', { talkId })).toMatchObject({ letters: [{ state: 'held' }] })
    expect(await school.get(HEAD_TEACHER, 'letter.held', { of: 'class', classId: CLASS })).toMatchObject({ total: 1 })
  })
})

describe('given a mute (G04)', () => {
  test('G04 it stops letters until it ends, and neither reading nor asking for the leaders', async () => {
    const talkId = await givenTalk(school)
    const until = Date.parse('2026-09-03T10:00:00+08:00')
    await patch(school, 'people', MOTHER, { mutes: { [CLASS]: until } })
    expect(await school.ask(MOTHER, 'talk.send', aLetter(talkId))).toMatchObject({ error: { code: 'MUTED', until } })
    expect(await school.ask(MOTHER, 'talk.open', aTalk())).toMatchObject({ error: { code: 'MUTED', until } })
    const seen = await school.get(MOTHER, 'talk.read', { talkId })
    expect(seen.mutedUntil).toBe(until)
    expect(seen.may).not.toContain('send')
    expect(await school.get(MOTHER, 'talk.ask', { talkId })).toMatchObject({ owner: { desk: 'principal' } })
  })
})

describe('given the same moment', () => {
  test('two who write at once are both heard, and the same call twice is one letter', async () => {
    const talkId = await givenTalk(school)
    const requestId = newRequestId()
    const same = () =>
      school.get(MOTHER, 'talk.send', aLetter(talkId, { words: '还想问一下午餐的情况，他说不太习惯。' }), requestId)
    await Promise.all([
      ...[same(), same(), same()],
      school.get(HEAD_TEACHER, 'talk.send', aLetter(talkId)),
      school.get(FATHER, 'talk.send', aLetter(talkId, { words: '我周五下午可以到学校来当面谈一谈。' })),
    ])
    expect((await school.get(MOTHER, 'talk.read', { talkId })).letters).toHaveLength(4)
    const [stored] = await school.stored<{ changes: number }>('talks')
    expect(stored?.changes).toBe(3)
  })

  test('the same opening twice at once is one thread', async () => {
    const requestId = newRequestId()
    const open = () => school.get(MOTHER, 'talk.open', aTalk(), requestId)
    const [one, two] = await Promise.all([open(), open()])
    expect(one.talkId).toBe(two.talkId)
    expect(await school.stored('talks')).toHaveLength(1)
  })

  test('N15 of closing and writing at once the letter is never lost, and the matter waits or was opened again', async () => {
    const talkId = await givenTalk(school, { answered: true })
    const [, closing] = await Promise.all([
      school.get(FATHER, 'talk.send', aLetter(talkId, { words: '还想问一下午餐的情况，他说不太习惯。' })),
      school.ask(HEAD_TEACHER, 'talk.close', { talkId }),
    ])
    const after = await school.get(MOTHER, 'talk.read', { talkId })
    expect(after).toMatchObject({ state: 'waiting', letters: [{}, {}, {}] })
    const kinds = after.events.map(({ kind }) => kind)
    expect(kinds).toEqual(closing.ok ? ['closed', 'reopened'] : [])
  })

  test('G07 of handing on and closing at once one is done, the other reads again', async () => {
    const talkId = await givenTalk(school, { answered: true })
    // Handing on has read the thread, and has not written yet.
    await school.cloud.control('faults.set', { target: 'database:modifyDocument:talks', mode: 'wait', times: 1 })
    const passing = school.ask(HEAD_TEACHER, 'talk.pass', { talkId, words: '请校长看看这件事' })
    await school.untilHit()
    const closing = await school.ask(MOTHER, 'talk.close', { talkId })
    await school.cloud.control('faults.clear')
    const replies = [await passing, closing]
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
    expect(replies.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'TALK_STATE' } })
  })
})

describe('given a school’s stop', () => {
  test('G19 it stops publishing, and no private letter', async () => {
    await school.get(PRINCIPAL, 'school.stop', { schoolId: SCHOOL, level: 'all', reason: '系统演练' })
    expect(await school.get(MOTHER, 'talk.open', aTalk())).toMatchObject({ state: 'waiting' })
    expect(await school.get(TEACHER, 'talk.open', aTalk({ to: { desk: 'family' } }))).toMatchObject({
      state: 'answered',
    })
  })

  test('C25 with no rule about it a pact lets families write all the same', async () => {
    await withRules(school, { C25: undefined, C24: undefined })
    expect(await school.get(MOTHER, 'talk.open', aTalk())).toMatchObject({ state: 'waiting' })
  })
})
