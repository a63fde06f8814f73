// Decides whether an activity outside school hours is told a day ahead (N09).
import { beijingDay, mayBeSchoolDay, minutesOf } from '../neighbours'
import type { NoticeKind } from '../../contract'
import type { JudgeRule } from '../finding'
import { nextOpening } from '../hours'
import { clockOf } from '../params'

const OUT_OF_SCHOOL: readonly (NoticeKind | undefined)[] = ['activity', 'outing']
/** School is over at this clock unless the pact says otherwise. */
const AFTER_SCHOOL = '16:00'

/** An activity after school or on a rest day is told a day ahead, counted from when the notice goes out (N09). */
export const judgeLead: JudgeRule = ({ post, context, pact, now }, params) => {
  if (post.kind !== 'notice' || !post.event?.day || !OUT_OF_SCHOOL.includes(post.noticeKind)) return undefined
  const { day, from } = post.event
  const inSchool =
    mayBeSchoolDay(day, context.calendar) &&
    from !== undefined &&
    minutesOf(from) < minutesOf(clockOf(params, 'afterSchool', AFTER_SCHOOL))
  if (inSchool) return undefined
  const leaves = post.urgent?.reason?.trim() ? now : nextOpening(now, post.role, pact, context.calendar)
  if (beijingDay(leaves) < day) return undefined
  const isApproved = post.role === 'principal' || Boolean(context.approvedBy?.trim())
  return { verdict: isApproved ? 'warn' : 'refuse', spans: [{ field: 'event', start: 0, end: 0 }] }
}
