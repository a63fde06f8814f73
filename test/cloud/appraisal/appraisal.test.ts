// Proves the five appraisal sheets with the papers' numbers: who gets them, what they say, what each figure rests on.
import {
  CLASS,
  HEAD_TEACHER,
  OFFICE,
  OTHER_CLASS,
  PRINCIPAL,
  SCHOOL,
  TEACHER,
  aNotice,
  childId,
  motherOf,
} from '../given-school'
import { givenRegisters, type Registers } from '../entry/given-registers'
import { figureOf, keepEntry, openBook, type Line } from './given-exports'

const HEAD = '语文王老师'
const AT = { schoolId: SCHOOL }
const TERM = 't2026-09-01'
let school: Registers
afterEach(() => school.stop())

type Kind = 'head_teacher' | 'allowance' | 'teacher' | 'home' | 'class_points'
const sheetsOf = async (kind: Kind, who = PRINCIPAL) => {
  const { url, name } = await school.get(who, 'appraisal.export', { ...AT, kind })
  const book = await openBook(url)
  expect(book.names).toEqual(['考核表', '依据'])
  return { name, lines: book.lines('考核表'), reasons: book.lines('依据') }
}
/** What a figure of somebody rests on. */
const reasonOf = (reasons: readonly Line[], who: string, label: string) =>
  reasons.find((line) => line[0] === who && line[2] === label)?.[5]
const aTeacher = { kind: 'teacher', id: HEAD_TEACHER, name: HEAD }
const grade = (chosen: string, veto: string[] = []) =>
  keepEntry(school, {
    ...{ register: 'head-teacher-grade', slot: `${TERM}:end`, subject: aTeacher, classId: '', by: PRINCIPAL },
    answers: [
      { question: 'grade', choices: [chosen] },
      { question: 'veto', choices: veto },
    ],
  })

test('D11 given forty children and a term of five months, then 合格 is 200 yuan, and a veto makes it 不合格 and 100', async () => {
  school = await givenRegisters(['head-teacher-grade'], { children: 40 })
  expect(figureOf((await sheetsOf('allowance')).lines, HEAD, '等级')).toBeUndefined()
  await grade('pass')
  const passed = await sheetsOf('allowance', OFFICE)
  expect(passed.name).toBe('班主任津贴表2026-09-01.xlsx')
  expect(['等级', '基本津贴（元）', '应得津贴（元）'].map((label) => figureOf(passed.lines, HEAD, label))).toEqual([
    '合格',
    200,
    200,
  ])
  expect(reasonOf(passed.reasons, HEAD, '基本津贴（元）')).toBe('40名学生×5个月×1元')
  await grade('good', ['accident'])
  const vetoed = await sheetsOf('allowance')
  expect(['等级', '应得津贴（元）'].map((label) => figureOf(vetoed.lines, HEAD, label))).toEqual(['不合格', 100])
  expect(reasonOf(vetoed.reasons, HEAD, '等级')).toBe('一票否决：安全责任事故')
  // Whoever has no grade yet is not taken for one who passed.
  expect(reasonOf(vetoed.reasons, '语文赵老师', '等级')).toBe('本学期还没有评定')
  expect(figureOf(vetoed.lines, '语文赵老师', '应得津贴（元）')).toBeUndefined()
})

test('D08 D09 given what four groups said, then each has its mean and says how many were asked', async () => {
  school = await givenRegisters(['appraisal-family', 'appraisal-peer', 'appraisal-leaders'])
  const three = (choice: string) => ['class', 'child', 'talk'].map((question) => ({ question, choices: [choice] }))
  const four = (choice: string) =>
    ['class', 'pupils', 'families', 'teaching'].map((question) => ({ question, choices: [choice] }))
  await keepEntry(school, { register: 'appraisal-family', slot: `${TERM}:end`, answers: three('very') })
  await keepEntry(school, { register: 'appraisal-family', slot: `${TERM}:end`, answers: three('poor') })
  const about = { slot: `${TERM}:end`, subject: aTeacher, classId: '' }
  await keepEntry(school, { register: 'appraisal-peer', ...about, by: TEACHER, answers: four('good') })
  await keepEntry(school, { register: 'appraisal-leaders', ...about, by: PRINCIPAL, answers: four('excellent') })
  const { lines, reasons } = await sheetsOf('head_teacher')
  expect(['家长反馈', '同事互评', '学校评估', '学生问卷'].map((label) => figureOf(lines, HEAD, label))).toEqual([
    ...[50, 66.67, 100],
    undefined,
  ])
  expect(figureOf(lines, HEAD, '综合')).toBe(72.22)
  expect(reasonOf(reasons, HEAD, '家长反馈')).toBe('问了4人，答了2人；从好到差：3、0、0、3')
  expect(figureOf(lines, '语文赵老师', '综合')).toBeUndefined()
})

test('G09 given a term of posts, then each teacher has what they sent, what was refused, and what they followed up', async () => {
  school = await givenRegisters(['contacts'])
  const { noticeId } = await school.get(HEAD_TEACHER, 'notice.publish', aNotice())
  const refused = await school.ask(
    HEAD_TEACHER,
    'notice.publish',
    aNotice({ body: '期中成绩排名：王梓涵第1名98分，李浩宇第2名97分。' }),
  )
  expect(refused).toMatchObject({ ok: false })
  const follow = { noticeId, classId: CLASS, childId: childId(CLASS, 2), way: 'phone', told: '妈妈' } as const
  await school.get(HEAD_TEACHER, 'slip.followUp', { ...follow, at: Date.parse('2026-09-01T10:00:00+08:00') })
  await school.get(PRINCIPAL, 'notice.publish', aNotice({ audience: { to: 'school', schoolId: SCHOOL } }))
  const { lines, reasons } = await sheetsOf('teacher')
  const figures = ['发出通知', '安静时间发出', '没有发出', '跟进', '联系家长']
  expect(figures.map((label) => figureOf(lines, HEAD, label))).toEqual([1, 0, 1, 1, 1])
  expect(figures.map((label) => figureOf(lines, '数学李老师', label))).toEqual([0, 0, 0, 0, 0])
  // Leaders are not appraised as teachers.
  expect(lines.some(([cell]) => String(cell).includes('李明'))).toBe(false)
  expect(reasonOf(reasons, HEAD, '跟进')).toBe('通知后的电话、家访、书面')
})

test('H06 H10 given contacts of a month, then each teacher has them by kind, and whether the month was met', async () => {
  school = await givenRegisters(['contacts', 'home-visits'])
  const contact = (index: number, way: string, more = {}) =>
    keepEntry(school, {
      ...{ register: 'contacts', slot: 'm2026-09', on: '2026-09-01' },
      subject: { kind: 'child', id: childId(CLASS, index), name: '某某' },
      answers: [
        { question: 'way', choices: [way] },
        { question: 'matter', text: '近况' },
        { question: 'feedback', text: '知道了' },
      ],
      ...more,
    })
  for (const index of [0, 1, 1]) await contact(index, 'phone')
  await contact(2, 'face', { by: TEACHER, card: '数学李老师' })
  await contact(3, 'phone', { state: 'void' })
  const visited = { kind: 'child', id: childId(CLASS, 2), name: '某某' }
  await keepEntry(school, {
    register: 'home-visits',
    subject: visited,
    slot: 'm2026-09',
    answers: [{ question: 'matter', text: '家访' }],
  })
  const { lines, reasons } = await sheetsOf('home')
  const figures = ['联系家长', '达到次数的月份', '家访', '电话', '联系到的孩子', '记了家长意见']
  expect(figures.map((label) => figureOf(lines, HEAD, label))).toEqual([4, 1, 1, 3, 3, 3])
  expect(figures.map((label) => figureOf(lines, '数学李老师', label))).toEqual([1, 0, 0, 0, 1, 1])
  expect(reasons.find((line) => line[0] === HEAD && line[2] === '联系到的孩子')?.slice(3, 5)).toEqual([3, 4])
})

test('Q17 X08 given points of two classes, then leaders have total, items and place; nobody else has the sheet', async () => {
  school = await givenRegisters(['points-log', 'class-prizes', 'class-criticism', 'points-retention'], { children: 4 })
  const of = (classId: string) => ({ classId, subject: { kind: 'class', id: classId, name: classId } })
  const checked = (classId: string, points: number, slot: string) =>
    keepEntry(school, {
      register: 'points-log',
      slot,
      ...of(classId),
      answers: [{ question: 'points', number: points }],
    })
  await checked(CLASS, 9, 'm2026-09')
  await checked(CLASS, 8, 'm2026-10')
  await checked(OTHER_CLASS, 10, 'm2026-09')
  for (const prize of ['first', 'third'])
    await keepEntry(school, {
      register: 'class-prizes',
      ...of(CLASS),
      answers: [{ question: 'prize', choices: [prize] }],
    })
  await keepEntry(school, {
    register: 'class-criticism',
    ...of(OTHER_CLASS),
    answers: [{ question: 'whom', choices: ['class'] }],
  })
  const { lines, reasons } = await sheetsOf('class_points')
  const figures = ['班级日志检查', '集体比赛获奖', '学生巩固率', '总分', '名次']
  expect(figures.map((label) => figureOf(lines, '三（2）班', label))).toEqual([8.5, 11, 10, 29.5, 1])
  expect(figures.map((label) => figureOf(lines, '三（1）班', label))).toEqual([10, 0, 10, 16, 2])
  expect(reasonOf(reasons, '三（2）班', '班级日志检查')).toBe('2条记录')
  expect(reasonOf(reasons, '三（2）班', '学生巩固率')).toBe('期初期末人数')
  // In the order of the school, not of the places.
  expect(lines.slice(-2).map(([name]) => name)).toEqual(['三（2）班', '三（1）班'])
  for (const kind of ['class_points', 'allowance', 'home', 'teacher', 'head_teacher'] as const)
    for (const who of [HEAD_TEACHER, TEACHER, 'o-grade-four', motherOf(childId(CLASS, 0)), 'o-nobody'])
      expect(await school.ask(who, 'appraisal.export', { ...AT, kind })).toMatchObject({ error: { code: 'FORBIDDEN' } })
  expect(await school.ask(PRINCIPAL, 'appraisal.export', { schoolId: 'elsewhere', kind: 'home' })).toMatchObject({
    error: { code: 'FORBIDDEN' },
  })
})
