// Decides that nobody who is out reads a talk or acts on it, and that each keeps what they wrote themselves (C24, N16).
import type { ActionName, Input } from '@class-pact/core/contract'
import {
  CLASS,
  HEAD_TEACHER,
  OTHER_CLASS,
  OTHER_HEAD_TEACHER,
  PRINCIPAL,
  SCHOOL,
  TEACHER,
  childId,
  childName,
  fatherOf,
  givenSchool,
  motherOf,
  type GivenSchool,
} from '../given-school'
import { CHILD, MOTHER, aLetter, aTalk, patch, withPerson } from './given-talk'

const FATHER = fatherOf(CHILD)
const FORMER_TEACHER = 'o-former'
const NEW_HEAD = 'o-new-head'
const OTHER_FAMILY = motherOf(childId(CLASS, 1))
const forbidden = { ok: false, error: { code: 'FORBIDDEN' } }

let school: GivenSchool
let talkId: string
let heldId: string
let letterId: string

/** A thread with a subject teacher who has gone since, and in which a guardian wrote who was removed since. */
beforeAll(async () => {
  school = await givenSchool()
  await withPerson(school, FORMER_TEACHER)
  const since = Date.parse('2026-08-31T08:00:00+08:00')
  const formerly = { openid: FORMER_TEACHER, name: '陈静', subject: '英语', since }
  const classes = await school.stored<{ _id: string; teachers: object[] }>('classes')
  const { teachers = [] } = classes.find(({ _id }) => _id === CLASS) ?? {}
  await patch(school, 'classes', CLASS, { teachers: [...teachers, formerly] })
  const to = { desk: 'teacher', teacher: { card: '英语陈老师', since } } as const
  ;({ talkId } = await school.get(FATHER, 'talk.open', aTalk({ to })))
  await school.get(FORMER_TEACHER, 'talk.send', aLetter(talkId))
  await school.cloud.control('verdicts.set', { suggest: 'review', times: 1 })
  const held = await school.get(MOTHER, 'talk.open', aTalk({ to, matter: '英语作业' }))
  ;[heldId, letterId] = [held.talkId, held.letters[0]?.letterId ?? '']
  await patch(school, 'classes', CLASS, { teachers })
  const father = { childId: CHILD, card: `${childName(0)}爸爸`, since: Date.parse('2026-09-01T10:00:00+08:00') }
  await school.get(HEAD_TEACHER, 'member.remove', { guardian: father, cause: 'not_guardian' })
}, 180_000)
afterAll(() => school.stop())

type Asked = { [Name in ActionName]?: Input<Name> }
const asked = (): Asked => ({
  'talk.open': aTalk({ matter: '午餐' }),
  'talk.send': aLetter(talkId),
  'talk.read': { talkId },
  'talk.list': { of: 'child', childId: CHILD },
  'talk.figures': { of: 'class', classId: CLASS },
  'talk.prepare': { of: 'child', childId: CHILD },
  'talk.pass': { talkId, words: '请校长看看' },
  'talk.ask': { talkId },
  'talk.close': { talkId },
  'talk.thank': { talkId, words: '谢谢您' },
  'letter.held': { of: 'class', classId: CLASS },
  'letter.decide': { talkId: heldId, letterId, decision: 'approve' },
})
const ACTIONS = Object.keys({
  ...{ 'talk.open': 1, 'talk.send': 1, 'talk.read': 1, 'talk.list': 1, 'talk.prepare': 1, 'talk.pass': 1 },
  ...{ 'talk.ask': 1, 'talk.close': 1, 'talk.thank': 1, 'letter.held': 1, 'letter.decide': 1, 'talk.figures': 1 },
}) as ActionName[]
const OUT = [
  ['the guardian of another child', OTHER_FAMILY],
  ['a guardian who was removed', FATHER],
  ['a former teacher', FORMER_TEACHER],
  ['the head teacher of another class', OTHER_HEAD_TEACHER],
  ['a stranger', 'o-stranger'],
] as const

describe.each(OUT)('given %s', (_, who) => {
  test.each(ACTIONS)('C24 N16 %s is refused, as if there were nothing', async (action) => {
    const input = asked()[action]
    expect(await school.ask(who, action, input as never)).toEqual(forbidden)
    const absent = JSON.parse(JSON.stringify(input).replaceAll(talkId, 'nothing').replaceAll(CHILD, 'nobody'))
    expect(await school.ask(who, action, absent as never)).toEqual(forbidden)
  })
})

test('N18 C24 whoever is out keeps what they wrote themselves, and reads nobody else’s', async () => {
  for (const [who, words] of [
    [FATHER, '孩子最近课间不太愿意出去，想请您留意一下。'],
    [FORMER_TEACHER, '谢谢您的提醒，我会留意他的情况，下周和您联系。'],
  ] as const) {
    expect(await school.get(who, 'talk.own', {})).toMatchObject({ letters: [{ words, state: 'sent' }], total: 1 })
  }
  for (const who of [OTHER_FAMILY, 'o-stranger', PRINCIPAL])
    expect(await school.get(who, 'talk.own', {})).toEqual({ letters: [], total: 0 })
})

test('C24 a thread to a teacher who no longer teaches the class lies with its head teacher; another teacher reads none', async () => {
  const { talks } = await school.get(HEAD_TEACHER, 'talk.list', { of: 'class', classId: CLASS })
  expect(talks).toMatchObject([{ talkId, owner: { card: '语文王老师' } }])
  expect(await school.get(HEAD_TEACHER, 'talk.read', { talkId })).toMatchObject({ teacher: '语文王老师' })
  expect(await school.ask(TEACHER, 'talk.read', { talkId })).toEqual(forbidden)
  expect(await school.get(TEACHER, 'talk.list', { of: 'class', classId: CLASS })).toMatchObject({ total: 0 })
  // The letter that waits is not in the thread's reader's hands but on the queue.
  expect(await school.ask(HEAD_TEACHER, 'talk.read', { talkId: heldId })).toEqual(forbidden)
})

test('M19 C24 a thread goes where its child goes: the new head teacher reads it, the old one no more', async () => {
  await withPerson(school, NEW_HEAD)
  await school.get(PRINCIPAL, 'child.move', { childId: CHILD, toClassId: OTHER_CLASS })
  expect(await school.get(MOTHER, 'talk.read', { talkId })).toMatchObject({
    ...{ classId: OTHER_CLASS, className: '三（1）班', teacher: '语文赵老师' },
    events: [{ kind: 'moved' }],
  })
  expect(await school.ask(HEAD_TEACHER, 'talk.read', { talkId })).toEqual(forbidden)
  expect(await school.get(OTHER_HEAD_TEACHER, 'talk.list', { of: 'class', classId: OTHER_CLASS })).toMatchObject({
    total: 1,
  })
  // Handed over: by who is head teacher at this moment.
  const headTeacher = { openid: NEW_HEAD, name: '钱勇', subject: '数学', since: 0 }
  await patch(school, 'classes', OTHER_CLASS, { headTeacher })
  expect(await school.ask(OTHER_HEAD_TEACHER, 'talk.read', { talkId })).toEqual(forbidden)
  expect(await school.get(NEW_HEAD, 'talk.read', { talkId })).toMatchObject({ teacher: '数学钱老师' })
  expect(await school.get(MOTHER, 'talk.read', { talkId })).toMatchObject({ events: [{ kind: 'moved' }] })
})

test('M12 a copy has the own letters; whoever goes takes their words with them', async () => {
  const copy = await school.get(MOTHER, 'person.export', {})
  expect(JSON.stringify(copy)).toContain('英语作业')
  await school.get(MOTHER, 'person.delete', {})
  await school.tick()
  const stored = await school.stored<{ writers: string[]; letters: object[] }>('talks')
  const held = stored.map(({ writers, letters }) => ({ writers, letters }))
  expect(JSON.stringify(held)).not.toContain(MOTHER)
  expect(held.flatMap(({ letters }) => letters)).toContainEqual(
    expect.objectContaining({ letterId, words: '', files: [], media: [] }),
  )
  expect(await school.get(PRINCIPAL, 'talk.list', { of: 'school', schoolId: SCHOOL })).toMatchObject({ total: 0 })
})
