// Decides what one class's figures show: the same questions, its notices (screens.md 3.20).
import type { ClassStatistics } from '@class-pact/core/contract'
import { presentRunning } from '../../../components/running-cell/present'
import type { RunningView } from '../../../components/running-cell/present'
import { presentAttendance, presentSeats, presentSpeed } from '../../../domains/statistics/figures'
import { presentPast, presentRates, type RateTile } from '../../../domains/statistics/rates'
import { presentCounts, type About, type FigureRow } from '../../../domains/statistics/rows'
import { formatClass } from '../../../services/format'
import type { ColumnChart, SeatsChart } from '../../../domains/statistics/figures'
import { ENTRY_WORDS } from '../../../domains/notice/words'

export interface ClassView {
  name: string
  numbers: RateTile[]
  /** Its own past; empty without one. */
  past: string
  counts: FigureRow[]
  unreached: { childId: string; no: string; name: string; text: string }[]
  notices: RunningView[]
  speed: ColumnChart
  seats: SeatsChart
  attendance: ColumnChart
  empty: boolean
}

/** @param about absent: whoever reads may not see what is counted */
export function presentClass(statistics: ClassStatistics, about?: About): ClassView {
  const { figures, notices, unreachedChildren, attendance, asOf } = statistics
  const name = formatClass(figures.className)
  const own = about && { ...about, classId: figures.classId, who: name }
  return {
    name,
    numbers: presentRates(figures, own),
    past: presentPast(figures, statistics),
    counts: presentCounts(figures, own),
    unreached: unreachedChildren.map(({ childId, no, name, notices: count, state }) => ({
      childId,
      no,
      name,
      text: `${count}份没通知到，${ENTRY_WORDS[state]}`,
    })),
    notices: notices.map((notice) => presentRunning(notice, asOf)),
    speed: presentSpeed(figures),
    seats: presentSeats(figures.seats),
    attendance: presentAttendance(attendance, figures, asOf),
    empty: figures.notices === 0,
  }
}
