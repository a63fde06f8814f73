// Decides what the wheels of a date show: only what lies between two bounds.
import { beijingClock, beijingDay, instantOf } from '@class-pact/core/calendar'
import type { Instant } from '@class-pact/core/contract'

/** `day` 2026-09-11, `minute` 2026-09-11 16:00, `clock` 16:00. */
export type WheelMode = 'day' | 'minute' | 'clock'

export interface Wheels {
  /** Words on every wheel. */
  columns: string[][]
  /** Row that stands in the middle of every wheel. */
  index: number[]
  /** What the wheels say, as the mode writes it. */
  value: string
}

/** An instant in Beijing as the wheels of `minute` speak, and back. */
export const writeMinute = (at: Instant) => `${beijingDay(at)} ${beijingClock(at)}`
export function readMinute(value: string): Instant {
  const [day = '', clock = ''] = value.split(' ')
  return instantOf(day, clock)
}

interface Part {
  unit: string
  width: number
  least: number
  most(before: readonly number[]): number
}

const FIRST_YEAR = 2000
const LAST_YEAR = 2099
const daysIn = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()
const DAY: Part[] = [
  { unit: '年', width: 4, least: FIRST_YEAR, most: () => LAST_YEAR },
  { unit: '月', width: 2, least: 1, most: () => 12 },
  { unit: '日', width: 2, least: 1, most: ([year = FIRST_YEAR, month = 1]) => daysIn(year, month) },
]
const CLOCK: Part[] = [
  { unit: '时', width: 2, least: 0, most: () => 23 },
  { unit: '分', width: 2, least: 0, most: () => 59 },
]
const PARTS: Record<WheelMode, Part[]> = { day: DAY, minute: [...DAY, ...CLOCK], clock: CLOCK }

const read = (text: string) => (text.match(/\d+/g) ?? []).map(Number)

/** The wheels of a value; an empty bound leaves that side open. */
export function turnWheels(mode: WheelMode, start: string, end: string, value: string): Wheels {
  return place(mode, read(start), read(end), read(value))
}

/** The wheels after a turn: what no longer fits moves to the nearest that does. */
export function turnRows(mode: WheelMode, start: string, end: string, wheels: Wheels, rows: number[]): Wheels {
  const chosen = wheels.columns.map((column, at) => parseInt(column[rows[at] ?? 0] ?? '0', 10))
  return place(mode, read(start), read(end), chosen)
}

function place(mode: WheelMode, start: number[], end: number[], wanted: number[]): Wheels {
  const chosen: number[] = []
  const wheels: Wheels = { columns: [], index: [], value: '' }
  // On the edge of a bound as long as everything before is the bound's own.
  let [onStart, onEnd] = [start.length > 0, end.length > 0]
  PARTS[mode].forEach(({ unit, width, least, most }, at) => {
    const from = onStart ? (start[at] ?? least) : least
    const to = Math.max(from, onEnd ? (end[at] ?? most(chosen)) : most(chosen))
    const here = Math.min(Math.max(wanted[at] ?? from, from), to)
    onStart = onStart && here === start[at]
    onEnd = onEnd && here === end[at]
    chosen.push(here)
    wheels.columns.push(Array.from({ length: to - from + 1 }, (_, row) => pad(from + row, width) + unit))
    wheels.index.push(here - from)
  })
  const words = chosen.map((part, at) => pad(part, PARTS[mode][at]?.width ?? 2))
  const [day, clock] = mode === 'clock' ? [[], words] : [words.slice(0, 3), words.slice(3)]
  return { ...wheels, value: [day.join('-'), clock.join(':')].filter(Boolean).join(' ') }
}

function pad(part: number, width: number): string {
  return String(part).padStart(width, '0')
}
