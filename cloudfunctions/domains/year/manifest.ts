// Decides what others read of new school years.
import { yearRows } from '@class-pact/core/year/contract'
import type { Manifest } from '../../common/call/manifest'

export const manifest: Manifest = {
  name: 'year',
  rows: yearRows,
  collections: {
    years: { trailed: true, dutied: true, purged: { kept: 'proof' } },
  },
  acts: {
    'year.run': '学年升级',
    'year.promote': '升班',
    'year.archive': '毕业存档',
    'year.done': '升级完成',
    'year.undo': '撤销升级',
    'year.return': '恢复班名',
    'year.aside': '让出班名',
    'year.undone': '撤销完成',
    'year.stay': '已有新学年通知，不再撤销',
    'slip.reopen': '重新打开回执单',
    'application.end': '毕业，申请结束',
    'application.revive': '申请恢复等待',
  },
}
