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
    _id: 'office',
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
