// Decides that a second notice on the same matter offers to correct the first, and says which that is (N03, T13).
import { CLASS, HEAD_TEACHER, SCHOOL, aNotice, anOuting, givenSchool, type GivenSchool } from '../given-school'

let school: GivenSchool
beforeAll(async () => {
  school = await givenSchool()
})
afterAll(() => school.stop())

const publish = (draft = anOuting()) => school.get(HEAD_TEACHER, 'notice.publish', draft)
const secondOf = ({ reasons }: Awaited<ReturnType<typeof publish>>) => reasons.find(({ rule }) => rule === 'N03')

test('N03 within two hours the warning names the first notice, and the phone knows it before it sends', async () => {
  const first = await publish(aNotice({ title: '家长会通知', body: '本周五下午两点在教室开家长会，请准时参加。' }))
  await school.advance(30 * 60_000)
  const prepared = await school.get(HEAD_TEACHER, 'notice.prepare', { schoolId: SCHOOL, classId: CLASS })
  expect(prepared.previous?.[0]).toMatchObject({ noticeId: first.noticeId, classId: CLASS, title: '家长会通知' })
  const second = await publish(aNotice({ title: '补充通知', body: '补充一下，请自带水杯，家长会要签到。' }))
  expect(secondOf(second)).toMatchObject({
    verdict: 'warn',
    noticeId: first.noticeId,
    wayOut: ['amend_first', 'send_anyway'],
  })
})

test('T13 a new notice that moves an announced time names the notice that announced it, also days later', async () => {
  const day = { deadline: Date.parse('2026-09-08T18:00:00+08:00') }
  const body = '下周全校秋游，请穿校服，自备午餐和水杯，不带零花钱。'
  const first = await publish(anOuting({ ...day, body, event: { day: '2026-09-10', place: '植物园' } }))
  await school.at('2026-09-03T10:00:00+08:00')
  const moved = await publish(
    anOuting({ ...day, body: '因为下雨，秋游改期，其他安排不变。', event: { day: '2026-09-11', place: '植物园' } }),
  )
  expect(secondOf(moved)).toMatchObject({ verdict: 'warn', noticeId: first.noticeId })
  await school.at('2026-09-04T10:00:00+08:00')
  const other = await publish(
    anOuting({ ...day, title: '科技馆参观', body: '去科技馆看展览，请带好学生证。', event: { day: '2026-09-14' } }),
  )
  expect(secondOf(other)).toBeUndefined()
})
