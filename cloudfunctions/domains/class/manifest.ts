// Decides what others read of classes and children.
import { classRows } from '@class-pact/core/class/contract'
import type { Manifest } from '../../common/call/manifest'

export const manifest: Manifest = {
  name: 'class',
  rows: classRows,
  collections: {
    classes: {
      trailed: true,
      dutied: true,
      personal: { copied: 'in the session', forgotten: 'at once' },
      purged: { kept: 'present' },
    },
    children: {
      trailed: true,
      dutied: true,
      personal: { copied: 'in the session', forgotten: 'at once' },
      purged: [
        { kind: 'graduates', by: 'graduated', as: 'year' },
        { kind: 'graduates', by: 'away.from', as: 'day', when: { 'away.state': 'left' } },
      ],
    },
  },
  acts: {
    'seat.raise': '增加席位',
    'seat.move': '席位换微信号',
    'seat.settle': '核对席位',
    'post.leave': '结束任教',
    'teacher.remove': '结束任教',
    'class.release': '换班主任',
    'class.update': '改班级电话',
    'member.remove': '移出班级',
    'class.review': '成员核对',
    'child.phones': '查看电话',
  },
}
