// Decides that a parents' meeting is announced only with a plan of this term, where the school keeps plans (H03).
import {
  CLASS,
  HEAD_TEACHER,
  OTHER_CLASS,
  OTHER_HEAD_TEACHER,
  SCHOOL,
  aNotice,
  givenSchool,
  type GivenSchool,
} from '../given-school'

let school: GivenSchool
beforeEach(async () => {
  school = await givenSchool()
})
afterEach(() => school.stop())

const put = (collection: string, document: { _id: string }) =>
  school.cloud.control('data.put', { documents: { [collection]: [document] } })
const keep = (until?: string) =>
  put('registers', {
    ...{ _id: SCHOOL, schoolId: SCHOOL, version: 1, own: {}, trail: [], audited: 0, trailOpen: false },
    ...{ settings: [{ register: 'parents-meeting', since: '2026-08-01', ...(until && { until }), values: {} }] },
  } as { _id: string })
const plan = (slot: string, on: string, state = 'open') =>
  put('entries', {
    ...{ _id: `plan-${slot}-${state}`, schoolId: SCHOOL, register: 'parents-meeting', slot, on, classId: CLASS, state },
    ...{ subject: { kind: 'class', id: CLASS, name: '三（2）班' }, parts: {}, by: HEAD_TEACHER, version: 1 },
    ...{ place: `${slot}:${state}`, trail: [], audited: 0, trailOpen: false },
  } as { _id: string })
const announce = (by = HEAD_TEACHER, classIds = [CLASS]) =>
  school.ask(by, 'notice.publish', {
    ...aNotice({ kind: 'meeting', audience: { to: 'classes', classIds } }),
    event: { day: '2026-09-10', place: '教室' },
  })
const needed = { ok: false, error: { code: 'PLAN_NEEDED', rule: 'H03', facts: { register: 'parents-meeting' } } }

test('H03 given a school that keeps plans, then a meeting waits for this term’s, and goes out when it is written', async () => {
  await keep()
  await plan('t2026-02-01', '2026-05-01')
  await plan('t2026-09-01', '2026-09-01', 'void')
  expect(await announce()).toMatchObject(needed)
  expect(await announce()).toMatchObject({ error: { facts: { classId: CLASS, schoolId: SCHOOL, title: '家长会' } } })
  expect(await school.stored('notices')).toEqual([])
  await plan('t2026-09-01', '2026-09-01')
  await school.cloud.control('counters.reset')
  expect(await announce()).toMatchObject({ ok: true, data: { state: 'published' } })
  expect(await school.databaseCalls('notice.publish')).toBeLessThanOrEqual(4)
  expect(await announce(OTHER_HEAD_TEACHER, [OTHER_CLASS])).toMatchObject(needed)
})

test('H03 given a school that keeps none, or no longer, then a meeting is announced as ever; other kinds need no plan', async () => {
  expect(await announce()).toMatchObject({ ok: true })
  await keep('2026-09-01')
  await school.advance(61_000)
  expect(await announce(OTHER_HEAD_TEACHER, [OTHER_CLASS])).toMatchObject({ ok: true })
  await keep()
  expect(
    await school.ask(
      OTHER_HEAD_TEACHER,
      'notice.publish',
      aNotice({ audience: { to: 'classes', classIds: [OTHER_CLASS] } }),
    ),
  ).toMatchObject({ ok: true })
})
