// Decides how one notice reads over its classes: how many it reached, how soon, and who was told otherwise (X01, X04).
import type { NoticeFigures, NoticeLine } from '@class-pact/core/contract'
import type { RunningView } from '../../../components/running-cell/present'
import { saySpan } from '../../../domains/statistics/figures'
import { sayPercent } from '../../../domains/statistics/period'
import { newRow, sayFollowUps, type FigureRow } from '../../../domains/statistics/rows'
import { formatClass, formatDeadline, formatMoment } from '../../../services/format'

export interface NoticeFiguresView {
  title: string
  when: string
  numbers: { key: string; count: string; word: string }[]
  rows: FigureRow[]
  /** In the order of the school. */
  classes: RunningView[]
}

/** 一半3小时内签收，九成22小时内; what has not come yet is not said. */
function saySpeed({ halfMinutes, nineTenthsMinutes }: NoticeLine): string {
  if (halfMinutes === undefined) return ''
  const half = `一半${saySpan(halfMinutes)}内签收`
  return nineTenthsMinutes === undefined ? half : `${half}，九成${saySpan(nineTenthsMinutes)}内`
}

export function presentNotice({
  noticeId,
  title,
  publishedAt,
  deadline,
  asOf,
  all,
  classes,
}: NoticeFigures): NoticeFiguresView {
  const told = Object.values(all.ways).reduce((sum, count) => sum + count, 0)
  return {
    title,
    when: [
      `${formatMoment(publishedAt, asOf)}发出`,
      ...(deadline === undefined ? [] : [`${formatDeadline(deadline, asOf)}回执`]),
    ].join('，'),
    numbers: [
      { key: 'reached', count: sayPercent(all.reachedRate), word: '已通知到' },
      { key: 'signed', count: sayPercent(all.signRate), word: '家长签收' },
    ],
    rows: [
      newRow({ key: 'half', word: '一半签收用了', value: sayHow(all.halfMinutes) }),
      newRow({ key: 'most', word: '九成签收用了', value: sayHow(all.nineTenthsMinutes) }),
      newRow({ key: 'told', word: '跟进', sub: sayFollowUps(all.ways), value: `${told}人` }),
      newRow({ key: 'owed', word: '待跟进', value: `${all.owed}人` }),
    ],
    classes: classes.map((line) => presentLine(noticeId, line)),
  }
}

const sayHow = (minutes: number | undefined) => (minutes === undefined ? '还没有到' : saySpan(minutes))

function presentLine(noticeId: string, line: NoticeFigures['classes'][number]): RunningView {
  const { classId, className, counts, owed, ways } = line
  const title = formatClass(className)
  const progress = `签${counts.signed}/${counts.total}，未送达${counts.missing}`
  const text = [progress, saySpeed(line), sayFollowUps(ways), owed > 0 && `待跟进${owed}人`].filter(Boolean).join('，')
  return {
    ...{ key: classId, noticeId, classId, title, deadline: sayPercent(line.reachedRate), counts, text },
    label: `${title}，已通知到${sayPercent(line.reachedRate)}，${text}`,
  }
}
