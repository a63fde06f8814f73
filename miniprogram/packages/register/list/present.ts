// Decides how 该办的事 reads: by when it is due, then by area; what waits, what is done, what may be noted any time.
import { beijingDay } from '@class-pact/core/calendar'
import type { DueRow, Instant, RegisterArea, RegistersDue } from '@class-pact/core/contract'
import { AREA_WORDS } from '../../../domains/register/words'
import { formatClass } from '../../../services/format'
import { endOfWeek, lastDayOf, sayDue } from '../parts/due'

/** 今天 本周 本月 本学期 */
export const SPANS = ['today', 'week', 'month', 'term'] as const
export type Span = (typeof SPANS)[number]
const SPAN_WORDS: Record<Span, string> = { today: '今天', week: '本周', month: '本月', term: '本学期' }

export interface DueView {
  key: string
  title: string
  /** 三（2）班，今天16:30前 */
  sub: string
  /** It is late: since when. */
  late: string
  /** 3/4, where more than one is wanted. */
  count: string
  done: number
  missing: number
  isDone: boolean
  label: string
}
export interface AreaView {
  area: RegisterArea | 'done'
  title: string
  rows: DueView[]
}
export interface OpenView {
  key: string
  title: string
  sub: string
}
export interface ListView {
  tabs: { span: Span; text: string; label: string }[]
  span: Span
  areas: AreaView[]
  /** 今天没有要记的 */
  empty: string
  open: OpenView[]
  readable: OpenView[]
}

/** Of what was answered, the row that was tapped. */
export const keyOf = ({ register, classId = '', subject, slot, entryId = '', part }: DueRow): string =>
  [register, classId, subject?.id ?? '', slot, entryId, part?.id ?? ''].join('|')

/** @param chosen absent: the first that has something to do */
export function presentList({ rows, open, readable, now }: RegistersDue, chosen?: Span): ListView {
  const waiting = (span: Span) => rows.filter((row) => row.state !== 'done' && spanOf(row, now) === span)
  const span = chosen ?? SPANS.find((each) => waiting(each).length > 0) ?? 'today'
  const done = rows.filter((row) => row.state === 'done' && spanOf(row, now) === span)
  const areas = [
    ...areasOf(waiting(span), now),
    ...(done.length > 0
      ? [{ area: 'done' as const, title: '已办', rows: done.map((row) => presentRow(row, now)) }]
      : []),
  ]
  return {
    tabs: SPANS.map((each) => {
      const left = waiting(each).length
      const word = SPAN_WORDS[each]
      return { span: each, text: left > 0 ? `${word} ${left}` : word, label: `${word}，${left}项要办` }
    }),
    span,
    areas,
    empty: waiting(span).length > 0 ? '' : `${SPAN_WORDS[span]}没有要记的`,
    open: presentNamed(open),
    readable: presentNamed(readable),
  }
}

/** Each stands once: in the first span that it is due in; what is late is for today. */
function spanOf({ dueAt }: DueRow, now: Instant): Span {
  const due = lastDayOf(dueAt)
  const today = beijingDay(now)
  if (due <= today) return 'today'
  if (due <= endOfWeek(today)) return 'week'
  return due.slice(0, 7) <= today.slice(0, 7) ? 'month' : 'term'
}

function areasOf(rows: readonly DueRow[], now: Instant): AreaView[] {
  const areas = (Object.keys(AREA_WORDS) as RegisterArea[]).map((area) => ({
    area,
    title: AREA_WORDS[area],
    rows: rows.filter((row) => row.area === area).map((row) => presentRow(row, now)),
  }))
  return areas.filter((area) => area.rows.length > 0)
}

function presentRow(row: DueRow, now: Instant): DueView {
  const { title, part, subject, className = '', dueAt, state, done, needed } = row
  const name = part ? `${title}：待${part.title}` : title
  const about = [formatClass(className), subject?.name].filter(Boolean).join('，')
  const late = state === 'overdue' ? `${sayDue(dueAt, now)}到期，还没办` : ''
  const until = state === 'done' || late ? '' : `${sayDue(dueAt, now)}前`
  const count = needed > 1 ? `${done}/${needed}` : ''
  const sub = [about, until].filter(Boolean).join('，')
  return {
    ...{ key: keyOf(row), title: name, sub, late, count, done: Math.min(done, needed) },
    ...{ missing: Math.max(needed - done, 0), isDone: state === 'done' },
    label: [name, sub, late, count && `已做${done}，要做${needed}`, state === 'done' && '已办']
      .filter(Boolean)
      .join('，'),
  }
}

/** Of one class alone nobody has to be told which. */
function presentNamed(named: RegistersDue['readable']): OpenView[] {
  const isOne = new Set(named.map(({ classId }) => classId)).size === 1
  return named.map(({ register, title, classId = '', className = '' }) => ({
    ...{ key: `${register}|${classId}`, title, sub: isOne ? '' : formatClass(className) },
  }))
}
