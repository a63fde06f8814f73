// Decides what others read of reports: nothing is kept but that somebody took them along.
import { reportFileRows, reportRows } from '@class-pact/core/report/contract'
import type { Manifest } from '../../common/call/manifest'

export const manifest: Manifest = {
  name: 'report',
  rows: { ...reportRows, ...reportFileRows },
  collections: {},
  acts: { 'report.figures': '导出统计', 'report.term': '打印学期报告' },
}
