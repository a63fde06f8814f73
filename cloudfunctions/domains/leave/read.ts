// Decides who reads one leave: the child's family and whoever approves it.
import type { Handler } from '../../common/call/handlers'
import { succeed } from '../../common/call/results'
import { describeLeave, type FoundLeave } from './find-leave'

export const read: Handler<'leave.read', FoundLeave> = async (_input, { found, person }) =>
  succeed(await describeLeave(found, person))
