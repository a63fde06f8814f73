// Proves what of a term leaves as tables or on paper: the page's own figures, logged, and no child's name.
import { download, figureOf, openBook } from '../appraisal/given-exports'
import {
  CLASS,
  HEAD_TEACHER,
  OTHER_CLASS,
  PRINCIPAL,
  SCHOOL,
  anOuting,
  childId,
  childName,
  givenSchool,
  motherOf,
  type GivenSchool,
} from '../given-school'

let school: GivenSchool
let noticeId: string
beforeAll(async () => {
  school = await givenSchool({ children: 10 })
  const { version: seen } = await school.get(PRINCIPAL, 'register.settings', { schoolId: SCHOOL })
  await school.get(PRINCIPAL, 'register.switch', {
    ...{ schoolId: SCHOOL, seen, changes: [{ register: 'class-log', on: true }] },
  })
  const audience = { to: 'school', schoolId: SCHOOL } as const
  noticeId = (await school.get(PRINCIPAL, 'notice.publish', anOuting({ audience }))).noticeId
  await school.advance(30 * 60_000)
  for (const index of [0, 1, 3]) {
    const child = childId(CLASS, index)
    await school.get(motherOf(child), 'slip.sign', {
      ...{ noticeId, classId: CLASS, childId: child, version: 1, typedName: '王芳' },
    })
  }
  await school.tick()
})
afterAll(() => school.stop())

const inspect = () => school.get(PRINCIPAL, 'report.inspection', { schoolId: SCHOOL })

test('G13 given a term, then each class has what is open and until when: notices, registers, children without a guardian', async () => {
  const { classes, school: own } = await inspect()
  expect(classes.map(({ classId }) => classId)).toEqual([CLASS, OTHER_CLASS])
  expect(own).toEqual([])
  const [first, second] = classes.map(({ items }) => items)
  expect(first?.find(({ kind }) => kind === 'notice')).toMatchObject({
    ...{ noticeId, count: 7, overdue: false },
    until: expect.any(Number) as number,
  })
  expect(second?.find(({ kind }) => kind === 'notice')).toMatchObject({ noticeId, count: 10 })
  expect(first?.find(({ kind }) => kind === 'register')).toMatchObject({ register: 'class-log', overdue: false })
  expect(first?.find(({ kind }) => kind === 'seat')).toMatchObject({ count: 3 })
})

test('G13 given the day after the deadline, then what was due is overdue, and stands before what has no day', async () => {
  const before = await school.get(PRINCIPAL, 'report.inspection', { schoolId: SCHOOL })
  const until = before.classes[0]?.items.find(({ kind }) => kind === 'notice')?.until ?? 0
  await school.advance(until + 60_000 - before.now)
  const { classes } = await inspect()
  const items = classes[0]?.items ?? []
  expect(items.find(({ kind }) => kind === 'notice')).toMatchObject({ overdue: true })
  expect(items.find(({ kind }) => kind === 'register')).toMatchObject({ overdue: true })
  expect(items.at(-1)).toMatchObject({ kind: 'seat' })
})

test('X01 X05 when the figures are taken along, then every sheet opens and says what the page says', async () => {
  const page = await school.get(PRINCIPAL, 'statistics.read', { schoolId: SCHOOL, range: 'term' })
  const { url, name, rows } = await school.get(PRINCIPAL, 'report.figures', { schoolId: SCHOOL, range: 'term' })
  expect(name).toMatch(/统计\.xlsx$/)
  expect(rows).toBeGreaterThan(0)
  const book = await openBook(url)
  expect(book.names).toEqual(['各班', '通知', '请假', '出勤', '条款', '紧急通道', '督查清单'])
  const lines = book.lines('各班')
  for (const { className, children, entries, signed, reachedRate } of page.classes) {
    const said = ['孩子', '应签收', '家长已签', '通知到率'].map((heading) => figureOf(lines, className, heading))
    expect(said).toEqual([children, entries, signed, reachedRate])
  }
  expect(figureOf(lines, '全校', '家长已签')).toBe(page.school.signed)
  expect(figureOf(lines, '全校', '通知到率')).toBe(page.school.reachedRate)
  expect(book.lines('督查清单').some((line) => line.includes('通知未到'))).toBe(true)
})

test('G13 when a class is printed, then it is a PDF; a head teacher prints the own class alone, never the school', async () => {
  const { url, name } = await school.get(HEAD_TEACHER, 'report.term', { schoolId: SCHOOL, classId: CLASS })
  expect(name).toMatch(/学期报告\.pdf$/)
  expect((await download(url)).subarray(0, 5).toString()).toBe('%PDF-')
  for (const input of [{ schoolId: SCHOOL }, { schoolId: SCHOOL, classId: OTHER_CLASS }])
    expect(await school.ask(HEAD_TEACHER, 'report.term', input)).toMatchObject({
      ok: false,
      error: { code: 'FORBIDDEN' },
    })
})

test('X08 C28 given an inspection and its workbook, then no child and no family is named in them', async () => {
  const { url } = await school.get(PRINCIPAL, 'report.figures', { schoolId: SCHOOL, range: 'term' })
  const book = await openBook(url)
  const all = JSON.stringify([await inspect(), book.names.map((sheet) => book.lines(sheet))])
  for (const index of [0, 1, 2, 3]) expect(all).not.toContain(childName(index))
  expect(all).not.toContain('王芳')
})

test('X01 when files were taken along, then the school’s record says by whom and how many rows', async () => {
  await school.tick()
  const { rows } = await school.get(PRINCIPAL, 'audit.export', { schoolId: SCHOOL })
  const acts = rows.map(({ action }) => action)
  expect(acts).toEqual(expect.arrayContaining(['report.figures', 'report.term']))
})
