// Decides what the figures of talks count: opening hours only, the pact's limit, and by whose turn it is.
import {
  CLASS,
  HEAD_TEACHER,
  OFFICE,
  OTHER_CLASS,
  OTHER_HEAD_TEACHER,
  PRINCIPAL,
  SCHOOL,
  TEACHER,
  childId,
  givenSchool,
  motherOf,
  type GivenSchool,
} from '../given-school'
import { CHILD, MOTHER, aLetter, aTalk, givenTalk, patch, withPerson, withRules } from './given-talk'

const NIGHT = { from: '20:00', to: '07:00', noonFrom: '', noonTo: '' }
const forbidden = { ok: false, error: { code: 'FORBIDDEN' } }
const OTHER_CHILD = childId(OTHER_CLASS, 0)

let school: GivenSchool
beforeEach(async () => {
  school = await givenSchool()
  await withRules(school, {
    ...{ T01: NIGHT, T02: NIGHT, T03: undefined, T04: undefined, T05: undefined, T06: undefined, T07: undefined },
    ...{ T11: undefined, G21: undefined },
  })
  await patch(school, 'classes', OTHER_CLASS, { order: 301 })
  await patch(school, 'classes', CLASS, { order: 302 })
})
afterEach(() => school.stop())

const ofClass = (who: string) => school.get(who, 'talk.figures', { of: 'class', classId: CLASS })
const ofSchool = (who: string) => school.get(who, 'talk.figures', { of: 'school', schoolId: SCHOOL })

test('T10 given a letter at 19:50 that is answered at 7:30 next morning, then the median counts 40 minutes, not 11 h 40', async () => {
  await school.at('2026-09-01T19:50:00+08:00')
  const talkId = await givenTalk(school)
  expect(await ofClass(HEAD_TEACHER)).toMatchObject({ all: { threads: 1, waiting: 1, answered: 0, over: 0 } })
  await school.at('2026-09-02T07:30:00+08:00')
  await school.get(HEAD_TEACHER, 'talk.send', aLetter(talkId))
  const figures = await ofClass(HEAD_TEACHER)
  expect(figures).toMatchObject({
    ...{ className: '三（2）班', from: '2026-08-04', limitMinutes: 24 * 60 },
    all: { threads: 1, waiting: 0, answered: 1, medianMinutes: 40, over: 0, begun: 0 },
  })
  expect(figures.rows[0]).toEqual({
    who: { kind: 'teacher', card: '语文王老师' },
    ...{ threads: 1, waiting: 0, answered: 1, medianMinutes: 40, over: 0, begun: 0 },
  })
  // Counted, and not a word of it.
  expect(JSON.stringify(figures)).not.toContain('课间')
  expect(figures.rows.map(({ who }) => who.kind)).toEqual(figures.rows.map(() => 'teacher'))
})

test('T11 given 20 minutes, then an answer after 21 opening minutes is over, and so is what waits longer; 19 is not', async () => {
  await withRules(school, { T01: NIGHT, T02: NIGHT, T11: { minutes: 20 } })
  const ask = async (matter: string) => (await school.get(MOTHER, 'talk.open', aTalk({ matter }))).talkId
  const inTime = await ask('课间活动')
  const late = await ask('午餐')
  await ask('路队')
  await school.advance(19 * 60_000)
  await school.get(HEAD_TEACHER, 'talk.send', aLetter(inTime))
  expect(await ofClass(HEAD_TEACHER)).toMatchObject({ limitMinutes: 20, all: { answered: 1, over: 0, waiting: 2 } })
  await school.advance(2 * 60_000)
  await school.get(HEAD_TEACHER, 'talk.send', aLetter(late))
  expect(await ofClass(HEAD_TEACHER)).toMatchObject({
    all: { threads: 3, answered: 2, waiting: 1, over: 2, medianMinutes: 19 },
  })
})

test('X07 T10 given several teachers, then each has a row in the order of the class, with what they began themselves', async () => {
  await school.get(HEAD_TEACHER, 'talk.open', aTalk({ to: { desk: 'family' }, matter: '最近的进步' }))
  const [its] = (await school.stored<{ _id: string; teachers: { since: number }[] }>('classes')).filter(
    ({ _id }) => _id === CLASS,
  )
  const to = { desk: 'teacher', teacher: { card: '数学李老师', since: its?.teachers[0]?.since ?? 0 } } as const
  await school.get(MOTHER, 'talk.open', aTalk({ to, matter: '数学作业' }))
  const expected = [
    { who: { kind: 'teacher', card: '语文王老师' }, threads: 1, waiting: 0, begun: 1 },
    { who: { kind: 'teacher', card: '数学李老师' }, threads: 1, waiting: 1, begun: 0 },
  ]
  for (const who of [HEAD_TEACHER, PRINCIPAL, OFFICE]) expect((await ofClass(who)).rows).toMatchObject(expected)
  // Leaders see class by class, and what lies with themselves.
  await school.get(MOTHER, 'talk.open', aTalk({ to: { desk: 'principal' }, about: 'opinion', matter: '放学路队' }))
  await withPerson(school, motherOf(OTHER_CHILD))
  await school.get(motherOf(OTHER_CHILD), 'talk.open', aTalk({ childId: OTHER_CHILD }))
  const { rows, all } = await ofSchool(PRINCIPAL)
  expect(rows).toMatchObject([
    { who: { kind: 'class', classId: OTHER_CLASS }, threads: 1, waiting: 1 },
    { who: { kind: 'class', classId: CLASS }, threads: 2, waiting: 1, begun: 1 },
    { who: { kind: 'leaders' }, threads: 1, waiting: 1 },
  ])
  expect(all).toMatchObject({ threads: 4, waiting: 3, begun: 1 })
  // What is written to the principal is nobody else's, not even as a number (C25).
  expect(await ofClass(HEAD_TEACHER)).toMatchObject({ all: { threads: 2 } })
})

test('T10 G07 given a matter that was handed on, then it is the leaders’ turn, and their answer counts for them', async () => {
  const talkId = await givenTalk(school)
  await school.get(HEAD_TEACHER, 'talk.pass', { talkId, words: '课间安排需要学校统一考虑' })
  expect(await ofClass(HEAD_TEACHER)).toMatchObject({ all: { threads: 1, waiting: 0 } })
  expect((await ofSchool(PRINCIPAL)).rows).toMatchObject([{}, { waiting: 0 }, { who: { kind: 'leaders' }, waiting: 1 }])
  await school.advance(30 * 60_000)
  await school.get(PRINCIPAL, 'talk.send', aLetter(talkId))
  expect((await ofSchool(PRINCIPAL)).rows).toMatchObject([
    {},
    { answered: 0 },
    { answered: 1, waiting: 0, medianMinutes: 30 },
  ])
})

test('T10 given more than 30 days, then old answers are not counted, and what still waits is', async () => {
  await givenTalk(school, { answered: true })
  const waits = await school.get(MOTHER, 'talk.open', aTalk({ matter: '午餐' }))
  await school.at('2026-10-20T12:00:00+08:00')
  expect(waits.state).toBe('waiting')
  expect(await ofClass(HEAD_TEACHER)).toMatchObject({ all: { threads: 1, waiting: 1, answered: 0, over: 1 } })
})

test('M14 T10 given anybody else, then there are no figures: not of another class, another school, or to a teacher or family', async () => {
  for (const who of [TEACHER, MOTHER, OTHER_HEAD_TEACHER, 'o-stranger']) {
    expect(await school.ask(who, 'talk.figures', { of: 'class', classId: CLASS })).toEqual(forbidden)
    expect(await school.ask(who, 'talk.figures', { of: 'school', schoolId: SCHOOL })).toEqual(forbidden)
  }
  expect(await school.ask(HEAD_TEACHER, 'talk.figures', { of: 'school', schoolId: SCHOOL })).toEqual(forbidden)
  await patch(school, 'classes', 'class-far', {
    schoolId: 'far',
    name: '一（1）班',
    teachers: [],
    roster: [],
    order: 1,
  })
  await patch(school, 'talks', 'talk-far', { schoolId: 'far', classId: 'class-far', childId: CHILD, updatedAt: 9e12 })
  expect(await school.ask(PRINCIPAL, 'talk.figures', { of: 'class', classId: 'class-far' })).toEqual(forbidden)
  expect(await school.ask(PRINCIPAL, 'talk.figures', { of: 'class', classId: 'nothing' })).toEqual(forbidden)
})
