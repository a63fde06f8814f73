// Decides what others read of notices.
import { noticeRows, noticeWritingRows } from '@class-pact/core/notice/contract'
import type { Manifest } from '../../common/call/manifest'

export const manifest: Manifest = {
  name: 'notice',
  rows: { ...noticeRows, ...noticeWritingRows },
  collections: {
    notices: {
      trailed: true,
      dutied: true,
      personal: { copied: 'nothing of it', forgotten: { kept: 'the school year' } },
    },
    verdicts: { personal: { copied: 'nothing of it', forgotten: { kept: 'the school year' } } },
  },
  messages: ['notice', 'todo'],
  acts: {
    'notice.publish': '提交通知',
    'notice.release': '通知送达',
    'notice.held': '通知送审',
    'notice.withdraw': '撤回通知',
  },
}
