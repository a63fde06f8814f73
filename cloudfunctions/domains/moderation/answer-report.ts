// Decides how a report ends: one leader answers it, with words; it stays on record (M06).
import type { Handler } from '../../common/call/handlers'
import { findCall, refuseReused } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import { memberOf } from '../../common/call/session'
import { reports } from './reports'
import { noteAct, withTrail } from '../../common/store/trail'
import { keepWords } from '../../common/wechat/check-words'
import { LEADERS } from '../notice'
import { describeReport } from './describe-report'

export const answerReport: Handler<'report.answer'> = async ({ reportId, words }, session) => {
  const { person, openid, now, check } = session
  const report = await reports.find(reportId)
  const leader = report && memberOf(person, report.schoolId, LEADERS)
  if (!report || !leader) return refuse('FORBIDDEN')
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
