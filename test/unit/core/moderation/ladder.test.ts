// Decides that the ladder has one open step at a time, and that no case stays with one person for ever.
import { CASE_STEPS, ROLES } from '@class-pact/core/contract'
import { canAct, ladderOf, ladderStep, leadersFrom, muteEnd, USUAL_LADDER } from '@class-pact/core/moderation'

const NOW = Date.parse('2026-09-01T10:00:00+08:00')
const DAY_MS = 86_400_000
const taken = (count: number) => CASE_STEPS.slice(0, count).map((step) => ({ step }))

test.each(CASE_STEPS.map((step, index) => [index, step] as const))(
  'G04 after %i steps only %s is open',
  (count, step) => {
    expect(ladderStep(taken(count))).toBe(step)
  },
)

test('G05 after the removal nothing is open', () => {
  expect(ladderStep(taken(CASE_STEPS.length))).toBeUndefined()
})

test('G04 G10 mutes last 1, 7 and 30 days; telling and removing mute nobody', () => {
  const days = CASE_STEPS.map((step) => ((muteEnd(step, USUAL_LADDER, NOW) ?? NOW) - NOW) / DAY_MS)
  expect(days).toEqual([0, 0, 1, 7, 30, 0])
})

test('G04 no step takes money', () => {
  expect(CASE_STEPS).toEqual(['guide', 'remind', 'mute_1', 'mute_7', 'mute_30', 'remove'])
})

test('G06 a case is the head teacher’s for seven days, then the leaders’, then nobody’s once it is closed', () => {
  const open = { state: 'open', openedAt: NOW, ladder: USUAL_LADDER, steps: [{ step: 'guide' }] } as const
  const who = (now: number) => ROLES.filter((role) => canAct(open, role, now))
  expect(who(leadersFrom(open) - 1)).toEqual(['head_teacher'])
  expect(who(leadersFrom(open))).toEqual(['office', 'principal'])
  expect(leadersFrom(open) - NOW).toBe(7 * DAY_MS)
  expect(ROLES.filter((role) => canAct({ ...open, state: 'closed' }, role, NOW))).toEqual([])
})

test('M18 the first step is a subject teacher’s too, until it is taken or the case is the leaders’', () => {
  const begun = { state: 'open', openedAt: NOW, ladder: USUAL_LADDER, steps: [] } as const
  expect(canAct(begun, 'teacher', NOW)).toBe(true)
  expect(canAct({ ...begun, steps: [{ step: 'guide' }] }, 'teacher', NOW)).toBe(false)
  expect(canAct(begun, 'teacher', leadersFrom(begun))).toBe(false)
})

test('G04 a pact sets its own days, and what it leaves open or spoils is as usual', () => {
  expect(ladderOf({ rules: {} })).toEqual(USUAL_LADDER)
  expect(ladderOf({ rules: { G04: { firstDays: 3, secondDays: '7', thirdDays: 0 } } })).toEqual({
    muteDays: { mute_1: 3, mute_7: 7, mute_30: 30 },
    leadersAfterDays: 7,
  })
  const own = ladderOf({ rules: { G04: { firstDays: 2, secondDays: 5, thirdDays: 14, leadersAfterDays: 3 } } })
  expect((muteEnd('mute_30', own, NOW) ?? 0) - NOW).toBe(14 * DAY_MS)
  expect(leadersFrom({ openedAt: NOW, ladder: own }) - NOW).toBe(3 * DAY_MS)
})
