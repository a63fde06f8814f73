// Decides the actions on notices: prepare, publish, list, read, withdraw.
import type { Handlers } from '../../common/call/handlers'
import { list } from './list'
import { prepare } from './prepare'
import { publish } from './publish'
import { read } from './read'
import { withdraw } from './withdraw'

export const noticeActions: Handlers<
  'notice.prepare' | 'notice.publish' | 'notice.list' | 'notice.read' | 'notice.withdraw'
> = {
  'notice.prepare': prepare,
  'notice.publish': publish,
  'notice.list': list,
  'notice.read': read,
  'notice.withdraw': withdraw,
}
