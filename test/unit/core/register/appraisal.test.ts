// Proves the appraisal sheets with the papers' own numbers, and that every figure says what it rests on.
import {
  CLASS_POINT_ITEMS,
  allowanceOf,
  allowanceRows,
  classPointsOf,
  equipmentScoreOf,
  fourWayRows,
  homeRows,
  ranksOf,
  teacherRows,
} from '@class-pact/core/register'

const routine = CLASS_POINT_ITEMS.filter(({ part }) => part === '常规管理').map(({ register }) => register)
const each = (points: number) => Object.fromEntries(routine.map((id) => [id, { points, entries: 1 }]))
const valueOf = (rows: readonly { label: string; value?: number | string }[], label: string) =>
  rows.find((row) => row.label === label)?.value

test('D08 given what pupils, families, peers and leaders said, then each has its mean, and all count alike', () => {
  const rows = fourWayRows({
    pupils: { asked: 40, answered: 40, counts: [40, 0, 0] },
    families: { asked: 40, answered: 20, counts: [10, 0, 0, 10] },
    peers: { asked: 6, answered: 2, counts: [0, 2, 0] },
    leaders: { asked: 2, answered: 0, counts: [0, 0, 0] },
  })
  expect(rows.map(({ value }) => value)).toEqual([100, 50, 50, undefined, 66.67])
  expect(rows[1]).toMatchObject({ label: '家长反馈', restsOn: '问了40人，答了20人；从好到差：10、0、0、10' })
})
test('D08 given that nobody answered, then there is no figure', () => {
  const nobody = { asked: 3, answered: 0, counts: [0, 0] }
  const rows = fourWayRows({ pupils: nobody, families: nobody, peers: nobody, leaders: nobody })
  expect(rows.every(({ value }) => value === undefined)).toBe(true)
})
test('D11 given 40 children and a term of five months, then one yuan each and month; 不合格 is half of it', () => {
  const term = { children: 40, months: 5, vetoes: [] }
  expect(allowanceOf({ ...term, grade: 'pass' })).toMatchObject({ basic: 200, paid: 200 })
  expect(allowanceOf({ ...term, grade: 'excellent' })).toMatchObject({ basic: 200, paid: 200 })
  expect(allowanceOf({ ...term, grade: 'fail' })).toMatchObject({ basic: 200, paid: 100 })
})
test('D11 given any of the five vetoes, then the grade is 不合格, whatever was given, and the sheet says why', () => {
  const vetoed = { children: 43, months: 5, grade: 'excellent', vetoes: ['安全责任事故'] } as const
  expect(allowanceOf(vetoed)).toEqual({ grade: 'fail', isVetoed: true, basic: 215, paid: 107.5 })
  expect(allowanceRows(vetoed)).toEqual([
    { label: '等级', value: '不合格', restsOn: '一票否决：安全责任事故' },
    { label: '基本津贴（元）', value: 215, restsOn: '43名学生×5个月×1元' },
    { label: '应得津贴（元）', value: 107.5, restsOn: '不合格，按50%' },
    { label: '另行奖励', value: '无', restsOn: '良好、优秀由学校另行奖励' },
    { label: '评优评先', value: '否', restsOn: '不合格的一票否决' },
  ])
  expect(valueOf(allowanceRows({ ...vetoed, vetoes: [] }), '另行奖励')).toBe('有')
})
test('G09 H06 given what a teacher did in a term, then every figure stands with what it rests on', () => {
  const rows = [
    ...teacherRows({ notices: 12, late: 2, urgent: 1, refused: 1, held: 3, followUps: 9 }),
    ...homeRows({
      ...{ contacts: 18, monthsMet: 4, months: 5, visits: 3, children: 40, reached: 16 },
      ...{ notices: 12, feedback: 11 },
    }),
  ]
  expect(rows.every(({ restsOn }) => restsOn.length > 0)).toBe(true)
  expect(rows.map(({ value }) => value)).toEqual([12, 2, 1, 3, 9, 18, 4, 3, 16, 12, 11])
  expect(rows.find(({ label }) => label === '达到次数的月份')).toMatchObject({ value: 4, of: 5 })
})
test('Q01 given ten scores of ten, then class routine is 100 of 100', () => {
  expect(routine).toHaveLength(10)
  const { rows, total } = classPointsOf(each(10))
  expect(total).toBe(100)
  expect(rows.find(({ label }) => label === '常规管理合计')).toEqual({
    ...{ label: '常规管理合计', value: 100, of: 100, restsOn: '以上10项' },
  })
})
test('Q17 Q19 given prizes, criticism, retention and the check of the equipment, then all are in the total', () => {
  const { rows, total } = classPointsOf(
    {
      ...each(9.5),
      'class-prizes': { points: 11, entries: 2 },
      'class-criticism': { points: -8, entries: 2 },
      'points-retention': { points: 9.7, entries: 1 },
      'equipment-check': { points: 9, entries: 4 },
    },
    { late: 3, early: 0, truant: 0 },
  )
  expect(total).toBe(116.7)
  expect(valueOf(rows, '综合表现合计')).toBe(3)
  expect(rows.find(({ label }) => label === '班班通月检查')).toMatchObject({ value: 9, of: 10, restsOn: '4条记录' })
  expect(valueOf(rows, '出勤')).toBe('迟到3、早退0、旷课0')
  expect(rows.every(({ restsOn }) => restsOn.length > 0)).toBe(true)
})
test('Q17 given an item that nobody assessed, then it has no figure, and one that is switched off is not there', () => {
  const { rows } = classPointsOf({ 'points-log': { entries: 0 } })
  expect(rows.find(({ label }) => label === '班级日志检查')).not.toHaveProperty('value')
  expect(rows.some(({ label }) => label === '计划总结')).toBe(false)
})
test('Q17 given the totals of classes, then equal ones share a place', () => {
  expect(ranksOf({ a: 180, b: 192.5, c: 192.5, d: 170 })).toEqual({ a: 3, b: 1, c: 1, d: 4 })
})
test('E12 E13 E14 given what a teacher did, then the four parts are of 30, 20, 20 and 30', () => {
  const points = {
    courseware: { points: 24, entries: 30 },
    'courseware-contest': { points: 5, entries: 1 },
    'lesson-log-points': { points: 16, entries: 78 },
    'device-repair': { points: 18, entries: 1 },
    'device-care': { points: 24, entries: 5 },
  }
  const { rows, total } = equipmentScoreOf({ points, isToBlame: false })
  expect(rows.map(({ value, of }) => [value, of])).toEqual([
    [29, 30],
    [16, 20],
    [18, 20],
    [24, 30],
    [87, 100],
  ])
  expect(total).toBe(87)
})
test('E14 E25 given a loss for which a teacher answers, then care of the equipment is nothing', () => {
  const { rows, total } = equipmentScoreOf({ points: {}, isToBlame: true })
  expect(valueOf(rows, '日常维护')).toBe(0)
  expect(total).toBe(20)
})
