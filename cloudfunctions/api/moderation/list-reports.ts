// Decides who finds a report: its writer, and the school's leaders; the head teacher never (M06).
import type { Handler } from '../../common/call/handlers'
import { refuse, succeed } from '../../common/call/results'
import { memberOf } from '../../common/session'
import type { ReportDoc } from '../../common/store/documents'
import { reports } from '../../common/store/reports'
import { LEADERS } from '../notice/speaker'
import { describeReport } from './describe-report'

/** More than a school has in a term. */
const REPORTS_MOST = 100

export const listReports: Handler<'report.list'> = async (query, { person, openid }) => {
  const isAllowed =
    query.of === 'school'
      ? memberOf(person, query.schoolId, LEADERS) !== undefined
      : person.identities.some(({ role, classId }) => role === 'supervisor' && classId === query.classId)
  if (!isAllowed) return refuse('FORBIDDEN')
  const found = await reports.list<ReportDoc>(
    query.of === 'school' ? { schoolId: query.schoolId } : { classId: query.classId, 'by.openid': openid },
    // What is open comes first: 'open' sorts after 'answered'.
    {
      limit: REPORTS_MOST,
      order: [
        ['state', 'desc'],
        ['at', 'desc'],
      ],
      fields: { trail: 0 },
    },
  )
  return succeed({ reports: found.map((report) => describeReport(report, openid)) })
}
