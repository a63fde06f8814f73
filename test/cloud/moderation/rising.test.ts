// Decides that an open case rises desk by desk where the pact says so, and moves no other way (G21).
import {
  CLASS,
  HEAD_TEACHER,
  MORNING,
  OFFICE,
  PRINCIPAL,
  SCHOOL,
  childId,
  childName,
  givenSchool,
  keyOf,
  type GivenSchool,
} from '../given-school'

const CHILD = childId(CLASS, 0)
const OFFICER = 'o-discipline'
const OFFICE_ID = 'office'
const NOW = Date.parse(MORNING)

let school: GivenSchool
beforeEach(async () => {
  school = await givenSchool()
})
afterEach(() => school.stop())

interface Stored {
  _id: string
}
const put = (documents: Record<string, Stored[]>) => school.cloud.control('data.put', { documents })
const withRule = async (days: object) => {
  const [pact] = await school.stored<Stored & { rules: object }>('pacts')
  if (pact) await put({ pacts: [{ ...pact, rules: { ...pact.rules, G21: days } } as Stored] })
}
const withOfficer = () => {
  const office = {
    _id: OFFICE_ID,
    schoolId: SCHOOL,
    office: 'discipline',
    openid: OFFICER,
    name: '孙丽',
    since: NOW,
    state: 'held',
    slot: 'slot-d',
  }
  const person = { _id: OFFICER, consentAt: NOW, consentVersion: 1, credits: {}, updatedAt: NOW }
  const noTrail = { trail: [], audited: 0, trailOpen: false }
  return put({ offices: [{ ...office, ...noTrail } as Stored], people: [person as Stored] })
}
const open = () =>
  school.get(HEAD_TEACHER, 'case.open', {
    ...{ guardian: { childId: CHILD, card: `${childName(0)}爸爸`, since: NOW }, rule: 'C10', evidence: '多次发广告' },
  })
const step = (who: string, caseId: string, name: 'guide' | 'remind' | 'mute_1') =>
  school.ask(who, 'case.step', { caseId, step: name, words: '已说明' })
const listed = async (who: string) => (await school.get(who, 'case.list', { of: 'school', schoolId: SCHOOL })).cases

test('G21 given 3, 3 and 5 school days, then it goes from desk to desk, and only who has it acts and finds it', async () => {
  await withRule({ headDays: 3, disciplineDays: 3, officeDays: 5 })
  await withOfficer()
  const { caseId, desk } = await open()
  expect(desk).toBe('head_teacher')
  expect(await step(OFFICER, caseId, 'guide')).toMatchObject({ error: { code: 'FORBIDDEN' } })
  expect(await step(PRINCIPAL, caseId, 'guide')).toMatchObject({ error: { code: 'CASE_STATE' } })
  expect(await listed(OFFICER)).toEqual([])

  // Tuesday; Friday is the third school day after.
  await school.at('2026-09-04T12:00:00+08:00')
  expect(await step(HEAD_TEACHER, caseId, 'guide')).toMatchObject({ error: { code: 'CASE_STATE' } })
  expect(await listed(OFFICER)).toMatchObject([{ caseId, desk: 'discipline', mine: true, rises: { length: 4 } }])
  expect(await step(OFFICER, caseId, 'guide')).toMatchObject({ ok: true })
  const today = await school.get(PRINCIPAL, 'today.read', { identity: keyOf('principal', SCHOOL) })
  expect(today).toMatchObject({ cases: 1 })

  await school.at('2026-09-09T12:00:00+08:00')
  expect(await listed(OFFICER)).toEqual([])
  expect(await step(OFFICER, caseId, 'remind')).toMatchObject({ error: { code: 'CASE_STATE' } })
  expect(await listed(OFFICE)).toMatchObject([{ caseId, desk: 'office', mine: true }])
  expect(await step(OFFICE, caseId, 'remind')).toMatchObject({ ok: true })

  await school.at('2026-09-16T12:00:00+08:00')
  expect(await step(OFFICE, caseId, 'mute_1')).toMatchObject({ error: { code: 'CASE_STATE' } })
  expect(await listed(PRINCIPAL)).toMatchObject([{ caseId, desk: 'principal', mine: true }])
  expect(await school.ask(PRINCIPAL, 'case.close', { caseId, words: '已说清楚' })).toMatchObject({ ok: true })
})

test('G21 G15 given a desk without days, and a later pact, then it is left out, and the open case keeps its way', async () => {
  await withRule({ headDays: 2, disciplineDays: 0, officeDays: 0 })
  const { rises } = await open()
  expect(rises?.map(({ desk }) => desk)).toEqual(['head_teacher', 'principal'])
  await withRule({ headDays: 30, disciplineDays: 3, officeDays: 5 })
  await school.at('2026-09-03T12:00:00+08:00')
  expect(await listed(PRINCIPAL)).toMatchObject([{ desk: 'principal', rises: [{}, { days: 2 }] }])
})

const deliveriesTo = async (openid: string) =>
  (await school.stored<{ openid: string; state: string; about: string }>('deliveries')).filter(
    (each) => each.openid === openid && each.state === 'sent',
  )
const officerToday = () => school.get(OFFICER, 'today.read', { identity: keyOf('officer', OFFICE_ID) })
const headToday = () => school.get(HEAD_TEACHER, 'today.read', { identity: keyOf('head_teacher', CLASS) })

test('G21 given a case that rises, then the new desk and the head teacher are told once, both pages count it, and the trail says so', async () => {
  await withRule({ headDays: 3, disciplineDays: 3, officeDays: 5 })
  await withOfficer()
  for (const who of [OFFICER, HEAD_TEACHER, OFFICE, PRINCIPAL]) await school.accept(who, 'todo')
  const { caseId } = await open()
  await school.at('2026-09-04T09:00:00+08:00')
  await school.tick(2)
  expect(await officerToday()).not.toHaveProperty('cases')
  expect(await headToday()).not.toHaveProperty('risen')
  expect(await deliveriesTo(OFFICER)).toEqual([])

  await school.at('2026-09-04T12:00:00+08:00')
  // Read from the clock: no timer has run yet.
  expect(await officerToday()).toMatchObject({ cases: 1 })
  expect(await headToday()).toMatchObject({ risen: { count: 1, desk: 'discipline' } })
  await school.tick(3)
  for (const who of [OFFICER, HEAD_TEACHER]) {
    expect(await deliveriesTo(who)).toMatchObject([{ about: expect.stringContaining(`${caseId}:rise`) }])
  }
  for (const who of [OFFICE, PRINCIPAL]) expect(await deliveriesTo(who)).toEqual([])
  const trailed = async () => {
    const [stored] = await school.stored<{ trail: { action: string; detail?: object }[] }>('cases')
    const audit = await school.stored<{ action: string; detail?: object }>('audit')
    const all = [...(stored?.trail ?? []), ...audit].filter(({ action }) => action === 'case.rise')
    return [...new Set(all.map(({ detail }) => JSON.stringify(detail)))]
  }
  expect(await trailed()).toEqual([JSON.stringify({ desk: 'discipline', days: 3 })])

  await school.at('2026-09-09T12:00:00+08:00')
  await school.tick(3)
  expect(await deliveriesTo(OFFICE)).toHaveLength(1)
  expect(await deliveriesTo(OFFICER)).toHaveLength(1)
  expect(await trailed()).toHaveLength(2)
  expect(await officerToday()).not.toHaveProperty('cases')
  expect(await headToday()).toMatchObject({ risen: { desk: 'office' } })

  expect(await school.ask(OFFICE, 'case.close', { caseId, words: '已说清楚' })).toMatchObject({ ok: true })
  await school.at('2026-09-16T12:00:00+08:00')
  await school.tick(3)
  expect(await deliveriesTo(PRINCIPAL)).toEqual([])
  expect(await headToday()).not.toHaveProperty('risen')
})

test('G21 G04 given a mute that is carried out before, then the case still rises and tells; in quiet hours it waits for the opening', async () => {
  await withRule({ headDays: 1, disciplineDays: 3, officeDays: 5 })
  await withOfficer()
  await school.accept(OFFICER, 'todo')
  await school.at('2026-09-01T23:30:00+08:00')
  const { caseId } = await open()
  for (const name of ['guide', 'remind', 'mute_1'] as const) {
    expect(await step(HEAD_TEACHER, caseId, name)).toMatchObject({ ok: true })
  }
  await school.at('2026-09-02T23:35:00+08:00')
  await school.tick(2)
  expect(await officerToday()).toMatchObject({ cases: 1 })
  expect(await deliveriesTo(OFFICER)).toEqual([])
  await school.at('2026-09-03T12:00:00+08:00')
  await school.tick(2)
  expect(await deliveriesTo(OFFICER)).toHaveLength(1)
})
