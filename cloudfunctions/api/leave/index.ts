// Decides the actions on leaves.
import type { Handlers } from '../../common/call/handlers'
import { decide, giveBack, undo, withdraw } from './change-state'
import { list } from './list'
import { prepare } from './prepare'
import { read } from './read'
import { submit } from './submit'

export const leaveActions: Handlers<
  | 'leave.prepare'
  | 'leave.submit'
  | 'leave.read'
  | 'leave.list'
  | 'leave.withdraw'
  | 'leave.return'
  | 'leave.decide'
  | 'leave.undo'
> = {
  'leave.prepare': prepare,
  'leave.submit': submit,
  'leave.read': read,
  'leave.list': list,
  'leave.withdraw': withdraw,
  'leave.return': giveBack,
  'leave.decide': decide,
  'leave.undo': undo,
}
