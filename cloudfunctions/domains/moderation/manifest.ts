// Decides what others read of cases and reports.
import { moderationRows } from '@class-pact/core/moderation/contract'
import type { Manifest } from '../../common/call/manifest'

export const manifest: Manifest = {
  name: 'moderation',
  rows: moderationRows,
  collections: {
    cases: {
      trailed: true,
      dutied: true,
      personal: { copied: true, forgotten: { kept: 'the school year' } },
      purged: [{ kind: 'cases', by: 'openedAt', as: 'instant', when: { state: 'closed' } }],
    },
    reports: {
      trailed: true,
      personal: { copied: true, forgotten: 'at once' },
      purged: [{ kind: 'cases', by: 'at', as: 'instant', when: { state: 'answered' } }],
    },
  },
  messages: ['todo'],
  acts: {
    'report.file': '向校长反映',
    'report.answer': '答复反映',
    'case.open': '开始处理',
    'case.step': '处理一步',
    'case.rise': '处理逾期上报',
    'case.close': '了结',
    'appeal.file': '向校长申诉',
    'appeal.answer': '答复申诉',
    'committee.mark': '家委会成员',
    'supervisor.name': '设监督员',
  },
}
