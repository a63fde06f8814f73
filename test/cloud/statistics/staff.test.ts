// Proves that figures by name, by notice and by year equal what they lead to, and are refused to whom they are not.
import type { CountedFigure } from '@class-pact/core/contract'
import { takeRoll } from '../roll/given-roll'
import {
  CLASS,
  HEAD_TEACHER,
  OTHER_CLASS,
  OTHER_HEAD_TEACHER,
  OFFICE,
  PRINCIPAL,
  SCHOOL,
  TEACHER,
  aNotice,
  anOuting,
  childId,
  childName,
  givenSchool,
  motherOf,
  type GivenSchool,
} from '../given-school'

let school: GivenSchool
beforeEach(async () => {
  school = await givenSchool({ children: 5 })
})
afterEach(() => school.stop())

const TERM = { schoolId: SCHOOL, range: 'term' } as const
const FORBIDDEN = { error: { code: 'FORBIDDEN' } }
const staff = () => school.get(PRINCIPAL, 'statistics.staff', TERM)
const items = (figure: CountedFigure, more = {}) =>
  school.get(PRINCIPAL, 'statistics.items', { ...TERM, figure, ...more })

test('X02 X03 X04 G08 G09 each of the staff has what the log has of them, and every figure leads to as many', async () => {
  const { noticeId } = await school.get(HEAD_TEACHER, 'notice.publish', anOuting())
  await school.ask(HEAD_TEACHER, 'notice.publish', aNotice({ body: `${childName(0)}98分，${childName(1)}61分。` }))
  const told = { noticeId, classId: CLASS, childId: childId(CLASS, 2), way: 'phone', told: '奶奶' } as const
  await school.get(HEAD_TEACHER, 'slip.followUp', { ...told, at: Date.parse('2026-09-01T10:00:00+08:00') })
  await school.at('2026-09-01T20:30:00+08:00')
  await school.get(TEACHER, 'notice.publish', aNotice({ urgent: { cause: 'safety', reason: '校门口积水' } }))
  await school.get(TEACHER, 'notice.publish', aNotice({ title: '明早带雨具' }))
  await school.at('2026-09-02T09:00:00+08:00')
  await school.tick()
  const { staff: lines, all } = await staff()
  const of = (part: string) => lines.find(({ card = '' }) => card.includes(part))
  expect(of('王老师')).toMatchObject({ posts: 1, late: 0, refused: 1, held: 0, followUps: 1, contacts: 1 })
  expect(of('王老师')?.rules).toContainEqual({ rule: 'C18', refused: 1, held: 0 })
  expect(of('数学李老师')).toMatchObject({ posts: 2, late: 2, overrides: 1, refused: 0 })
  const figures = { late: all.late, overrides: all.overrides, refused: all.refused, posts: all.posts } as const
  for (const [figure, count] of Object.entries(figures) as [keyof typeof figures, number][])
    expect([figure, (await items(figure, { staffId: 'all' })).total]).toEqual([figure, count])
  const { staffId } = of('数学李老师') ?? {}
  const { items: urgent, total } = await items('overrides', { staffId })
  expect(total).toBe(1)
  expect(urgent).toMatchObject([{ kind: 'post', by: '数学李老师', urgent: { cause: 'safety', reason: '校门口积水' } }])
  const page = await school.get(PRINCIPAL, 'statistics.read', TERM)
  expect((await items('overrides')).total).toBe(page.school.overrides)
  expect((await items('refused')).total).toBe(page.school.refusals)
  expect((await items('refused', { rule: 'C18' })).total).toBe(page.rules.find(({ rule }) => rule === 'C18')?.refused)
  expect((await items('follow_ups')).total).toBe(page.school.followUps.done)
  expect((await items('follow_ups')).items).toMatchObject([{ kind: 'line', way: 'phone', name: childName(2) }])
  expect(page.grades).toMatchObject([{ grade: '三', classes: 2, children: page.school.children }])
})

test('G08 G09 given somebody has left the school, then what they did stands without a name, and leads to as many', async () => {
  await school.get(TEACHER, 'notice.publish', aNotice())
  await school.get(TEACHER, 'person.delete', {})
  const { staff: lines } = await staff()
  const gone = lines.filter(({ card }) => card === undefined)
  expect(gone).toMatchObject([{ posts: 1, classNames: [] }])
  const { items: posts, total } = await items('posts', { staffId: gone[0]?.staffId ?? '' })
  expect([total, posts.map((post) => 'by' in post)]).toEqual([1, [false]])
  expect(
    await school.ask(PRINCIPAL, 'statistics.items', { ...TERM, figure: 'posts', staffId: 'somebody' }),
  ).toMatchObject(FORBIDDEN)
})

test('X01 X04 a notice has its rates class by class, and owes every child it has not reached past the deadline', async () => {
  const audience = { to: 'school', schoolId: SCHOOL } as const
  const { noticeId } = await school.get(PRINCIPAL, 'notice.publish', anOuting({ audience }))
  await school.advance(30 * 60_000)
  const child = childId(CLASS, 0)
  const signing = { noticeId, classId: CLASS, childId: child, version: 1, typedName: '王芳' }
  await school.get(motherOf(child), 'slip.sign', signing)
  await school.at('2026-09-20T09:00:00+08:00')
  await school.tick()
  const figures = await school.get(PRINCIPAL, 'statistics.notice', { noticeId })
  expect(figures.all).toMatchObject({ counts: { total: 10, signed: 1, missing: 9 }, signRate: 0.1, owed: 9 })
  expect(figures.classes[0]).toMatchObject({ classId: CLASS, counts: { total: 5, signed: 1 }, owed: 4 })
  const board = await school.get(PRINCIPAL, 'board.read', { noticeId, classId: CLASS })
  expect(board.counts).toEqual(figures.classes[0]?.counts)
  const page = await school.get(PRINCIPAL, 'statistics.read', TERM)
  expect(page.school.followUps.owed).toBe(9)
  const owed = await items('owed', { classId: CLASS })
  expect(owed.total).toBe(page.classes[0]?.followUps.owed)
  expect(owed.items.map((item) => item.kind === 'line' && item.no)).toEqual(['2', '3', '4', '5'])
  expect((await school.get(HEAD_TEACHER, 'statistics.notice', { noticeId })).classes).toHaveLength(1)
  expect(await school.ask(motherOf(child), 'statistics.notice', { noticeId })).toMatchObject(FORBIDDEN)
})

test('X01 a school year is the sum of its months, and the year before is looked at by a day of it', async () => {
  await school.get(HEAD_TEACHER, 'notice.publish', anOuting())
  await school.at('2026-10-20T09:00:00+08:00')
  await school.get(
    HEAD_TEACHER,
    'notice.publish',
    anOuting({
      title: '秋游',
      event: { day: '2026-10-30', place: '公园' },
      deadline: Date.parse('2026-10-22T18:00:00+08:00'),
    }),
  )
  await school.tick()
  const year = await school.get(PRINCIPAL, 'statistics.read', { schoolId: SCHOOL, range: 'year' })
  expect(year).toMatchObject({ from: '2026-08-01', to: '2026-10-20', school: { notices: 2, entries: 10 } })
  const { entries: total, signed, followed } = year.school
  const { slips, items: lines } = await items('slips', { range: 'year' })
  expect([slips, lines.length]).toEqual([{ total, signed, followed }, 2])
  const past = await school.get(PRINCIPAL, 'statistics.read', { schoolId: SCHOOL, range: 'month', of: '2026-09-15' })
  expect(past).toMatchObject({ from: '2026-09-01', to: '2026-09-30', school: { notices: 1 }, later: '2026-10-01' })
  const future = { schoolId: SCHOOL, range: 'year', of: '2027-09-01' } as const
  expect(await school.ask(PRINCIPAL, 'statistics.read', future)).toMatchObject({ error: { field: 'of' } })
})

test('X01 X06 X07 every rate leads to what it is made of: the slips, the rolls, and contacts to each of them', async () => {
  await takeRoll(school, { [childId(CLASS, 4)]: 'absent' })
  const { noticeId } = await school.get(HEAD_TEACHER, 'notice.publish', anOuting())
  await school.get(HEAD_TEACHER, 'notice.publish', aNotice())
  await school.advance(30 * 60_000)
  const child = childId(CLASS, 0)
  await school.get(motherOf(child), 'slip.sign', {
    ...{ noticeId, classId: CLASS, childId: child, version: 1, typedName: '王芳' },
  })
  const told = { noticeId, classId: CLASS, childId: childId(CLASS, 2), way: 'phone', told: '奶奶' } as const
  await school.get(HEAD_TEACHER, 'slip.followUp', { ...told, at: Date.parse('2026-09-01T10:00:00+08:00') })
  await school.tick()
  const page = await school.get(PRINCIPAL, 'statistics.read', TERM)
  const { entries, signed, followed, attendance } = page.school
  expect(signed).toBe(1)
  const slips = await items('slips')
  expect(slips.slips).toEqual({ total: entries, signed, followed })
  const sum = { total: 0, signed: 0, followed: 0 }
  for (const item of slips.items)
    if (item.kind === 'slip') {
      const board = await school.get(PRINCIPAL, 'board.read', { noticeId: item.noticeId, classId: item.classId })
      expect(board.counts).toEqual(item.counts)
      for (const field of ['total', 'signed', 'followed'] as const) sum[field] += item.counts[field]
    }
  expect(sum).toEqual(slips.slips)
  expect((await items('slips', { classId: OTHER_CLASS })).total).toBe(0)
  const rolls = await items('rolls')
  const { rate, causes: _, ...counts } = attendance
  expect(rolls.rolls).toEqual(counts)
  expect(rolls.items).toMatchObject([
    { kind: 'roll', day: '2026-09-01', classId: CLASS, counts: { total: 5, absent: 1 } },
  ])
  expect(rate).toBe(0.8)
  const { staff: lines, all } = await staff()
  expect((await items('contacts', { staffId: 'all' })).total).toBe(all.contacts)
  expect(all.contacts).toBeGreaterThan(0)
  for (const { staffId, contacts } of lines) expect((await items('contacts', { staffId })).total).toBe(contacts)
  const work = await school.get(PRINCIPAL, 'statistics.work', TERM)
  expect((await items('contacts')).total).toBe(work.school.contacts)
  expect((await items('contacts', { classId: CLASS })).total).toBe(work.classes[0]?.contacts)
  expect(JSON.stringify(await items('contacts'))).not.toContain(childName(2))
})

test('G08 X02 figures by name are the leaders’ alone', async () => {
  expect((await school.get(OFFICE, 'statistics.staff', TERM)).staff.length).toBeGreaterThan(0)
  for (const who of [HEAD_TEACHER, OTHER_HEAD_TEACHER, TEACHER, motherOf(childId(CLASS, 0))]) {
    expect(await school.ask(who, 'statistics.staff', TERM)).toMatchObject(FORBIDDEN)
    expect(await school.ask(who, 'statistics.items', { ...TERM, figure: 'late' })).toMatchObject(FORBIDDEN)
  }
})
