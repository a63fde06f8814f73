// Proves that figures lose their persons and keep every sum (G23).
import * as fc from 'fast-check'
import { withoutPersons } from '@class-pact/core/statistics'

const child = fc.constantFrom('child-a', 'child-b', 'child-c')
const facts = fc.record({
  slips: fc.array(fc.record({ title: fc.string(), minutes: fc.array(fc.nat()) })),
  leaves: fc.array(fc.record({ day: fc.constantFrom('2026-09-01', '2026-09-02'), childId: child })),
  attendance: fc.array(fc.record({ present: fc.nat(), absentees: fc.array(fc.record({ childId: child })) })),
})

test('G23 given any facts, then nobody is named, whoever was the same stays the same, and all else is as it was', () => {
  fc.assert(
    fc.property(facts, (before) => {
      const after = withoutPersons(before)
      expect(JSON.stringify(after)).not.toContain('"child-')
      const who = (each: typeof before) => [
        ...each.leaves.map(({ childId }) => childId),
        ...each.attendance.flatMap(({ absentees }) => absentees.map(({ childId }) => childId)),
      ]
      const same = (all: string[]) => all.map((each) => all.indexOf(each))
      expect(same(who(after))).toEqual(same(who(before)))
      expect(after.slips).toEqual(before.slips)
      expect(after.attendance.map(({ present, absentees }) => [present, absentees.length])).toEqual(
        before.attendance.map(({ present, absentees }) => [present, absentees.length]),
      )
    }),
  )
})

test('G23 given cards and names beside them, then they are gone', () => {
  expect(withoutPersons({ posts: [{ by: 'o-wang', card: '语文王老师', late: 2 }] })).toEqual({
    posts: [{ by: '1', late: 2 }],
  })
})
