// Decides what others read of offices, hand-overs and stand-ins.
import { officeRows } from '@class-pact/core/office/contract'
import type { Manifest } from '../../common/call/manifest'

export const manifest: Manifest = {
  name: 'office',
  rows: officeRows,
  collections: {
    offices: {
      trailed: true,
      personal: { copied: 'in the session', forgotten: 'at once' },
      purged: [{ kind: 'graduates', by: 'endedAt', as: 'instant', when: { state: 'ended' } }],
    },
  },
  acts: {
    'office.end': '结束职务',
    'handover.accept': '接手班级',
    'standin.set': '设代理班主任',
    'standin.end': '结束代理',
  },
}
