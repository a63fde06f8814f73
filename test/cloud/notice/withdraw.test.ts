// Proves that whoever has read a notice is told why it is no more, and that a colleague's is stopped (G18, G20).
import {
  CLASS,
  HEAD_TEACHER,
  OTHER_HEAD_TEACHER,
  PRINCIPAL,
  SCHOOL,
  TEACHER,
  aNotice,
  anOuting,
  childId,
  givenSchool,
  keyOf,
  motherOf,
  type GivenSchool,
} from '../given-school'

const CHILD = childId(CLASS, 0)
const MOTHER = motherOf(CHILD)

let school: GivenSchool
beforeAll(async () => {
  school = await givenSchool()
})
afterAll(() => school.stop())
afterEach(() => school.cloud.control('verdicts.clear'))

/** At most five posts a minute are allowed (C03). */
const publish = async (who: string, draft = anOuting()) => {
  await school.advance(61_000)
  return (await school.get(who, 'notice.publish', draft)).noticeId
}
const read = (who: string, noticeId: string) => school.get(who, 'notice.read', { noticeId, classId: CLASS })
const withdraw = (who: string, noticeId: string, reason?: string) =>
  school.ask(who, 'notice.withdraw', { noticeId, ...(reason && { reason }) })

describe('given a notice that is out', () => {
  test('G18 it is not taken back without a reason, and everybody reads the reason', async () => {
    const noticeId = await publish(HEAD_TEACHER)
    expect(await withdraw(HEAD_TEACHER, noticeId)).toMatchObject({ error: { code: 'INPUT_INVALID', field: 'reason' } })
    expect((await withdraw(HEAD_TEACHER, noticeId, '活动取消')).ok).toBe(true)
    const said = { words: '活动取消' }
    expect(await read(MOTHER, noticeId)).toMatchObject({ state: 'withdrawn', body: '', withdrawn: said })
    expect(await school.get(HEAD_TEACHER, 'board.read', { noticeId, classId: CLASS })).toMatchObject({
      ...{ state: 'withdrawn', withdrawn: said },
    })
    for (const [who, identity] of [
      [MOTHER, keyOf('guardian', CHILD)],
      [HEAD_TEACHER, keyOf('head_teacher', CLASS)],
      [PRINCIPAL, keyOf('principal', SCHOOL)],
    ] as const) {
      const { rows } = await school.get(who, 'notice.list', { identity })
      expect(rows.find((row) => row.noticeId === noticeId)).toMatchObject({ state: 'withdrawn', withdrawn: said })
    }
  })

  test('C04 words that WeChat doubts are not shown, and risky ones stop nothing but themselves', async () => {
    const noticeId = await publish(HEAD_TEACHER)
    await school.cloud.control('verdicts.set', { suggest: 'risky', label: 20001 })
    expect(await withdraw(HEAD_TEACHER, noticeId, '活动取消')).toMatchObject({ error: { code: 'POST_REFUSED' } })
    await school.cloud.control('verdicts.set', { suggest: 'review', label: 20001 })
    expect((await withdraw(HEAD_TEACHER, noticeId, '活动取消')).ok).toBe(true)
    await school.cloud.control('verdicts.clear')
    const { withdrawn } = await read(MOTHER, noticeId)
    expect(withdrawn).toMatchObject({ wordsHeld: true })
    expect(withdrawn?.words).toBeUndefined()
  })
})

describe('given a subject teacher’s notice in a class', () => {
  test('G20 its head teacher stops it with a reason: it is gone for all, its author is told, the log has both names', async () => {
    await school.accept(TEACHER, 'todo')
    const noticeId = await publish(TEACHER, aNotice())
    expect(await read(HEAD_TEACHER, noticeId)).toMatchObject({ canWithdraw: true })
    expect((await read(HEAD_TEACHER, noticeId)).canAmend).toBeUndefined()
    expect(await withdraw(OTHER_HEAD_TEACHER, noticeId, '不合适')).toMatchObject({ error: { code: 'FORBIDDEN' } })
    expect(await withdraw(HEAD_TEACHER, noticeId)).toMatchObject({ error: { field: 'reason' } })
    expect((await withdraw(HEAD_TEACHER, noticeId, '这件事还没有定')).ok).toBe(true)

    expect(await read(MOTHER, noticeId)).toMatchObject({ state: 'withdrawn', body: '' })
    for (const who of [TEACHER, PRINCIPAL]) {
      expect((await read(who, noticeId)).withdrawn).toMatchObject({ words: '这件事还没有定', by: '语文王老师' })
    }
    const today = await school.get(TEACHER, 'today.read', { identity: keyOf('teacher', CLASS) })
    expect(today.role === 'teacher' && today.stopped).toMatchObject([{ noticeId, by: '语文王老师' }])
    const { rows } = await school.get(PRINCIPAL, 'log.read', { classId: CLASS })
    expect(rows[0]).toMatchObject({ role: 'head_teacher', rules: ['G20'], result: 'stop' })
    await school.advance(150_000)
    await school.tick(2)
    const { deliveries } = await school.cloud.control<{ deliveries: { touser: string; data: object }[] }>(
      'deliveries.list',
    )
    expect(deliveries.filter(({ touser, data }) => touser === TEACHER && 'number2' in data)).toHaveLength(1)
    const audit = await school.stored<{ action: string; target: string; by: string; detail?: object }>('audit')
    const [stopped] = audit.filter(({ action, target }) => action === 'notice.stop' && target.includes(noticeId))
    expect(stopped?.detail).toMatchObject({ by: '语文王老师', author: '数学李老师' })
  })

  test('G20 not a leader’s, not a private one, and not by a colleague', async () => {
    const ofSchool = await publish(PRINCIPAL)
    expect(await withdraw(HEAD_TEACHER, ofSchool, '不合适')).toMatchObject({ error: { code: 'FORBIDDEN' } })
    const audience = { to: 'child', classId: CLASS, childId: CHILD } as const
    const ofFamily = await publish(TEACHER, aNotice({ audience }))
    expect(await withdraw(HEAD_TEACHER, ofFamily, '不合适')).toMatchObject({ error: { code: 'FORBIDDEN' } })
    const ofHead = await publish(HEAD_TEACHER)
    expect(await withdraw(TEACHER, ofHead, '不合适')).toMatchObject({ error: { code: 'FORBIDDEN' } })
  })
})
