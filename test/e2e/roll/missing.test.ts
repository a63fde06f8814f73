// Proves the search for a missing child on three phones: all see it in time, and it ends everywhere (L05, H27).
import { startHouse, type House } from '../main-job/house'
import { get } from '../main-job/steps'

const CLASS = 'demo-class-3-2'
const CHILD = `${CLASS}-23`
const DAY = '2026-09-01'
const FOUND = '每个孩子都有着落了'

interface ReadRoll {
  half: 'am' | 'pm'
  now: number
  lines: { childId: string }[]
}

let house: House
beforeAll(async () => {
  house = await startHouse(`${DAY}T08:02:00+08:00`, 'demo')
})
afterAll(() => house.stop())

describe('given a morning on which one child is missing', () => {
  beforeAll(async () => {
    const { half, now: takenAt, lines } = await get<ReadRoll>(house, 'demo-wang', 'roll.read', { classId: CLASS })
    const children = lines.map(({ childId }) => childId)
    const marks = [{ childId: CHILD, mark: 'absent', at: takenAt }]
    await get(house, 'demo-wang', 'roll.save', { classId: CLASS, day: DAY, half, takenAt, children, marks })
  })

  it('L05 when the family opens 今天, then one red line says it, with the call', async () => {
    const { guardian } = house
    await guardian.open('pages/today/today')
    await guardian.find(['today-guardian', '.red-line'], '未到校')
    await guardian.find(['today-guardian', '.red-call'], '打电话')
    await guardian.picture('missing-guardian')
  })

  it('L05 when the teacher opens 今天, then the child is on top, and one tap leads to the search', async () => {
    const { teacher, principal } = house
    await teacher.open('pages/today/today')
    await teacher.tap(['today-staff', 'missing-rows', '.red'], '张小明')
    await teacher.reach('packages/roll/missing/missing')
    await teacher.tap(['contact-card', '.miss-a'], '未接通')
    await teacher.find(['contact-card', '.miss-r'], '未接通')
    await teacher.picture('missing-teacher')
    await principal.open('pages/today/today')
    await principal.settle()
    expect(await principal.words()).not.toContain('1个孩子')
  })

  it('L05 when 30 minutes are over, then it is the first thing on the leaders’ 今天, and a tap says who', async () => {
    const { principal } = house
    await house.control('clock.set', { now: `${DAY}T08:33:00+08:00` })
    await principal.open('pages/today/today')
    await principal.find(['today-principal', 'missing-rows', '.red-t'], '未到00:3')
    await principal.picture('missing-principal')
    await principal.tap(['today-principal', 'missing-rows', '.red'], '1个孩子')
    await principal.reach('packages/roll/missing/missing')
    await principal.find(['contact-card', '.miss-n'], '张小明')
    await principal.find(['contact-card', '.miss-s'], '已告知校长')
  })

  it('L05 H27 when the teacher notes 已到校, then it is gone everywhere, and the record has every minute', async () => {
    const { teacher, guardian, principal } = house
    await teacher.tap(['contact-card', '.miss-a'], '已到校')
    await teacher.see(FOUND)
    await guardian.open('pages/today/today')
    await guardian.see('小明已到校')
    expect(await guardian.all('today-guardian', '.red-line')).toEqual([])
    await principal.open('pages/today/today')
    await principal.settle()
    expect(await principal.words()).not.toContain('1个孩子')
    await principal.open('packages/roll/record/record?schoolId=demo-school')
    for (const words of ['张小明', '记为未到', '未接通', '已到校', '由语文王老师负责']) await principal.see(words)
    await principal.picture('missing-record')
  })
})
