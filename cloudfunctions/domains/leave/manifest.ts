// Decides what others read of leaves.
import { leaveRows, leaveWritingRows } from '@class-pact/core/leave/contract'
import type { Manifest } from '../../common/call/manifest'

export const manifest: Manifest = {
  name: 'leave',
  rows: { ...leaveRows, ...leaveWritingRows },
  collections: {
    leaves: {
      trailed: true,
      dutied: true,
      // Days of leave belong to the child's attendance; why the child was away goes at once.
      personal: { copied: true, forgotten: { kept: 'the child is on the roster' } },
      purged: [{ kind: 'leaves', by: 'span.to', as: 'day', files: true }],
    },
  },
  messages: ['leave_result', 'todo'],
  acts: {
    'leave.submit': '提交假条',
    'leave.approve': '批准假条',
    'leave.pass': '同意假条，转上一级审批',
    'leave.reject': '驳回假条',
    'leave.undo': '收回审批',
    'leave.withdraw': '撤回假条',
    'leave.return': '销假',
    'leave.replace': '改假条，旧假条作废',
    'leave.end': '孩子离校，假条结束',
  },
}
