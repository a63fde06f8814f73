// Decides what the figures of the classroom equipment say: shares of lessons, and points by the paper's examples.
import { CLASS, HEAD_TEACHER, OTHER_CLASS, PRINCIPAL, SCHOOL } from '../given-school'
import { anEntry, keepEntries } from '../register/given-entries'
import { EQUIPMENT, givenRegisters, type Registers } from './given-registers'

const ON = '2026-09-01'
const WEEK = 'w2026-08-31'
const DEVICE = 'device-one'
const device = { kind: 'device', id: DEVICE, name: '一体机' }
const times = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make)
const chose = (question: string, ...choices: string[]) => ({ question, choices })

let school: Registers
afterEach(() => school.stop())

const summary = (register: string, who = PRINCIPAL) =>
  school.get(who, 'register.summary', { register, schoolId: SCHOOL })
const pointsOf = async (register: string, name: string) => {
  const { lines } = await summary(register)
  const line = lines.find((each) => each.name === name)
  return [line?.points, line?.of]
}
async function aDevice() {
  const answers = [{ question: 'name', text: '一体机' }]
  await keepEntries(school, [{ ...anEntry({ register: 'device-file', slot: '-', on: ON, answers }), _id: DEVICE }])
}

test('E06 given ten new lessons with five uses and five reviews with four, then 50 % of 60 and 80 % of 80', async () => {
  school = await givenRegisters(['lesson-log-share', 'device-file'])
  await aDevice()
  const lesson = (kind: string, used: string) => () =>
    anEntry({
      ...{ register: 'lesson-log-share', slot: WEEK, on: ON, subject: device },
      answers: [chose('kind', kind), chose('used', used)],
    })
  await keepEntries(school, [
    ...[...times(5, lesson('new', 'yes')), ...times(5, lesson('new', 'no'))],
    ...[...times(4, lesson('review', 'yes')), lesson('review', 'no')()],
  ])
  const { shares } = await summary('lesson-log-share', EQUIPMENT)
  expect(shares).toMatchObject([
    { part: 5, whole: 10, least: 60 },
    { part: 4, whole: 5, least: 80 },
  ])
})

test('E08 given three uses of four in a week, then two points less than all', async () => {
  school = await givenRegisters(['lesson-log-points', 'device-file'])
  await aDevice()
  const use = () => anEntry({ register: 'lesson-log-points', slot: WEEK, on: ON, subject: device })
  await keepEntries(school, times(3, use))
  expect(await pointsOf('lesson-log-points', '语文王老师')).toEqual([18, 20])
  await keepEntries(school, [use()])
  expect(await pointsOf('lesson-log-points', '语文王老师')).toEqual([20, 20])
})

test('E12 given thirty pieces of courseware, then 24; a first prize of a contest is 6', async () => {
  school = await givenRegisters(['courseware', 'courseware-contest'])
  const slot = 't2026-09-01'
  const piece = () => anEntry({ register: 'courseware', slot, on: ON, answers: [chose('kind', 'slides')] })
  await keepEntries(school, times(30, piece))
  expect(await pointsOf('courseware', '语文王老师')).toEqual([24, 24])
  const teacher = { kind: 'teacher', id: HEAD_TEACHER, name: '语文王老师' }
  const won = { register: 'courseware-contest', slot, on: ON, by: EQUIPMENT, subject: teacher }
  await keepEntries(school, [anEntry({ ...won, answers: [chose('rank', 'first')] })])
  const { lines } = await summary('courseware-contest')
  expect(lines.reduce((sum, { points = 0 }) => sum + points, 0)).toBe(6)
})

test('E13 given two repairs of a device, then four points less than all', async () => {
  school = await givenRegisters(['device-repair', 'device-file'])
  await aDevice()
  expect(await pointsOf('device-repair', '一体机')).toEqual([20, 20])
  const repair = () => anEntry({ register: 'device-repair', slot: '-', on: ON, subject: device })
  await keepEntries(school, times(2, repair))
  expect(await pointsOf('device-repair', '一体机')).toEqual([16, 20])
})

test.each([
  ['one item undone', ['dust'], 29],
  ['one that a week has not mended', ['week'], 25],
  ['one that nobody mends', ['never'], 0],
  ['a device that is burnt or lost for want of care', ['lost'], 0],
])('E14 given %s, then the class’s points are less, and another’s are not', async (_, lacking, points) => {
  school = await givenRegisters(['device-care'])
  const slot = 'm2026-09'
  await keepEntries(school, [
    anEntry({ register: 'device-care', slot, on: ON, by: EQUIPMENT, answers: [chose('lacking', ...lacking)] }),
    anEntry({
      ...{ register: 'device-care', slot, on: ON, by: EQUIPMENT, classId: OTHER_CLASS },
      answers: [chose('lacking')],
    }),
  ])
  const { lines } = await summary('device-care', EQUIPMENT)
  expect(lines.map((line) => [line.id, line.points, line.of])).toEqual([
    [CLASS, points, 30],
    [OTHER_CLASS, 30, 30],
  ])
})
