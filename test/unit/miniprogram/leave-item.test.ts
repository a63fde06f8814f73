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
}

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
