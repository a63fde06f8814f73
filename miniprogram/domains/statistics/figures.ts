// Decides which bars and which sentences a school's figures become: the same numbers (screens.md 4).
import { beijingDay, addDays, weekday } from '@class-pact/core/calendar'
import type { ClassFigures, Day, Instant, Statistics, UrgentCause } from '@class-pact/core/contract'
import { plotColumns } from '../../components/chart-columns/scale'
import type { Column, Plot, Tone } from '../../components/chart-columns/scale'
import { formatDate } from '../../services/format'
import { sayWarning } from '../attendance/sickness'
import { sayRate } from '../attendance/words'
import { URGENT_WORDS } from '../notice/words'
import { ABSENCE_WORDS } from '../roll/words'

/** Bars of Ch2, as `ClassFigures.histogram` counts them; the last holds everything later. */
const HOURS = ['1', '3', '6', '12', '24', '48', '更晚']
const MINUTES_AN_HOUR = 60
/** Weeks of Ch4 that have room for a name each. */
const WEEKS_NAMED = 4
/** How each cause is drawn in Ch4; the legend names them. */
const CAUSE_TONES: Record<UrgentCause, Tone> = {
  safety: 'solid',
  closure: 'hatched',
  dismissal: 'soft',
  other: 'hollow',
}

export interface Legend {
  tone: Tone
  text: string
}
export interface ColumnChart {
  plot: Plot
  /** Words under the axis, from left to right. */
  axis: string[]
  legend: Legend[]
  /** What the chart says, in sentences; also read aloud. */
  text: string[]
}

export interface ReachRow {
  classId: string
  name: string
  signed: number
  followed: number
  missing: number
  value: string
  label: string
}
export interface ReachChart {
  rows: ReachRow[]
  /** Classes in which everybody is reached, folded into one line. */
  rest: { classId: string; name: string; value: string }[]
  restText: string
  text: string[]
}

type Reached = Pick<ClassFigures, 'classId' | 'className' | 'entries' | 'signed' | 'followed'>

/** Ch1 哪些班还有孩子没通知到？ Only classes with somebody missing are drawn, in grade order (X01). */
export function presentReach(classes: Reached[]): ReachChart {
  const asked = classes.filter(({ entries }) => entries > 0)
  const rows = asked.filter(isMissing).map((each) => {
    const missing = each.entries - each.signed - each.followed
    return {
      classId: each.classId,
      name: shortName(each.className),
      signed: each.signed,
      followed: each.followed,
      missing,
      value: `未送达${missing}`,
      label: `${each.className}${each.entries}份回执：已签${each.signed}，电话或纸质${each.followed}，未送达${missing}`,
    }
  })
  const rest = classes
    .filter((each) => !isMissing(each))
    .map(({ classId, className, entries }) => ({
      classId,
      name: className,
      value: entries > 0 ? '都通知到了' : '没有要回执的通知',
    }))
  return {
    rows,
    rest,
    restText: sayRest(rows.length > 0, asked.length - rows.length, classes.length - asked.length),
    text: rows.length > 0 ? rows.map(({ label }) => label) : ['每个孩子都通知到了'],
  }
}

const isMissing = ({ entries, signed, followed }: Reached) => entries > signed + followed

function sayRest(others: boolean, reached: number, unasked: number): string {
  return [
    reached > 0 && `${others ? '其余' : ''}${reached}个班都通知到了`,
    unasked > 0 && `${unasked}个班没有要回执的通知`,
  ]
    .filter(Boolean)
    .join('，')
}

/** 三（2）班 → 三（2）: the axis has no room for a word that stands in every row. */
export const shortName = (className: string) => className.replace(/班$/, '')

/** Ch2 通知多久能到家？ (X01) */
export function presentSpeed(figures: Pick<ClassFigures, 'histogram' | 'medianMinutes' | 'p90Minutes'>): ColumnChart {
  const columns: Column[] = figures.histogram.map((value, index) => ({
    parts: [{ tone: 'solid', value }],
    label: `${withinHours(index)}${value}人`,
    figure: value > 0 ? String(value) : '',
  }))
  const { medianMinutes, p90Minutes } = figures
  const text =
    medianMinutes === undefined || p90Minutes === undefined
      ? ['还没有签收']
      : [`一半${saySpan(medianMinutes)}内签收，九成${saySpan(p90Minutes)}内`]
  return { plot: plotColumns(columns), axis: HOURS, legend: [], text }
}

const withinHours = (index: number) => (index < HOURS.length - 1 ? `${HOURS[index]}小时内` : '更晚')

/** Minutes as one says them, rounded up: nobody is told a notice was faster than it was. */
export function saySpan(minutes: number): string {
  if (minutes < MINUTES_AN_HOUR) return `${Math.max(1, Math.ceil(minutes))}分钟`
  return `${Math.ceil(minutes / MINUTES_AN_HOUR)}小时`
}

/** Ch3 有没有聚集生病？ The last 30 school days (X06). `note` stands over today's column. */
export function presentLeaves(leaves: Statistics['leaves'], now: Instant): ColumnChart & { note: string } {
  const today = beijingDay(now)
  const columns: Column[] = leaves.map(({ day, sick, personal }) => ({
    parts: [
      { tone: 'solid', value: sick },
      { tone: 'hollow', value: personal },
    ],
    label: `${dayName(day, today)}病假${sick}，事假${personal}`,
    figure: '',
    now: day === today,
  }))
  const first = leaves[0]
  const middle = leaves[Math.floor(leaves.length / 2)]
  const last = leaves[leaves.length - 1]
  const ends = leaves.length > 2 ? [first, middle, last] : [first, last]
  const most = leaves.reduce<Statistics['leaves'][number] | undefined>(
    (best, each) => (best && best.sick >= each.sick ? best : each),
    undefined,
  )
  return {
    plot: plotColumns(columns),
    axis: ends.flatMap((each) => (each ? [dayName(each.day, today)] : [])),
    legend: [
      { tone: 'solid', text: '病假' },
      { tone: 'hollow', text: '事假' },
    ],
    note: last && last.day === today && last.sick > 0 ? `病假${last.sick}` : '',
    text: [
      most && most.sick > 0
        ? `近${leaves.length}个上学日，病假最多是${dayName(most.day, today)}，${most.sick}人`
        : `近${leaves.length}个上学日没有病假`,
      ...(last && last.day === today ? [`今天病假${last.sick}人，事假${last.personal}人`] : []),
    ],
  }
}

/** 有没有迟到早退未到？ The last 30 school days (L10). */
export function presentAttendance(
  series: Statistics['attendance'],
  { attendance }: Pick<ClassFigures, 'attendance'>,
  now: Instant,
): ColumnChart {
  const today = beijingDay(now)
  const say = ({ late, early, absent }: { late: number; early: number; absent: number }) =>
    `迟到${late}，早退${early}，未到${absent}`
  const columns: Column[] = series.map((each) => ({
    parts: [
      { tone: 'solid', value: each.absent },
      { tone: 'hatched', value: each.late },
      { tone: 'hollow', value: each.early },
    ],
    label: `${dayName(each.day, today)}${say(each)}`,
    figure: '',
    now: each.day === today,
  }))
  const ends = [series[0], series[Math.floor(series.length / 2)], series[series.length - 1]]
  const last = ends[2]
  return {
    plot: plotColumns(columns),
    axis: ends.flatMap((each) => (each ? [dayName(each.day, today)] : [])),
    legend: [
      { tone: 'solid', text: '未到' },
      { tone: 'hatched', text: '迟到' },
      { tone: 'hollow', text: '早退' },
    ],
    // Before a roll is taken nobody says that nobody was late.
    text: [
      ...sayAttendance(attendance),
      ...(attendance.rate !== undefined && last && last.day === today ? [`今天${say(last)}`] : []),
    ],
  }
}

/** 出勤率98.5%；迟到3人次，早退0人次，未到2人次：生病1，原因不明1. Of the range that is chosen. */
export function sayAttendance({ rate, late, early, absent, causes }: ClassFigures['attendance']): string[] {
  if (rate === undefined) return ['这段时间还没有点名']
  const known = (Object.keys(causes) as (keyof typeof causes)[]).filter((cause) => causes[cause] > 0)
  const unknown = absent - known.reduce((sum, cause) => sum + causes[cause], 0)
  const why = [
    ...known.map((cause) => `${ABSENCE_WORDS[cause]}${causes[cause]}`),
    ...(unknown > 0 ? [`原因不明${unknown}`] : []),
  ].join('，')
  return [`出勤率${sayRate(rate)}`, `迟到${late}人次，早退${early}人次，未到${absent}人次${why ? `：${why}` : ''}`]
}

const dayName = (day: Day, today: Day) => (day === today ? '今天' : formatDate(day))

/** Ch4 紧急通道用得多吗？ By week and cause; the axis runs from the first week with an exception to this one (X02). */
export function presentOverrides(overrides: Statistics['overrides'], now: Instant): ColumnChart {
  const today = beijingDay(now)
  const thisWeek = addDays(today, 1 - weekday(today))
  const first = overrides.reduce((earliest, { week }) => (week < earliest ? week : earliest), thisWeek)
  const weeks: Day[] = []
  for (let week = first; week <= thisWeek; week = addDays(week, 7)) weeks.push(week)
  const causes = [...new Set(overrides.map(({ cause }) => cause))]
  const columns: Column[] = weeks.map((week) => {
    const rows = overrides.filter((row) => row.week === week)
    const total = rows.reduce((sum, { count }) => sum + count, 0)
    return {
      parts: rows.map(({ cause, count }) => ({ tone: CAUSE_TONES[cause], value: count })),
      label: sayWeek(weekName(week, thisWeek), rows),
      figure: total > 0 ? String(total) : '',
      now: false,
    }
  })
  const named = weeks.length > WEEKS_NAMED ? [first, thisWeek] : weeks
  return {
    plot: plotColumns(columns),
    axis: named.map((week) => weekName(week, thisWeek)),
    legend: causes.map((cause) => ({ tone: CAUSE_TONES[cause], text: URGENT_WORDS[cause] })),
    text: weeks
      .map((week) =>
        sayWeek(
          weekName(week, thisWeek),
          overrides.filter((row) => row.week === week),
        ),
      )
      .reverse(),
  }
}

const weekName = (week: Day, thisWeek: Day) => (week === thisWeek ? '本周' : `${formatDate(week)}起`)

function sayWeek(name: string, rows: Statistics['overrides']): string {
  const total = rows.reduce((sum, { count }) => sum + count, 0)
  if (total === 0) return `${name}没有用过`
  return `${name}${total}次：${rows.map(({ cause, count }) => `${URGENT_WORDS[cause]}${count}`).join('，')}`
}

export interface SeatsChart {
  none: number
  one: number
  two: number
  text: string[]
}
/** Ch5 哪些孩子没有家长在线？ One bar (X05). */
export function presentSeats([none, one, two]: ClassFigures['seats']): SeatsChart {
  return { none, one, two, text: [`0位${none}人，1位${one}人，2位${two}人`] }
}

/** 三（2）班今天3人发热，请核实，24小时内上报; the page says the second half. */
export function presentClusters(
  clusters: Statistics['clusters'],
  now: Instant,
): { key: string; warningId: string; text: string }[] {
  return clusters.map((warning) => ({
    ...{ key: warning.warningId, warningId: warning.warningId },
    text: `${sayWarning(warning, now)}，`,
  }))
}
