// Decides how a supervisor tells the leaders what they have seen in the own class, past the head teacher (M06).
import type { Handler } from '../../common/call/handlers'
import { findFounding, refuseReused } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import { deriveId } from '../../common/ids'
import type { ReportDoc } from './documents'
import { reports } from './reports'
import { noteAct, startTrail } from '../../common/store/trail'
import { keepWords } from '../../common/wechat/check-words'
import { describeReport } from './describe-report'

export const fileReport: Handler<'report.file'> = async ({ classId, words }, session) => {
  const { identity: supervisor, openid, requestId, now, check } = session
  const report: ReportDoc = {
    _id: deriveId('report', openid, requestId),
    schoolId: supervisor.schoolId,
    classId,
    className: supervisor.className ?? '',
    by: { openid, card: supervisor.card },
    words,
    ...keepWords(words, check),
    at: now,
    state: 'open',
    callDigest: session.digest,
    ...startTrail(noteAct(session, supervisor.role, 'report.file')),
  }
  if (await reports.insert(report)) return succeed(describeReport(report, openid))
  const earlier = await reports.find(report._id)
  if (!earlier) return refuse('TRY_AGAIN')
  return findFounding(earlier, session) === 'other' ? refuseReused() : succeed(describeReport(earlier, openid))
}
