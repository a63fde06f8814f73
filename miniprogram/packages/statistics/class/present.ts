// Decides what one class's figures show: the same questions, its notices (screens.md 3.20).
import type { ClassStatistics } from '@class-pact/core/contract'
import { presentRunning } from '../../../components/running-cell/present'
import type { RunningView } from '../../../components/running-cell/present'
import { presentAttendance, presentSeats, presentSpeed } from '../../../domains/statistics/figures'
import type { ColumnChart, SeatsChart } from '../../../domains/statistics/figures'
import { ENTRY_WORDS } from '../../../domains/notice/words'

export interface ClassView {
  name: string
  numbers: { key: string; count: string; word: string }[]
  unreached: { childId: string; no: string; name: string; text: string }[]
  notices: RunningView[]
  speed: ColumnChart
  seats: SeatsChart
  attendance: ColumnChart
  empty: boolean
}

const percent = (rate: number | undefined) => (rate === undefined ? '无' : `${Math.floor(rate * 100)}%`)

export function presentClass({ figures, notices, unreachedChildren, attendance, asOf }: ClassStatistics): ClassView {
  return {
    name: figures.className,
    numbers: [
      { key: 'reached', count: percent(figures.reachedRate), word: '已通知到' },
      { key: 'signed', count: percent(figures.signRate), word: '家长签收' },
      { key: 'notices', count: String(figures.notices), word: '份通知' },
    ],
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
