// Decides the actions on notices: prepare, publish, list, read, withdraw.
import { noticeRows } from '@class-pact/core/notice/contract'
import { serve } from '../../common/call/handlers'
import { findAudience } from './find-audience'
import { findInClass, findToWithdraw } from './find-notice'
import { list } from './list'
import { prepare } from './prepare'
import { publish } from './publish'
import { read } from './read'
import { withdraw } from './withdraw'

export const actions = serve(
  noticeRows,
  { audience: findAudience, noticeInClass: findInClass, noticeToWithdraw: findToWithdraw },
  {
    'notice.prepare': prepare,
    'notice.publish': publish,
    'notice.list': list,
    'notice.read': read,
    'notice.withdraw': withdraw,
  },
)
