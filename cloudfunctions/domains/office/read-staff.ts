// Decides what a leader sees of the school's staff, and what stays open where somebody's post ends (screens.md 3.27).
import { beijingDay } from '@class-pact/core/calendar'
import type { Handler } from '../../common/call/handlers'
import { refuse, succeed } from '../../common/call/results'
import { countOf, lookUpCount, type Counted } from '../../common/store/pages'
import { people } from '../person'
import { COUNT_ENTRIES, WANTS_REPLY } from '../slip'
import { findStaff } from './find-staff'

export const readStaff: Handler<'staff.read'> = async ({ schoolId }, { openid: mine, now }) => {
  const today = beijingDay(now)
  const staff = await findStaff(schoolId, today)
  if (!staff) return refuse('FORBIDDEN')
  const posts = staff.posts.map(({ openid, officeId: _, ...post }) => ({ ...post, isMine: openid === mine }))
  return succeed({ today, posts, withoutHeadTeacher: staff.withoutHeadTeacher })
}

export const readOpenMatters: Handler<'office.open'> = async ({ schoolId, ref }, { openid, now }) => {
  const staff = await findStaff(schoolId, beijingDay(now))
  const post = staff?.posts.find((each) => each.ref === ref)
  if (!post) return refuse('FORBIDDEN')
  const [row] = await people.aggregate<{ running: Counted; waiting: Counted }>([
    { $match: { _id: openid } },
    { $project: { _id: 1 } },
    {
      $lookup: {
        from: 'slips',
        pipeline: [
          { $match: { schoolId, authorOpenid: post.openid, state: 'running', replyMode: WANTS_REPLY } },
          ...COUNT_ENTRIES,
          { $match: { 'counts.missing': { $gt: 0 } } },
          { $count: 'count' },
        ],
        as: 'running',
      },
    },
    lookUpCount('notices', 'waiting', {
      ...{ schoolId, 'author.openid': post.openid, state: { $in: ['checking', 'held', 'queued'] } },
    }),
  ])
  return succeed({ running: countOf(row?.running), waiting: countOf(row?.waiting) })
}
