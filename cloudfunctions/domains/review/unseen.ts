// Decides which urgent posts wait for a leader's look: they went out in quiet hours, and nobody has looked (T01).
import type { Stage, Where } from '../../common/store/collection'
import type { NoticeDoc } from '../notice'

export const unseenOverrides = (schoolId: string): Where => ({
  schoolId,
  // Beyond every text that is none: an index finds the few that are urgent among all of three years.
  'urgent.cause': { $gt: '' },
  urgentSeen: { $exists: false },
  publishedAt: { $gt: 0 },
})

/** One row with their number, or none. */
export const COUNT_UNSEEN: Stage = { $group: { _id: null, count: { $sum: 1 } } }

/** 三（2）班, or the school's name when it went to several. */
export function placeOf({ classes, schoolName }: Pick<NoticeDoc, 'classes' | 'schoolName'>): string {
  return classes.length === 1 ? (classes[0]?.name ?? schoolName) : schoolName
}
