// Decides how the figures of the staff read: all together, then by name in the order of the school (G08, G09, X08).
import type { ALL_STAFF, StaffPage } from '@class-pact/core/contract'
import {
  presentRules,
  presentStaffRows,
  sayRows,
  type About,
  type FigureRow,
  type FoldView,
} from '../../../domains/statistics/rows'
import { formatClass } from '../../../services/format'

/** Whoever has gone has no name any more. */
const GONE = '已离任的老师'
const EVERYBODY: typeof ALL_STAFF = 'all'

export interface StaffView {
  all: FigureRow[]
  rules: FigureRow[]
  staff: FoldView[]
}

export function presentStaff({ staff, all }: StaffPage, about: About): StaffView {
  const everybody = { ...about, staffId: EVERYBODY, who: '全体' }
  return {
    all: presentStaffRows(all, everybody),
    rules: presentRules(all.rules, everybody),
    staff: staff.map(({ staffId, card = GONE, classNames, ...figures }) => {
      const rows = presentStaffRows(figures, { ...about, staffId, who: card })
      return {
        ...{ key: staffId, name: card, sub: classNames.map(formatClass).join('、'), rows },
        text: sayRows(rows, '这段时间没有要数的'),
      }
    }),
  }
}
