// Decides what others read of slips.
import { slipPrintRows, slipRows } from '@class-pact/core/slip/contract'
import type { Manifest } from '../../common/call/manifest'

export const manifest: Manifest = {
  name: 'slip',
  rows: { ...slipRows, ...slipPrintRows },
  collections: {
    slips: {
      trailed: true,
      dutied: true,
      personal: { copied: true, forgotten: { kept: 'the school year' } },
      purged: [{ kind: 'slips', by: 'publishedAt', as: 'instant', files: true }],
    },
    // Of nobody: what it holds names no person, and nothing else names it (docs/adr/0020).
    ballots: { purged: { along: ['slips', 'draws'] } },
  },
  messages: ['notice'],
  acts: {
    'slip.open': '建回执单',
    'slip.sign': '签收',
    'slip.answer': '填表',
    'slip.followUp': '记下联系结果',
    'slip.close': '办结',
    'slip.remind': '提醒一次',
    'slip.amend': '回执单换成新版',
    'slip.takeBack': '收回联系结果',
    'slip.forget': '删除本人的签名和照片',
    'slip.print': '打印或导出回执单',
    'slip.closeLine': '孩子离开，结清这一行',
    'slip.openLine': '孩子回来，重新等回执',
  },
}
