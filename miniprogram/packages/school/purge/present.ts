// Decides how the purge reads to leaders: night by night what will go, then what has gone (G23).
import { beijingDay } from '@class-pact/core/calendar'
import type { Purge, PurgeLine } from '@class-pact/core/contract'
import { PURGE_WORDS } from '../../../domains/purge/words'
import { formatLongDate } from '../../../services/format'

export interface RoundView {
  id: string
  title: string
  sub: string
  lines: { kind: string; text: string; count: string }[]
}

export interface PurgeView {
  ahead: RoundView[]
  done: RoundView[]
  empty: boolean
}

export function presentPurge({ ahead, done }: Purge): PurgeView {
  const rounds = ahead.map(({ year, at, lines }) => ({
    id: `${at}`,
    title: `${formatLongDate(beijingDay(at))}凌晨清除`,
    sub: `${sayYear(year)}和更早的${lines.length > 0 ? '' : '，现在没有'}`,
    lines: presentLines(lines),
  }))
  const gone = done.map(({ year, state, at, lines, files }) => ({
    id: `${year}`,
    title: state === 'running' ? '正在清除' : `${formatLongDate(beijingDay(at))}已清除`,
    sub: `${sayYear(year)}和更早的，连同${files}个文件`,
    lines: presentLines(lines),
  }))
  return { ahead: rounds, done: gone, empty: rounds.length + gone.length === 0 }
}

const sayYear = (year: number) => `${year}–${year + 1}学年`

const presentLines = (lines: readonly PurgeLine[]): RoundView['lines'] =>
  lines.map(({ kind, count }) => ({ kind, text: PURGE_WORDS[kind], count: `${count}份` }))
