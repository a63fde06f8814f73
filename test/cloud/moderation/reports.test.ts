// Decides that what a supervisor tells the leaders reaches them, past the head teacher, and stays (M06).
import {
  CLASS,
  HEAD_TEACHER,
  MORNING,
  OFFICE,
  OTHER_CLASS,
  PRINCIPAL,
  SCHOOL,
  TEACHER,
  childId,
  childName,
  fatherOf,
  givenSchool,
  keyOf,
  motherOf,
  newRequestId,
  type GivenSchool,
} from '../given-school'

const CHILD = childId(CLASS, 0)
const SUPERVISOR = motherOf(CHILD)
const FATHER = fatherOf(CHILD)
const WORDS = '9月1日两份通知都没有审核就发了，请看一下'
const FORBIDDEN = { error: { code: 'FORBIDDEN' } }

let school: GivenSchool
beforeEach(async () => {
  school = await givenSchool()
  const guardian = { childId: CHILD, card: `${childName(0)}妈妈`, since: Date.parse(MORNING) }
  await school.get(HEAD_TEACHER, 'committee.mark', { guardian, member: true })
  await school.get(HEAD_TEACHER, 'supervisor.name', { guardian })
})
afterEach(() => school.stop())

const file = (who = SUPERVISOR, requestId = newRequestId()) =>
  school.ask(who, 'report.file', { classId: CLASS, words: WORDS }, requestId)
const ofSchool = (who: string) => school.ask(who, 'report.list', { of: 'school', schoolId: SCHOOL })
const todayOf = async (who: string, role: string) => {
  const today = await school.get(who, 'today.read', { identity: keyOf(role, SCHOOL) })
  return 'reports' in today ? today.reports : undefined
}

test('M06 a report is on both leaders’ lists and on their 今天 until one of them answers; the supervisor reads the answer', async () => {
  const filed = await file()
  expect(filed).toMatchObject({ data: { className: '三（2）班', by: `${childName(0)}妈妈`, doubted: false } })
  const reportId = filed.ok ? filed.data.reportId : ''
  for (const [who, role] of [
    [PRINCIPAL, 'principal'],
    [OFFICE, 'office'],
  ] as const) {
    expect(await ofSchool(who)).toMatchObject({ data: { reports: [{ reportId, words: WORDS }] } })
    expect(await todayOf(who, role)).toBe(1)
  }
  await school.get(OFFICE, 'report.answer', { reportId, words: '已请班主任说明' })
  expect(await todayOf(PRINCIPAL, 'principal')).toBe(0)
  const { reports } = await school.get(SUPERVISOR, 'report.list', { of: 'class', classId: CLASS })
  expect(reports).toMatchObject([{ answered: { by: '教导处赵老师', words: '已请班主任说明' } }])
  await school.tick()
  const { rows } = await school.get(PRINCIPAL, 'audit.export', { schoolId: SCHOOL })
  expect(rows.map(({ action }) => action)).toEqual(expect.arrayContaining(['report.file', 'report.answer']))
})

test('M06 M14 the head teacher neither files, reads nor answers one, and nobody else does', async () => {
  const filed = await file()
  const reportId = filed.ok ? filed.data.reportId : ''
  for (const who of [HEAD_TEACHER, TEACHER, FATHER]) {
    expect(await file(who)).toMatchObject(FORBIDDEN)
    expect(await ofSchool(who)).toMatchObject(FORBIDDEN)
    expect(await school.ask(who, 'report.list', { of: 'class', classId: CLASS })).toMatchObject(FORBIDDEN)
    expect(await school.ask(who, 'report.answer', { reportId, words: '好' })).toMatchObject(FORBIDDEN)
  }
  const elsewhere = { classId: OTHER_CLASS, words: WORDS }
  expect(await school.ask(SUPERVISOR, 'report.file', elsewhere)).toMatchObject(FORBIDDEN)
  expect(await ofSchool(SUPERVISOR)).toMatchObject(FORBIDDEN)
})

test('M06 the same call twice at once is one report; of two answers at once one counts', async () => {
  const requestId = newRequestId()
  const [one, two] = await Promise.all([file(SUPERVISOR, requestId), file(SUPERVISOR, requestId)])
  expect(one.ok && two.ok && one.data.reportId === two.data.reportId).toBe(true)
  const reportId = one.ok ? one.data.reportId : ''
  const answers = await Promise.all(
    [PRINCIPAL, OFFICE].map((who) => school.ask(who, 'report.answer', { reportId, words: '已了解' })),
  )
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  expect(answers.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'REPORT_ANSWERED' } })
})

test('M06 a report outlives the supervisor’s post and their account, and is nobody’s then', async () => {
  await file()
  await school.get(SUPERVISOR, 'person.delete', {})
  expect(await ofSchool(PRINCIPAL)).toMatchObject({ data: { reports: [{ words: WORDS }] } })
  const [stored] = await school.stored<{ by: { openid: string } }>('reports')
  expect(stored?.by.openid).toBe('')
  expect(await file()).toMatchObject(FORBIDDEN)
})

test.each<[string, string, Record<string, unknown>]>([
  ['a doubt', 'verdicts.set', { suggest: 'review', label: 20001 }],
  ['an outage', 'faults.set', { target: 'openapi:security.msgSecCheck', mode: 'fail', errcode: -1 }],
])('C04 M06 %s does not keep a report from the leaders; it says that it was not checked', async (_, op, setting) => {
  await school.cloud.control(op, setting)
  expect(await file()).toMatchObject({ data: { doubted: true } })
  await school.cloud.control('faults.clear')
  expect(await ofSchool(PRINCIPAL)).toMatchObject({ data: { reports: [{ words: WORDS, doubted: true }] } })
})

test('C04 a risky report is refused and can be mended', async () => {
  await school.cloud.control('verdicts.set', { suggest: 'risky', label: 20003, times: 1 })
  expect(await file()).toMatchObject({ error: { code: 'POST_REFUSED', rule: 'C08', field: 'words' } })
  expect(await file()).toMatchObject({ ok: true })
})

test('M06 filing takes at most 2 calls of the database, reading and answering at most 3', async () => {
  const spent = async (action: string, call: () => Promise<unknown>) => {
    await school.cloud.control('counters.reset')
    await call()
    return school.databaseCalls(action)
  }
  let reportId = ''
  expect(
    await spent('report.file', async () => {
      const filed = await file()
      reportId = filed.ok ? filed.data.reportId : ''
    }),
  ).toBeLessThanOrEqual(2)
  expect(await spent('report.list', () => ofSchool(PRINCIPAL))).toBeLessThanOrEqual(2)
  const answer = { reportId, words: '已了解' }
  expect(await spent('report.answer', () => school.get(PRINCIPAL, 'report.answer', answer))).toBeLessThanOrEqual(3)
})
