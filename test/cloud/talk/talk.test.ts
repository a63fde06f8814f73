// Decides that a matter of one child is spoken of in private, answered, and has a state and an owner (C24, N15, N18).
import {
  CLASS,
  HEAD_TEACHER,
  PRINCIPAL,
  SCHOOL,
  TEACHER,
  fatherOf,
  givenSchool,
  type GivenSchool,
} from '../given-school'
import { CHILD, MOTHER, aLetter, aTalk, givenTalk } from './given-talk'

let school: GivenSchool
beforeEach(async () => {
  school = await givenSchool()
})
afterEach(() => school.stop())

describe('given a question of a family (N15)', () => {
  test('N15 it waits with its owner since it came, is answered, and a new letter asks again', async () => {
    const opened = await school.get(MOTHER, 'talk.open', aTalk())
    expect(opened).toMatchObject({
      ...{ state: 'waiting', owner: { desk: 'head_teacher', card: '语文王老师' }, teacher: '语文王老师' },
      letters: [{ side: 'family', isMine: true, state: 'sent' }],
    })
    const { talkId } = opened
    const { talks } = await school.get(HEAD_TEACHER, 'talk.list', { of: 'class', classId: CLASS })
    expect(talks).toMatchObject([{ talkId, state: 'waiting', owner: { desk: 'head_teacher' } }])

    const answered = await school.get(HEAD_TEACHER, 'talk.send', aLetter(talkId))
    expect(answered).toMatchObject({
      state: 'answered',
      letters: [{ side: 'family' }, { side: 'staff', isMine: true }],
    })
    const seen = await school.get(fatherOf(CHILD), 'talk.read', { talkId })
    expect(seen).toMatchObject({ state: 'answered', letters: [{ isMine: false }, { by: '语文王老师' }] })
    expect(seen.owner.since).toBeUndefined()

    const more = aLetter(talkId, { words: '周五的活动他愿意参加了，还需要准备什么吗？' })
    expect(await school.get(MOTHER, 'talk.send', more)).toMatchObject({ state: 'waiting' })
  })

  test('C24 N18 only this child’s guardians and the teacher it lies with read it', async () => {
    const talkId = await givenTalk(school)
    for (const who of [TEACHER, PRINCIPAL]) {
      expect(await school.ask(who, 'talk.read', { talkId })).toEqual({ ok: false, error: { code: 'FORBIDDEN' } })
    }
    expect(await school.get(PRINCIPAL, 'talk.list', { of: 'school', schoolId: SCHOOL })).toMatchObject({ talks: [] })
    const { talks } = await school.get(fatherOf(CHILD), 'talk.list', { of: 'child', childId: CHILD })
    expect(talks).toMatchObject([{ talkId, state: 'waiting' }])
  })

  test('N18 a teacher begins, and the family answers', async () => {
    const opened = await school.get(TEACHER, 'talk.open', aTalk({ to: { desk: 'family' } }))
    const { talkId } = opened
    expect(opened).toMatchObject({ state: 'answered', teacher: '数学李老师' })
    expect(await school.get(MOTHER, 'talk.read', { talkId })).toMatchObject({ letters: [{ side: 'staff' }] })
    await school.get(MOTHER, 'talk.send', aLetter(talkId, { words: '好的，晚上我和他谈谈。请问需要带什么材料？' }))
    expect(await school.get(TEACHER, 'talk.read', { talkId })).toMatchObject({ state: 'waiting' })
  })

  test('N15 what is known before one writes: the head teacher, the other teachers, the numbers', async () => {
    const prepared = await school.get(MOTHER, 'talk.prepare', { of: 'child', childId: CHILD })
    expect(prepared).toMatchObject({ headTeacher: '语文王老师', teachers: [{ card: '数学李老师' }] })
    const [teacher] = 'teachers' in prepared ? prepared.teachers : []
    if (!teacher) throw new Error('no teacher')
    const toTeacher = aTalk({ to: { desk: 'teacher', teacher } })
    expect(await school.get(MOTHER, 'talk.open', toTeacher)).toMatchObject({ owner: { card: '数学李老师' } })
    expect(await school.get(TEACHER, 'talk.list', { of: 'class', classId: CLASS })).toMatchObject({ total: 1 })
    expect(await school.get(HEAD_TEACHER, 'talk.list', { of: 'class', classId: CLASS })).toMatchObject({ total: 0 })
  })
})
