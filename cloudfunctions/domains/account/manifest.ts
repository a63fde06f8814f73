// Decides what others read of cards and of seats that go to another account.
import { accountRows } from '@class-pact/core/account/contract'
import type { Manifest } from '../../common/call/manifest'

export const manifest: Manifest = {
  name: 'account',
  rows: accountRows,
  collections: {
    moves: {
      trailed: true,
      dutied: true,
      personal: { copied: true, forgotten: 'at once' },
      purged: [{ kind: 'joining', by: 'createdAt', as: 'instant' }],
    },
  },
  acts: {
    'card.confirm': '确认名片',
    'move.request': '申请换微信号',
    'move.answer': '回应换微信号',
    'move.withdraw': '撤回换微信号',
    'move.decide': '处理换微信号',
    'move.carry_out': '换微信号',
  },
}
