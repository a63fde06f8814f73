// Decides what others read of notices.
import { bureauWritingRows } from '@class-pact/core/bureau/contract'
import { noticeRows, noticeWritingRows } from '@class-pact/core/notice/contract'
import type { Manifest } from '../../common/call/manifest'

export const manifest: Manifest = {
  name: 'notice',
  // A bureau's notice becomes the school's own post: whoever publishes posts publishes it.
  rows: { ...noticeRows, ...noticeWritingRows, ...bureauWritingRows },
  collections: {
    notices: {
      trailed: true,
      dutied: true,
      personal: { copied: 'nothing of it', forgotten: { kept: 'the school year' } },
      purged: [{ kind: 'notices', by: 'createdAt', as: 'instant', files: true }],
    },
    verdicts: {
      personal: { copied: 'nothing of it', forgotten: { kept: 'the school year' } },
      purged: [{ kind: 'cases', by: 'at', as: 'instant' }],
    },
  },
  messages: ['notice', 'todo'],
  acts: {
    'notice.publish': '提交通知',
    'notice.release': '通知送达',
    'notice.held': '通知送审',
    'notice.amend': '修改通知',
    'notice.apply': '通知换成新版',
    'notice.outrun': '修改未生效，已有新版',
    'notice.withdraw': '撤回通知',
    'notice.stop': '制止并撤回同事的通知',
  },
}
