// Decides who finds a report: its writer, and the school's leaders; the head teacher never (M06).
import type { Handler } from '../../common/call/handlers'
import { succeed } from '../../common/call/results'
import type { Where } from '../../common/store/collection'
import type { ReportDoc } from './documents'
import { readPage, type List } from '../../common/store/pages'
import { describeReport } from './describe-report'

export const listReports: Handler<'report.list'> = async (query, { openid }) => {
  const where = query.of === 'school' ? { schoolId: query.schoolId } : { classId: query.classId, 'by.openid': openid }
  const { rows, total, next } = await readPage<ReportDoc>(openid, listOf(where), query.after)
  return succeed({ reports: rows.map((report) => describeReport(report, openid)), total, next })
}

const listOf = (where: Where): List => {
  const part = { from: 'reports', then: [{ $project: { trail: 0 } }] }
  return {
    parts: [
      { ...part, where: { ...where, state: 'open' }, order: [['at', 1]] },
      { ...part, where: { ...where, state: 'answered' }, order: [['at', -1]] },
    ],
  }
}
