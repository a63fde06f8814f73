// Decides that a family's time is its own: booked once, given back, met, and seen by nobody else (H13).
import type { Reception } from '@class-pact/core/contract'
import {
  CLASS,
  HEAD_TEACHER,
  OFFICE,
  OTHER_CLASS,
  OTHER_HEAD_TEACHER,
  PRINCIPAL,
  TEACHER,
  childId,
  fatherOf,
  givenSchool,
  keyOf,
  motherOf,
  newRequestId,
  type GivenSchool,
} from '../given-school'

const SATURDAY = '2026-09-12'
const NEXT = '2026-09-26'
const FIRST = childId(CLASS, 0)
const SECOND = childId(CLASS, 1)
const ELSEWHERE = childId(OTHER_CLASS, 0)

let school: GivenSchool
beforeEach(async () => {
  school = await givenSchool()
})
afterEach(() => school.stop())

const anOpening = (changes: object = {}) => ({
  ...{ classId: CLASS, days: [SATURDAY, NEXT], from: '09:00', to: '10:00', minutes: 15 as const, place: '三楼接待室' },
  ...changes,
})
async function givenDay(by = HEAD_TEACHER): Promise<Reception> {
  const { days } = await school.get(by, 'booking.open', anOpening())
  const [day] = days
  if (!day) throw new Error('no day')
  return day
}
const take = (receptionId: string, child: string, time: string, by = motherOf(child), requestId = newRequestId()) =>
  school.ask(by, 'booking.take', { receptionId, childId: child, time }, requestId)
const state = (of: string) => ({ ok: false, error: { code: 'BOOKING_STATE', facts: { state: of } } })
const list = (who: string, classId = CLASS) => school.get(who, 'booking.list', { classId })
const todayOf = (who: string, role: string, id: string) => school.get(who, 'today.read', { identity: keyOf(role, id) })

test('H13 given two Saturdays, then a class has each once, in four times; whoever opens one again changes nothing', async () => {
  const day = await givenDay()
  expect(day).toMatchObject({ day: SATURDAY, by: '语文王老师', place: '三楼接待室', state: 'open' })
  expect(day.slots.map(({ time }) => time)).toEqual(['09:00', '09:15', '09:30', '09:45'])
  expect(await school.ask(OFFICE, 'booking.open', anOpening())).toMatchObject(state('open'))
  expect((await list(PRINCIPAL)).days.map((each) => each.day)).toEqual([SATURDAY, NEXT])
  for (const wrong of [{ days: ['2026-08-30'] }, { to: '09:10' }]) {
    expect(await school.ask(HEAD_TEACHER, 'booking.open', anOpening(wrong))).toMatchObject({
      error: { code: 'INPUT_INVALID' },
    })
  }
  expect(await school.ask(TEACHER, 'booking.open', anOpening())).toMatchObject({ error: { code: 'FORBIDDEN' } })
})

test('H13 given two families who want one time at once, then one has it, and the other is told', async () => {
  const { receptionId } = await givenDay()
  const replies = await Promise.all([take(receptionId, FIRST, '09:15'), take(receptionId, SECOND, '09:15')])
  expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
  expect(replies.filter(({ ok }) => !ok)).toMatchObject([{ error: { code: 'SLOT_TAKEN' } }])
})

test('H13 given one family that wants two times at once, or one twice, then it has one', async () => {
  const { receptionId } = await givenDay()
  const requestId = newRequestId()
  const replies = await Promise.all([
    take(receptionId, FIRST, '09:00', motherOf(FIRST), requestId),
    take(receptionId, FIRST, '09:00', motherOf(FIRST), requestId),
    take(receptionId, FIRST, '09:30', fatherOf(FIRST)),
  ])
  const { days } = await list(HEAD_TEACHER)
  expect(days[0]?.slots.filter(({ taken }) => taken)).toHaveLength(1)
  expect([replies[0].ok, replies[2].ok].filter(Boolean)).toHaveLength(1)
  expect(replies[0].ok).toBe(replies[1].ok)
  expect(await take(receptionId, FIRST, '09:45')).toMatchObject(state('booked'))
})

test('H13 N16 given a time that is taken, then its family and the school see whose it is, and nobody else', async () => {
  const { receptionId } = await givenDay()
  await take(receptionId, FIRST, '09:15')
  const slotFor = async (who: string) => (await list(who)).days[0]?.slots[1]
  expect(await slotFor(fatherOf(FIRST))).toMatchObject({ taken: true, mine: { childId: FIRST } })
  expect(await slotFor(HEAD_TEACHER)).toMatchObject({ booking: { childId: FIRST } })
  for (const other of [motherOf(SECOND), TEACHER]) {
    expect(await slotFor(other)).toEqual({ time: '09:15', taken: true })
  }
  expect(await school.ask(motherOf(ELSEWHERE), 'booking.list', { classId: CLASS })).toMatchObject({
    error: { code: 'FORBIDDEN' },
  })
  expect(await take(receptionId, FIRST, '09:30', motherOf(SECOND))).toMatchObject({ error: { code: 'FORBIDDEN' } })
  expect(await school.ask(OTHER_HEAD_TEACHER, 'booking.cancel', { receptionId, childId: FIRST })).toMatchObject({
    error: { code: 'FORBIDDEN' },
  })
})

test('H13 given a time, then it stands on 今天 of both, is given back until it begins, and is free again', async () => {
  const { receptionId } = await givenDay()
  expect(await todayOf(motherOf(SECOND), 'guardian', SECOND)).toMatchObject({ receptions: [{ day: SATURDAY }] })
  await take(receptionId, FIRST, '09:15')
  expect(await todayOf(motherOf(FIRST), 'guardian', FIRST)).toMatchObject({
    receptions: [{ childId: FIRST, day: SATURDAY, time: '09:15' }],
  })
  await school.get(fatherOf(FIRST), 'booking.cancel', { receptionId, childId: FIRST })
  expect(await take(receptionId, SECOND, '09:15')).toMatchObject({ ok: true })
  await school.at(`${SATURDAY}T09:15:00+08:00`)
  expect(await todayOf(HEAD_TEACHER, 'head_teacher', CLASS)).toMatchObject({ reception: { count: 1, from: '09:15' } })
  const late = { receptionId, childId: SECOND }
  expect(await school.ask(motherOf(SECOND), 'booking.cancel', late)).toMatchObject(state('begun'))
  expect(await take(receptionId, FIRST, '09:00')).toMatchObject(state('begun'))
})

test('H13 X07 given a family that came, then the teacher notes it once, and it counts as a contact', async () => {
  const { receptionId } = await givenDay()
  await take(receptionId, FIRST, '09:00')
  await take(receptionId, SECOND, '09:15')
  const came = { receptionId, childId: FIRST, came: true, words: '谈了晚上的作息' }
  expect(await school.ask(HEAD_TEACHER, 'booking.note', came)).toMatchObject(state('ahead'))
  await school.at(`${SATURDAY}T10:30:00+08:00`)
  const noted = await school.get(HEAD_TEACHER, 'booking.note', came)
  expect(noted.slots[0]).toMatchObject({
    booking: { noted: { came: true, words: '谈了晚上的作息', by: '语文王老师' } },
  })
  await school.get(HEAD_TEACHER, 'booking.note', { receptionId, childId: SECOND, came: false })
  expect(await school.ask(HEAD_TEACHER, 'booking.note', came)).toMatchObject(state('noted'))
  const [stored] = await school.stored<{ reachedBy: object[] }>('receptions')
  expect(stored?.reachedBy).toEqual([
    { childId: FIRST, by: HEAD_TEACHER, way: 'face', at: Date.parse(`${SATURDAY}T09:00:00+08:00`) },
  ])
})

test('H13 given a day that is taken back, then whoever had booked is told why, and nobody books it any more', async () => {
  const { receptionId } = await givenDay()
  await school.accept(motherOf(FIRST), 'talk_reply')
  await school.accept(HEAD_TEACHER, 'todo')
  await take(receptionId, FIRST, '09:15')
  await school.tick()
  const closed = await school.get(HEAD_TEACHER, 'booking.close', { receptionId, words: '当天学校停电' })
  expect(closed).toMatchObject({ state: 'closed', words: '当天学校停电' })
  await school.tick()
  const { deliveries } = await school.cloud.control<{ deliveries: { touser: string; page: string }[] }>(
    'deliveries.list',
  )
  expect(deliveries.map(({ touser }) => touser).sort()).toEqual([motherOf(FIRST), HEAD_TEACHER].sort())
  expect(await take(receptionId, SECOND, '09:15')).toMatchObject(state('closed'))
  expect((await list(motherOf(FIRST))).days).toMatchObject([{ state: 'closed', words: '当天学校停电' }, { day: NEXT }])
  expect((await list(motherOf(SECOND))).days).toMatchObject([{ day: NEXT }])
  const again = await school.get(OFFICE, 'booking.open', anOpening({ days: [SATURDAY] }))
  expect(again.days.filter(({ day }) => day === SATURDAY)).toHaveLength(2)
})
