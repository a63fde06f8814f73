// Decides the sentences about how soon families are answered: in the class's order, without a ranking (T10).
import type { ReplyFigures, ReplyRow, TalkFigures } from '@class-pact/core/contract'
import type { LeaderWord } from '../../../domains/talk/words'
import { formatClass, formatDate } from '../../../services/format'

export interface ReplyRowView {
  key: string
  /** Of a class whose teachers are a tap away. */
  classId: string
  name: string
  lines: string[]
}

export interface RepliesView {
  where: string
  period: string
  numbers: { key: string; count: string; word: string }[]
  summary: string
  label: string
  rows: ReplyRowView[]
  notes: string[]
}

const MINUTES_AN_HOUR = 60

/** 40分钟 2小时; half an hour more is the next hour, so that it is never said to be faster than it was. */
export function sayMinutes(minutes: number): string {
  return minutes < MINUTES_AN_HOUR ? `${Math.max(1, minutes)}分钟` : `${Math.ceil(minutes / MINUTES_AN_HOUR)}小时`
}

const sayHalf = ({ answered, medianMinutes }: ReplyFigures): string =>
  answered > 1 && medianMinutes !== undefined
    ? `一半在${sayMinutes(medianMinutes)}内回复`
    : medianMinutes !== undefined
      ? `约${sayMinutes(medianMinutes)}回复`
      : ''

/** 12件，待回复1件，一半在2小时内回复 */
function sayFigures(figures: ReplyFigures, limit: number): string[] {
  const { threads, waiting, over, begun } = figures
  if (threads === 0) return ['没有私聊']
  const first = [`${threads}件`, waiting > 0 && `待回复${waiting}件`, sayHalf(figures)].filter(Boolean).join('，')
  const second = [over > 0 && `超过${sayMinutes(limit)}的${over}次`, begun > 0 && `主动联系家长${begun}次`]
    .filter(Boolean)
    .join('，')
  return [first, second].filter(Boolean)
}

export function presentReplies(figures: TalkFigures, leader: LeaderWord): RepliesView {
  const { all, rows, className, from, limitMinutes, partial } = figures
  const isOfClass = className !== undefined
  return {
    where: isOfClass ? formatClass(className) : '全校',
    period: `${formatDate(from)}到今天`,
    numbers: [
      { key: 'threads', count: String(all.threads), word: '私聊' },
      { key: 'waiting', count: String(all.waiting), word: '待回复' },
      { key: 'begun', count: String(all.begun), word: '主动联系' },
    ],
    summary: sayHalf(all) ? `${sayHalf(all)}，只算开放时间。` : '这些天还没有回复。',
    label: isOfClass ? '各位老师' : '各班',
    rows: rows.map((row) => presentRow(row, limitMinutes, leader)),
    notes: [
      `安静时间不算在内，晚上不用守着手机。公约：${sayMinutes(limitMinutes)}内回复。`,
      '只数件数和时间，不看写了什么，也不排名次。',
      ...(partial ? ['私聊很多，只算了最近的。'] : []),
    ],
  }
}

function presentRow({ who, ...figures }: ReplyRow, limit: number, leader: LeaderWord): ReplyRowView {
  const lines = sayFigures(figures, limit)
  switch (who.kind) {
    case 'class':
      return { key: who.classId, classId: who.classId, name: formatClass(who.className), lines }
    case 'teacher':
      return { key: who.card, classId: '', name: who.card || '班主任（待定）', lines }
    case 'leaders':
      return { key: 'leaders', classId: '', name: `${leader}室`, lines }
  }
}
