// Decides the actions on notices that need no judge: prepare, list, read, withdraw.
import { noticeRows } from '@class-pact/core/notice/contract'
import { serve } from '../../common/call/handlers'
import { findInClass, findToWithdraw } from './find-notice'
import { list } from './list'
import { listFees } from './list-fees'
import { prepare } from './prepare'
import { read } from './read'
import { withdraw } from './withdraw'

export const actions = serve(
  noticeRows,
  { noticeInClass: findInClass, noticeToWithdraw: findToWithdraw },
  {
    'notice.prepare': prepare,
    'notice.list': list,
    'notice.fees': listFees,
    'notice.read': read,
    'notice.withdraw': withdraw,
  },
)
