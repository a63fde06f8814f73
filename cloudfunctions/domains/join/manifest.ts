// Decides what others read of invitations and applications.
import { joinPrintRows, joinRows } from '@class-pact/core/join/contract'
import type { Manifest } from '../../common/call/manifest'

export const manifest: Manifest = {
  name: 'join',
  rows: { ...joinRows, ...joinPrintRows },
  collections: {
    invitations: {
      trailed: true,
      personal: { copied: 'nothing of it', forgotten: { kept: 'it is open' } },
      purged: [{ kind: 'joining', by: 'expiresAt', as: 'instant' }],
    },
    applications: {
      trailed: true,
      dutied: true,
      personal: { copied: true, forgotten: 'at once' },
      purged: [{ kind: 'joining', by: 'createdAt', as: 'instant' }],
    },
  },
  acts: {
    'join.guardian': '家长加入',
    'join.staff': '老师加入',
    'invitation.create': '发出邀请',
    'application.submit': '提交申请',
    'application.withdraw': '撤回申请',
    'application.decide': '答复申请',
    'application.approve': '通过申请',
    'class.handover': '移交班主任',
    'seat.request': '申请席位',
  },
}
