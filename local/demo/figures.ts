// Decides the rolled-up figures the demo starts with: counted from its own slips, leaves and verdicts, by class and month.
import { beijingDay } from '@class-pact/core/calendar'
import type { Instant } from '@class-pact/core/contract'
import { countEntries } from '@class-pact/core/notice'
import { gatherSlip } from '@class-pact/core/statistics'
import type { LeaveDoc } from '../../cloudfunctions/domains/leave/documents'
import type { SlipDoc } from '../../cloudfunctions/domains/slip/documents'
import type { StatisticsDoc } from '../../cloudfunctions/domains/statistics/documents'
import type { VerdictDoc } from '../../cloudfunctions/domains/notice/documents'
import { SCHOOL_ID } from './class-plans'
import type { Families } from './families'

const monthOf = (at: Instant) => beijingDay(at).slice(0, 7)

export function countFigures(
  families: Families,
  slips: readonly SlipDoc[],
  leaves: readonly LeaveDoc[],
  verdicts: readonly VerdictDoc[],
  now: Instant,
): StatisticsDoc[] {
  const months = [
    ...new Set([
      ...slips.map(({ publishedAt }) => monthOf(publishedAt)),
      ...leaves.flatMap(({ dates }) => dates.map((day) => day.slice(0, 7))),
    ]),
  ]
  return families.classes.flatMap(({ _id: classId }) =>
    months.map((month): StatisticsDoc => ({
      _id: `${classId}:${month}`,
      schoolId: SCHOOL_ID,
      classId,
      month,
      asOf: now,
      slips: slips
        .filter((slip) => slip.classId === classId && !slip.toChild && monthOf(slip.publishedAt) === month)
        .map((slip) => gatherSlip(slip, countEntries(slip.entries))),
      leaves: leaves
        .filter((leave) => leave.classId === classId && (leave.state === 'approved' || leave.state === 'returned'))
        .flatMap(({ childId, kind, dates }) =>
          dates.filter((day) => day.startsWith(month)).map((day) => ({ day, kind, childId })),
        ),
      verdicts: verdicts
        .filter(({ classIds, at }) => classIds.includes(classId) && monthOf(at) === month)
        .map(({ _id, at, rules, verdict }) => ({ id: _id, at, rules, verdict })),
    })),
  )
}
