// Decides what others read of people.
import { personRows } from '@class-pact/core/person/contract'
import type { Manifest } from '../../common/call/manifest'

export const manifest: Manifest = {
  name: 'person',
  rows: personRows,
  collections: {
    people: { dutied: true, personal: { copied: true, forgotten: 'at once' } },
  },
  acts: {
    'seat.leave': '退出班级',
    'person.delete': '删除数据',
  },
}
