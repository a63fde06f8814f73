// Decides what a letter is held to: a confirmed card, a person's look where one may help, a thread that is not full.
import type { Input } from '@class-pact/core/contract'
import { limits } from '@class-pact/core/contract'
import {
  CLASS,
  HEAD_TEACHER,
  PRINCIPAL,
  SCHOOL,
  anOuting,
  childName,
  fatherOf,
  givenSchool,
  type GivenSchool,
} from '../given-school'
import { A_FORM, A_SHEET, aFormNotice } from '../given-form'
import { CHILD, MOTHER, aLetter, aTalk, givenTalk, patch } from './given-talk'

const FATHER = fatherOf(CHILD)
const DAY_MS = 86_400_000

let school: GivenSchool
beforeEach(async () => {
  school = await givenSchool()
})
afterEach(() => school.stop())

interface Stored {
  _id: string
  letters: object[]
}
const storedTalk = async (talkId: string): Promise<Stored> => {
  const found = (await school.stored<Stored>('talks')).find(({ _id }) => _id === talkId)
  if (!found) throw new Error('no talk')
  return found
}

test('M10 with a card that waits nobody writes; reading, asking the leaders and closing go on, and letters after confirming', async () => {
  const talkId = await givenTalk(school)
  const children = await school.stored<{ _id: string; guardians: { since: number }[] }>('children')
  const { guardians = [] } = children.find(({ _id }) => _id === CHILD) ?? {}
  const cardsFrom = Date.parse('2026-09-01T09:59:00+08:00')
  await patch(school, 'children', CHILD, {
    cardsFrom,
    guardians: guardians.map((each) => ({ ...each, since: cardsFrom - 30 * DAY_MS })),
  })
  const refused = { ok: false, error: { code: 'CARD_NEEDED', rule: 'M10' } }
  const more = aLetter(talkId, { words: '还想问一下午餐的情况，他说不太习惯。' })
  expect(await school.ask(MOTHER, 'talk.open', aTalk({ matter: '午餐' }))).toEqual(refused)
  expect(await school.ask(MOTHER, 'talk.send', more)).toEqual(refused)
  expect(await school.get(MOTHER, 'talk.read', { talkId })).toMatchObject({ letters: [{ isMine: true }] })
  expect(await school.get(MOTHER, 'talk.list', { of: 'child', childId: CHILD })).toMatchObject({ total: 1 })
  await school.get(MOTHER, 'talk.ask', { talkId })
  await school.get(MOTHER, 'card.confirm', { childId: CHILD, relation: 'mother' })
  expect(await school.get(MOTHER, 'talk.send', more)).toMatchObject({ letters: [{}, {}] })
  await school.get(MOTHER, 'talk.close', { talkId })
})

describe('given 请人工看', () => {
  const SECT = '加入全能神吧'

  test('C05 G02 a refused letter that its author wants looked at waits for the head teacher, who lets it through', async () => {
    const asked = aTalk({ words: SECT })
    expect(await school.ask(MOTHER, 'talk.open', asked)).toMatchObject({ error: { code: 'POST_REFUSED', rule: 'C05' } })
    expect(await school.stored('talks')).toEqual([])
    const { talkId, letters } = await school.get(MOTHER, 'talk.open', { ...asked, review: true })
    expect(letters).toMatchObject([{ state: 'held' }])
    expect(await school.ask(HEAD_TEACHER, 'talk.read', { talkId })).toMatchObject({ error: { code: 'FORBIDDEN' } })
    const held = await school.get(HEAD_TEACHER, 'letter.held', { of: 'class', classId: CLASS })
    expect(held).toMatchObject({ letters: [{ talkId, words: SECT, reasons: [{ rule: 'C05' }] }], total: 1 })
    const letterId = letters[0]?.letterId ?? ''
    await school.get(HEAD_TEACHER, 'letter.decide', { talkId, letterId, decision: 'approve' })
    expect(await school.get(HEAD_TEACHER, 'talk.read', { talkId })).toMatchObject({ letters: [{ state: 'sent' }] })
  })

  test('C05 G01 a teacher’s goes to the leaders', async () => {
    const asked = aTalk({ words: SECT, to: { desk: 'family' }, review: true })
    expect(await school.get(HEAD_TEACHER, 'talk.open', asked)).toMatchObject({ letters: [{ state: 'held' }] })
    expect(await school.get(PRINCIPAL, 'letter.held', { of: 'school', schoolId: SCHOOL })).toMatchObject({ total: 1 })
  })

  test('C04 C18 what is proved is refused all the same, and what nobody has anything against goes out at once', async () => {
    const marks = `数学成绩：${childName(0)}98分，第1名；${childName(1)}61分，第40名。`
    const asked = aTalk({ words: marks, to: { desk: 'family' }, review: true })
    expect(await school.ask(HEAD_TEACHER, 'talk.open', asked)).toMatchObject({ error: { code: 'POST_REFUSED' } })
    await school.cloud.control('verdicts.set', { suggest: 'risky', label: 20001, times: 1 })
    const doubtful = aTalk({ words: SECT, review: true })
    expect(await school.ask(MOTHER, 'talk.open', doubtful)).toMatchObject({ error: { code: 'POST_REFUSED' } })
    expect(await school.get(MOTHER, 'talk.open', aTalk({ review: true }))).toMatchObject({
      letters: [{ state: 'sent' }],
    })
  })
})

test('N18 a full thread takes no letter more, also of two at once, and is closed as ever', async () => {
  const talkId = await givenTalk(school)
  const { letters } = await storedTalk(talkId)
  const [first] = letters
  const before = Array.from({ length: limits.LETTERS_MAX - 2 }, (_, index) => ({
    ...first,
    letterId: `before-${index}`,
    by: { openid: FATHER, card: '爸爸', role: 'guardian', side: 'family' },
  }))
  await patch(school, 'talks', talkId, { letters: [...before, ...letters] })
  const replies = await Promise.all([
    school.ask(HEAD_TEACHER, 'talk.send', aLetter(talkId)),
    school.ask(MOTHER, 'talk.send', aLetter(talkId, { words: '还想问一下午餐的情况，他说不太习惯。' })),
  ])
  const full = { ok: false, error: { code: 'TALK_STATE' } }
  expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
  expect(replies.find(({ ok }) => !ok)).toEqual(full)
  expect((await storedTalk(talkId)).letters).toHaveLength(limits.LETTERS_MAX)
  const late = aLetter(talkId, { words: '我周五下午可以到学校来当面谈一谈。' })
  expect(await school.ask(FATHER, 'talk.send', late)).toEqual(full)
  const { may } = await school.get(MOTHER, 'talk.read', { talkId })
  expect(may).not.toContain('send')
  await school.get(MOTHER, 'talk.close', { talkId })
})

test('G04 G10 a mute stops letters; reading, signing, a form, leave, asking the leaders and phone numbers go on', async () => {
  const talkId = await givenTalk(school, { answered: true })
  const classes = await school.stored<{ _id: string; headTeacher: object }>('classes')
  const { headTeacher } = classes.find(({ _id }) => _id === CLASS) ?? {}
  await patch(school, 'classes', CLASS, { headTeacher: { ...headTeacher, phone: '13800000001' } })
  const { noticeId } = await school.get(HEAD_TEACHER, 'notice.publish', anOuting())
  const form = await school.get(HEAD_TEACHER, 'notice.publish', aFormNotice())
  const until = Date.parse('2026-09-08T10:00:00+08:00')
  await patch(school, 'people', MOTHER, { mutes: { [CLASS]: until } })

  const muted = { ok: false, error: { code: 'MUTED', until, rule: 'G04' } }
  expect(await school.ask(MOTHER, 'talk.send', aLetter(talkId))).toEqual(muted)
  for (const changes of [{}, { to: { desk: 'principal' }, about: 'opinion' }] as Partial<Input<'talk.open'>>[]) {
    expect(await school.ask(MOTHER, 'talk.open', aTalk(changes))).toEqual(muted)
  }
  const at = { noticeId, classId: CLASS }
  expect(await school.get(MOTHER, 'notice.read', at)).toMatchObject({ state: 'published' })
  const signing = { ...at, childId: CHILD, version: 1, typedName: '王芳' }
  expect(await school.get(MOTHER, 'slip.sign', signing)).toMatchObject({ first: true })
  const sheet = { noticeId: form.noticeId, classId: CLASS, childId: CHILD, version: 1, form: A_FORM, answers: A_SHEET }
  expect(await school.ask(MOTHER, 'slip.answer', sheet)).toMatchObject({ ok: true })
  const leave = { childId: CHILD, kind: 'fever' as const, reason: '发烧', proof: [] }
  const span = { from: '2026-09-03', fromHalf: 'am', to: '2026-09-03', toHalf: 'pm' } as const
  expect(await school.get(MOTHER, 'leave.submit', { ...leave, span })).toMatchObject({ state: 'pending' })
  const seen = await school.get(MOTHER, 'talk.read', { talkId })
  expect(seen).toMatchObject({ mutedUntil: until, letters: [{}, {}], phones: { teacher: '13800000001' } })
  const prepared = await school.get(MOTHER, 'talk.prepare', { of: 'child', childId: CHILD })
  expect(prepared).toMatchObject({ mutedUntil: until, phones: { teacher: '13800000001' } })
  expect(await school.get(MOTHER, 'talk.ask', { talkId })).toMatchObject({ owner: { desk: 'principal' } })
  // The other guardian writes.
  const more = aLetter(talkId, { words: '我周五下午可以到学校来当面谈一谈。' })
  expect(await school.ask(FATHER, 'talk.send', more)).toMatchObject({ ok: true })
})
