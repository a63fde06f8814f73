// Decides the shapes of rolled-up figures.
import type { Instant } from '@class-pact/core/contract'
import type { KeptSums, MonthFacts } from '@class-pact/core/statistics'
import type { Progress } from '../../common/store/changes'

/** Of what a row is made; one that says an older number, or none, is rebuilt. */
export const FORM = 2

/** `_id` = `<classId>:<YYYY-MM>`: a class's facts of one month, rebuilt by the scheduler from slips, leaves and verdicts. */
export interface StatisticsDoc extends Partial<MonthFacts> {
  _id: string
  schoolId: string
  classId: string
  month: string
  asOf: Instant
  form?: number
  /** All of the month: what a term or a year reads of it. */
  sums?: KeptSums
  /** What it was counted from is purged, and so are its persons: it is never rebuilt (G23). */
  purged?: true
}

/** How far the scheduler has rolled up: what changed before is in the rows. One document among the statistics. */
export interface RollUpDoc extends Progress {
  _id: string
}
