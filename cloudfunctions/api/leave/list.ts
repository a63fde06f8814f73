// Decides which leaves a family or a head teacher finds: what waits first, then by day.
import { beijingDay } from '@class-pact/core/calendar'
import type { LeaveCard } from '@class-pact/core/contract'
import type { Handler } from '../../common/call/handlers'
import { refuse, succeed } from '../../common/call/results'
import { guardianOf } from '../../common/session'
import type { LeaveDoc } from '../../common/store/documents'
import { leaves } from '../../common/store/leaves'
import { showWords } from '../../common/wechat/check-words'
import { linkFiles } from '../../common/wechat/files'
import { shownReason } from './found-leave'

/** 近30天第2次 (screens.md 3.11) */
const RECENT_MS = 30 * 86_400_000
const LEAVES_MOST = 300

export const list: Handler<'leave.list'> = async (query, { person, now }) => {
  const today = beijingDay(now)
  const isAllowed =
    query.of === 'child'
      ? guardianOf(person, query.childId) !== undefined
      : person.identities.some(({ role, classId }) => role === 'head_teacher' && classId === query.classId)
  if (!isAllowed) return refuse('FORBIDDEN')

  const found = await leaves.list<LeaveDoc>(
    query.of === 'child'
      ? { childId: query.childId }
      : {
          classId: query.classId,
          $or: [{ state: 'pending' }, { dates: { $gte: today } }, { submittedAt: { $gt: now - RECENT_MS } }],
        },
    { limit: LEAVES_MOST, order: [['submittedAt', 'desc']], fields: { trail: 0 } },
  )
  const links = await linkFiles(found.flatMap(({ proof }) => proof))
  const recent = found.filter(({ submittedAt }) => submittedAt > now - RECENT_MS)
  const cards = found.map((leave): LeaveCard => ({
    leaveId: leave._id,
    childId: leave.childId,
    childName: leave.childName,
    no: leave.no,
    kind: leave.kind,
    span: leave.span,
    days: leave.days,
    reason: shownReason(leave, person),
    state: leave.state,
    submittedAt: leave.submittedAt,
    recentCount: recent.filter(({ childId }) => childId === leave.childId).length,
    proof: leave.proof.map((fileId) => ({ fileId, url: links.get(fileId) ?? '' })),
    appliedByMe: leave.applicant.openid === person._id,
    ...showWords(leave),
  }))
  const waitsFirst = (card: LeaveCard) => (card.state === 'pending' ? 0 : 1)
  return succeed({ leaves: cards.sort((a, b) => waitsFirst(a) - waitsFirst(b)), today })
}
