// Proves that one person, one document and one input cost what they should: brakes, bounds.
import {
  CLASS,
  HEAD_TEACHER,
  MORNING,
  PRINCIPAL,
  SCHOOL,
  aNotice,
  childId,
  fatherOf,
  givenSchool,
  keyOf,
  motherOf,
  type GivenSchool,
} from '../given-school'

const CHILD = childId(CLASS, 0)
const LONELY = childId(CLASS, 1)

const DAY_MS = 86_400_000
type Trailed = { _id: string; trail: { at: number; action: string }[]; audited: number; cut?: number }

let school: GivenSchool
beforeAll(async () => {
  school = await givenSchool()
})
afterAll(() => school.stop())

const codes = (replies: { ok: boolean; error?: { code: string } }[]) => {
  const counts: Record<string, number> = {}
  for (const { ok, error } of replies) {
    const code = ok ? 'ok' : (error?.code ?? '')
    counts[code] = (counts[code] ?? 0) + 1
  }
  return counts
}
const times = <Result>(count: number, work: (index: number) => Promise<Result>) =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)))
const trailOf = async (collection: string, id: string) =>
  (await school.stored<Trailed>(collection)).find(({ _id }) => _id === id)

test('four hundred calls of a stranger at once are not looked up four hundred times', async () => {
  await school.cloud.control('counters.reset')
  // However long four hundred calls take this machine, they come at once.
  await school.cloud.control('clock.hold')
  const guarded = await times(30, () => school.ask('o-stranger', 'class.members', { classId: CLASS }))
  const doors = await times(400, () => school.ask('o-stranger', 'invitation.read', { token: 'guessed-token' }))
  const counts = codes([...guarded, ...doors])
  expect(counts['ok']).toBeUndefined()
  expect(counts['TOO_MANY'] ?? 0).toBeGreaterThan(50)
  const braked = doors.find((reply) => !reply.ok && reply.error.code === 'TOO_MANY')
  expect(braked).toMatchObject({ error: { until: expect.any(Number) as number } })
  // Somebody else at the same door, and the same one later, are served.
  expect(await school.ask('o-other', 'session.read', {})).toMatchObject({ ok: true })
  await school.advance(5 * 60_000)
  expect(await school.ask('o-stranger', 'session.read', {})).toMatchObject({ ok: true })
  await school.cloud.control('clock.hold', { held: false })
})

test('M01 three hundred invitations of one guardian leave a handful open', async () => {
  const wanted = { purpose: 'child', classId: CLASS, childId: LONELY } as const
  const replies = []
  for (let count = 0; count < 8; count++) replies.push(await school.ask(motherOf(LONELY), 'invitation.create', wanted))
  expect(codes(replies)).toEqual({ ok: 5, TOO_MANY: 3 })
  const many = await times(100, () => school.ask(motherOf(LONELY), 'invitation.create', wanted))
  expect(codes(many)['ok']).toBeUndefined()
  await school.advance(8 * DAY_MS)
  expect(await school.ask(motherOf(LONELY), 'invitation.create', wanted)).toMatchObject({ ok: true })
})

test('M16 a child’s numbers are looked up some times an hour, and no trail grows by six hundred looks', async () => {
  const replies = await times(250, () => school.ask(HEAD_TEACHER, 'child.phones', { childId: CHILD }))
  expect(codes(replies)['TOO_MANY'] ?? 0).toBeGreaterThan(0)
  expect((await trailOf('children', CHILD))?.trail.length ?? 0).toBeLessThan(200)
  await school.advance(2 * 3_600_000)
  const later = []
  for (let count = 0; count < 12; count++) later.push(await school.ask(PRINCIPAL, 'child.phones', { childId: CHILD }))
  expect(codes(later)).toEqual({ ok: 10, TOO_MANY: 2 })
})

test('a hundred acceptances in a row are no hundred credits, and one that comes twice counts once', async () => {
  const father = fatherOf(CHILD)
  const twice = () => school.ask(father, 'reminders.accept', { templates: ['notice'] }, 'accept-request-1')
  await Promise.all([twice(), twice()])
  expect((await school.get(father, 'session.read', {})).credits).toEqual({ notice: 1 })
  await times(100, () => school.ask(father, 'reminders.accept', { templates: ['notice', 'todo'] }))
  for (let again = 0; again < 3; again++) {
    await school.advance(11 * 60_000)
    await times(30, () => school.ask(father, 'reminders.accept', { templates: ['notice', 'todo'] }))
  }
  const { credits } = await school.get(father, 'session.read', {})
  expect(credits).toEqual({ notice: 20, todo: 20 })
})

test('N10 a deadline after the next school year is refused, the last day of it is not', async () => {
  const publish = (deadline: number) => school.ask(HEAD_TEACHER, 'notice.publish', aNotice({ deadline }))
  const latest = Date.parse('2028-09-01T00:00:00+08:00')
  expect(await publish(latest + 1)).toMatchObject({
    error: { code: 'INPUT_INVALID', field: 'deadline', until: latest },
  })
  expect(await publish(8_640_000_000_000_000)).toMatchObject({ error: { code: 'INPUT_INVALID', field: 'deadline' } })
  expect(await publish(latest)).toMatchObject({ ok: true })
})

test.each([{ length: {} }, { length: { length: {} } }, [], { __proto__: null }, 7, null])(
  'a phone number that is %j is refused by name and breaks nothing',
  async (phone) => {
    const reply = await school.ask(HEAD_TEACHER, 'class.update', { classId: CLASS, phone: phone as string })
    expect(reply).toEqual({ ok: false, error: { code: 'INPUT_INVALID', field: 'phone' } })
  },
)

test('G12 what is chained and old leaves the document; every act is in the audit once, in one chain, also with two timers at once and a power cut', async () => {
  const acts = 60
  const seen = async () =>
    (await school.stored<{ _id: string; target: string; seq: number }>('audit')).sort((a, b) => a.seq - b.seq)
  const target = `classes/${CLASS}`
  const act = (index: number) =>
    school.get(
      HEAD_TEACHER,
      'class.update',
      { classId: CLASS, phone: `138${String(10_000_000 + index)}` },
      `cut-request-${index}`,
    )
  for (let index = 0; index < acts; index++) {
    if (index % 10 === 0) await school.advance(DAY_MS / 4)
    // The scheduler runs while the document changes.
    await Promise.all([act(index), index % 5 === 0 ? school.tick(2) : undefined])
    if (index === 31) {
      const { dataDir } = school.cloud
      const chaining = school.tick().catch(() => undefined)
      await school.cloud.kill9()
      await chaining
      school = await givenSchool({ dataDir, now: new Date(Date.parse(MORNING) + 20 * DAY_MS).toISOString() })
    }
  }
  await school.advance(2 * DAY_MS)
  await act(acts)
  await school.tick(2)

  const stored = await trailOf('classes', CLASS)
  const ids = (await seen()).filter((row) => row.target === target).map(({ _id }) => _id)
  const total = (stored?.cut ?? 0) + (stored?.trail.length ?? 0)
  expect(total).toBe(acts + 1)
  expect(stored?.cut ?? 0).toBeGreaterThan(0)
  expect(stored?.trail).toHaveLength(50)
  expect(stored?.audited).toBe(50)
  expect(ids.sort()).toEqual(Array.from({ length: total }, (_, index) => `${target}#${index}`).sort())
  expect(await school.get(PRINCIPAL, 'audit.export', { schoolId: SCHOOL })).toMatchObject({ intact: true })
  // A call that is among the latest is still known.
  await act(acts)
  expect((await trailOf('classes', CLASS))?.trail).toHaveLength(50)
  const today = await school.get(HEAD_TEACHER, 'today.read', { identity: keyOf('head_teacher', CLASS) })
  expect(today).toMatchObject({ role: 'head_teacher' })
})
