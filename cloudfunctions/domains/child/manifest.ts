// Decides what others read of the acts on a child: its documents are the class's.
import { childRows } from '@class-pact/core/child/contract'
import type { Manifest } from '../../common/call/manifest'

export const manifest: Manifest = {
  name: 'child',
  rows: childRows,
  collections: {},
  acts: {
    'child.add': '加入名单',
    'child.rename': '更正姓名或座号',
    'child.move': '转班',
    'child.leave': '登记离校',
    'child.confirm': '确认离校',
    'child.decline': '退回离校登记',
    'child.return': '回到班里',
    'child.follow': '核对名单',
    'child.missing': '名单里没有',
  },
}
