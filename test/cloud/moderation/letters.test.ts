// Decides that a letter that waits is looked at by somebody else, once, and then goes its usual way (G02).
import type { Input } from '@class-pact/core/contract'
import {
  CLASS,
  HEAD_TEACHER,
  OFFICE,
  OTHER_HEAD_TEACHER,
  PRINCIPAL,
  SCHOOL,
  TEACHER,
  fatherOf,
  givenSchool,
  keyOf,
  newRequestId,
  type GivenSchool,
} from '../given-school'
import { CHILD, MOTHER, aLetter, aTalk } from '../talk/given-talk'

const FATHER = fatherOf(CHILD)
const FORBIDDEN = { error: { code: 'FORBIDDEN' } }

let school: GivenSchool
beforeEach(async () => {
  school = await givenSchool()
})
afterEach(() => school.stop())

const doubt = () => school.cloud.control('verdicts.set', { suggest: 'review', label: 20001, times: 1 })
/** A thread with a letter that has arrived, and one more that WeChat doubts. */
const heldOfFamily = async (changes: Partial<Input<'talk.open'>> = {}) => {
  const { talkId } = await school.get(MOTHER, 'talk.open', aTalk(changes))
  await doubt()
  const more = { words: '昨天下午他自己走回来的，想和您当面谈一谈。' }
  const { letters } = await school.get(MOTHER, 'talk.send', aLetter(talkId, more))
  const held = letters.find(({ state }) => state === 'held')
  expect(held).toMatchObject({ isMine: true })
  return { talkId, letterId: held?.letterId ?? '' }
}
const ofClass = (who = HEAD_TEACHER) => school.ask(who, 'letter.held', { of: 'class', classId: CLASS })
const ofSchool = (who = PRINCIPAL) => school.ask(who, 'letter.held', { of: 'school', schoolId: SCHOOL })
const decide = (
  which: { talkId: string; letterId: string },
  decision: 'approve' | 'return',
  who = HEAD_TEACHER,
  requestId = newRequestId(),
) =>
  school.ask(
    who,
    'letter.decide',
    { ...which, decision, ...(decision === 'return' && { words: '请写得具体一些' }) },
    requestId,
  )
const seen = async (who: string, talkId: string) => (await school.get(who, 'talk.read', { talkId })).letters
const last = async (who: string, talkId: string) => (await seen(who, talkId)).slice(-1)

test('G02 C04 a family’s doubtful letter waits in the head teacher’s queue and nobody’s thread, is counted on 今天, and goes out when let through', async () => {
  const held = await heldOfFamily()
  expect(await ofClass()).toMatchObject({ data: { letters: [{ ...held, check: { suggest: 'review' } }], total: 1 } })
  expect(await ofSchool()).toMatchObject({ data: { letters: [] } })
  expect(await seen(FATHER, held.talkId)).toHaveLength(1)
  expect(await seen(HEAD_TEACHER, held.talkId)).toHaveLength(1)
  const today = await school.get(HEAD_TEACHER, 'today.read', { identity: keyOf('head_teacher', CLASS) })
  expect(today).toMatchObject({ heldLetters: 1 })
  expect(await decide(held, 'approve')).toMatchObject({ data: { isMine: false } })
  expect(await seen(FATHER, held.talkId)).toMatchObject([{ state: 'sent' }, { state: 'sent' }])
  expect(await last(HEAD_TEACHER, held.talkId)).toMatchObject([{ letterId: held.letterId, state: 'sent' }])
  expect(await decide(held, 'return')).toMatchObject({ error: { code: 'LETTER_DECIDED' } })
  expect(await ofClass()).toMatchObject({ data: { letters: [], total: 0 } })
})

test('G02 T02 what is let through in quiet hours arrives in the morning', async () => {
  const held = await heldOfFamily()
  await school.at('2026-09-01T21:30:00+08:00')
  expect(await decide(held, 'approve')).toMatchObject({ ok: true })
  expect(await last(MOTHER, held.talkId)).toMatchObject([{ arrivesAt: Date.parse('2026-09-02T07:00:00+08:00') }])
  expect(await seen(HEAD_TEACHER, held.talkId)).toHaveLength(1)
  await school.at('2026-09-02T07:00:00+08:00')
  expect(await last(HEAD_TEACHER, held.talkId)).toMatchObject([{ letterId: held.letterId, state: 'sent' }])
})

test('G02 a return needs words, comes back to its author alone, and is in the log without a text', async () => {
  const held = await heldOfFamily()
  const bare = { ...held, decision: 'return' } as const
  expect(await school.ask(HEAD_TEACHER, 'letter.decide', bare)).toMatchObject({
    error: { code: 'INPUT_INVALID', field: 'words' },
  })
  expect(await decide(held, 'return')).toMatchObject({ ok: true })
  expect(await last(MOTHER, held.talkId)).toMatchObject([
    { state: 'returned', decided: { by: '语文王老师', words: '请写得具体一些' } },
  ])
  expect(await seen(FATHER, held.talkId)).toHaveLength(1)
  const { rows } = await school.get(HEAD_TEACHER, 'log.read', { classId: CLASS })
  expect(rows).toMatchObject([
    { act: 'review', role: 'head_teacher', result: 'return' },
    { act: 'post', role: 'guardian', result: 'hold' },
  ])
  expect(JSON.stringify(rows)).not.toContain('当面谈')
})

test('G01 G02 a teacher’s letter, and one to the principal, wait for the leaders; nobody lets an own letter through', async () => {
  const { talkId } = await school.get(MOTHER, 'talk.open', aTalk())
  await doubt()
  const said = await school.get(HEAD_TEACHER, 'talk.send', aLetter(talkId))
  const own = { talkId, letterId: said.letters.find(({ isMine }) => isMine)?.letterId ?? '' }
  expect(await ofClass()).toMatchObject({ data: { letters: [] } })
  expect(await decide(own, 'approve')).toMatchObject(FORBIDDEN)
  const toPrincipal = await heldOfFamily({ to: { desk: 'principal' }, about: 'opinion', matter: '放学秩序' })
  expect(await ofSchool()).toMatchObject({ data: { letters: [own, toPrincipal] } })
  expect(await school.get(PRINCIPAL, 'today.read', { identity: keyOf('principal', SCHOOL) })).toMatchObject({
    heldLetters: 2,
  })
  for (const who of [HEAD_TEACHER, TEACHER, OTHER_HEAD_TEACHER, MOTHER, FATHER, 'o-nobody']) {
    expect(await ofSchool(who)).toMatchObject(FORBIDDEN)
    expect(await decide(toPrincipal, 'approve', who)).toMatchObject(FORBIDDEN)
  }
  expect(await decide(own, 'approve', OFFICE)).toMatchObject({ ok: true })
  expect((await seen(MOTHER, talkId)).map(({ state }) => state)).toEqual(['sent', 'sent'])
})

test('G02 of two who decide at once one does; the same call twice at once is one decision', async () => {
  const held = await heldOfFamily({ to: { desk: 'principal' }, about: 'opinion' })
  const replies = await Promise.all([decide(held, 'approve', PRINCIPAL), decide(held, 'return', OFFICE)])
  expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
  expect(replies.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'LETTER_DECIDED' } })
  const another = await heldOfFamily({ matter: '午餐' })
  const same = newRequestId()
  const twice = await Promise.all([
    decide(another, 'approve', HEAD_TEACHER, same),
    decide(another, 'approve', HEAD_TEACHER, same),
  ])
  expect(twice.map(({ ok }) => ok)).toEqual([true, true])
})

test('G04 G10 a mute stops letters, and an appeal that is lifted opens them at once', async () => {
  const { members } = await school.get(HEAD_TEACHER, 'class.members', { classId: CLASS })
  const seat = members[0]?.guardians.find(({ relation }) => relation === 'mother')
  const guardian = { childId: CHILD, card: seat?.card ?? '', since: seat?.since ?? 0 }
  const { caseId } = await school.get(HEAD_TEACHER, 'case.open', { guardian, rule: 'C10', evidence: '多次发广告' })
  for (const step of ['guide', 'remind', 'mute_1'] as const) {
    await school.get(HEAD_TEACHER, 'case.step', { caseId, step, words: '已电话说明' })
  }
  expect(await school.ask(MOTHER, 'talk.open', aTalk())).toMatchObject({ error: { code: 'MUTED' } })
  await school.get(MOTHER, 'appeal.file', { caseId, words: '当天没有发过' })
  await school.get(PRINCIPAL, 'appeal.answer', { caseId, decision: 'lift', words: '已核对，不是这位家长' })
  expect(await school.ask(MOTHER, 'talk.open', aTalk())).toMatchObject({ ok: true })
})
