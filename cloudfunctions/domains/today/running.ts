// Decides how a slip that still waits for answers is shown to staff: its figures, not its children.
import type { Instant, RunningNotice, SlipCounts } from '@class-pact/core/contract'
import { isOverdue } from '@class-pact/core/notice'
import type { SlipDoc } from '../slip'

/** Later than any deadline: where one without a deadline is put. */
export const NEVER = 8_640_000_000_000_000

export type CountedSlip = Omit<SlipDoc, 'entries'> & { counts: SlipCounts }

export function describeRunning(slip: CountedSlip, now: Instant): RunningNotice {
  const { noticeId, classId, className, kind, title, important, deadline, counts } = slip
  return {
    ...{ noticeId, classId, className, kind, title, important, deadline, counts },
    overdue: isOverdue(slip, counts, now),
  }
}
