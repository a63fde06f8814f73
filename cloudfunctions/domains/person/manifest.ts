// Decides what others read of people.
import { personPrintRows, personRows } from '@class-pact/core/person/contract'
import type { Manifest } from '../../common/call/manifest'

export const manifest: Manifest = {
  name: 'person',
  rows: { ...personRows, ...personPrintRows },
  collections: {
    people: { dutied: true, personal: { copied: true, forgotten: 'at once' }, purged: { kept: 'present' } },
  },
  acts: {
    'seat.leave': '退出班级',
    'person.delete': '删除数据',
    'person.print': '导出本人数据',
  },
}
