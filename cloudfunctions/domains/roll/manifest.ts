// Decides what others read of rolls.
import { rollRows } from '@class-pact/core/roll/contract'
import type { Manifest } from '../../common/call/manifest'

export const manifest: Manifest = {
  name: 'roll',
  rows: rollRows,
  collections: {
    // Marks belong to the child's attendance; who took a roll stands under their card alone.
    rolls: {
      trailed: true,
      dutied: true,
      personal: { copied: true, forgotten: { kept: 'the child is on the roster' } },
      purged: [{ kind: 'rolls', by: 'day', as: 'day' }],
    },
  },
  messages: ['arrival', 'todo'],
  acts: {
    'roll.save': '保存点名',
    'roll.leave': '离校后不再点名',
    'roll.follow': '假条变动后更新点名',
    'roll.contact': '记录联系',
    'roll.tell': '告知家长孩子未到校',
    'roll.escalate': '告知领导',
    'roll.settle': '结束联系',
    'roll.expect': '请假后未返校，开始联系',
  },
}
