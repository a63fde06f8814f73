// Proves that a family's page of a leave offers what the cloud allows at that very moment (L03).
import { instantOf } from '@class-pact/core/calendar'
import type { Leave } from '@class-pact/core/contract'
import { takeStep } from '@class-pact/core/leave'
import { presentLeave } from '../../../miniprogram/packages/leave/item/present'

const leave: Leave = {
  leaveId: 'l1',
  childId: 'c1',
  childName: '张小明',
  classId: 'k1',
  className: '三（2）班',
  kind: 'fever',
  span: { from: '2026-09-04', fromHalf: 'pm', to: '2026-09-04', toHalf: 'pm' },
  days: 0.5,
  proof: [],
  state: 'approved',
  applicant: '张小明妈妈',
  appliedByMe: true,
  submittedAt: instantOf('2026-09-03', '18:00'),
  teacher: '语文王老师',
  progress: { mine: false, yes: [] },
}

test('L14 the family reads at whose desk the leave lies, and who has said yes', () => {
  const now = instantOf('2026-09-03', '20:00')
  const at = instantOf('2026-09-03', '19:00')
  const stateOf = (progress: Leave['progress'], schoolKind?: 'kindergarten') =>
    presentLeave({ ...leave, state: 'pending', progress }, now, schoolKind).state
  const yes = [{ card: '语文王老师', at }]
  expect(stateOf({ desk: 'head_teacher', mine: false, yes: [] })).toBe('已提交，等语文王老师批')
  expect(stateOf({ desk: 'office', mine: false, yes })).toBe('语文王老师已同意，等教导处批')
  expect(stateOf({ desk: 'principal', mine: false, yes }, 'kindergarten')).toBe('语文王老师已同意，等园长批')
  const lines = presentLeave({ ...leave, state: 'pending', progress: { desk: 'office', mine: false, yes } }, now).lines
  expect(lines[lines.length - 1]).toEqual({ label: '同意', text: '语文王老师 今天19:00' })
})

test.each([
  ['2026-09-03', '20:00'],
  ['2026-09-04', '00:00'],
  ['2026-09-04', '08:30'],
  ['2026-09-04', '11:59'],
  ['2026-09-04', '12:00'],
  ['2026-09-04', '18:00'],
  ['2026-09-07', '08:00'],
])('L03 on %s at %s page and cloud agree, for a morning, an afternoon, a day, and in every state', (day, clock) => {
  const now = instantOf(day, clock)
  for (const state of ['pending', 'approved', 'rejected', 'withdrawn', 'returned'] as const)
    for (const fromHalf of ['am', 'pm'] as const) {
      const shown = { ...leave, state, span: { ...leave.span, fromHalf } }
      const view = presentLeave(shown, now)
      const allows = (step: 'withdraw' | 'return') => {
        const taken = takeStep({ state, span: shown.span, applicant: { openid: 'o' } }, step, 'o', now)
        return taken.ok && !('already' in taken)
      }
      expect([state, fromHalf, view.canWithdraw]).toEqual([state, fromHalf, allows('withdraw')])
      expect([state, fromHalf, view.act === 'return']).toEqual([state, fromHalf, allows('return')])
    }
})

test('L03 an afternoon leave looked at in the morning can be withdrawn', () => {
  expect(presentLeave(leave, instantOf('2026-09-04', '08:30'))).toMatchObject({ canWithdraw: true, act: '' })
})
