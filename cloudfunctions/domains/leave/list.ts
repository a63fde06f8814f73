// Decides which leaves a family or a head teacher finds: what waits first, the oldest first, then the others.
import { beijingDay } from '@class-pact/core/calendar'
import type { Instant, LeaveCard } from '@class-pact/core/contract'
import type { Handler } from '../../common/call/handlers'
import { succeed } from '../../common/call/results'
import { BOUNDS } from '../../common/store/bounds'
import type { Stage, Where } from '../../common/store/collection'
import type { LeaveDoc } from './documents'
import { lookUpList, readList, type List } from '../../common/store/pages'
import { people } from '../person'
import { showWords } from '../../common/wechat/check-words'
import { linkFiles } from '../../common/wechat/files'
import { shownReason } from './find-leave'

/** 近30天第2次 (screens.md 3.11) */
const RECENT_MS = 30 * 86_400_000
/** A class on a day of much illness; a card is a few lines. */
const PAGE = 50

export const list: Handler<'leave.list'> = async (query, { person, now }) => {
  const today = beijingDay(now)
  const place: Where = query.of === 'child' ? { childId: query.childId } : { classId: query.classId }
  const current: Where = { $or: [{ dates: { $gte: today } }, { submittedAt: { $gt: now - RECENT_MS } }] }
  const leaves = listOf(place, query.of === 'child' ? {} : current)
  const [row] = await people.aggregate<{ recent: { _id: string; count: number }[] }>([
    { $match: { _id: person._id } },
    { $project: { _id: 1 } },
    ...lookUpList('leaves', leaves, query.after),
    lookUpRecent(place, now),
  ])
  const page = readList<LeaveDoc>(row, 'leaves', leaves)
  const links = await linkFiles(page.rows.flatMap(({ proof }) => proof))
  const recent = new Map(row?.recent.map(({ _id, count }) => [_id, count]))
  const cards = page.rows.map((leave): LeaveCard => ({
    leaveId: leave._id,
    childId: leave.childId,
    childName: leave.childName,
    no: leave.no,
    kind: leave.kind,
    span: leave.span,
    days: leave.days,
    gap: leave.gap,
    reason: shownReason(leave, person),
    state: leave.state,
    submittedAt: leave.submittedAt,
    recentCount: recent.get(leave.childId) ?? 0,
    proof: leave.proof.map((fileId) => ({ fileId, url: links.get(fileId) ?? '' })),
    appliedByMe: leave.applicant.openid === person._id,
    ...showWords(leave),
  }))
  const [waiting = 0] = page.totals
  return succeed({ leaves: cards, today, waiting, total: page.total, next: page.next })
}

/** @param others which of those that are decided */
function listOf(place: Where, others: Where): List {
  const part = { from: 'leaves', then: [{ $project: { trail: 0 } }] }
  return {
    size: PAGE,
    parts: [
      { ...part, where: { ...place, state: 'pending' }, order: [['submittedAt', 1]] },
      { ...part, where: { ...place, state: { $ne: 'pending' }, ...others }, order: [['submittedAt', -1]] },
    ],
  }
}

/** Requests of the last days by child, whatever became of them. */
function lookUpRecent(place: Where, now: Instant): Stage {
  return {
    $lookup: {
      from: 'leaves',
      pipeline: [
        { $match: { ...place, submittedAt: { $gt: now - RECENT_MS } } },
        { $group: { _id: '$childId', count: { $sum: 1 } } },
        { $limit: BOUNDS.childrenOfClass },
      ],
      as: 'recent',
    },
  }
}
