// Decides that leaders hear of children whom nobody has found in time, at any hour, each leader once (L05, W5).
import type { Instant } from '@class-pact/core/contract'
import type { KeptContact } from '@class-pact/core/roll'
import { readClock } from '../../common/clock'
import { todoMessage } from '../../common/wechat/messages'
import { people } from '../person'
import { pushAll } from '../reminder'
import { schools, type SchoolDoc } from '../school'
import type { RollDoc } from './documents'

/**
 * One message of all that are due in this roll; the row on 今天 comes from the clock, whether or not anybody could be told.
 * @returns false: the time is over, the rest is for the next run
 */
export async function tellLeaders(
  { _id, schoolId }: Pick<RollDoc, '_id' | 'schoolId'>,
  due: readonly [string, KeptContact][],
  until: Instant,
): Promise<boolean> {
  const school = await schools.find<Pick<SchoolDoc, 'principals' | 'office'>>(schoolId, { principals: 1, office: 1 })
  const leaders = [...new Set([...(school?.principals ?? []), ...(school?.office ?? [])].map(({ openid }) => openid))]
  const credited = await people.list<{ _id: string }>(
    { _id: { $in: leaders }, 'credits.todo': { $gt: 0 } },
    { limit: Math.max(1, leaders.length), fields: { _id: 1 } },
  )
  const message = todoMessage({ what: '有孩子未到校，请看', count: due.length, at: readClock() })
  // A run that died has told of the same first one: nobody is told again.
  const first = Math.min(...due.map(([, { dueAt }]) => dueAt))
  const recipients = credited.map(({ _id: openid }) => ({ openid, message }))
  return pushAll({ schoolId, about: `${_id}:leaders:${first}` }, recipients, until)
}
