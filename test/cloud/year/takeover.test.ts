// Proves that a head teacher who is new has a list of what they take over, until it is ticked off (E02).
import {
  CLASS,
  HEAD_TEACHER,
  OTHER_CLASS,
  OTHER_HEAD_TEACHER,
  PRINCIPAL,
  TEACHER,
  anOuting,
  childId,
  givenSchool,
  motherOf,
  type GivenSchool,
} from '../given-school'

const NEW_HEAD = 'o-new-head'
let school: GivenSchool
beforeAll(async () => {
  school = await givenSchool()
  await school.get(HEAD_TEACHER, 'notice.publish', anOuting())
  const child = childId(CLASS, 0)
  const span = { from: '2026-09-03', fromHalf: 'am', to: '2026-09-03', toHalf: 'pm' } as const
  await school.get(motherOf(child), 'leave.submit', { childId: child, kind: 'fever', span, proof: [] })
})
afterAll(() => school.stop())

/** The class changes hands while something is open. */
async function handOver(): Promise<void> {
  await school.advance(60_000)
  await school.cloud.control('data.put', {
    documents: {
      people: [{ _id: NEW_HEAD, consentAt: 0, consentVersion: 1, credits: {}, updatedAt: 0 }],
      classes: [
        {
          ...(await school.stored<{ _id: string }>('classes')).find(({ _id }) => _id === CLASS),
          headTeacher: {
            openid: NEW_HEAD,
            name: '周敏',
            subject: '语文',
            since: Date.parse('2026-09-01T10:01:00+08:00'),
          },
        },
      ],
    },
  })
}
const listOf = (openid: string, classId = CLASS) => school.get(openid, 'takeover.read', { classId })

test('E02 whoever leads a class from its beginning takes nothing over', async () => {
  expect(await listOf(HEAD_TEACHER)).toMatchObject({ isDue: false })
  expect(await listOf(OTHER_HEAD_TEACHER, OTHER_CLASS)).toMatchObject({ isDue: false })
})

test('E02 a new head teacher has a list: open notices, leaves that wait, members to look through; ticked off, it is over', async () => {
  await handOver()
  const due = await listOf(NEW_HEAD)
  expect(due).toMatchObject({ isDue: true, className: '三（2）班' })
  expect(due.items).toEqual([
    { item: 'notices', count: 1, ticked: false },
    { item: 'leaves', count: 1, ticked: false },
    { item: 'members', count: 4, ticked: false },
  ])
  await school.get(NEW_HEAD, 'takeover.tick', { classId: CLASS, item: 'notices' })
  await school.get(NEW_HEAD, 'takeover.tick', { classId: CLASS, item: 'leaves' })
  expect(await listOf(NEW_HEAD)).toMatchObject({ isDue: true })
  // Looking through the members is the tick itself (M11).
  await school.get(NEW_HEAD, 'class.review', { classId: CLASS })
  expect(await listOf(NEW_HEAD)).toMatchObject({ isDue: false })
  await school.tick()
  const rows = await school.stored<{ action: string; by: string }>('audit')
  expect(rows.filter(({ action, by }) => action === 'takeover.tick' && by === NEW_HEAD)).toHaveLength(2)
})

test.each([
  ['the one before', HEAD_TEACHER],
  ['a subject teacher', TEACHER],
  ['a leader', PRINCIPAL],
])('E02 M14 %s neither reads it nor ticks it off', async (_who, openid) => {
  const refused = { error: { code: 'FORBIDDEN' } }
  expect(await school.ask(openid, 'takeover.read', { classId: CLASS })).toMatchObject(refused)
  expect(await school.ask(openid, 'takeover.tick', { classId: CLASS, item: 'leaves' })).toMatchObject(refused)
})
