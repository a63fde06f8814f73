// Decides the shapes of rolled-up figures.
import type { Instant } from '@class-pact/core/contract'
import type { AttendanceFacts, SlipFacts, LeaveFacts, VerdictFacts } from '@class-pact/core/statistics'

/** `_id` = `<classId>:<YYYY-MM>`: a class's facts of one month, rebuilt by the scheduler from slips, leaves and verdicts. */
export interface StatisticsDoc {
  _id: string
  schoolId: string
  classId: string
  month: string
  asOf: Instant
  slips: SlipFacts[]
  leaves: LeaveFacts[]
  /** Absent: rolled up before rolls were. */
  attendance?: AttendanceFacts[]
  verdicts: VerdictFacts[]
}

/** How far the scheduler has rolled up: what changed before is in the rows. One document among the statistics. */
export interface RollUpDoc {
  _id: string
  until: Instant
}
