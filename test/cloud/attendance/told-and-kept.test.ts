// Decides who is told that children fall ill together, and whose attendance is: a family's copy, and no name.
import {
  CLASS,
  HEAD_TEACHER,
  OFFICE,
  PRINCIPAL,
  SCHOOL,
  childId,
  givenSchool,
  keyOf,
  motherOf,
  type GivenSchool,
} from '../given-school'
import { giveLeave, takeRoll, type Marks } from './given-rolls'

const at = (index: number) => childId(CLASS, index)
const fever: Marks[string] = { mark: 'present', symptoms: ['fever'] }
const ILL = { [at(0)]: fever, [at(1)]: fever, [at(2)]: fever }

interface Message {
  touser: string
  page: string
  data: Record<string, { value: string }>
}

let school: GivenSchool
beforeEach(async () => {
  school = await givenSchool({ children: 10, now: '2026-09-01T08:05:00+08:00' })
})
afterEach(() => school.stop())

const messages = async () => (await school.cloud.control<{ deliveries: Message[] }>('deliveries.list')).deliveries
const accepted = async (...who: string[]) => {
  for (const openid of who) for (const _twice of [1, 2]) await school.accept(openid, 'todo')
}

describe('given children of one class who fall ill together', () => {
  test('X06 leaders and head teacher are told once, however often the clock looks, without a name or a symptom', async () => {
    await accepted(PRINCIPAL, OFFICE, HEAD_TEACHER)
    await takeRoll(school, HEAD_TEACHER, CLASS, ILL)
    for (const _look of [1, 2, 3]) {
      await school.tick(3)
      await school.advance(61_000)
    }
    const told = await messages()
    expect(told.map(({ touser }) => touser).sort()).toEqual([HEAD_TEACHER, OFFICE, PRINCIPAL].sort())
    for (const { data, page } of told) {
      expect(data['thing1']?.value).toBe('有班级需核实健康情况，请看')
      expect(`${page}${JSON.stringify(data)}`).not.toMatch(/发热|fever|三（2）班|王/)
    }
  })

  test('X06 given a run that died among them, then the next tells the rest, and nobody twice', async () => {
    await accepted(PRINCIPAL, OFFICE, HEAD_TEACHER)
    await takeRoll(school, HEAD_TEACHER, CLASS, ILL)
    await school.tick()
    await school.cloud.control('faults.set', { target: 'database:modifyDocument:deliveries', mode: 'fail', times: 1 })
    await school.tick()
    await school.cloud.control('faults.clear')
    for (const _look of [1, 2]) {
      await school.advance(5 * 60_000)
      await school.tick(2)
    }
    const told = (await messages()).map(({ touser }) => touser)
    expect([...new Set(told)].sort()).toEqual([HEAD_TEACHER, OFFICE, PRINCIPAL].sort())
    expect(told).toHaveLength(3)
  })

  test('X06 T07 given a warning that is there at midnight, then nobody is told before school opens', async () => {
    await accepted(PRINCIPAL)
    for (const index of [0, 1, 3]) {
      const leave = { mother: motherOf(at(index)), head: HEAD_TEACHER, childId: at(index) }
      await giveLeave(school, { ...leave, kind: 'cough', from: '2026-09-02' })
    }
    await school.at('2026-09-02T00:01:00+08:00')
    await school.tick(2)
    await school.tick()
    expect(await messages()).toEqual([])
    await school.at('2026-09-02T09:00:00+08:00')
    await school.tick()
    expect((await messages()).map(({ touser }) => touser)).toEqual([PRINCIPAL])
  })
})

test('L11 M12 a family’s copy has its own child’s marks, half day by half day, and no other child’s', async () => {
  await giveLeave(school, {
    ...{ mother: motherOf(at(1)), head: HEAD_TEACHER, childId: at(1), kind: 'fever', from: '2026-09-02' },
  })
  await takeRoll(school, HEAD_TEACHER, CLASS, { [at(1)]: 'late', [at(4)]: 'absent' })
  await school.at('2026-09-02T08:05:00+08:00')
  await takeRoll(school, HEAD_TEACHER, CLASS)
  const { attendance, shortened } = await school.get(motherOf(at(1)), 'person.export', {})
  expect(attendance.map(({ day, half, mark, kind }) => [day, half, mark, kind])).toEqual([
    ['2026-09-02', 'am', 'leave', 'fever'],
    ['2026-09-01', 'am', 'late', undefined],
  ])
  expect([new Set(attendance.map(({ childName }) => childName)).size, shortened]).toEqual([1, false])
  expect((await school.get(HEAD_TEACHER, 'person.export', {})).attendance).toEqual([])
})

test('M12 given people who go, then the roll stands, what they noted keeps its card, and no openid is in it', async () => {
  const roll = await takeRoll(school, HEAD_TEACHER, CLASS, { ...ILL, [at(4)]: 'absent' })
  const { day, half, now } = roll
  const note = { classId: CLASS, day, half, childId: at(4), outcome: 'no_answer' as const, at: now }
  const noted = await school.get(OFFICE, 'roll.contact', note)
  const card = noted.contacts[0]?.notes[0]?.by
  await school.tick(2)
  await school.get(OFFICE, 'person.delete', {})
  await school.get(motherOf(at(4)), 'person.delete', {})
  const after = await school.get(HEAD_TEACHER, 'roll.read', { classId: CLASS, day, half })
  expect([after.counts, after.contacts[0]?.notes[0]?.by]).toEqual([roll.counts, card])
  const page = await school.get(PRINCIPAL, 'attendance.day', { schoolId: SCHOOL })
  expect(page.classes.find(({ classId }) => classId === CLASS)?.am?.counts).toMatchObject(roll.counts)
  const [warning] = await openWarnings()
  await school.get(HEAD_TEACHER, 'attendance.verify', { warningId: warning?.warningId ?? '', holds: true })
  for (const collection of ['rolls', 'warnings', 'dropouts']) {
    for (const { trail: _trail, ...kept } of await school.stored<{ trail?: unknown }>(collection)) {
      expect(JSON.stringify(kept)).not.toMatch(/"o-/)
    }
  }
})

const openWarnings = async () => {
  const today = await school.get(PRINCIPAL, 'today.read', { identity: keyOf('principal', SCHOOL) })
  return today.role === 'principal' ? today.warnings : []
}
