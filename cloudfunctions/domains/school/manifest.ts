// Decides what others read of schools.
import { schoolRows } from '@class-pact/core/school/contract'
import type { Manifest } from '../../common/call/manifest'

export const manifest: Manifest = {
  name: 'school',
  rows: schoolRows,
  collections: {
    schools: {
      trailed: true,
      personal: { copied: 'in the session', forgotten: 'at once' },
      purged: { kept: 'present' },
    },
  },
  messages: ['todo'],
  acts: {
    'school.activate': '开通学校',
    'school.update': '改学校电话',
    'school.reclaim': '凭新激活码接任校长',
    'school.code': '开通人员发出新激活码',
    'school.backup': '运维人员备份全校数据',
    'school.restore': '运维人员从备份恢复全校数据',
    'school.stop': '紧急停用',
    'school.resume': '恢复发布',
  },
}
