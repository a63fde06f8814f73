// Proves in the running functions that a pact has versions: who adopts one, when it begins, and what posts cite (G15).
import type { Input, PactChanges } from '@class-pact/core/contract'
import { chooseOption } from '@class-pact/core/pact'
import {
  CLASS,
  HEAD_TEACHER,
  OFFICE,
  PRINCIPAL,
  SCHOOL,
  aNotice,
  childId,
  givenSchool,
  keyOf,
  motherOf,
  type GivenSchool,
} from '../given-school'

const MOTHER = motherOf(childId(CLASS, 0))
/** The school's first day is 2026-09-01. */
const D = '2026-09-08'
const EVENING_BEFORE = '2026-09-07T19:00:00+08:00'
const EVENING_OF_D = '2026-09-08T19:00:00+08:00'

let school: GivenSchool
let workingHours: PactChanges
beforeEach(async () => {
  school = await givenSchool()
  workingHours = { rules: chooseOption(school.pact, 'V1', 'working_hours') }
  await school.at('2026-09-07T10:00:00+08:00')
})
afterEach(() => school.stop())

const adopt = (changes: Partial<Input<'pact.adopt'>> = {}): Input<'pact.adopt'> => ({
  ...{ schoolId: SCHOOL, changes: workingHours, version: 2, effectiveFrom: D },
  ...changes,
})
const publish = (body: string) => school.get(HEAD_TEACHER, 'notice.publish', aNotice({ body }))

test('G15 given version 2 from D, when a notice of D−1 and one of D are judged, then each cites its own version', async () => {
  await school.get(PRINCIPAL, 'pact.adopt', adopt())
  await school.at(EVENING_BEFORE)
  const before = await publish('明天请穿运动鞋，带水杯。')
  await school.at('2026-09-07T21:00:00+08:00')
  const atNight = await publish('周四下午请家长来校看运动会。')
  await school.at(EVENING_OF_D)
  const after = await publish('明天有大风，请多穿衣服。')

  expect(before).toMatchObject({ state: 'published' })
  expect(atNight).toMatchObject({ state: 'queued', reasons: [{ rule: 'T01', cite: { pactVersion: 1 } }] })
  expect(after).toMatchObject({ state: 'queued', reasons: [{ rule: 'T06', cite: { pactVersion: 2 } }] })
  const stored = await school.stored<{ _id: string; pactVersion: number }>('notices')
  const versionOf = (id: string) => stored.find(({ _id }) => _id === id)?.pactVersion
  expect([before, atNight, after].map(({ noticeId }) => versionOf(noticeId))).toEqual([1, 1, 2])
})

test('G15 given a version that begins at midnight, then every reader changes over in the same second', async () => {
  await school.get(PRINCIPAL, 'pact.adopt', adopt({ changes: { rules: { M01: { seats: 3 }, T01: null, T02: null } } }))
  const seen = async () => ({
    read: (await school.get(MOTHER, 'pact.read', { schoolId: SCHOOL })).version,
    history: (await school.get(MOTHER, 'pact.history', { schoolId: SCHOOL })).inForce,
    compose: (await school.get(HEAD_TEACHER, 'notice.prepare', { schoolId: SCHOOL, classId: CLASS })).pact.version,
    school: (await school.get(PRINCIPAL, 'school.read', { schoolId: SCHOOL })).pactVersion,
    seats: (await school.get(HEAD_TEACHER, 'class.members', { classId: CLASS })).members[0]?.seats,
  })
  await school.at('2026-09-07T23:59:50+08:00')
  expect(await seen()).toEqual({ read: 1, history: 1, compose: 1, school: 1, seats: 2 })
  await school.at('2026-09-08T00:00:00+08:00')
  expect(await seen()).toEqual({ read: 2, history: 2, compose: 2, school: 2, seats: 3 })
})

test('G15 given a new version, then every member reads it, the old one and when each begins', async () => {
  const adopted = await school.get(PRINCIPAL, 'pact.adopt', adopt())
  expect(adopted).toMatchObject({
    schoolId: SCHOOL,
    version: 2,
    effectiveFrom: D,
    rules: workingHours.rules.T06 ? { T06: {} } : {},
  })
  expect(await school.get(MOTHER, 'pact.history', { schoolId: SCHOOL })).toMatchObject({
    ...{ today: '2026-09-07', inForce: 1 },
    versions: [{ version: 2, effectiveFrom: D }, { version: 1 }],
  })
  expect(await school.get(MOTHER, 'pact.read', { schoolId: SCHOOL, version: 2 })).toEqual(adopted)
  expect(await school.get(MOTHER, 'pact.read', { schoolId: SCHOOL, version: 1 })).toEqual(school.pact)
  expect(await school.get(MOTHER, 'pact.read', { schoolId: SCHOOL })).toEqual(school.pact)
})

test('G15 given a new version, then every member’s 今天 tells of it until a week after its first day, within its budget', async () => {
  const keys = [
    [MOTHER, keyOf('guardian', childId(CLASS, 0))],
    [HEAD_TEACHER, keyOf('head_teacher', CLASS)],
    [PRINCIPAL, keyOf('principal', SCHOOL)],
  ] as const
  const told = () =>
    Promise.all(
      keys.map(async ([openid, identity]) => {
        const today = await school.get(openid, 'today.read', { identity })
        return 'pactNews' in today ? today.pactNews : undefined
      }),
    )
  expect(await told()).toEqual([[], [], []])
  await school.get(PRINCIPAL, 'pact.adopt', adopt())
  const news = [{ schoolId: SCHOOL, version: 2, effectiveFrom: D }]
  await school.cloud.control('counters.reset')
  expect(await told()).toEqual([news, news, news])
  expect(await school.databaseCalls('today.read')).toBeLessThanOrEqual(2 * keys.length)
  const { scans } = await school.cloud.control<{ scans: unknown[] }>('counters.read')
  expect(scans).toEqual([])
  await school.at('2026-09-14T10:00:00+08:00')
  expect(await told()).toEqual([news, news, news])
  await school.at('2026-09-15T10:00:00+08:00')
  expect(await told()).toEqual([[], [], []])
})

test('G15 given two principals who adopt at once, then one version comes of it and the other reads again', async () => {
  const other = { rules: { T12: { perWeek: 3 } } }
  const replies = await Promise.all([
    school.ask(PRINCIPAL, 'pact.adopt', adopt()),
    school.ask(PRINCIPAL, 'pact.adopt', adopt({ changes: other })),
  ])
  expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
  expect(replies.find(({ ok }) => !ok)).toEqual({ ok: false, error: { code: 'PACT_CHANGED' } })
  const versions = await school.stored<{ version: number }>('pacts')
  expect(versions.map(({ version }) => version).sort()).toEqual([1, 2])
  // Who comes later without having seen it is told the same.
  expect(await school.ask(PRINCIPAL, 'pact.adopt', adopt({ changes: other }))).toMatchObject({
    error: { code: 'PACT_CHANGED' },
  })
})

test('G15 G12 given the same call twice, then there is one version, one row of the audit, and the same answer', async () => {
  const requestId = 'request-adopt-once'
  const first = await school.ask(PRINCIPAL, 'pact.adopt', adopt(), requestId)
  await school.tick()
  expect(await school.ask(PRINCIPAL, 'pact.adopt', adopt(), requestId)).toEqual(first)
  expect(await school.stored('pacts')).toHaveLength(2)
  const rows = (await school.stored<{ action: string }>('audit')).filter(({ action }) => action === 'pact.adopt')
  expect(rows).toMatchObject([
    { role: 'principal', by: PRINCIPAL, target: `pacts/${SCHOOL}:2`, detail: { version: 2, effectiveFrom: D } },
  ])
})

test.each<[string, Partial<Input<'pact.adopt'>>, string]>([
  ['today', { effectiveFrom: '2026-09-07' }, 'effectiveFrom'],
  ['two years ahead', { effectiveFrom: '2028-09-07' }, 'effectiveFrom'],
  ['a day that is none', { effectiveFrom: '2026-9-8' }, 'effectiveFrom'],
  ['nothing changed', { changes: { rules: {} } }, 'changes'],
  ['a rule that does not exist', { changes: { rules: { Z99: {} } } }, 'changes.rules.Z99'],
  ['a night that is open', { changes: { rules: { T01: { from: '03:00' } } } }, 'changes.rules.T01.from'],
  ['a preset that does not exist', { changes: { preset: 'free', rules: {} } }, 'changes.preset'],
])('G15 given %s, then nothing is adopted', async (_what, changes, field) => {
  expect(await school.ask(PRINCIPAL, 'pact.adopt', adopt(changes))).toEqual({
    ok: false,
    error: { code: 'INPUT_INVALID', field },
  })
  expect(await school.stored('pacts')).toHaveLength(1)
})

test.each([
  ['the office', OFFICE],
  ['a head teacher', HEAD_TEACHER],
  ['a guardian', MOTHER],
])('M14 G15 given %s, then neither preview nor adoption is theirs', async (_who, openid) => {
  const forbidden = { ok: false, error: { code: 'FORBIDDEN' } }
  expect(await school.ask(openid, 'pact.adopt', adopt())).toEqual(forbidden)
  expect(await school.ask(openid, 'pact.preview', { schoolId: SCHOOL, changes: workingHours })).toEqual(forbidden)
  expect(await school.stored('pacts')).toHaveLength(1)
})

test('T06 G15 given the notices of thirty days, when working hours are previewed, then it says which would wait and whose', async () => {
  await school.at('2026-09-02T19:00:00+08:00')
  await publish('明天请穿运动鞋，带水杯。')
  await school.at('2026-09-03T18:30:00+08:00')
  await publish('周四下午请家长来校看运动会。')
  await school.at('2026-09-04T10:00:00+08:00')
  await publish('明天有大风，请多穿衣服。')
  await school.at('2026-09-07T10:00:00+08:00')
  await school.cloud.control('counters.reset')
  expect(await school.get(PRINCIPAL, 'pact.preview', { schoolId: SCHOOL, changes: workingHours })).toEqual({
    ...{ days: 30, posts: 3, cut: false, queued: 2, held: 0, refused: 0, allowed: 0, teachers: 1 },
  })
  expect(await school.databaseCalls('pact.preview')).toBeLessThanOrEqual(2)
  expect(await school.get(PRINCIPAL, 'pact.preview', { schoolId: SCHOOL, changes: { rules: {} } })).toMatchObject({
    ...{ posts: 3, queued: 0, teachers: 0 },
  })
  await school.at('2026-10-08T10:00:00+08:00')
  expect(await school.get(PRINCIPAL, 'pact.preview', { schoolId: SCHOOL, changes: workingHours })).toMatchObject({
    posts: 0,
  })
  const { scans } = await school.cloud.control<{ scans: unknown[] }>('counters.read')
  expect(scans).toEqual([])
})

test('G15 adopting takes at most 3 calls of the database, and reading the pact in force at most 2', async () => {
  await school.cloud.control('counters.reset')
  await school.get(PRINCIPAL, 'pact.adopt', adopt())
  expect(await school.databaseCalls('pact.adopt')).toBeLessThanOrEqual(3)
  await school.get(MOTHER, 'pact.read', { schoolId: SCHOOL })
  expect(await school.databaseCalls('pact.read')).toBeLessThanOrEqual(2)
})
