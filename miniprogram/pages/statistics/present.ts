// Decides what a principal learns in one look: warnings first, then five questions (screens.md 3.20, X01–X06).
import type { Figures, Grade, Statistics } from '@class-pact/core/contract'
import { gradeWord } from '@class-pact/core/family'
import {
  presentAttendance,
  presentClusters,
  presentLeaves,
  presentOverrides,
  presentReach,
  presentSeats,
  presentSpeed,
  sayAttendance,
} from '../../domains/statistics/figures'
import { presentGrades, type GradeChip } from '../../domains/statistics/grades'
import { presentPast, presentRates, type RateTile } from '../../domains/statistics/rates'
import { presentCounts, presentRules, type About, type FigureRow } from '../../domains/statistics/rows'
import { sayGap } from '../../services/calendar-gap'
import type { ColumnChart, ReachChart, SeatsChart } from '../../domains/statistics/figures'

export interface StatisticsView {
  clusters: { key: string; warningId: string; text: string }[]
  grades: GradeChip[]
  grade: Grade | ''
  /** No notice has gone out yet. */
  empty: boolean
  numbers: RateTile[]
  /** 家长签收比上周同期多2%: its own past; nothing without one. */
  past: string
  counts: FigureRow[]
  reach: ReachChart
  /** Notices that did not reach everybody, each once. */
  unreached: { noticeId: string; title: string; sub: string; label: string }[]
  speed: ColumnChart
  /** Counted by the day over the school; absent where a grade is looked at. */
  leaves: (ColumnChart & { note: string }) | null
  attendance: ColumnChart | null
  /** 出勤率98.5% of a grade, whose days are not drawn. */
  attended: string[]
  overrides: ColumnChart | null
  seats: SeatsChart
  rules: FigureRow[]
}

/** School days that were guessed are said to be (T06). */
function noteGap<Chart extends ColumnChart>(chart: Chart, { gap }: Statistics): Chart {
  return gap ? { ...chart, text: [...chart.text, sayGap(gap)] } : chart
}

/** @param about absent: whoever reads may not see what is counted */
export function presentStatistics(statistics: Statistics, chosen: Grade | '', about?: About): StatisticsView {
  const { clusters, leaves, attendance, overrides, rules, asOf, grades } = statistics
  const own = grades.find(({ grade }) => grade === chosen)
  const figures: Figures = own ?? statistics.school
  const classes = own ? statistics.classes.filter(({ grade }) => grade === own.grade) : statistics.classes
  const ids = new Set(classes.map(({ classId }) => classId))
  const whole = about && own ? { ...about, grade: own.grade, who: gradeWord(own.grade) } : about
  return {
    clusters: presentClusters(clusters, asOf),
    grades: presentGrades(grades),
    grade: own?.grade ?? '',
    empty: figures.notices === 0,
    numbers: presentRates(figures, whole),
    past: presentPast(figures, statistics),
    counts: presentCounts(figures, whole),
    reach: presentReach(classes),
    unreached: presentUnreached(statistics.unreached.filter(({ classId }) => ids.has(classId))),
    speed: presentSpeed(figures),
    leaves: own ? null : noteGap(presentLeaves(leaves, asOf), statistics),
    attendance: own ? null : presentAttendance(attendance, figures, asOf),
    attended: own ? sayAttendance(figures.attendance) : [],
    overrides: own ? null : presentOverrides(overrides, asOf),
    seats: presentSeats(figures.seats),
    rules: own ? [] : presentRules(rules, about),
  }
}

/** One line a notice, whatever the number of its classes, in the order in which the cloud names them. */
function presentUnreached(unreached: Statistics['unreached']): StatisticsView['unreached'] {
  const titles = new Map(unreached.map(({ noticeId, title }) => [noticeId, title]))
  return [...titles].map(([noticeId, title]) => {
    const own = unreached.filter((each) => each.noticeId === noticeId)
    const missing = own.reduce((sum, { counts }) => sum + counts.missing, 0)
    const sub = `${own.length > 1 ? `${own.length}个班` : (own[0]?.className ?? '')}，未送达${missing}`
    return { noticeId, title, sub, label: `${title}，${sub}` }
  })
}
