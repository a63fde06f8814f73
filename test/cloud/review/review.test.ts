// Decides that a school that reviews its teachers' posts sees each of them before anybody else does (G01).
import {
  CLASS,
  HEAD_TEACHER,
  OFFICE,
  OTHER_HEAD_TEACHER,
  PRINCIPAL,
  SCHOOL,
  TEACHER,
  aNotice,
  childId,
  givenSchool,
  keyOf,
  motherOf,
  type GivenSchool,
} from '../given-school'

const MOTHER = motherOf(childId(CLASS, 0))
let school: GivenSchool
const at = (noticeId: string) => ({ noticeId, classId: CLASS })

describe('given the preset that reviews teachers', () => {
  beforeAll(async () => {
    school = await givenSchool({ preset: 'S4' })
  })
  afterAll(() => school.stop())

  test('G01 a teacher’s notice waits, by the rule and not by WeChat, and nobody of the class sees it', async () => {
    const published = await school.get(TEACHER, 'notice.publish', aNotice())
    expect(published).toMatchObject({ state: 'held', verdict: 'hold', reasons: [{ rule: 'G01', verdict: 'hold' }] })
    await school.tick()
    for (const who of [MOTHER, HEAD_TEACHER, OTHER_HEAD_TEACHER]) {
      expect(await school.ask(who, 'notice.read', at(published.noticeId))).toMatchObject({
        error: { code: 'FORBIDDEN' },
      })
    }
    const { rows } = await school.get(MOTHER, 'notice.list', { identity: keyOf('guardian', childId(CLASS, 0)) })
    expect(rows).toEqual([])
    expect(await school.stored('slips')).toEqual([])
  })

  test('G01 neither the author nor a colleague lets it pass, a leader of this school does', async () => {
    const { noticeId } = await school.get(TEACHER, 'notice.publish', aNotice())
    const approve = { noticeId, decision: 'approve' } as const
    for (const who of [TEACHER, HEAD_TEACHER, MOTHER]) {
      expect(await school.ask(who, 'review.decide', approve)).toMatchObject({ error: { code: 'FORBIDDEN' } })
    }
    await school.get(OFFICE, 'review.decide', approve)
    await school.tick()
    expect(await school.get(MOTHER, 'notice.read', at(noticeId))).toMatchObject({ state: 'published' })
  })

  test('G01 a leader’s own notice is not held', async () => {
    const audience = { to: 'school', schoolId: SCHOOL } as const
    expect(await school.get(PRINCIPAL, 'notice.publish', aNotice({ audience }))).toMatchObject({ state: 'published' })
  })

  test('G01 a return needs words; the author reads them, mends the text and sends it again without being a repeater', async () => {
    const draft = aNotice()
    const { noticeId } = await school.get(TEACHER, 'notice.publish', draft)
    expect(await school.ask(PRINCIPAL, 'review.decide', { noticeId, decision: 'return' })).toMatchObject({
      error: { code: 'INPUT_INVALID', field: 'words' },
    })
    await school.get(PRINCIPAL, 'review.decide', { noticeId, decision: 'return', words: '请写明带什么' })
    const { rows } = await school.get(TEACHER, 'notice.list', { identity: keyOf('teacher', CLASS) })
    expect(rows).toContainEqual(expect.objectContaining({ noticeId, state: 'draft' }))
    expect(await school.get(TEACHER, 'notice.read', at(noticeId))).toMatchObject({
      state: 'draft',
      decided: { decision: 'return', by: '李校长', words: '请写明带什么' },
      draft: { body: draft.body },
    })

    const mended = await school.get(TEACHER, 'notice.publish', { ...draft, body: `${draft.body}请带水杯。` })
    expect(mended.reasons.map(({ rule }) => rule)).toEqual(['G01'])
    await school.get(TEACHER, 'notice.withdraw', { noticeId, reason: '日期写错了' })
    const after = await school.get(TEACHER, 'notice.list', { identity: keyOf('teacher', CLASS) })
    expect(after.rows.filter((row) => row.state === 'draft')).toEqual([])
  })

  test('G01 what is refused stays unseen, and its author reads that and why', async () => {
    const { noticeId } = await school.get(TEACHER, 'notice.publish', aNotice())
    await school.get(PRINCIPAL, 'review.decide', { noticeId, decision: 'refuse', words: '已由教导处统一发' })
    const detail = await school.get(TEACHER, 'notice.read', at(noticeId))
    expect(detail).toMatchObject({ state: 'refused', decided: { words: '已由教导处统一发' } })
    expect(detail.draft).toBeUndefined()
    expect(await school.ask(MOTHER, 'notice.read', at(noticeId))).toMatchObject({ error: { code: 'FORBIDDEN' } })
  })
})
