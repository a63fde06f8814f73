// Decides what others read of the bureau.
import { bureauRows } from '@class-pact/core/bureau/contract'
import type { Manifest } from '../../common/call/manifest'

export const manifest: Manifest = {
  name: 'bureau',
  rows: bureauRows,
  collections: {
    bureau_seats: {
      trailed: true,
      dutied: true,
      personal: { copied: 'in the session', forgotten: 'at once' },
      purged: { kept: 'present' },
    },
    permissions: { trailed: true, purged: { kept: 'proof' } },
    bureau_notices: { purged: { kept: 'nobody' } },
    bureau_letters: { trailed: true, purged: { kept: 'nobody' } },
  },
  acts: {
    'bureau.invite': '邀请教育局',
    'bureau.accept': '教育局接受邀请',
    'bureau.confirm': '确认教育局席位',
    'bureau.end': '结束教育局席位',
    'bureau.handIn': '上报学期督查',
    'bureau.send': '教育局发来通知',
    'bureau.publish': '发布教育局通知',
    'bureau.decline': '不发教育局通知',
    'permission.issue': '教育局发许可号',
    'permission.use': '使用许可号',
    'permission.end': '教育局收回许可号',
  },
}
