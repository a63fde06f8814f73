// Proves that the demo school is the same each time, hangs together, and shows what it is there to show.
import { countEntries } from '@class-pact/core/notice'
import { beijingClock, beijingDay, addDays, instantOf } from '@class-pact/core/calendar'
import type { ChildDoc, ClassDoc } from '../../../cloudfunctions/domains/class/documents'
import type { LeaveDoc } from '../../../cloudfunctions/domains/leave/documents'
import type { RollDoc } from '../../../cloudfunctions/domains/roll/documents'
import type { NoticeDoc } from '../../../cloudfunctions/domains/notice/documents'
import type { PersonDoc } from '../../../cloudfunctions/common/call/person'
import type { SchoolDoc } from '../../../cloudfunctions/domains/school/documents'
import type { OfficeDoc } from '../../../cloudfunctions/domains/office/documents'
import type { SlipDoc } from '../../../cloudfunctions/domains/slip/documents'
import { buildDemo, type Demo } from '../../../demo'

const MOMENTS = ['2026-09-01T10:00:00+08:00', '2026-11-22T22:30:00+08:00', '2027-02-14T06:05:00+08:00'].map(Date.parse)

const of = <Doc>(demo: Demo, name: string) => (demo.collections[name] ?? []) as Doc[]
const childNamed = (demo: Demo, name: string) => of<ChildDoc>(demo, 'children').find((child) => child.name === name)

describe.each(MOMENTS)('the demo school at %d', (now) => {
  const demo = buildDemo(now)

  test('given the same moment, then it is the same school', () => {
    expect(JSON.stringify(buildDemo(now))).toBe(JSON.stringify(demo))
  })

  test('given its documents, then every id is used once and no two leaves share half a day', () => {
    for (const [name, documents] of Object.entries(demo.collections)) {
      const ids = (documents as { _id: string }[]).map(({ _id }) => _id)
      expect([name, new Set(ids).size]).toEqual([name, ids.length])
    }
    const slots = of<LeaveDoc>(demo, 'leaves').flatMap((leave) => leave.slots)
    expect(new Set(slots).size).toBe(slots.length)
    expect(of<LeaveDoc>(demo, 'leaves').map(({ state }) => state)).toEqual(
      expect.arrayContaining(['pending', 'approved', 'rejected', 'returned']),
    )
  })

  test('M01 X05 given its two classes, then 40 and 41 children have 74 guardians each, none more than two', () => {
    const classes = of<ClassDoc>(demo, 'classes')
    expect(classes.map(({ name, roster }) => [name, roster.length])).toEqual([
      ['三（2）班', 40],
      ['五（1）班', 41],
    ])
    for (const { _id } of classes) {
      const guardians = of<ChildDoc>(demo, 'children')
        .filter(({ classId }) => classId === _id)
        .map((child) => child.guardians.length)
      expect(guardians.reduce((sum, count) => sum + count, 0)).toBe(74)
      expect(Math.max(...guardians)).toBe(2)
      expect(Math.min(...guardians)).toBe(0)
    }
    expect(['张小明', '李雷', '韩梅梅'].map((name) => childNamed(demo, name)?.guardians.length)).toEqual([2, 1, 2])
  })

  test('M12 given seats and posts, then everybody who has one has agreed to be here, and nobody else is known', () => {
    const people = of<PersonDoc>(demo, 'people').map(({ _id }) => _id)
    const seated = of<ChildDoc>(demo, 'children').flatMap(({ guardians }) => guardians)
    const teaching = of<ClassDoc>(demo, 'classes').flatMap(({ headTeacher, teachers }) => [headTeacher, ...teachers])
    const leading = of<SchoolDoc>(demo, 'schools').flatMap(({ principals }) => principals)
    const inOffice = of<OfficeDoc>(demo, 'offices')
    const held = new Set([...seated, ...teaching, ...leading, ...inOffice].flatMap((place) => place?.openid ?? []))
    expect(people.sort()).toEqual([...held].sort())
    expect(seated.filter(({ openid }) => openid === 'demo-wang').map(({ card }) => card)).toEqual(['周小雨妈妈'])
    expect(demo.people[0]).toEqual({ openid: 'demo-wang', label: '语文王老师', role: 'head_teacher', part: '班主任' })
  })

  test('N06 given 秋游通知, then it is due tomorrow at 18:00 and 张小明 is one of two missing', () => {
    const slip = of<SlipDoc>(demo, 'slips').find(({ title }) => title === '秋游通知')
    expect(slip?.deadline).toBe(instantOf(addDays(beijingDay(now), 1), '18:00'))
    expect(slip?.state).toBe('running')
    expect(countEntries(slip?.entries ?? {})).toMatchObject({ total: 40, signed: 35, followed: 3, missing: 2 })
    const missing = Object.values(slip?.entries ?? {}).filter((entry) => !entry.signedAt && !entry.followed)
    expect(missing.map(({ name, guardians }) => [name === '张小明', guardians])).toEqual(
      expect.arrayContaining([
        [true, 2],
        [false, 0],
      ]),
    )
  })

  test('given its past, then nothing has happened in the future and nobody signed at night', () => {
    for (const slip of of<SlipDoc>(demo, 'slips')) {
      expect(slip.publishedAt).toBeLessThan(now)
      for (const { signedAt } of Object.values(slip.entries)) {
        if (signedAt === undefined) continue
        expect(signedAt).toBeLessThan(now)
        expect(signedAt).toBeGreaterThanOrEqual(Math.min(slip.publishedAt, now - 120_000))
        if (signedAt < now - 120_000)
          expect(beijingClock(signedAt) >= '06:30' && beijingClock(signedAt) <= '22:45').toBe(true)
      }
    }
  })

  test('L04 L05 given its rolls, then a week of mornings adds up, nothing is of the future and nobody is looked for', () => {
    const rolls = of<RollDoc>(demo, 'rolls')
    const days = new Set(rolls.map(({ day }) => day))
    expect([...days].filter((day) => day < beijingDay(now)).length).toBeGreaterThanOrEqual(5)
    expect(rolls.filter(({ day }) => day === beijingDay(now)).length).toBeLessThanOrEqual(1)
    for (const { lines, counts, takenAt = 0, updatedAt, open } of rolls) {
      const { total, present, late, early, leave, absent } = counts
      expect([Object.keys(lines).length, present + late + early + leave + absent]).toEqual([total, total])
      expect([takenAt < now, updatedAt < now, open]).toEqual([true, true, 0])
    }
    const searches = rolls.flatMap(({ contacts }) => Object.values(contacts))
    expect(searches.map(({ closed }) => closed?.how).sort()).toEqual(['arrived', 'reached'])
  })

  test('given its notices, then one is held, one waits for the morning, one was urgent, and closed ones reached everybody', () => {
    const notices = of<NoticeDoc>(demo, 'notices')
    expect(notices.filter(({ state }) => state === 'held')).toHaveLength(1)
    expect(notices.filter(({ state }) => state === 'queued').map(({ releaseAt = 0 }) => releaseAt > now)).toEqual([
      true,
    ])
    expect(notices.filter(({ urgent }) => urgent)).toHaveLength(1)
    for (const slip of of<SlipDoc>(demo, 'slips').filter(({ state }) => state === 'closed')) {
      expect(countEntries(slip.entries).missing).toBe(0)
    }
  })
})

test('given the phones on the desk, then teacher, guardian and principal come first', () => {
  const { people } = buildDemo(MOMENTS[0] ?? 0)
  expect(people.slice(0, 3)).toEqual([
    { openid: 'demo-wang', label: '语文王老师', role: 'head_teacher', part: '班主任' },
    { openid: 'demo-class-3-2-23-mother', label: '张小明妈妈', role: 'guardian', part: '家长' },
    { openid: 'demo-principal', label: '李校长', role: 'principal', part: '校长' },
  ])
})
