// Decides that an urgent post in quiet hours waits for a leader's look.
import {
  CLASS,
  HEAD_TEACHER,
  PRINCIPAL,
  SCHOOL,
  TEACHER,
  aNotice,
  childId,
  givenSchool,
  motherOf,
  type GivenSchool,
} from '../given-school'

const CHILD = childId(CLASS, 0)

let school: GivenSchool
beforeAll(async () => {
  school = await givenSchool()
})
afterAll(() => school.stop())
afterEach(() => school.advance(61_000))

describe('given words of a call', () => {
  test('C04 when a reason or a title shows nothing, then its field is named', async () => {
    expect(await school.ask(HEAD_TEACHER, 'notice.publish', aNotice({ title: '\u200b\u2060' }))).toMatchObject({
      error: { code: 'INPUT_INVALID', field: 'title' },
    })
    const third = { from: 'family', childId: CHILD, reason: '\u3164' } as const
    expect(await school.ask(motherOf(CHILD), 'seat.request', third)).toMatchObject({
      error: { code: 'INPUT_INVALID', field: 'reason' },
    })
  })

  test('C04 when WeChat calls them risky, then nothing is done and the field is named', async () => {
    const third = { from: 'family', childId: CHILD, reason: '外公接送[risky]' } as const
    expect(await school.ask(motherOf(CHILD), 'seat.request', third)).toMatchObject({
      error: { code: 'POST_REFUSED', rule: 'C07', field: 'reason' },
    })
  })

  test('N08 when somebody signs with what the child calls them or with digits, then it is no signature', async () => {
    const { noticeId } = await school.get(HEAD_TEACHER, 'notice.publish', aNotice({ replyMode: 'sign' }))
    const line = { noticeId, classId: CLASS, childId: CHILD, version: 1 }
    for (const typedName of ['妈妈', '王'])
      expect(await school.ask(motherOf(CHILD), 'slip.sign', { ...line, typedName })).toMatchObject({
        error: { code: 'SIGNATURE_NAME', field: 'typedName' },
      })
    expect(await school.ask(motherOf(CHILD), 'slip.sign', { ...line, typedName: '138' })).toMatchObject({
      error: { code: 'INPUT_INVALID', field: 'typedName' },
    })
  })
})

test('T01 an urgent post at night is shown to the leaders with its reason until one has looked, and looking twice is once', async () => {
  await school.cloud.control('clock.set', { now: '2026-09-01T22:30:00+08:00' })
  const urgent = { cause: 'other', reason: '明天带蜡笔' } as const
  const { noticeId, state } = await school.get(TEACHER, 'notice.publish', aNotice({ urgent }))
  expect(state).toBe('published')
  const { overrides, total } = await school.get(PRINCIPAL, 'override.list', { schoolId: SCHOOL })
  expect([overrides.map(({ reason, cause }) => [reason, cause]), total]).toEqual([[['明天带蜡笔', 'other']], 1])
  expect(await school.ask(TEACHER, 'override.see', { noticeId })).toMatchObject({ error: { code: 'FORBIDDEN' } })
  expect(await school.ask(PRINCIPAL, 'override.see', { noticeId })).toEqual({ ok: true, data: {} })
  expect(await school.ask(PRINCIPAL, 'override.see', { noticeId })).toEqual({ ok: true, data: {} })
  expect(await school.get(PRINCIPAL, 'override.list', { schoolId: SCHOOL })).toEqual({ overrides: [], total: 0 })
})
