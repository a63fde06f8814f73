// Decides the actions on slips: families read and sign, staff see whom a notice has not reached and see to it.
import type { Handlers } from '../../common/call/handlers'
import { close } from './close'
import { followUp } from './follow-up'
import { markRead } from './mark-read'
import { readBoard } from './read-board'
import { remind } from './remind'
import { sign } from './sign'

export const slipActions: Handlers<
  'slip.markRead' | 'slip.sign' | 'board.read' | 'slip.remind' | 'slip.followUp' | 'slip.close'
> = {
  'slip.markRead': markRead,
  'slip.sign': sign,
  'board.read': readBoard,
  'slip.remind': remind,
  'slip.followUp': followUp,
  'slip.close': close,
}
