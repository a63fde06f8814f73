// Decides the sentences of what is open in a term: each class in its order, what lacks and until when (G13).
import type { FeedbackSent, TermInspection, OpenItem } from '@class-pact/core/contract'
import { formatClass, formatDate, formatDeadline, formatMoment } from '../../../services/format'

export interface OpenItemView {
  key: string
  title: string
  text: string
  late: boolean
  noticeId: string
  register: string
  /** It is written, and not looked at. */
  asks: boolean
}

export interface InspectedView {
  classId: string
  name: string
  /** 还有3项，2项逾期 */
  sum: string
  items: OpenItemView[]
  label: string
}

export interface ReportView {
  period: string
  summary: string
  places: InspectedView[]
  /** 学期反馈, once it is sent (G14). */
  feedback: { noticeId: string; title: string; text: string } | null
}

const sayLack = ({ kind, count }: OpenItem): string => {
  switch (kind) {
    case 'notice':
      return `${count}人没通知到`
    case 'register':
      return `还差${count}`
    case 'part':
      return '等下一步'
    case 'seat':
      return '请补家长'
    case 'feedback':
      return '发给全校家长'
  }
}

function sayTitle({ kind, title, count }: OpenItem): string {
  if (kind === 'feedback') return '学期反馈还没有收集'
  return kind === 'seat' ? `${count}个孩子没有家长在线` : title
}

function presentItem(item: OpenItem, now: number): OpenItemView {
  const { kind, until, overdue, noticeId = '', register = '' } = item
  const day = until === undefined ? '' : overdue ? `${formatMoment(until, now)}到期` : formatDeadline(until, now)
  return {
    key: [kind, noticeId, register, until ?? ''].join(' '),
    title: sayTitle(item),
    asks: kind === 'feedback',
    text: [sayLack(item), day].filter(Boolean).join('，'),
    late: overdue,
    ...{ noticeId, register },
  }
}

function presentPlace(classId: string, name: string, items: readonly OpenItem[], now: number): InspectedView {
  const late = items.filter(({ overdue }) => overdue).length
  const sum = items.length === 0 ? '都办完了' : `还有${items.length}项${late > 0 ? `，${late}项逾期` : ''}`
  return { classId, name, sum, items: items.map((item) => presentItem(item, now)), label: `${name}，${sum}` }
}

/** 收到32份，80个孩子已填41，9月8日18:00截止 */
function presentFeedback({ noticeId, title, isOut, deadline, asked, answered, sheets }: FeedbackSent, now: number) {
  const over = deadline !== undefined && deadline <= now
  const until = deadline === undefined ? '' : over ? '已截止' : formatDeadline(deadline, now)
  const text = isOut
    ? [`收到${sheets}份`, `${asked}个孩子已填${answered}`, until].filter(Boolean).join('，')
    : '还没有送达'
  return { noticeId, title, text }
}

export function presentReport({ classes, school, term, feedback, now }: TermInspection): ReportView {
  const open = classes.reduce((sum, { items }) => sum + items.length, school.length)
  const places = classes.map(({ classId, className, items }) =>
    presentPlace(classId, formatClass(className), items, now),
  )
  return {
    period: term ? `${formatDate(term.from)}到${formatDate(term.to)}` : '现在没有学期',
    summary: open === 0 ? '各班都办完了。' : `全校还有${open}项没有办完。`,
    feedback: feedback ? presentFeedback(feedback, now) : null,
    places: school.length > 0 ? [...places, presentPlace('', '学校', school, now)] : places,
  }
}
