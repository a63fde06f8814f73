// Decides what a principal learns in one look: warnings first, then five questions (screens.md 3.20, X01–X06).
import type { Statistics } from '@class-pact/core/contract'
import { isRuleId, RULES } from '@class-pact/core/pact'
import {
  presentAttendance,
  presentClusters,
  presentLeaves,
  presentOverrides,
  presentReach,
  presentSeats,
  presentSpeed,
} from '../../domains/statistics/figures'
import { sayGap } from '../../services/calendar-gap'
import type { ColumnChart, ReachChart, SeatsChart } from '../../domains/statistics/figures'

export type Range = Statistics['range']
export const RANGES: { value: Range; label: string }[] = [
  { value: 'week', label: '本周' },
  { value: 'month', label: '本月' },
  { value: 'term', label: '本学期' },
]

export interface StatisticsView {
  clusters: { key: string; warningId: string; text: string }[]
  /** No notice has gone out yet. */
  empty: boolean
  reach: ReachChart
  speed: ColumnChart
  leaves: ColumnChart & { note: string }
  attendance: ColumnChart
  overrides: ColumnChart
  seats: SeatsChart
  rules: { rule: string; title: string; text: string }[]
}

/** School days that were guessed are said to be (T06). */
function noteGap(chart: StatisticsView['leaves'], { gap }: Statistics): StatisticsView['leaves'] {
  return gap ? { ...chart, text: [...chart.text, sayGap(gap)] } : chart
}

export function presentStatistics(statistics: Statistics): StatisticsView {
  const { school, classes, clusters, leaves, attendance, overrides, rules, asOf } = statistics
  return {
    clusters: presentClusters(clusters, asOf),
    empty: school.notices === 0,
    reach: presentReach(classes),
    speed: presentSpeed(school),
    leaves: noteGap(presentLeaves(leaves, asOf), statistics),
    attendance: presentAttendance(attendance, school, asOf),
    overrides: presentOverrides(overrides, asOf),
    seats: presentSeats(school.seats),
    rules: rules.map(({ rule, refused, held }) => ({
      rule,
      title: isRuleId(rule) ? RULES[rule].title : rule,
      text: [refused > 0 && `不能发${refused}次`, held > 0 && `先审核${held}次`].filter(Boolean).join('，'),
    })),
  }
}
