// Decides what others read of attendance.
import { attendanceRows } from '@class-pact/core/attendance/contract'
import type { Manifest } from '../../common/call/manifest'

export const manifest: Manifest = {
  name: 'attendance',
  rows: attendanceRows,
  collections: {
    // The school's records of children, under the cards of staff: copied to nobody, kept as long as a case.
    warnings: {
      trailed: true,
      dutied: true,
      personal: { copied: 'nothing of it', forgotten: { kept: 'the school year' } },
      purged: [{ kind: 'rolls', by: 'lastDay', as: 'day' }],
    },
    dropouts: {
      trailed: true,
      personal: { copied: 'nothing of it', forgotten: { kept: 'the school year' } },
      purged: [{ kind: 'rolls', by: 'lastDay', as: 'day', when: { open: false } }],
    },
  },
  messages: ['todo'],
  acts: {
    'attendance.warn': '提示聚集生病',
    'attendance.unwarn': '更正后不再提示',
    'attendance.verify': '核实聚集生病',
    'attendance.report': '记录已上报',
    'attendance.miss': '提示连续未到',
    'attendance.close': '结束连续未到',
    'attendance.step': '记录辍学报告步骤',
  },
}
