// Decides the actions on leaves.
import { leaveRows } from '@class-pact/core/leave/contract'
import { serve } from '../../common/call/handlers'
import { decide, giveBack, undo, withdraw } from './change-state'
import { findLeave, findLeaveToDecide } from './find-leave'
import { findLeaves, list } from './list'
import { prepare } from './prepare'
import { read } from './read'
import { readDay } from './read-day'
import { findMonth, readMonth } from './read-month'

export const actions = serve(
  leaveRows,
  { leave: findLeave, leaveToDecide: findLeaveToDecide, leaves: findLeaves, classMonth: findMonth },
  {
    'leave.day': readDay,
    'leave.month': readMonth,
    'leave.prepare': prepare,
    'leave.read': read,
    'leave.list': list,
    'leave.withdraw': withdraw,
    'leave.return': giveBack,
    'leave.decide': decide,
    'leave.undo': undo,
  },
)
