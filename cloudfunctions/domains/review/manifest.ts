// Decides what others read of held posts, urgent posts and evidence.
import { reviewRows } from '@class-pact/core/review/contract'
import type { Manifest } from '../../common/call/manifest'

export const manifest: Manifest = {
  name: 'review',
  rows: reviewRows,
  collections: {
    evidence: {
      personal: { copied: 'nothing of it', forgotten: { kept: 'the school year' } },
      purged: [{ kind: 'cases', by: 'keptAt', as: 'instant', files: true }],
    },
  },
  acts: {
    'review.approve': '审核通过',
    'review.return': '退回并说明',
    'review.refuse': '不予发出',
    'review.talk': '请作者私聊',
    'evidence.keep': '留存证据',
    'override.see': '看过加急通知',
  },
}
