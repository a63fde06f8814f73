// Decides how a matter comes to the leaders: handed on, asked for, written to them, or risen because nobody answered.
import { CLASS, HEAD_TEACHER, OFFICE, PRINCIPAL, SCHOOL, givenSchool, keyOf, type GivenSchool } from '../given-school'
import { CHILD, MOTHER, aLetter, aTalk, givenTalk, patch, withPerson, withRules } from './given-talk'

const OFFICER = 'o-discipline'
const DAYS = { headDays: 3, disciplineDays: 3, officeDays: 5 }
const forbidden = { ok: false, error: { code: 'FORBIDDEN' } }

let school: GivenSchool
beforeEach(async () => {
  school = await givenSchool()
})
afterEach(() => school.stop())

const read = (who: string, talkId: string) => school.ask(who, 'talk.read', { talkId })
const box = () => school.get(PRINCIPAL, 'talk.list', { of: 'school', schoolId: SCHOOL })
const withOfficer = async () => {
  await withPerson(school, OFFICER)
  await patch(school, 'offices', 'office-d', {
    ...{ schoolId: SCHOOL, office: 'discipline', name: '孙丽', openid: OFFICER, state: 'held', slot: 'slot-d' },
    ...{ since: 0, trail: [], audited: 0, trailOpen: false },
  })
}

describe('given a question that a teacher hands on (G07)', () => {
  test('G07 from then on the principal owns it and reads it, and the family sees that', async () => {
    const talkId = await givenTalk(school)
    expect(await read(PRINCIPAL, talkId)).toEqual(forbidden)
    await school.get(HEAD_TEACHER, 'talk.pass', { talkId, words: '课间安排需要学校统一考虑' })
    const seen = await school.get(MOTHER, 'talk.read', { talkId })
    expect(seen).toMatchObject({
      ...{ state: 'waiting', owner: { desk: 'principal' } },
      events: [{ kind: 'passed', by: '语文王老师', desk: 'principal', words: '课间安排需要学校统一考虑' }],
    })
    expect(seen.leadersFrom).toBeDefined()
    expect(await box()).toMatchObject({ talks: [{ talkId, state: 'waiting', leaders: true }] })

    // The teacher may still write; it is the leaders' answer that it waits for.
    expect(await school.get(HEAD_TEACHER, 'talk.send', aLetter(talkId))).toMatchObject({ state: 'waiting' })
    const words = '学校下周起安排课间体育活动，谢谢您的提醒。'
    expect(await school.get(PRINCIPAL, 'talk.send', aLetter(talkId, { words }))).toMatchObject({ state: 'answered' })
    expect(await school.get(MOTHER, 'talk.close', { talkId })).toMatchObject({ state: 'closed', may: ['send'] })
    const again = aLetter(talkId, { words: '孩子这周又不愿意出去了，想再和您说说。' })
    expect(await school.get(MOTHER, 'talk.send', again)).toMatchObject({
      state: 'waiting',
      events: [{ kind: 'passed' }, { kind: 'closed' }, { kind: 'reopened' }],
    })
    expect(await school.ask(HEAD_TEACHER, 'talk.pass', { talkId, words: '再请校长看看' })).toMatchObject({
      error: { code: 'TALK_STATE' },
    })
  })

  test('G06 nobody closes over a family what nobody has answered, and nothing of it can be removed', async () => {
    const talkId = await givenTalk(school)
    expect(await school.ask(HEAD_TEACHER, 'talk.close', { talkId })).toMatchObject({ error: { code: 'TALK_STATE' } })
    await school.get(HEAD_TEACHER, 'talk.send', aLetter(talkId))
    expect(await school.get(HEAD_TEACHER, 'talk.close', { talkId })).toMatchObject({ state: 'closed' })
    expect(await school.stored('talks')).toHaveLength(1)
  })
})

describe('given a family that wants the leaders (C25)', () => {
  test('C25 G21 请校长看: both sides see it, and the leaders read from then on', async () => {
    const talkId = await givenTalk(school, { answered: true })
    await school.get(MOTHER, 'talk.ask', { talkId })
    for (const who of [HEAD_TEACHER, MOTHER, PRINCIPAL, OFFICE]) {
      expect(await read(who, talkId)).toMatchObject({
        data: { state: 'waiting', owner: { desk: 'principal' }, events: [{ kind: 'asked', desk: 'principal' }] },
      })
    }
  })

  test('C25 a suggestion goes to the principal’s letter box or the teacher, with a name, and never to the class', async () => {
    const suggestion = aTalk({ to: { desk: 'principal' }, about: 'opinion', matter: '放学路队' })
    const { talkId } = await school.get(MOTHER, 'talk.open', suggestion)
    expect(await box()).toMatchObject({ talks: [{ talkId, about: 'opinion', owner: { desk: 'principal' } }] })
    expect(await read(HEAD_TEACHER, talkId)).toEqual(forbidden)
    const words = '学校会在校门口增加一位老师，谢谢您。'
    const answered = await school.get(PRINCIPAL, 'talk.send', aLetter(talkId, { words }))
    expect(answered).toMatchObject({
      state: 'answered',
      letters: [{ by: expect.stringContaining('妈妈') }, { side: 'leader' }],
    })
    const today = await school.get(PRINCIPAL, 'today.read', { identity: keyOf('principal', SCHOOL) })
    expect('letters' in today && today.letters).toBe(false)
    expect(await school.stored('notices')).toEqual([])
  })

  test('P06 a family’s idea is thanked for in private, once', async () => {
    const idea = aTalk({ about: 'idea', matter: '图书角', words: '建议设一个图书角，我家可以捐一些绘本。' })
    const { talkId } = await school.get(MOTHER, 'talk.open', idea)
    const thanked = await school.get(HEAD_TEACHER, 'talk.thank', { talkId, words: '谢谢您，下周就设起来' })
    expect(thanked).toMatchObject({ state: 'answered' })
    expect(await school.get(MOTHER, 'talk.read', { talkId })).toMatchObject({
      events: [{ kind: 'thanked', by: '语文王老师', words: '谢谢您，下周就设起来' }],
    })
    expect(await school.ask(HEAD_TEACHER, 'talk.thank', { talkId, words: '再次感谢' })).toMatchObject({
      error: { code: 'TALK_STATE' },
    })
  })
})

describe('given a matter that nobody answers (G21)', () => {
  test('G21 it rises step by step by school days, from the clock, with the reason and everybody told', async () => {
    await withRules(school, { G21: DAYS, T11: undefined })
    await withOfficer()
    await school.at('2026-09-01T12:10:00+08:00')
    await school.accept(OFFICER, 'todo')
    const talkId = await givenTalk(school)

    await school.at('2026-09-04T12:09:00+08:00')
    expect(await read(OFFICER, talkId)).toEqual(forbidden)
    expect(await read(PRINCIPAL, talkId)).toEqual(forbidden)
    // The third school day at the same time; no timer has run.
    await school.at('2026-09-04T12:11:00+08:00')
    const risen = { desk: 'discipline', days: 3, kind: 'risen' }
    for (const who of [OFFICER, PRINCIPAL, HEAD_TEACHER, MOTHER]) {
      expect([who, await read(who, talkId)]).toMatchObject([
        who,
        { data: { owner: { desk: 'discipline' }, events: [risen] } },
      ])
    }
    // Of 政教处 the page counts what has risen to it.
    const officers = () => school.get(OFFICER, 'today.read', { identity: keyOf('officer', 'office-d') })
    expect(await officers()).toMatchObject({ letters: 1 })
    await school.tick()
    await school.tick()
    const told = await school.stored<{ openid: string; state: string }>('deliveries')
    expect(told.filter(({ openid, state }) => openid === OFFICER && state === 'sent')).toHaveLength(1)
    expect((await school.get(MOTHER, 'talk.read', { talkId })).events).toMatchObject([risen])

    await school.at('2026-09-09T12:11:00+08:00')
    const atOffice = await school.get(OFFICER, 'talk.read', { talkId })
    expect(atOffice).toMatchObject({ owner: { desk: 'office' }, events: [risen, { desk: 'office', days: 6 }] })
    expect(await officers()).not.toHaveProperty('letters')
    await school.at('2026-09-16T12:11:00+08:00')
    expect(await school.get(PRINCIPAL, 'talk.read', { talkId })).toMatchObject({ owner: { desk: 'principal' } })

    // An answer ends it; who has read along reads on, and a new letter begins at the first desk.
    expect(await school.get(HEAD_TEACHER, 'talk.send', aLetter(talkId))).toMatchObject({ state: 'answered' })
    const more = aLetter(talkId, { words: '谢谢，想再问一下下周的安排怎么样？' })
    const again = await school.get(MOTHER, 'talk.send', more)
    expect(again).toMatchObject({ state: 'waiting', owner: { desk: 'head_teacher' } })
    expect(await officers()).not.toHaveProperty('letters')
    expect(again.events.filter(({ kind }) => kind === 'risen')).toHaveLength(3)
    expect(await read(PRINCIPAL, talkId)).toMatchObject({ ok: true })
  })

  test('G21 a desk with no days is left out', async () => {
    await withRules(school, { G21: { ...DAYS, disciplineDays: 0 }, T11: undefined })
    await withOfficer()
    const talkId = await givenTalk(school)
    await school.at('2026-09-04T12:00:00+08:00')
    expect(await read(PRINCIPAL, talkId)).toMatchObject({ data: { owner: { desk: 'office' } } })
    expect(await read(OFFICER, talkId)).toEqual(forbidden)
    expect(await school.get(PRINCIPAL, 'talk.list', { of: 'school', schoolId: SCHOOL })).toMatchObject({ total: 1 })
  })

  test('G21 where no rule says so nothing rises', async () => {
    await withRules(school, { G21: undefined, T11: undefined })
    const talkId = await givenTalk(school)
    await school.at('2026-12-01T12:00:00+08:00')
    await school.tick()
    expect(await school.get(MOTHER, 'talk.read', { talkId })).toMatchObject({
      owner: { desk: 'head_teacher' },
      events: [],
    })
  })

  test('G21 at the first letter after a rise a late answer, and a rise in the same minute, are both on record', async () => {
    await withRules(school, { G21: DAYS, T11: undefined })
    const talkId = await givenTalk(school)
    await school.at('2026-09-07T12:00:00+08:00')
    const answered = await school.get(HEAD_TEACHER, 'talk.send', aLetter(talkId))
    expect(answered).toMatchObject({ state: 'answered', events: [{ kind: 'risen', desk: 'discipline' }] })
    expect(await read(PRINCIPAL, talkId)).toMatchObject({ ok: true })
  })
})

describe('given an answer within twenty minutes (T11)', () => {
  test('T11 older than 20 opening minutes it rises to the leaders, and the night does not count', async () => {
    await withRules(school, { T11: { minutes: 20 }, G21: undefined })
    const talkId = await givenTalk(school)
    await school.advance(19 * 60_000)
    expect(await read(PRINCIPAL, talkId)).toEqual(forbidden)
    await school.advance(61_000)
    expect(await read(PRINCIPAL, talkId)).toMatchObject({ data: { owner: { desk: 'principal' } } })
    await school.tick()
    expect((await school.get(MOTHER, 'talk.read', { talkId })).events).toMatchObject([
      { kind: 'risen', desk: 'principal' },
    ])

    await school.at('2026-09-01T21:30:00+08:00')
    const { talkId: late, letters } = await school.get(MOTHER, 'talk.open', aTalk({ matter: '午餐' }))
    const arrives = letters[0]?.arrivesAt ?? 0
    await school.at(new Date(arrives + 19 * 60_000).toISOString())
    expect(await read(PRINCIPAL, late)).toEqual(forbidden)
    await school.at(new Date(arrives + 21 * 60_000).toISOString())
    expect(await read(PRINCIPAL, late)).toMatchObject({ ok: true })
  })
})

describe('given the today pages', () => {
  test('N15 a teacher finds what waits, a family what was answered, a principal what lies with the leaders', async () => {
    const talkId = await givenTalk(school)
    const staff = () => school.get(HEAD_TEACHER, 'today.read', { identity: keyOf('head_teacher', CLASS) })
    const family = () => school.get(MOTHER, 'today.read', { identity: keyOf('guardian', CHILD) })
    const leader = () => school.get(PRINCIPAL, 'today.read', { identity: keyOf('principal', SCHOOL) })
    expect(await staff()).toMatchObject({ toAnswer: { count: 1 } })
    expect('talks' in (await family())).toBe(false)
    await school.get(HEAD_TEACHER, 'talk.send', aLetter(talkId))
    expect('toAnswer' in (await staff())).toBe(false)
    expect(await family()).toMatchObject({ talks: { count: 1, first: { talkId, matter: '课间活动' } } })
    await school.get(MOTHER, 'talk.ask', { talkId })
    expect(await leader()).toMatchObject({ letters: 1 })
  })
})
