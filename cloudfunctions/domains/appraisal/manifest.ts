// Decides what others read of exports of registers: nothing is kept but that somebody took them along.
import { registerExportRows } from '@class-pact/core/register/contract'
import type { Manifest } from '../../common/call/manifest'

export const manifest: Manifest = {
  name: 'appraisal',
  rows: registerExportRows,
  collections: {},
  acts: { 'register.export': '导出台账', 'card.print': '打印家校联系卡', 'appraisal.export': '导出考核表' },
}
