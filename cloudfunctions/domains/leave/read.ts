// Decides who reads one leave: the child's family and whoever approves it.
import type { Handler } from '../../common/call/handlers'
import { refuse, succeed } from '../../common/call/results'
import { describeLeave, findLeave, maySee } from './found-leave'

export const read: Handler<'leave.read'> = async ({ leaveId }, { person }) => {
  const found = await findLeave(leaveId)
  if (!found || !maySee(person, found)) return refuse('FORBIDDEN')
  return succeed(await describeLeave(found, person))
}
