// Decides how the entries of a register read one under another: when, about whom, in one line, and what waits.
import { addDays, beijingDay } from '@class-pact/core/calendar'
import type { Day, Instant, RegisterTable, SheetState, SubjectKind, TableRow } from '@class-pact/core/contract'
import { SHEET_STATE_WORDS } from '../../../domains/register/words'
import { formatClass, formatDate, formatLongDate } from '../../../services/format'
import { sayDue } from '../parts/due'

/** All of them. */
export const ANY = ''

/** What is looked for; empty: everything. */
export interface Filter {
  classId: string
  childId: string
  state: SheetState | typeof ANY
  from: Day
  to: Day
}

export const STATES: { value: Filter['state']; label: string }[] = [
  { value: ANY, label: '全部' },
  ...(['open', 'done', 'refused', 'void'] as const).map((value) => ({ value, label: SHEET_STATE_WORDS[value] })),
]

export interface RowView {
  entryId: string
  /** 三（2）班，张小明; the register's name where it is about the school. */
  who: string
  text: string
  /** 9月1日 */
  on: string
  by: string
  /** 等班主任签阅，9月2日16:30前 */
  waits: string
  late: boolean
  /** 作废 不同意; what is open or done says so otherwise. */
  state: string
  points: string
  label: string
}

export interface TableView {
  title: string
  rows: RowView[]
  /** 三（2）班，张小明，9月1日到9月30日 */
  filter: string
  classes: { value: string; label: string }[]
  /** One can look for a child: the register is about children, of a class that is known. */
  seeksChild: boolean
  empty: string
}

export function presentTable(table: RegisterTable, filter: Filter, childName: string): TableView {
  const { title, about, classes = [], rows, now } = table
  const chosen = classes.find(({ classId }) => classId === filter.classId)
  const range = sayRange(filter, now)
  const named = [chosen && formatClass(chosen.className), childName, range].filter(Boolean)
  const isNarrow = named.length > 0 || filter.state !== ANY
  return {
    title,
    rows: rows.map((row) => presentRow(row, about, title, now)),
    filter: named.join('，') || '全部',
    classes:
      classes.length > 1
        ? [
            { value: ANY, label: '全部' },
            ...classes.map(({ classId, className }) => ({ value: classId, label: formatClass(className) })),
          ]
        : [],
    seeksChild: isAboutChildren(about) && (filter.classId !== '' || classes.length === 1),
    empty: rows.length > 0 ? '' : isNarrow ? '没有这样的记录' : '还没有记过',
  }
}

export const isAboutChildren = (about: SubjectKind): boolean => about === 'child' || about === 'family'

function presentRow(row: TableRow, about: SubjectKind, title: string, now: Instant): RowView {
  const { entryId, on, className = '', subject = '', text, state, by, waits, points } = row
  const place = formatClass(className)
  // A class is its own subject: it is said once.
  const who = about === 'class' ? place || formatClass(subject) : [place, subject].filter(Boolean).join('，')
  const said = waits ? sayWaits(waits, now) : ''
  const view = {
    ...{ entryId, text, by, waits: said, late: waits?.overdue === true },
    who: who || title,
    on: sayDay(on, now),
    state: state === 'void' || state === 'refused' ? SHEET_STATE_WORDS[state] : '',
    points: points === undefined ? '' : `${points}分`,
  }
  const label = [view.who, view.on, text, said, view.state, view.points].filter(Boolean).join('，')
  return { ...view, label }
}

function sayWaits({ part, dueAt, overdue }: NonNullable<TableRow['waits']>, now: Instant): string {
  const until = dueAt === undefined ? '' : `${sayDue(dueAt, now)}前`
  return [`等${part}`, overdue ? '已过期' : until].filter(Boolean).join('，')
}

/** Of another year with its year. */
function sayDay(day: Day, now: Instant): string {
  const isThisYear = day.slice(0, 4) === beijingDay(now).slice(0, 4)
  return isThisYear ? formatDate(day) : formatLongDate(day)
}

function sayRange({ from, to }: Filter, now: Instant): string {
  if (from && to) return `${sayDay(from, now)}到${sayDay(to, now)}`
  if (from) return `${sayDay(from, now)}起`
  return to ? `到${sayDay(to, now)}` : ''
}

/** Days that are looked for most often; own ones are chosen. */
export const SPANS = [
  { value: ANY, label: '全部' },
  { value: 'month', label: '本月' },
  { value: 'before', label: '上月' },
  { value: 'own', label: '选日期' },
]

/** The days of a span; undefined: they are chosen one by one. */
export function daysOf(span: string, now: Instant): Pick<Filter, 'from' | 'to'> | undefined {
  const first: Day = `${beijingDay(now).slice(0, 7)}-01`
  const lastBefore = addDays(first, -1)
  if (span === ANY) return { from: '', to: '' }
  if (span === 'month') return { from: first, to: '' }
  return span === 'before' ? { from: `${lastBefore.slice(0, 7)}-01`, to: lastBefore } : undefined
}

/** What is asked of the cloud. */
export function askFor({ classId, childId, state, from, to }: Filter) {
  return {
    ...(classId && { classId }),
    ...(childId && { childId }),
    ...(state && { state }),
    ...(from && { from }),
    ...(to && { to }),
  }
}
