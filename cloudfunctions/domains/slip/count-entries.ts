// Decides how the database itself counts a slip's entries, so that a list of slips need not bring every child's line.
import type { Stage } from '../../common/store/collection'

const entries = (cond: unknown) => ({ $size: { $filter: { input: '$lines', as: 'line', cond } } })
const has = (field: string) => ({ $gt: [{ $ifNull: [`$$line.v.${field}`, 0] }, 0] })
/** What was answered under words that stand no more is no answer (N11). */
const stands = (version: string) => ({
  $gte: [{ $ifNull: [`$$line.v.${version}`, 1] }, { $ifNull: ['$signFrom', 1] }],
})
const LINE_SIGNED = { $and: [has('signedAt'), stands('version')] }
const LINE_FOLLOWED = { $and: [{ $eq: ['$$line.v.followed', true] }, stands('followedVersion')] }
/** A line that is closed and says nothing is not there. */
const counted = { $or: [LINE_SIGNED, LINE_FOLLOWED, { $not: [has('closed.at')] }] }
const open = (...more: unknown[]) => ({ $and: [{ $not: [LINE_SIGNED] }, { $not: [LINE_FOLLOWED] }, ...more] })

/** `missingChildren` of core/notice over the `lines` of a slip: those that nobody has been sure to reach. */
export const MISSING_LINES = { $filter: { input: '$lines', as: 'line', cond: open({ $not: [has('closed.at')] }) } }

/** The same counts as core/notice's `countEntries`, as `counts`; the lines themselves are left out. */
export const COUNT_ENTRIES: Stage[] = [
  { $addFields: { lines: { $filter: { input: { $objectToArray: '$entries' }, as: 'line', cond: counted } } } },
  {
    $addFields: {
      counts: {
        total: { $size: '$lines' },
        signed: entries(LINE_SIGNED),
        followed: entries({ $and: [{ $not: [LINE_SIGNED] }, LINE_FOLLOWED] }),
        read: entries(open(has('readAt'), { $gt: ['$$line.v.guardians', 0] })),
        missing: entries(open()),
      },
    },
  },
  { $project: { lines: 0, entries: 0, answers: 0, media: 0, trail: 0, search: 0 } },
]
