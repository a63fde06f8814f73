// Decides that no failure of the database, wherever it strikes, leaves half a notice or makes two of one (G18).
import {
  CLASS,
  HEAD_TEACHER,
  SCHOOL,
  PRINCIPAL,
  aNotice,
  childId,
  givenSchool,
  motherOf,
  newRequestId,
  type GivenSchool,
} from '../given-school'

let school: GivenSchool
beforeAll(async () => {
  school = await givenSchool()
})
afterAll(() => school.stop())
afterEach(async () => {
  await school.cloud.control('faults.clear')
  await school.advance(61_000)
})

const AUDIENCE = { to: 'school', schoolId: SCHOOL } as const
const slipsOf = async (noticeId: string) =>
  (await school.stored<{ noticeId: string }>('slips')).filter((slip) => slip.noticeId === noticeId)

describe.each(['fail', 'lost'] as const)('given a database call that ends with: %s', (mode) => {
  test.each([0, 1, 2, 3])('G18 at step %i, the same call again gives one whole notice', async (after) => {
    const draft = aNotice({ audience: AUDIENCE })
    const requestId = newRequestId()
    await school.cloud.control('faults.set', {
      target: 'database:*',
      mode,
      after,
      times: 1,
      errcode: 'DATABASE_REQUEST_FAILED',
    })
    const first = await school.ask(PRINCIPAL, 'notice.publish', draft, requestId)
    if (!first.ok) expect(first.error.code).toBe('TRY_AGAIN')
    await school.cloud.control('faults.clear')

    const { noticeId } = await school.get(PRINCIPAL, 'notice.publish', draft, requestId)
    await school.tick()
    expect(await slipsOf(noticeId)).toHaveLength(2)
    const stored = await school.stored<{ _id: string; draft: { body: string } }>('notices')
    expect(stored.filter((notice) => notice.draft.body === draft.body)).toHaveLength(1)
  })
})

test('G18 what was told as not done, and is not called again, is still whole or not there at all', async () => {
  const bodies: string[] = []
  for (const after of [0, 1, 2, 3]) {
    const draft = aNotice()
    bodies.push(draft.body)
    await school.cloud.control('faults.set', {
      target: 'database:*',
      mode: 'fail',
      after,
      times: 1,
      errcode: 'DATABASE_REQUEST_FAILED',
    })
    await school.ask(HEAD_TEACHER, 'notice.publish', draft)
    await school.cloud.control('faults.clear')
    await school.advance(61_000)
  }
  await school.tick()
  const notices = await school.stored<{ _id: string; state: string; draft: { body: string } }>('notices')
  for (const { _id, state } of notices.filter(({ draft }) => bodies.includes(draft.body))) {
    expect(state).toBe('published')
    expect((await slipsOf(_id)).length).toBeGreaterThan(0)
  }
})

test('G18 a signature whose update fails is not there, and can be given again', async () => {
  const { noticeId } = await school.get(HEAD_TEACHER, 'notice.publish', aNotice())
  const child = childId(CLASS, 0)
  const sign = { noticeId, classId: CLASS, childId: child, version: 1 }
  await school.cloud.control('faults.set', { target: 'database:modifyDocument', mode: 'fail' })
  expect(await school.ask(motherOf(child), 'slip.sign', sign)).toMatchObject({ error: { code: 'TRY_AGAIN' } })
  await school.cloud.control('faults.clear')
  expect(await school.get(motherOf(child), 'slip.sign', sign)).toMatchObject({ first: true })
})
