// Decides what others read of draws.
import { drawRows } from '@class-pact/core/draw/contract'
import type { Manifest } from '../../common/call/manifest'

export const manifest: Manifest = {
  name: 'draw',
  rows: drawRows,
  // Children by id alone; an answer leaves no trail, which would tell the leaders who has given one (docs/adr/0020).
  collections: { draws: { trailed: true, purged: [{ kind: 'registers', by: 'madeAt', as: 'instant' }] } },
  acts: { 'draw.make': '抽取问卷家庭', 'draw.void': '作废问卷抽取' },
}
