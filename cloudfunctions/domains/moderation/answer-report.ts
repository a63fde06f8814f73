// Decides how a report ends: one leader answers it, with words; it stays on record (M06).
import type { Handler, Whose } from '../../common/call/handlers'
import { findCall, refuseReused } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import { noteAct, withTrail } from '../../common/store/trail'
import { keepWords } from '../../common/wechat/check-words'
import { describeReport } from './describe-report'
import type { ReportDoc } from './documents'
import { reports } from './reports'

export async function findReport({ reportId }: { reportId: string }): Promise<Whose<ReportDoc> | undefined> {
  const report = await reports.find(reportId)
  return report && { found: report, place: report }
}

export const answerReport: Handler<'report.answer', ReportDoc> = async ({ reportId, words }, session) => {
  const { identity: leader, openid, now, check, found: report } = session
  const been = findCall(report.trail, session)
  if (been === 'other') return refuseReused()
  if (been === 'repeat') return succeed(describeReport(report, openid))
  if (report.state !== 'open') return refuse('REPORT_ANSWERED')
  const answered = { at: now, by: leader.card, role: leader.role, words, ...keepWords(words, check) }
  const changed = await reports.update(
    { _id: reportId, state: 'open' },
    withTrail({ $set: { state: 'answered', answered } }, noteAct(session, leader.role, 'report.answer')),
  )
  return changed
    ? succeed(describeReport({ ...report, state: 'answered', answered }, openid))
    : refuse('REPORT_ANSWERED')
}
