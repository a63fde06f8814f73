// Decides that opening a notice marks it read for the own child, and asks nothing else (N05).
import type { Handler } from '../../common/call/handlers'
import { succeed } from '../../common/call/results'
import { slipId } from './open-slips'
import { slips } from './store'
import { readChange } from './changes'

export const markRead: Handler<'slip.markRead'> = async ({ noticeId, classId, childId }, { now }) => {
  const { where, change } = readChange(childId, now)
  await slips.update({ _id: slipId(noticeId, classId), ...where }, change)
  return succeed({})
}
