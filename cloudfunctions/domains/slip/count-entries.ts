// Decides how the database itself counts a slip's entries, so that a list of slips need not bring every child's line.
import type { Stage } from '../../common/store/collection'

const entries = (cond: unknown) => ({ $size: { $filter: { input: '$lines', as: 'line', cond } } })
const has = (field: string) => ({ $gt: [{ $ifNull: [`$$line.v.${field}`, 0] }, 0] })
const followed = { $eq: ['$$line.v.followed', true] }
/** A line that is closed and says nothing is not there. */
const counted = { $or: [has('signedAt'), followed, { $not: [has('closed.at')] }] }
const open = (...more: unknown[]) => ({ $and: [{ $not: [has('signedAt')] }, { $not: [followed] }, ...more] })

/** The same counts as core/notice's `countEntries`, as `counts`; the lines themselves are left out. */
export const COUNT_ENTRIES: Stage[] = [
  { $addFields: { lines: { $filter: { input: { $objectToArray: '$entries' }, as: 'line', cond: counted } } } },
  {
    $addFields: {
      counts: {
        total: { $size: '$lines' },
        signed: entries(has('signedAt')),
        followed: entries({ $and: [{ $not: [has('signedAt')] }, followed] }),
        read: entries(open(has('readAt'), { $gt: ['$$line.v.guardians', 0] })),
        missing: entries(open()),
      },
    },
  },
  { $project: { lines: 0, entries: 0, trail: 0, search: 0 } },
]
