// Decides how a timetable reads: the lessons of one day, the week in one look, and a pasted table's problems (E23).
import { beijingClock, beijingDay, weekday } from '@class-pact/core/calendar'
import type { Timetable } from '@class-pact/core/contract'
import { USUAL_PERIODS, periodAt, type PasteProblem, type TimetableWeek } from '@class-pact/core/timetable'
import { formatClass, formatClock } from '../../../services/format'

const DAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日']
/** Columns where nobody has entered a weekend. */
const SCHOOL_WEEK = 5
/** What most classes have beside what their teachers teach. */
const COMMON = ['语文', '数学', '英语', '道德与法治', '科学', '体育', '音乐', '美术', '信息科技', '劳动', '班会']
export const NONE = ''

export interface LessonView {
  index: number
  /** 第1节 */
  no: string
  /** 8:00—8:40 */
  time: string
  subject: string
  isNow: boolean
  label: string
}
export interface WeekView {
  className: string
  /** Today, or the day that was chosen. */
  day: string
  days: { value: string; label: string }[]
  dayTitle: string
  lessons: LessonView[]
  /** The week in one look; what it says stands in the lists above, day by day. */
  head: { key: string; text: string; on: boolean }[]
  rows: { key: number; no: string; cells: { key: string; text: string; on: boolean }[] }[]
  isEmpty: boolean
  hint: string
}

const numbered = (index: number) => `第${index + 1}节`
const spanOf = ({ from, to }: { from: string; to: string }) => `${formatClock(from)}—${formatClock(to)}`
const columnsOf = ({ days }: Pick<TimetableWeek, 'days'>) => Math.max(SCHOOL_WEEK, days.length)

/** Today where the table has it, else Monday. */
export const firstDay = ({ now, days }: Pick<Timetable, 'now' | 'days'>): number => {
  const today = weekday(beijingDay(now)) - 1
  return today < columnsOf({ days }) ? today : 0
}

/** The table to write into: as it is, or an empty one of the usual lessons. */
export function beginWeek({ periods, days }: TimetableWeek): TimetableWeek {
  if (periods.length > 0) return { periods, days: square(days, periods.length) }
  return { periods: USUAL_PERIODS, days: square([], USUAL_PERIODS.length) }
}

const square = (days: TimetableWeek['days'], lessons: number) =>
  Array.from({ length: columnsOf({ days }) }, (_, day) =>
    Array.from({ length: lessons }, (__, at) => days[day]?.[at] ?? NONE),
  )

export function presentWeek(answer: Timetable, week: TimetableWeek, day: number, isEditing: boolean): WeekView {
  const today = weekday(beijingDay(answer.now)) - 1
  const columns = columnsOf(week)
  const order = Array.from({ length: columns }, (_, column) => column)
  const running = answer.rest || answer.outdated ? -1 : periodAt(week, beijingClock(answer.now))
  const lessons = week.periods.map((period, index): LessonView => {
    const subject = week.days[day]?.[index] ?? NONE
    const isNow = day === today && index === running && subject !== NONE && !isEditing
    const said = [numbered(index), spanOf(period), subject || '没有课', isNow ? '正在上' : ''].filter(Boolean)
    return { index, no: numbered(index), time: spanOf(period), subject, isNow, label: said.join('，') }
  })
  const isEmpty = !isEditing && week.days.every((each) => each.every((subject) => subject === NONE))
  return {
    className: formatClass(answer.className),
    day: String(day),
    days: order.map((column) => ({ value: String(column), label: DAYS[column] ?? '' })),
    dayTitle: `${DAYS[day] ?? ''}${day === today ? '，今天' : ''}${day === today && answer.rest ? '不上学' : ''}`,
    lessons: isEditing ? lessons : lessons.filter(({ subject }) => subject !== NONE),
    head: order.map((column) => ({ key: String(column), text: (DAYS[column] ?? '').slice(1), on: column === today })),
    rows: week.periods.map((_, index) => ({
      ...{ key: index, no: String(index + 1) },
      cells: order.map((column) => ({
        ...{ key: String(column), text: week.days[column]?.[index] ?? NONE, on: column === today },
      })),
    })),
    isEmpty,
    hint: answer.outdated ? '这是上学年的课程表，家长看不到。核对后保存，就是今年的。' : '',
  }
}

/** Of the class's teachers first; then what classes usually have; none comes last. */
export const subjectChips = ({ subjects }: Pick<Timetable, 'subjects'>) => [
  ...[...new Set([...subjects, ...COMMON])].map((subject) => ({ value: subject, label: subject })),
  { value: NONE, label: '没有课' },
]

/** The week with one lesson changed. */
export const putLesson = (week: TimetableWeek, day: number, at: number, subject: string): TimetableWeek => ({
  ...week,
  days: week.days.map((lessons, column) =>
    column === day ? lessons.map((each, index) => (index === at ? subject : each)) : lessons,
  ),
})

/** The week with one time changed. */
export const putClock = (week: TimetableWeek, at: number, end: 'from' | 'to', clock: string): TimetableWeek => ({
  ...week,
  periods: week.periods.map((period, index) => (index === at ? { ...period, [end]: clock } : period)),
})

const HOUR = 60
const LESSON = 40
const PAUSE = 10
const clockAt = (minutes: number) =>
  `${String(Math.floor(minutes / HOUR)).padStart(2, '0')}:${String(minutes % HOUR).padStart(2, '0')}`

/** One lesson more, after a break; undefined: the day is full. */
export function addPeriod(week: TimetableWeek): TimetableWeek | undefined {
  const last = week.periods[week.periods.length - 1]?.to ?? '07:50'
  const [hour = 0, minute = 0] = last.split(':').map(Number)
  const from = hour * HOUR + minute + PAUSE
  if (from + LESSON >= 24 * HOUR) return undefined
  const periods = [...week.periods, { from: clockAt(from), to: clockAt(from + LESSON) }]
  return { periods, days: square(week.days, periods.length) }
}

/** The week without one lesson of the day. */
export const dropPeriod = ({ periods, days }: TimetableWeek, at: number): TimetableWeek => {
  const without = <Each>(rows: readonly Each[]) => rows.filter((_, index) => index !== at)
  return { periods: without(periods), days: days.map(without) }
}

const SENTENCES: Record<PasteProblem['code'], (text: string) => string> = {
  no_days: () => '没有找到“周一、周二……”这一行，请连表头一起复制。',
  no_lessons: () => '表头下面没有课，请把整张表一起复制。',
  no_time: (text) => `${text ? `“${text}”` : '这一行'}看不出是第几节或几点，请写“第1节”或“8:00-8:40”。`,
  time: (text) => `${text}和别的课重叠，或者结束早于开始。`,
  subject: (text) => `“${text}”不像课名，请只写课名，不写数字。`,
  too_many: () => '一天最多12节课。',
}

/** 第3行：… */
export const sayProblems = (problems: readonly PasteProblem[]): string[] =>
  problems.map(({ line, code, text = '' }) => `第${line}行：${SENTENCES[code](text)}`)

/** What does not fit of the times, where it was written. */
export const sayMisfit = (field: string): string => {
  const [part, at = '0'] = field.split('.')
  return part === 'periods' ? `${numbered(Number(at))}的时间和前一节重叠，或者结束早于开始。` : '每天的课不能比节次多。'
}
