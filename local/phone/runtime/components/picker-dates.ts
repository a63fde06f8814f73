// Decides the columns of date and time pickers within their limits.
import type { WheelColumn } from '../shell/wheel-column'

interface Limits {
  start: string
  end: string
  fields: string
}
const pad = (value: number) => String(value).padStart(2, '0')
const numbers = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from) + 1 }, (_, index) => from + index)
const parse = (text: string) => {
  const [year = 1900, month = 1, day = 1] = text.split('-').map(Number)
  return { year, month, day }
}
const depth = (fields: string) => (fields === 'year' ? 1 : fields === 'month' ? 2 : 3)

/** The lists a date's columns show, given its year and month. */
function lists({ start, end }: Limits, year: number, month: number): number[][] {
  const [low, high] = [parse(start), parse(end)]
  const firstMonth = year === low.year ? low.month : 1
  const lastMonth = year === high.year ? high.month : 12
  const firstDay = year === low.year && month === low.month ? low.day : 1
  const lastDay =
    year === high.year && month === high.month ? high.day : new Date(Date.UTC(year, month, 0)).getUTCDate()
  return [numbers(low.year, high.year), numbers(firstMonth, lastMonth), numbers(firstDay, lastDay)]
}

/** Year, month and day as far as `fields` goes; a value outside the limits is moved inside. */
export function dateColumns(limits: Limits, value: string): WheelColumn[] {
  const wanted = parse(value)
  const year = clamp(wanted.year, parse(limits.start).year, parse(limits.end).year)
  const months = lists(limits, year, wanted.month)[1] ?? []
  const month = clamp(wanted.month, months[0] ?? 1, months.at(-1) ?? 12)
  const columns = lists(limits, year, month)
  const values = [year, month, wanted.day]
  return columns.slice(0, depth(limits.fields)).map((list, at) => ({
    items: list.map((item) => `${pad(item)}${'年月日'.charAt(at)}`),
    selected: Math.max(0, list.indexOf(clamp(values[at] ?? 1, list[0] ?? 1, list.at(-1) ?? 1))),
  }))
}

/** The date that columns show: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export function readDate(fields: string, limits: Limits, selected: number[]): string {
  const years = lists(limits, 0, 1)[0] ?? []
  const year = years[selected[0] ?? 0] ?? parse(limits.start).year
  const months = lists(limits, year, 1)[1] ?? []
  const month = months[Math.min(selected[1] ?? 0, months.length - 1)] ?? 1
  const days = lists(limits, year, month)[2] ?? []
  const day = days[Math.min(selected[2] ?? 0, days.length - 1)] ?? 1
  return [String(year), pad(month), pad(day)].slice(0, depth(fields)).join('-')
}

const hoursOf = (start: string, end: string) => numbers(Number(start.slice(0, 2)), Number(end.slice(0, 2)))
const MINUTES = numbers(0, 59)

/** Hours within the limits, and minutes. */
export function timeColumns(value: string, start: string, end: string): WheelColumn[] {
  const [hour = 0, minute = 0] = value.split(':').map(Number)
  const hours = hoursOf(start, end)
  return [
    { items: hours.map(pad), selected: Math.max(0, hours.indexOf(hour)) },
    { items: MINUTES.map(pad), selected: minute },
  ]
}

/** `hh:mm`, moved inside the limits. */
export function readTime(start: string, end: string, selected: number[]): string {
  const time = `${pad(hoursOf(start, end)[selected[0] ?? 0] ?? 0)}:${pad(MINUTES[selected[1] ?? 0] ?? 0)}`
  return time < start ? start : time > end ? end : time
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high)
}
